"""Named entities: who and what numbers are about, from rules/entities/*.toml."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.errors import RuleError
from factcheck.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.rulebook.files import RuleFile


class Alias(NamedTuple):
    """One surface form of an entity, folded."""

    text: str
    entity: str
    exact_case: str | None = None
    """The form that the source must show, where case decides (`Target`, `ARM`)."""
    needs_context: bool = False
    """Believed only beside a word of `context`, or where the article names the entity in full as well."""


class EntityRule(NamedTuple):
    """One entity as the rule file states it."""

    id: str
    name: str
    kind: str
    parent: str | None
    tickers: tuple[str, ...]
    currency: str | None
    """Reporting currency (ISO 4217) where known."""
    fiscal_year_end: int
    """Month in which the fiscal year ends; 12 where it is the calendar year."""
    context: tuple[str, ...]
    not_in: tuple[str, ...]
    """Longer strings (folded) in which an alias is not this entity."""
    fiscal_year_named: str = "end"
    """Whether fiscal 2024 is the year that ends in 2024, or (`start`, as in Japan) the one that begins in it."""


@dataclass(frozen=True, slots=True)
class EntityTables:
    """All entities, and the alias index of the automaton."""

    rules: Mapping[str, EntityRule]
    aliases: Mapping[str, tuple[tuple[Any, ...], ...]]
    """Folded surface → readings."""
    tickers: Mapping[str, str]
    """Ticker as printed (`09988.HK`, `BABA`), upper case → entity id."""
    not_in: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Folded longer string → entities that it is not."""

    def rule(self, entity: str | None) -> EntityRule | None:
        """The rule of an entity id, or None for open entities."""
        return self.rules.get(entity) if entity else None


def compile_entities(files: Sequence[RuleFile]) -> EntityTables:
    """The tables of all entity files; two files that claim one id or one ticker raise RuleError."""
    from factcheck.rulebook.files import validate
    from factcheck.rulebook.schema import EntityFile

    rules: dict[str, EntityRule] = {}
    homes: dict[str, RuleFile] = {}
    aliases: dict[str, list[Alias]] = {}
    tickers: dict[str, str] = {}
    not_in: dict[str, list[str]] = {}
    for file in files:
        for row in validate(EntityFile, file).entity:
            if row.id in rules:
                raise RuleError(f"{file.path}: entity {row.id!r} is defined twice; give one of them another id")
            homes[row.id] = file
            rules[row.id] = EntityRule(
                row.id, row.name, row.kind, row.parent, tuple(row.tickers), row.currency, row.fiscal_year_end,
                tuple(fold(word) for word in row.context), tuple(fold(text) for text in row.not_in),
                row.fiscal_year_named,
            )  # fmt: skip
            for ticker in row.tickers:
                if tickers.setdefault(ticker.upper(), row.id) != row.id:
                    raise RuleError(f"{file.path}: ticker {ticker!r} belongs to {tickers[ticker.upper()]!r} already")
            for alias in _aliases(row.id, row.aliases, row.cased, row.ambiguous):
                aliases.setdefault(alias.text, []).append(alias)
            for longer in row.not_in:
                not_in.setdefault(fold(longer), []).append(row.id)
    for rule in rules.values():
        if rule.parent is not None and rule.parent not in rules:
            raise RuleError(f"{homes[rule.id].path}: entity {rule.id!r}: unknown parent {rule.parent!r}")
    return EntityTables(
        rules,
        # Plain rows: a cold process reads thousands of them from the cache, and makes an Alias of the few that it meets.
        {text: tuple(tuple(alias) for alias in found) for text, found in aliases.items()},
        tickers,
        {text: tuple(found) for text, found in not_in.items()},
    )


def _aliases(entity: str, plain: Iterable[str], cased: Iterable[str], ambiguous: Iterable[str]) -> Iterable[Alias]:
    doubtful = set(ambiguous)
    seen: set[str] = set()
    for text in [*plain, *doubtful]:
        key = fold(text)
        if key not in seen:
            seen.add(key)
            yield Alias(key, entity, None, text in doubtful)
    for text in cased:
        yield Alias(fold(text), entity, text, text in doubtful)
