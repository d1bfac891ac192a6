"""Words that are quantities by themselves: 翻倍, doubled, mid-teens."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.mentions.hedges import hedge_before
from factcheck.mentions.intervals import interval
from factcheck.types import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.mentions.amounts import Reading
    from factcheck.rulebook.numbers import NumberTables, WordForm


@lru_cache(maxsize=8)
def _word_pattern(tables: NumberTables) -> re.Pattern[str]:
    forms = sorted(tables.lexical, key=len, reverse=True)
    return re.compile("|".join(re.escape(form) for form in forms))


def read_words(reading: Reading, blocked: Sequence[tuple[int, int]]) -> list[Quantity]:
    """The words that are quantities by themselves: 翻倍, doubled, mid-teens."""
    folded, tables = reading.folded, reading.scan.tables
    found: list[Quantity] = []
    index = 0
    search, at = _word_pattern(tables).search, 0
    while matched := search(folded, at):
        start, end = matched.span()
        at = start + 1
        while index < len(blocked) and blocked[index][1] <= start:
            index += 1
        if index < len(blocked) and blocked[index][0] < end:
            continue
        form = tables.lexical[matched.group()]
        if _word_stands(folded, start, end, form):
            at = end
            found.append(_word_quantity(reading, start, end, form))
    return found


def _word_stands(folded: str, start: int, end: int, form: WordForm) -> bool:
    if folded[start].isascii():
        before, after = folded[start - 1 : start], folded[end : end + 1]
        if (before.isascii() and (before.isalnum() or before == "-")) or (after.isascii() and after.isalnum()):
            return False
    if form.not_before and folded.startswith(form.not_before, end):
        return False
    return not (form.not_after and folded.endswith(form.not_after, 0, start))


def _word_quantity(reading: Reading, start: int, end: int, form: WordForm) -> Quantity:
    hedge = form.hedge
    if hedge == "exact":
        before = hedge_before(reading.folded, start, reading.scan.tables)
        hedge = before[1] if before else hedge
    least, most = form.low, form.high
    if form.low is not None and form.high is not None:
        least, most = interval(form.low, form.high, Decimal(0), hedge, hedge == "exact")
    return Quantity(
        start, end, reading.text[start:end], form.kind, form.low, form.high, form.unit, False, hedge,
        form.direction, form.change, least, most, end, None, f"word:{form.id}",
    )  # fmt: skip
