"""What an entity, metric or facet file may say: pydantic models, used only while rules are read."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from factcheck.rulebook.metrics import DIMENSIONS, FAMILIES

EntityKind = Literal[
    "company", "index", "commodity", "currency", "crypto", "bond", "fund", "agency", "central_bank", "product", "model",
    "chip", "platform", "market", "country", "place", "person", "sector", "media", "segment",
]  # fmt: skip
Name = Annotated[str, Field(min_length=1, pattern=r"\S")]
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_]*$")]


class Strict(BaseModel):
    """Unknown keys are errors: a mistyped key must not be a rule that never fires."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class EntityRow(Strict):
    """One `[[entity]]`."""

    id: Id
    name: Name
    kind: EntityKind
    aliases: tuple[Name, ...] = ()
    cased: tuple[Name, ...] = ()
    ambiguous: tuple[Name, ...] = ()
    tickers: tuple[Name, ...] = ()
    parent: Id | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    fiscal_year_end: Annotated[int, Field(ge=1, le=12)] = 12
    fiscal_year_named: Literal["end", "start"] = "end"
    context: tuple[Name, ...] = ()
    not_in: tuple[Name, ...] = ()
    examples: Annotated[tuple[Name, ...], Field(min_length=1)]
    near_misses: Annotated[tuple[Name, ...], Field(min_length=1)]


class EntityFile(Strict):
    """rules/entities/*.toml."""

    entity: Annotated[tuple[EntityRow, ...], Field(min_length=1)]


class TriggerRow(Strict):
    """One `[[trigger]]` of a metric."""

    words: Annotated[tuple[Name, ...], Field(min_length=1)]
    weight: Annotated[int, Field(ge=1, le=3)] = 2
    side: Literal["any", "after", "before"] = "any"
    dimensions: tuple[str, ...] = ()
    change: Literal["level", "delta", "multiple"] | None = None
    direction: Literal["up", "down"] | None = None
    aspect: Literal["growth", "share"] | None = None

    @field_validator("dimensions")
    @classmethod
    def known_dimensions(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        """Only dimensions that a quantity can have."""
        return _known(value, DIMENSIONS, "dimension")


class Example(Strict):
    """A sentence, the number in it, and what the claim must say."""

    text: Name
    number: Name
    entity: str | None = None
    metric: str | None = None
    direction: Literal["up", "down"] | None = None
    facets: dict[str, str] = {}


class NearMiss(Strict):
    """A sentence whose number (or none at all) must not be read as this metric."""

    text: Name


class MetricFile(Strict):
    """rules/metrics/<id>.toml."""

    id: Id
    title: Name
    family: str
    dimensions: Annotated[tuple[str, ...], Field(min_length=1)]
    entity_kinds: tuple[EntityKind, ...] = ()
    about: tuple[EntityKind, ...] = ()
    facets: tuple[str, ...] = ()
    tolerance: Decimal = Decimal(0)
    as_of: bool = False
    cumulative: bool = False
    growth: str | None = None
    share: str | None = None
    unit: str | None = None
    level: Id | None = None
    per_share: Id | None = None
    default: bool = False
    like: Id | None = None
    """The metric that is spoken of in the same words: its triggers and `not_in` hold for this one too."""
    not_in: tuple[Name, ...] = ()
    trigger: Annotated[tuple[TriggerRow, ...], Field(min_length=1)]
    examples: Annotated[tuple[Example, ...], Field(min_length=1)]
    near_misses: Annotated[tuple[NearMiss, ...], Field(min_length=1)]

    @field_validator("dimensions")
    @classmethod
    def known_dimensions(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        """Only dimensions that a quantity can have."""
        return _known(value, DIMENSIONS, "dimension")

    @field_validator("family", "growth", "share")
    @classmethod
    def known_family(cls, value: str | None) -> str | None:
        """Only the families of the contract."""
        if value is not None:
            _known((value,), FAMILIES, "family")
        return value


class FacetValueRow(Strict):
    """One `[[value]]` of a facet."""

    id: Id
    words: Annotated[tuple[Name, ...], Field(min_length=1)]
    scope: Literal["clause", "sentence", "paragraph"] | None = None
    examples: Annotated[tuple[Name, ...], Field(min_length=1)]
    near_misses: tuple[Name, ...] = ()


class FacetFile(Strict):
    """rules/facets/<id>.toml."""

    id: Id
    title: Name
    scope: Literal["clause", "sentence", "paragraph"] = "clause"
    value: Annotated[tuple[FacetValueRow, ...], Field(min_length=1)]


def _known(values: tuple[str, ...], known: frozenset[str], what: str) -> tuple[str, ...]:
    for value in values:
        if value not in known:
            raise ValueError(f"unknown {what} {value!r}; known: {', '.join(sorted(known))}")
    return values
