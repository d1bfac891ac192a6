"""An amount: one numeral with the currency before it and the unit, classifier or small change behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.mentions.measure import attach_unit
from factcheck.mentions.number_scan import VULGAR, Scanner, digits_at, vulgar_at
from factcheck.mentions.signs import in_accounting_brackets, sign_before
from factcheck.mentions.units import Unit, currency_before, per_after, per_before

if TYPE_CHECKING:
    from decimal import Decimal

    from factcheck.mentions.numerals import Numeral
    from factcheck.types import Hedge


@dataclass(slots=True)
class Amount:
    """One numeral with its unit."""

    start: int
    end: int
    numeral: Numeral
    low: Decimal
    high: Decimal
    unit: Unit | None
    currency_start: int | None = None
    """Where the currency before the number begins, where there is one."""
    more: Hedge | None = None
    """`over` where 多, 餘 or + is written into the amount."""
    factor: Decimal | None = None
    """What the written number was multiplied with (成, cents)."""
    per: str | None = None
    rule: str = ""


@dataclass(slots=True)
class Reading:
    """A text under reading."""

    text: str
    folded: str
    scan: Scanner
    language: str


def read_amount(reading: Reading, start: int, limit: int, floor: int) -> Amount | None:
    """The amount whose numeral begins at `start`, kept between `floor` and `limit`; None where no number stands there."""
    folded, tables = reading.folded, reading.scan.tables
    sign = sign_before(folded, start, floor)
    begin = start if sign is None else sign
    currency = currency_before(reading.text, folded, begin, tables)
    if currency is not None and currency[0] < floor:
        currency = None
    if currency is not None and sign is None and (outer := sign_before(folded, currency[0], floor)) is not None:
        sign = outer
    numeral = _numeral(reading, start, limit, floor, money=currency is not None)
    if numeral is None:
        return None
    if sign is not None:
        numeral.low, numeral.high = -numeral.high, -numeral.low
        numeral.start = min(sign, numeral.start)
    amount = Amount(numeral.start, numeral.end, numeral, numeral.low, numeral.high, None, rule=numeral.rule)
    if currency is not None:
        amount.currency_start = currency[0]
        amount.start = min(amount.start, currency[0])
    attach_unit(reading, amount, limit, currency is not None)
    if currency is not None:
        _prefer_currency(amount, currency[1].unit, currency[1].inferred)
    if sign is None and in_accounting_brackets(folded, amount.start, amount.end) and floor < amount.start:
        amount.low, amount.high = -amount.high, -amount.low
        amount.start, amount.end = amount.start - 1, min(amount.end + 1, limit)
    return amount


def _numeral(reading: Reading, start: int, limit: int, floor: int, *, money: bool) -> Numeral | None:
    scan, folded = reading.scan, reading.folded
    sign = folded[start]
    if "0" <= sign <= "9":
        return digits_at(reading.text, folded, start, limit, scan, money=money)
    if sign in VULGAR:
        return vulgar_at(folded, start)
    if scan.english and sign.isascii():
        article = start - 2 >= floor and folded.startswith("a ", start - 2)
        begin = start - 2 if article and not folded[max(0, start - 3) : start - 2].isalpha() else start
        found = scan.words.read(folded, begin, limit)
        return found or (scan.words.read(folded, start, limit) if begin != start else None)
    return scan.han.read(folded, start, limit)


def _prefer_currency(amount: Amount, unit: str, inferred: bool) -> None:
    """The currency before the number decides; a bare 元 or dollar behind it only repeats it."""
    behind = amount.unit
    if behind is not None and behind.kind == "money":
        if inferred and not behind.inferred:
            return
        behind.unit, behind.inferred, behind.rule = unit, inferred, "bare" if inferred else ""
        return
    if behind is not None and behind.kind not in ("quantity", "number"):
        amount.start = amount.numeral.start
        amount.currency_start = None
        return
    end = amount.numeral.end if amount.more is None else amount.end
    amount.low, amount.high = amount.numeral.low, amount.numeral.high
    amount.unit = Unit(end, unit, "money", None, None, inferred, None, "bare" if inferred else "")
    amount.end = end


def attach_per(reading: Reading, amount: Amount, limit: int, floor: int) -> None:
    """Joins 每盎司 before the amount, or "an ounce" behind it, to a sum of money."""
    tables = reading.scan.tables
    if amount.unit is not None and amount.unit.kind == "quantity":
        _attach_speed(reading, amount, floor)
    if amount.unit is None or amount.unit.kind != "money":
        return
    if amount.per is None and (after := per_after(reading.folded, amount.end, tables)) and after[0] <= limit:
        amount.end, amount.per = after
    if amount.per is None and (before := per_before(reading.folded, amount.start, tables)) and before[0] >= floor:
        amount.start, amount.per = before


def _attach_speed(reading: Reading, amount: Amount, floor: int) -> None:
    """Joins 每小時 before a distance: a speed."""
    tables = reading.scan.tables
    before = per_before(reading.folded, amount.start, tables)
    if before is None or before[0] < floor or amount.unit is None:
        return
    joined = f"{amount.unit.unit}_per_{before[1]}"
    if joined in tables.unit_names:
        amount.start, amount.unit.unit = before[0], joined
