"""The characters of a Chinese numeral as tokens, cut where a character is an everyday word rather than a numeral."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.mentions.digits import digit_value

if TYPE_CHECKING:
    import re
    from decimal import Decimal

    from factcheck.rulebook.numbers import NumberTables

FORMAL_SIGNS = frozenset("拾佰仟点零")


@dataclass(slots=True)
class Token:
    """One sign of a numeral, or one group of digits."""

    kind: str
    """n digits, d Chinese digit, m multiplier, s scale, a 幾/數, o 多/餘."""
    value: Decimal | int
    end: int
    text: str


def read_tokens(run: str, pattern: re.Pattern[str], tables: NumberTables) -> list[Token]:
    """The tokens of a run of numerals."""
    found: list[Token] = []
    for matched in pattern.finditer(run):
        kind, text = matched.lastgroup, matched.group()
        if kind is None:
            continue
        if kind == "d" and found and not _belongs(run, matched, found[-1], tables):
            break
        value: Decimal | int = 0
        if kind == "n":
            value = digit_value(text)
        elif kind == "d":
            value = tables.han_digits[text]
        elif kind == "m":
            value = tables.han_multipliers[text]
        elif kind == "s":
            value = tables.han_scales[text]
        found.append(Token(kind, value, matched.end(), text))
    return found


def _belongs(run: str, matched: re.Match[str], before: Token, tables: NumberTables) -> bool:
    """Whether a digit that is an everyday word too is one here: 一千陸, but not 億參(數); 兩百, but not 三千兩 of gold."""
    sign = matched.group()
    if before.kind == "d" and run[matched.start() - 1] == " ":
        return False
    following = run[matched.end() : matched.end() + 1]
    counted = following in tables.han_multipliers or following in tables.han_scales
    if sign in "两俩":
        return counted or following in tables.han_digits
    if sign in tables.han_formal:
        return (
            (counted and following in FORMAL_SIGNS)
            or before.text in FORMAL_SIGNS
            or before.kind in "mp"
            or (before.kind == "d" and before.value == 0)
        )
    return True
