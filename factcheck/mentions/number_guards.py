"""What keeps numerals from being read: longer words that count nothing, names with digits, lone characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.mentions.hedges import hedge_before

if TYPE_CHECKING:
    from factcheck.mentions.amounts import Amount, Reading
    from factcheck.rulebook.numbers import NumberTables


def runs_into_letters(folded: str, amount: Amount) -> bool:
    """Whether a Latin letter that is no unit follows the digits: 5G, 1440p, 17Pro are names."""
    if amount.unit is not None or amount.end != amount.numeral.end:
        return False
    following = folded[amount.end : amount.end + 1]
    return following.isascii() and following.isalpha()


def is_minute_of_clock(folded: str, amount: Amount) -> bool:
    """Whether 30分 follows 10時 and is a time of the day, not a score."""
    if amount.unit is None or amount.unit.unit != "points" or not amount.start:
        return False
    return folded[amount.start - 1] in "时点" and folded[amount.numeral.end] == "分"


def longer_word(folded: str, start: int, head: str, tables: NumberTables) -> int:
    """The end of the longer word around a numeral that counts nothing (一方面, 百度), or 0."""
    for offset, length in tables.not_number_windows.get(head, ()):
        begin = start - offset
        if (
            begin >= 0
            and folded[begin : begin + length] in tables.not_numbers
            and _whole_words(folded, begin, begin + length)
        ):
            return begin + length
    return 0


def _whole_words(folded: str, begin: int, end: int) -> bool:
    """Whether a Latin phrase begins and ends where words do."""
    if not folded[begin].isascii():
        return True
    before, after = folded[begin - 1 : begin] if begin else "", folded[end : end + 1]
    return not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalnum())


def stands_alone(reading: Reading, amount: Amount) -> bool:
    """Whether a numeral is one: a lone character such as 一 or 萬 needs a unit, a classifier, or to stand by itself."""
    numeral, folded = amount.numeral, reading.folded
    if numeral.digits or amount.unit is not None or amount.currency_start is not None:
        return _bare_multiplier_stands(reading, amount)
    if reading.scan.english and folded[numeral.start].isascii():
        return True
    if numeral.end - numeral.start > 1 and not _is_bare_multiplier(reading, amount):
        return True
    if hedge_before(folded, numeral.start, reading.scan.tables):
        return True
    before = folded[numeral.start - 1 : numeral.start] if numeral.start else ""
    after = folded[numeral.end : numeral.end + 1]
    alone = (not before.isalnum() or before in "是为") and not after.isalnum()
    return alone and (numeral.end - numeral.start > 1 or not _is_bare_multiplier(reading, amount))


def _is_bare_multiplier(reading: Reading, amount: Amount) -> bool:
    """Whether the numeral is written without a digit: 千億, 百萬."""
    return reading.folded[amount.numeral.start] in "百千万亿兆"


def _bare_multiplier_stands(reading: Reading, amount: Amount) -> bool:
    if not _is_bare_multiplier(reading, amount):
        return True
    if amount.numeral.end - amount.numeral.start > 1:
        return True
    return hedge_before(reading.folded, amount.start, reading.scan.tables) is not None
