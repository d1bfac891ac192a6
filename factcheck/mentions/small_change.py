"""The small change behind a sum: 三毛, 五角八分, "and 43 cents"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.mentions.amounts import Amount, Reading

TENTH = Decimal("0.1")

SUBSTANCE = re.compile(r" ?(?:又)?(?:零)?([一二两三四五六七八九\d]{1,2}) ?(角|毛|毫子|毫|分钱|分|仙|美分)?")

CENTS = re.compile(
    r"(?: and)? (\d{1,2}|[a-z]{3,9}(?:[- ][a-z]{3,5})?)(?: ?(cents?|c|pence|kopiykas|sen|paise)(?![a-z])|(?=[.,;!?]?(?:\s*$|[.,;!?]\s))())"
)

MINOR = {"角": TENTH, "毛": TENTH, "毫": TENTH, "毫子": TENTH}

HUNDREDTH = Decimal("0.01")


def add_small_change(reading: Reading, amount: Amount) -> None:
    """Adds 三毛, 五角八分 or "and 43 cents" behind a sum."""
    folded, tables = reading.folded, reading.scan.tables
    step, taken = TENTH, 0
    if amount.factor is not None:
        return
    if reading.scan.english:
        _cents(reading, amount)
        return
    while taken < 2:
        matched = SUBSTANCE.match(folded, amount.end)
        if matched is None:
            return
        value = Decimal(matched[1]) if matched[1].isdigit() else Decimal(tables.han_digits.get(matched[1], 10))
        name = matched[2]
        if value > 9 or (name is None and matched[1] not in tables.han_digits):
            return
        if name is None and (folded[matched.end() : matched.end() + 1].isalnum() or not _colloquial(folded, amount)):
            return
        part = step if name is None else MINOR.get(name, HUNDREDTH)
        if name is None and "零" in matched.group():
            part = HUNDREDTH
        amount.low, amount.high = amount.low + value * part, amount.high + value * part
        amount.end, amount.numeral.place = matched.end(), -1 if part == TENTH else -2
        step, taken = HUNDREDTH, taken + 1
        if name is None:
            return


def _cents(reading: Reading, amount: Amount) -> None:
    """Adds "and 43 cents", or a bare "50" that ends the clause, behind whole dollars."""
    if not amount.numeral.exact:
        return
    folded = reading.folded
    matched = CENTS.match(folded, amount.end)
    if matched is None or (matched[2] is None and matched[3] is None):
        return
    digits = matched[1].isdigit()
    number = None if digits else reading.scan.words.read(folded, matched.start(1), matched.end(1))
    if not digits and (number is None or number.end != matched.end(1) or not number.exact):
        return
    value = Decimal(matched[1]) if digits else number.low if number else Decimal(0)
    if value >= 100 or value != int(value):
        return
    amount.low, amount.high = amount.low + value * HUNDREDTH, amount.high + value * HUNDREDTH
    amount.numeral.place = -2
    amount.end = matched.end(2) if matched[2] else matched.end(1)


def _colloquial(folded: str, amount: Amount) -> bool:
    """Whether a lone digit behind the sum counts tenths: 三塊五, 五蚊七毫八."""
    return folded[amount.end - 1] in "块蚊毫毛角個个"
