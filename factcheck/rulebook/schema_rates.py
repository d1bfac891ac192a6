"""What a file of reference exchange rates may say: pydantic models, used only while rules are read."""

from __future__ import annotations

import datetime  # noqa: TC003 -- pydantic reads the annotation
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

Positive = Annotated[Decimal, Field(gt=0)]
Year = Annotated[str, Field(pattern=r"^(19|20)\d\d$")]


class Strict(BaseModel):
    """Unknown keys are errors: a mistyped key must not be a rate that never serves."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Exchange(Strict):
    """So many US dollars against so much of the currency, on a day."""

    day: datetime.date
    usd: Positive
    amount: Positive


class CurrencyRow(Strict):
    """One `[[currency]]`: its rate month by month, quarter by quarter, or pegged."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    title: Annotated[str, Field(min_length=1)]
    quote: Literal["per_usd", "usd_per_unit"]
    tolerance: Annotated[Decimal, Field(gt=0, lt=1)]
    source: Annotated[str, Field(min_length=1)]
    peg: Positive | None = None
    months: dict[Year, tuple[Positive, ...]] = {}
    quarters: dict[Year, tuple[Positive, ...]] = {}
    examples: Annotated[tuple[Exchange, ...], Field(min_length=1)]
    near_misses: Annotated[tuple[Exchange, ...], Field(min_length=1)]

    @field_validator("months", "quarters", mode="before")
    @classmethod
    def split_numbers(cls, value: object) -> object:
        """A year's rates stand in one string, parted by spaces."""
        if not isinstance(value, dict):
            return value
        return {year: tuple(row.split()) if isinstance(row, str) else row for year, row in value.items()}

    @model_validator(mode="after")
    def one_kind_of_rate(self) -> CurrencyRow:
        """A currency is pegged, or has months, or has quarters."""
        given = [name for name in ("peg", "months", "quarters") if getattr(self, name)]
        if len(given) != 1:
            raise ValueError("give one of peg, months, quarters")
        for name, size in (("months", 12), ("quarters", 4)):
            for year, row in getattr(self, name).items():
                if not 1 <= len(row) <= size:
                    raise ValueError(f"{name}.{year}: expected 1 to {size} rates, got {len(row)}")
        return self


class RateFile(Strict):
    """rules/rates/*.toml."""

    currency: Annotated[tuple[CurrencyRow, ...], Field(min_length=1)]
