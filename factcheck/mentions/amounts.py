"""An amount: one numeral with the currency before it and the unit, classifier or small change behind it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.mentions.counting import counter_after, english_noun, known_noun_at
from factcheck.mentions.number_scan import VULGAR, Scanner, digits_at, vulgar_at
from factcheck.mentions.signs import sign_before
from factcheck.mentions.small_change import add_small_change
from factcheck.mentions.units import Unit, currency_before, per_after, per_before, unit_after

if TYPE_CHECKING:
    from factcheck.mentions.numerals import Numeral
    from factcheck.types import Hedge

TEN = Decimal(10)
HALF = Decimal("0.5")
MORE = "多余来"
SYMBOLS = "$€£¥₹₩"
NOT_HALF = "导岛夜径球途价信年数"


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
    numeral = _numeral(reading, start, limit, money=currency is not None)
    if numeral is None:
        return None
    if sign is not None:
        numeral.low, numeral.high = -numeral.high, -numeral.low
        numeral.start = min(sign, numeral.start)
    amount = Amount(numeral.start, numeral.end, numeral, numeral.low, numeral.high, None, rule=numeral.rule)
    if currency is not None:
        amount.currency_start = currency[0]
        amount.start = min(amount.start, currency[0])
    _attach_unit(reading, amount, limit, currency is not None)
    if currency is not None:
        _prefer_currency(amount, currency[1].unit, currency[1].inferred, currency[2])
    return amount


def _numeral(reading: Reading, start: int, limit: int, *, money: bool) -> Numeral | None:
    scan, folded = reading.scan, reading.folded
    sign = folded[start]
    if "0" <= sign <= "9":
        return digits_at(reading.text, folded, start, limit, scan, money=money)
    if sign in VULGAR:
        return vulgar_at(folded, start)
    if scan.english and sign.isascii():
        begin = (
            start - 2
            if folded[max(0, start - 2) : start] == "a " and not folded[max(0, start - 3) : start - 2].isalpha()
            else start
        )
        found = scan.words.read(folded, begin, limit)
        return found or (scan.words.read(folded, start, limit) if begin != start else None)
    return scan.han.read(folded, start, limit)


def _attach_unit(reading: Reading, amount: Amount, limit: int, money: bool) -> None:
    folded, tables, numeral = reading.folded, reading.scan.tables, amount.numeral
    at = numeral.end
    if folded[at : at + 1] in ("+", "＋") and not folded[at + 1 : at + 2].isdigit():
        amount.more, at = "over", at + 1
    large = numeral.digits or numeral.high >= 100
    if numeral.rule == "plural" and folded.startswith(" of ", at):
        at += 3
    unit = unit_after(reading.text, folded, at, tables, digits=large, limit=limit)
    if unit is None and reading.scan.english and folded[at : at + 1] in "-‐" and folded[at + 1 : at + 2].isalpha():
        unit = unit_after(reading.text, folded, at + 1, tables, digits=large, limit=limit)
    if unit is not None and money and folded[unit.end - 1] in SYMBOLS:
        unit = None
    unit = _prefixed_unit(reading, amount, unit, at)
    if (
        unit is None
        and folded[at : at + 1] in MORE
        and folded[at : at + 1]
        and not folded.startswith(("多于", "来自", "来看", "来说", "余额", "来源", "多数"), at)
    ):
        unit = unit_after(reading.text, folded, at + 1, tables, digits=large, limit=limit) or _counter(
            reading, at + 1, amount, money
        )
        amount.more, amount.end = "over", at + 1
    elif amount.more and unit is None:
        amount.end = at
    if unit is None and folded[at : at + 1] == "几" and numeral.low % 10 == 0 and numeral.low:
        unit = unit_after(reading.text, folded, at + 1, tables, digits=large, limit=limit) or _counter(
            reading, at + 1, amount, money
        )
        amount.more = "over" if unit else amount.more
    if unit is None and not money and numeral.rule == "fraction":
        amount.unit = Unit(at, "x", "ratio")
        return
    if unit is None and not money:
        unit = _counter(reading, at, amount, money)
    if unit is None or unit.end > limit:
        return
    amount.unit, amount.end = unit, unit.end
    _apply_factor(amount, unit)
    _after_unit(reading, amount, unit, limit)


def _prefixed_unit(reading: Reading, amount: Amount, unit: Unit | None, at: int) -> Unit | None:
    """兆瓦 behind 50 is megawatts: a scale word that begins a unit's name gives way to it."""
    numeral, folded = amount.numeral, reading.folded
    last = folded[numeral.end - 1]
    if last not in "兆千" or numeral.end - numeral.start < 2 or at != numeral.end:
        return unit
    found = unit_after(reading.text, folded, numeral.end - 1, reading.scan.tables, digits=True)
    if found is None or found.kind != "quantity":
        return unit
    shorter = reading.scan.han.read(folded, numeral.start, numeral.end - 1)
    if shorter is None or shorter.end != numeral.end - 1:
        return unit
    negative = numeral.low < 0
    amount.numeral = shorter
    amount.low, amount.high = (-shorter.high, -shorter.low) if negative else (shorter.low, shorter.high)
    amount.rule = "han:mega" if last == "兆" else "han"
    return found


def _counter(reading: Reading, at: int, amount: Amount, money: bool) -> Unit | None:
    folded, tables = reading.folded, reading.scan.tables
    if reading.scan.english:
        if money or amount.numeral.rule in ("fraction", "ordinal", "power"):
            return None
        found = english_noun(folded, at, tables, one=amount.numeral.high == 1)
        return Unit(amount.numeral.end, found[0], "quantity", noun=found[1]) if found else None
    found_unit = counter_after(folded, at, tables)
    if found_unit is None and (word := known_noun_at(folded, at, tables)):
        name = tables.nouns[word]
        return Unit(at, "people" if name == "people" else f"count:{name}", "quantity", noun=word)
    return found_unit


def _apply_factor(amount: Amount, unit: Unit) -> None:
    factor = unit.factor
    if factor is None or (unit.factor_below is not None and amount.high >= unit.factor_below):
        return
    amount.low, amount.high, amount.factor = amount.low * factor, amount.high * factor, factor


def _after_unit(reading: Reading, amount: Amount, unit: Unit, limit: int) -> None:
    """What can follow a unit and still belong to the number: 半, 多, 三成五, small change, per ounce."""
    folded, at = reading.folded, amount.end
    if at >= limit:
        return
    following = folded[at]
    if (following == "半" and folded[at + 1 : at + 2] not in tuple(NOT_HALF) and unit.kind != "percent") or (
        following == "半" and unit.factor == TEN
    ):
        part = HALF * (amount.factor or 1)
        amount.low, amount.high, amount.end = amount.low + part, amount.high + part, at + 1
    elif following in "多余" and not folded.startswith(("多于", "余额", "多数"), at) and unit.kind != "percent":
        amount.more, amount.end = "over", at + 1
    elif unit.factor == TEN and following in reading.scan.tables.han_digits and unit.factor_below is None:
        digit = reading.scan.tables.han_digits[following]
        if 0 < digit < 10 and folded[at + 1 : at + 2] not in reading.scan.han_signs and amount.low == amount.high:
            amount.low = amount.high = amount.low + digit
            amount.end, amount.factor = at + 1, Decimal(1)
    elif unit.kind == "money":
        add_small_change(reading, amount)
        per = per_after(folded, amount.end, reading.scan.tables)
        if per is not None and per[0] <= limit:
            amount.end, amount.per = per


def _prefer_currency(amount: Amount, unit: str, inferred: bool, word: str) -> None:
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
