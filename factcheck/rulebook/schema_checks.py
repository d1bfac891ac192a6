"""What a rules/checks file may say: pydantic models, used only while rules are read."""

from __future__ import annotations

import datetime  # noqa: TC003 (pydantic reads the annotations at run time)
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Text = Annotated[str, Field(min_length=1)]


class Strict(BaseModel):
    """Unknown keys are errors: a mistyped key must not be a rule that never fires."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CaseRow(Strict):
    """A short article, and the numbers of it that findings of the check must, or must not, point at."""

    text: Text
    date: datetime.date | None = None
    """The article's own date."""
    against: tuple[Text, ...] = ()
    """Other articles, where the check compares across articles."""
    against_dates: tuple[datetime.date, ...] = ()
    numbers: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Surfaces of `text`: in an example each must be claimed by a finding of this check, in a near miss none."""

    @model_validator(mode="after")
    def numbers_stand_in_text(self) -> CaseRow:
        """A number that the text does not hold can be found by nobody."""
        for number in self.numbers:
            if number not in self.text:
                raise ValueError(f"number {number!r} does not stand in the text")
        if self.against_dates and len(self.against_dates) != len(self.against):
            raise ValueError(f"{len(self.against_dates)} against_dates for {len(self.against)} articles in against")
        return self


class CheckFile(Strict):
    """rules/checks/<id>.toml."""

    id: Annotated[str, Field(pattern=r"^FC\d{3}$")]
    name: Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
    title: Text
    severity: Literal["error", "warning", "note"]
    why: Text
    example: Text
    remedy: Text
    words: dict[str, Annotated[tuple[Text, ...], Field(min_length=1)]] = {}
    """Word lists that the check reads by name, in any language and script."""
    examples: Annotated[tuple[CaseRow, ...], Field(min_length=1)]
    near_misses: Annotated[tuple[CaseRow, ...], Field(min_length=1)]
