"""What a periods file may say: pydantic models, used only while rules are read."""

from __future__ import annotations

from datetime import date as day  # noqa: TC003 (pydantic reads the annotation)
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from factcheck.rulebook.periods import MODES

Text = Annotated[str, Field(min_length=1)]


class Strict(BaseModel):
    """Unknown keys are errors: a mistyped key must not be a rule that never fires."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PeriodExample(Strict):
    """A sentence, the date of its article, and the words read as a period with its first and last day (absent: symbolic)."""

    text: Text
    surface: Text
    date: day | None = None
    first: day | None = None
    last: day | None = None


class FormRow(Strict):
    """One `[[form]]`: a shape of date, quarter, … as pattern over folded text with `{group}` and `{macro}` in braces."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    pattern: Text
    fiscal: bool = False
    mode: str = ""
    symbol: str | None = None
    needs: Literal["future", "not_past", "capital"] | None = None
    examples: Annotated[tuple[PeriodExample, ...], Field(min_length=1)]
    near_misses: Annotated[tuple[Text, ...], Field(min_length=1)]

    @field_validator("mode")
    @classmethod
    def known_mode(cls, value: str) -> str:
        """Only modes that the reader knows."""
        if value not in MODES:
            raise ValueError(f"unknown mode {value!r}; known: {', '.join(filter(None, MODES))}")
        return value


class PeriodFile(Strict):
    """rules/languages/periods_*.toml."""

    language: Literal["zh", "en"]
    marker: Text
    gates: Annotated[tuple[Text, ...], Field(min_length=1)]
    since: Text
    since_before: Text
    range: Text
    between: Text
    list: Text
    future: Text
    past: Text
    shapes: dict[str, Text]
    macros: dict[str, Text]
    words: dict[str, dict[str, int]]
    form: Annotated[tuple[FormRow, ...], Field(min_length=1)]
