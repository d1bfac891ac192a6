"""The hedge of a number: the words before and after it that open its interval."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

STATED = re.compile(r"(?:\d|%|percent|per cent|points|million|billion|trillion) $")

if TYPE_CHECKING:
    from factcheck.rulebook.numbers import NumberTables
    from factcheck.types import Hedge


def hedge_before(folded: str, start: int, tables: NumberTables) -> tuple[int, Hedge] | None:
    """(start of the hedge, hedge) of the words that end at `start`, spaces and fillers (已有, 達) let by."""
    at = _skip_spaces(folded, start)
    for _ in range(3):
        if at <= 0:
            return None
        found = _ending_at(folded, at, tables)
        if found is not None:
            return None if _compares(folded, found[0], at, start) else found
        shorter = _without_filler(folded, at, tables)
        if shorter == at:
            return None
        at = _skip_spaces(folded, shorter)
    return None


def _compares(folded: str, begin: int, end: int, start: int) -> bool:
    """Whether "less than" compares two amounts ("$4 less than the $18 it paid", "20% more than 300") and hedges none."""
    if not folded.startswith("than", end - 4):
        return False
    return folded[end:start].strip() in ("the", "its") or bool(STATED.search(folded, max(0, begin - 12), begin))


def _skip_spaces(folded: str, at: int) -> int:
    while at and folded[at - 1] == " ":
        at -= 1
    return at


def _ending_at(folded: str, at: int, tables: NumberTables) -> tuple[int, Hedge] | None:
    lengths = tables.hedge_before_lengths.get(folded[at - 1])
    if lengths is None:
        return None
    for length in lengths:
        begin = at - length
        if begin < 0:
            continue
        word = folded[begin:at]
        hedge = tables.hedges_before.get(word)
        if hedge is None or _inside_word(folded, begin):
            continue
        if (
            word in tables.hedges_on_multipliers
            and folded[at : at + 1] not in tables.han_scales
            and folded[at : at + 1] not in tables.han_multipliers
        ):
            continue
        return None if _excepted(folded, at, length, tables) else (begin, hedge)
    return None


def _inside_word(folded: str, begin: int) -> bool:
    """Whether a Latin hedge is only the tail of a longer word."""
    return (
        begin > 0
        and folded[begin].isascii()
        and folded[begin].isalpha()
        and folded[begin - 1].isascii()
        and folded[begin - 1].isalnum()
    )


def _excepted(folded: str, at: int, length: int, tables: NumberTables) -> bool:
    """Whether a longer word that means something else ends here (簽約, no more than)."""
    return any(
        folded[at - longer : at] in tables.hedge_not_in for longer in range(length + 1, min(at, length + 12) + 1)
    )


def _without_filler(folded: str, at: int, tables: NumberTables) -> int:
    for length in (3, 2, 1):
        if at >= length and folded[at - length : at] in tables.fillers:
            return at - length
    return at


def hedge_after(folded: str, end: int, tables: NumberTables) -> tuple[int, Hedge] | None:
    """(end of the hedge, hedge) of the words that begin at `end`."""
    if folded[end : end + 1] == " " and folded[end + 1 : end + 2] > "\x7f":
        end += 1
    if end >= len(folded):
        return None
    lengths = tables.hedge_after_lengths.get(folded[end])
    if lengths is None:
        return None
    for length in lengths:
        word = folded[end : end + length]
        hedge = tables.hedges_after.get(word)
        if hedge is None or len(word) < length:
            continue
        following = folded[end + length : end + length + 1]
        if word[-1].isascii() and word[-1].isalpha() and following.isascii() and following.isalnum():
            continue
        if _longer_word(folded, end, length, tables):
            continue
        if word in tables.hedges_closing and following and (following.isalnum()):
            continue
        return end + length, hedge
    return None


def _longer_word(folded: str, start: int, length: int, tables: NumberTables) -> bool:
    """Whether a longer word begins here that means something else (上下文)."""
    longer = (folded[start : start + length + 1], folded[start : start + length + 2])
    return any(len(word) > length and word in tables.hedge_not_in for word in longer)
