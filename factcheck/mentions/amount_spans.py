"""Blocked spans that are no names: the currency or unit of a number (42 | KWD, US | $473 million), or an amount as a whole (RM79)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.mentions.amounts import read_amount
from factcheck.mentions.english_words import PLURALS
from factcheck.mentions.units import currency_before, unit_after

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.mentions.amounts import Reading
    from factcheck.rulebook.numbers import NumberTables

Span = tuple[int, int]

LONGEST = 24
BEHIND_NUMBER = re.compile(
    r"(?:\d|[一二两三四五六七八九十百千万亿]|illion|thousand|hundred|\d ?(?:k|m|bn|b|tn))[ -]?(?P<word>[a-z]+ )?$"
)
BEFORE_NUMBER = re.compile(r" ?(?:[a-z]{1,12} ?)?[$€£¥]? ?(?=\d)")
WORD = re.compile(r"[a-z]+")


def without_amounts(reading: Reading, blocked: Sequence[Span]) -> Sequence[Span]:
    """The blocked spans without those that belong to an amount: units written like names do not hide their number."""
    kept = [span for span in blocked if not _is_of_amount(reading, *span)]
    return kept if len(kept) < len(blocked) else blocked


def _is_of_amount(reading: Reading, start: int, end: int) -> bool:
    if end - start > LONGEST:
        return False
    inside = reading.folded[start:end]
    first = next((index for index, sign in enumerate(inside) if sign.isdigit()), None)
    if first is not None:
        return " " not in inside and _is_amount(reading, start, end, start + first)
    return _is_unit(reading, start, end) or _is_currency(reading, start, end) or _is_number_word(reading, start, end)


def _is_amount(reading: Reading, start: int, end: int, digit: int) -> bool:
    """Whether a currency or unit and a number fill the span (RM79, 32m2), or the unit goes on behind it (256K | 上下文)."""
    amount = read_amount(reading, digit, min(len(reading.folded), end + LONGEST), 0)
    if amount is not None and amount.numeral.rule == "power":
        return amount.start <= start and amount.end >= end
    if amount is None or amount.unit is None or amount.unit.kind not in ("money", "quantity"):
        return False
    if (amount.unit.unit or "").startswith(("count:", "people")):
        return False
    return amount.start <= start and amount.end >= end


def _is_unit(reading: Reading, start: int, end: int) -> bool:
    """Whether the span is a unit, or a part of one, right behind a number."""
    folded = reading.folded
    behind = BEHIND_NUMBER.search(folded, max(0, start - LONGEST), start)
    if behind is None:
        return False
    for begin in (start, behind.start("word")):
        unit = begin >= 0 and unit_after(reading.text, folded, begin, reading.scan.tables, digits=True)
        if unit and unit.kind in ("money", "quantity") and unit.end >= end:
            return True
    return False


def _is_currency(reading: Reading, start: int, end: int) -> bool:
    """Whether the span is a currency, or a part of one, right before digits."""
    before = BEFORE_NUMBER.match(reading.folded, end)
    if before is None:
        return False
    found = currency_before(reading.text, reading.folded, before.end(), reading.scan.tables)
    return found is not None and found[0] <= start


def _is_number_word(reading: Reading, start: int, end: int) -> bool:
    """Whether the span is a piece of a number in words, capitalised in a headline (Two Hundred Thousand)."""
    folded, tables = reading.folded, reading.scan.tables
    words = WORD.findall(folded, start, end)
    if " ".join(words) != folded[start:end] or not all(_counts(word, tables) for word in words):
        return False
    beside = [*WORD.findall(folded, max(0, start - 12), start)[-1:], *WORD.findall(folded, end, end + 12)[:1]]
    return len(words) > 1 or any(_counts(word, tables) for word in beside)


def _counts(word: str, tables: NumberTables) -> bool:
    return word in tables.words or word in tables.scales or word in PLURALS
