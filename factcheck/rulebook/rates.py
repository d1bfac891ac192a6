"""Dated reference exchange rates, from rules/rates/*.toml: can two amounts in two currencies be the same money?"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.rulebook.files import RuleFile
    from factcheck.rulebook.schema_rates import CurrencyRow

WIDENING = Decimal("0.008")
"""What a month beyond the dated range adds to the tolerance: a major currency's drift in a calm year, doubled."""
WIDEST = Decimal("0.20")
UNDATED = Decimal("0.15")
"""Tolerance where nobody knows the day: the middle of the newest year, give or take."""


@dataclass(frozen=True, slots=True)
class Series:
    """The US dollar's price in one currency over time."""

    code: str
    days: tuple[int, ...]
    """Ordinals of the middles of the months or quarters, ascending; empty for a peg."""
    values: tuple[Decimal, ...]
    tolerance: Decimal
    source: str

    def per_usd(self, day: date | None) -> tuple[Decimal, Decimal]:
        """Units for one US dollar on that day, between the dated points linearly, and the relative tolerance."""
        if not self.days:
            return self.values[0], self.tolerance
        if day is None:
            return self.values[-1], max(self.tolerance, UNDATED)
        at = day.toordinal()
        place = bisect_right(self.days, at)
        if place in (0, len(self.days)):
            edge = 0 if place == 0 else -1
            months = Decimal(max(0, abs(at - self.days[edge]) - 31)) / 30
            return self.values[edge], min(WIDEST, self.tolerance + months * WIDENING)
        first, last = self.days[place - 1], self.days[place]
        share = Decimal(at - first) / (last - first)
        return self.values[place - 1] + (self.values[place] - self.values[place - 1]) * share, self.tolerance


@dataclass(frozen=True, slots=True)
class RateTables:
    """All currencies by ISO 4217 code; the US dollar needs no series."""

    series: Mapping[str, Series]

    def rate(self, frm: str, to: str, day: date | None) -> tuple[Decimal, Decimal] | None:
        """How many `to` one `frm` buys on that day, and the relative tolerance; None for a currency without rates."""
        if frm == to:
            return Decimal(1), Decimal(0)
        sold, bought = self._per_usd(frm, day), self._per_usd(to, day)
        if sold is None or bought is None:
            return None
        return bought[0] / sold[0], sold[1] + bought[1]

    def _per_usd(self, code: str, day: date | None) -> tuple[Decimal, Decimal] | None:
        if code == "USD":
            return Decimal(1), Decimal(0)
        series = self.series.get(code)
        return None if series is None else series.per_usd(day)


def compile_rates(files: Sequence[RuleFile]) -> RateTables:
    """The tables of all rate files; a currency given twice, or an example it contradicts, raises RuleError."""
    from factcheck.rulebook.files import validate
    from factcheck.rulebook.schema_rates import RateFile

    series: dict[str, Series] = {}
    for file in files:
        for row in validate(RateFile, file).currency:
            if row.code in series:
                raise RuleError(f"{file.path}: currency {row.code!r} has rates already; keep one of them")
            series[row.code] = _series(row)
            _try_examples(file.path, row, series[row.code])
    return RateTables(series)


def _series(row: CurrencyRow) -> Series:
    points = [
        (date(int(year), number, 15), value)
        for year, values in row.months.items()
        for number, value in enumerate(values, 1)
    ]
    points += [
        (date(int(year), number * 3 - 1, 15), value)
        for year, values in row.quarters.items()
        for number, value in enumerate(values, 1)
    ]
    points.sort()
    values = [value for _, value in points] or [row.peg or Decimal(1)]
    if row.quote == "usd_per_unit":
        values = [1 / value for value in values]
    return Series(row.code, tuple(day.toordinal() for day, _ in points), tuple(values), row.tolerance, row.source)


def _try_examples(path: str, row: CurrencyRow, series: Series) -> None:
    for exchanges, wanted in ((row.examples, True), (row.near_misses, False)):
        for exchange in exchanges:
            rate, tolerance = series.per_usd(exchange.day)
            computed = exchange.usd * rate
            if (abs(exchange.amount - computed) <= tolerance * computed) != wanted:
                verb = "is not" if wanted else "is"
                raise RuleError(
                    f"{path}: {row.code}: {exchange.amount} for USD {exchange.usd} on {exchange.day} {verb} within"
                    f" {tolerance:%} of {computed:.4g}; mend the rates or the {'example' if wanted else 'near miss'}"
                )
