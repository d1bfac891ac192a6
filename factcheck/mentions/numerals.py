"""Numerals in digits and in Chinese characters: what number stands at a place, and how finely it was written.

A numeral is read as far as it is well formed: "五十千" is 五十, and what follows is somebody else's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.mentions.digits import DIGITS
from factcheck.mentions.han_sections import evaluate
from factcheck.mentions.han_tokens import read_tokens

if TYPE_CHECKING:
    from decimal import Decimal

    from factcheck.rulebook.numbers import NumberTables
    from factcheck.types import Hedge

LONGEST = 60
"""Numerals of more characters than this are no numbers that a newspaper prints."""


@dataclass(slots=True)
class Numeral:
    """A number as written, before its unit is known."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    place: int | None
    """Power of ten of the last place that was written: 8 in 3800億, -1 in 3.5; None where nothing was rounded (1/3)."""
    hedge: Hedge = "exact"
    """`over` for 十多, `order_of_magnitude` for 幾十."""
    exact: bool = False
    """A small whole number without scale word: a count of it is exact."""
    digits: bool = False
    """Written in digits, at least in part."""
    rule: str = "digits"


@dataclass(slots=True)
class HanReader:
    """Reads numerals that hold Chinese characters; results are kept, for the same numerals come again and again."""

    tables: NumberTables
    run: re.Pattern[str]
    token: re.Pattern[str]
    known: dict[str, tuple[Decimal, Decimal, int | None, int, Hedge, bool] | None]

    def read(self, folded: str, start: int, end: int) -> Numeral | None:
        """The numeral at `start`, not reaching past `end`, or None."""
        matched = self.run.match(folded, start, min(end, start + LONGEST))
        if matched is None:
            return None
        run = matched.group()
        if run in self.known:
            found = self.known[run]
        else:
            if len(self.known) > 20_000:
                self.known.clear()
            found = self.known[run] = evaluate(run, read_tokens(run, self.token, self.tables), self.tables)
        if found is None:
            return None
        low, high, place, used, hedge, exact = found
        gap = run.find(" ", 0, used)
        if gap > 0 and hedge == "order_of_magnitude":
            # Rough numerals do not reach across a space: 幾千萬 十幾家 are two.
            return self.read(folded, start, start + gap)
        last = start + used - 1
        if used > 1 and self._ends_in_word(folded, last):
            return self.read(folded, start, last)
        return Numeral(start, start + used, low, high, place, hedge, exact, run[0].isascii(), "han")

    def _ends_in_word(self, folded: str, last: int) -> bool:
        """Whether the last character behind 百, 千, 萬 … begins a word that counts nothing (三萬 | 一方面)."""
        tables = self.tables
        before = folded[last - 1]
        if folded.startswith("分之", last + 1):
            return False
        if before in "十拾" or not (before in tables.han_multipliers or before in tables.han_scales):
            return False
        words = tables.not_numbers
        return any(
            offset == 0 and folded[last : last + length] in words
            for offset, length in tables.not_number_windows.get(folded[last], ())
        )


@lru_cache(maxsize=8)
def han_reader(tables: NumberTables) -> HanReader:
    """The reader of those tables, compiled once."""
    digits = "".join(tables.han_digits)
    multipliers = "".join(tables.han_multipliers)
    scales = "".join(tables.han_scales)
    big = multipliers + scales
    any_sign = f"[{digits}{big}]"
    run = re.compile(
        rf"(?:{DIGITS}|{any_sign}|[几数](?= *[{big}]))"
        rf"(?: *(?:{any_sign}|[几多余来数](?= *[{big}])|几(?![{big}])|{DIGITS})| *点 *(?=[{digits}\d])(?:[{digits}\d] *)+(?<! ))*"
    )
    token = re.compile(
        rf"(?P<n>{DIGITS})|(?P<d>[{digits}])|(?P<m>[{multipliers}])|(?P<s>[{scales}])|(?P<a>[几数])|(?P<o>[多余来])|(?P<p>点)| "
    )
    return HanReader(tables, run, token, {})
