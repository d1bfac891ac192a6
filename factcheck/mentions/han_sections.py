"""The value of a run of Chinese numerals: its sections with their scale words added up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.mentions.han_section import ZERO, Cursor, Section, read_decimals, read_section

if TYPE_CHECKING:
    from factcheck.mentions.han_tokens import Token
    from factcheck.rulebook.numbers import NumberTables
    from factcheck.types import Hedge

NO_SCALE = 99
"""Power of ten above every scale word: none was read yet."""


@dataclass(slots=True)
class Sum:
    """The sections read so far."""

    low: Decimal = ZERO
    high: Decimal = ZERO
    place: int = 0
    scale: int = NO_SCALE
    """Power of ten of the last scale word: what follows lies below it."""
    ended: bool = False


def evaluate(
    run: str, tokens: list[Token], tables: NumberTables
) -> tuple[Decimal, Decimal, int | None, int, Hedge, bool] | None:
    """(low, high, place, characters used, hedge, exact) of the well-formed head of a run, None where it is no number."""
    cursor, total = Cursor(tokens, tables), Sum()
    while cursor.at < len(tokens) and not total.ended:
        before, hedge = cursor.at, cursor.hedge
        section = read_section(cursor)
        if section is None or not _added(total, section, cursor):
            cursor.at, cursor.hedge = before, hedge
            break
    if cursor.at == 0 or (len(run) == 1 and run in tables.han_formal):
        return None
    exact = total.scale == NO_SCALE and total.place == 0 and total.high < 1000
    return total.low, total.high, total.place, tokens[cursor.at - 1].end, cursor.hedge, exact


def _added(total: Sum, section: Section, cursor: Cursor) -> bool:
    """Adds a section with its scale words; False where it cannot follow what went before."""
    exponent = _read_scales(cursor)
    if exponent == 0:
        return _added_last(total, section)
    if exponent >= total.scale:
        return False
    total.low, total.high = total.low + section.low.scaleb(exponent), total.high + section.high.scaleb(exponent)
    total.place, total.scale = exponent + min(section.place, 0), exponent
    if cursor.kind() == "p" and cursor.kind(1) in ("d", "n"):
        decimals, places = read_decimals(cursor)
        total.low, total.high, total.place, total.ended = total.low + decimals, total.high + decimals, -places, True
    total.ended = total.ended or cursor.hedge == "over"
    return True


def _added_last(total: Sum, section: Section) -> bool:
    """Adds the section without a scale word that ends a numeral; 一萬五 is fifteen thousand."""
    low, high, place = section.low, section.high, section.place
    if total.scale != NO_SCALE and section.lone:
        place = total.scale - 1
        low, high = low.scaleb(place), high.scaleb(place)
    elif total.scale != NO_SCALE and high >= Decimal(1).scaleb(total.scale):
        return False
    total.low, total.high, total.place, total.ended = total.low + low, total.high + high, place, True
    return True


def _read_scales(cursor: Cursor) -> int:
    """Takes in 萬, 億, 萬億 … with 多 between them, and returns their power of ten, 0 for none."""
    exponent = 0
    while True:
        if cursor.kind() == "s":
            exponent += cursor.value()
            cursor.at += 1
        elif cursor.kind() == "o" and cursor.kind(1) == "s" and cursor.at:
            cursor.hedge = "over"
            cursor.at += 1
        else:
            return min(exponent, 40)
