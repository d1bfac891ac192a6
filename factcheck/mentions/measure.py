"""Gives an amount its unit: what stands behind the number, and what behind the unit still belongs to it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.mentions.counting import count_of, counter_after, english_noun, known_noun_at
from factcheck.mentions.small_change import add_small_change
from factcheck.mentions.units import Unit, per_after, unit_after

if TYPE_CHECKING:
    from factcheck.mentions.amounts import Amount, Reading

TEN = Decimal(10)
HALF = Decimal("0.5")
MORE = frozenset("多余来")
NOT_MORE = ("多于", "多出", "多由", "多是", "多被", "多用", "多数", "来自", "来看", "来说", "来源", "余额", "余下")
"""Words that begin like 多, 餘 or 來 behind a number and are none."""
NOT_HALF = frozenset("导岛夜径球途价信年数")
"""Characters that 半 belongs to (半導體)."""
INCHES = re.compile(r" (?:and )?(\d{1,2}(?:\.\d+)?) ?(?:inches|inch|in|″)(?![a-z])")
AGE = re.compile(r"[A-Z][a-z’'\-]+,? ?, $")
AGED = re.compile(r"\b(?:aged|age of|at age) $")
OLDEST = 130
AGE_END = re.compile(r"(?<=[2-9]\d),(?: \D|$)")
"""Jane Doe, 66, said …: the number between the commas is an age."""
SCALE = re.compile(r" (thousand|million|billion|trillion)(?![a-z])")
MOST_TIMES = 10_000
"""From here on "times" counts: nothing grows so often."""
DONE = re.compile(
    r"\b(?:viewed|clicked|downloaded|played|watched|streamed|shared|visited|cited|mentioned|opened|accessed|installed|called|tested|met"
    r"|used|quoted|seen|heard|repeated|posted|launched|landed|flown|struck|won|lost|voted|convicted|arrested)"
    r"(?: (?:more than|about|around|nearly|almost|over|some|at least|up to|roughly))? ?$"
)
SYMBOLS = "$€£¥₹₩"


def attach_unit(reading: Reading, amount: Amount, limit: int, money: bool) -> None:
    """Finds the unit behind the number; `money` tells that a currency stands before it."""
    folded, numeral = reading.folded, amount.numeral
    at = numeral.end
    if at < limit and folded[at] in "+＋" and not folded[at + 1 : at + 2].isdigit():
        amount.more, at = "over", at + 1
        amount.end = at
    unit = _unit_at(reading, amount, at, limit, money)
    if unit is not None and unit.unit == "x" and _counts_times(reading, amount, unit):
        unit = Unit(unit.end, "count:time", "quantity", noun="times")
    if unit is None:
        unit = _unit_after_more(reading, amount, at, limit, money)
    if unit is None and not money:
        unit = Unit(at, "x", "ratio") if numeral.rule == "fraction" else _counter(reading, at, amount, limit, money)
    if unit is None or unit.end > limit:
        return
    amount.unit, amount.end = unit, unit.end
    _apply_factor(amount, unit)
    _after_unit(reading, amount, unit, limit)


def _counts_times(reading: Reading, amount: Amount, unit: Unit) -> bool:
    """Whether "times" counts how often (viewed 600 million times), and is no multiple (three times the price)."""
    if not reading.folded.endswith("times", amount.end, unit.end):
        return False
    left = reading.folded[max(0, amount.start - 40) : amount.start]
    right = reading.folded[unit.end : unit.end + 24]
    return bool(DONE.search(left)) or (amount.low >= MOST_TIMES and "subscri" not in left + right)


def _unit_at(reading: Reading, amount: Amount, at: int, limit: int, money: bool) -> Unit | None:
    """The unit of the rules that begins at `at`, behind a hyphen or "of" in English."""
    folded, tables, numeral = reading.folded, reading.scan.tables, amount.numeral
    large = numeral.digits or numeral.high >= 100
    if numeral.rule == "plural" and folded.startswith(" of ", at):
        at += 3
    unit = unit_after(reading.text, folded, at, tables, digits=large, limit=limit)
    if unit is None and reading.scan.english and folded[at : at + 1] in "-‐" and folded[at + 1 : at + 2].isalpha():
        unit = unit_after(reading.text, folded, at + 1, tables, digits=large, limit=limit)
    if unit is not None and money and folded[unit.end - 1] in SYMBOLS:
        # In "$20 $30" the second sign belongs to the second sum.
        unit = None
    return _prefixed_unit(reading, amount, unit, at)


def _unit_after_more(reading: Reading, amount: Amount, at: int, limit: int, money: bool) -> Unit | None:
    """The unit behind 多, 餘, 來 or 幾: 200多國, 50幾歲."""
    folded, numeral = reading.folded, amount.numeral
    sign = folded[at : at + 1]
    some = sign == "几" and numeral.low != 0 and numeral.low % 10 == 0
    if at >= limit or not (some or (sign in MORE and not folded.startswith(NOT_MORE, at))):
        return None
    large = numeral.digits or numeral.high >= 100
    unit = unit_after(reading.text, folded, at + 1, reading.scan.tables, digits=large, limit=limit)
    unit = unit or _counter(reading, at + 1, amount, limit, money)
    if unit is not None or not some:
        amount.more = "over"
        amount.end = at + 1
    return unit


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


def _counter(reading: Reading, at: int, amount: Amount, limit: int, money: bool) -> Unit | None:
    """The count of things that the number is, by classifier or noun."""
    folded, tables = reading.folded, reading.scan.tables
    if reading.scan.english:
        if money or amount.numeral.rule in ("fraction", "ordinal", "power"):
            return None
        if _is_age(reading, amount, at):
            return Unit(amount.numeral.end, "years", "duration", noun="age")
        found = english_noun(folded, at, limit, tables, one=amount.numeral.high == 1)
        return Unit(amount.numeral.end, found[0], "quantity", noun=found[1]) if found else None
    unit = counter_after(folded, at, tables)
    if unit is None and (word := known_noun_at(folded, at, tables)):
        name = tables.nouns[word]
        return Unit(at, count_of(name, tables), "quantity", noun=word)
    return unit


def _is_age(reading: Reading, amount: Amount, at: int) -> bool:
    """Whether the number is somebody's age: "Jane Doe, 66, said", "aged 35"."""
    begin = max(0, amount.start - 24)
    if AGED.search(reading.folded, begin, amount.start):
        return amount.numeral.digits and amount.high < OLDEST
    return bool(AGE_END.match(reading.folded, at) and AGE.search(reading.text, begin, amount.start))


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
    following, percent = folded[at], unit.kind == "percent"
    if following == "半" and folded[at + 1 : at + 2] not in NOT_HALF and (not percent or folded[at - 1] in "成厘"):
        part = HALF * (amount.factor or 1)
        amount.low, amount.high, amount.end = amount.low + part, amount.high + part, at + 1
    elif following in "多余" and not folded.startswith(NOT_MORE, at) and not percent:
        amount.more, amount.end = "over", at + 1
    elif unit.factor == TEN and unit.factor_below is None:
        _add_tenth(reading, amount)
    elif unit.unit == "foot":
        _add_inches(reading, amount)
    elif unit.kind == "money":
        _scale_behind_code(reading, amount, unit)
        add_small_change(reading, amount)
        per = per_after(folded, amount.end, reading.scan.tables)
        if per is not None and per[0] <= limit:
            amount.end, amount.per = per


def _add_inches(reading: Reading, amount: Amount) -> None:
    """5 ft 2 in is one length."""
    inches = INCHES.match(reading.folded, amount.end)
    if inches is not None and amount.low == amount.high:
        amount.low = amount.high = amount.low + Decimal(inches[1]) / 12
        amount.end, amount.numeral.place = inches.end(), None


def _scale_behind_code(reading: Reading, amount: Amount, unit: Unit) -> None:
    """75 USD million: the scale word stands behind the currency."""
    scale = SCALE.match(reading.folded, amount.end) if reading.scan.english and amount.numeral.digits else None
    if scale is None or not reading.text[amount.numeral.end : amount.end].strip().isupper():
        return
    exponent = reading.scan.tables.scales[scale[1]]
    amount.low, amount.high = amount.low.scaleb(exponent), amount.high.scaleb(exponent)
    amount.numeral.place = None if amount.numeral.place is None else amount.numeral.place + exponent
    amount.end = unit.end = scale.end()


def _add_tenth(reading: Reading, amount: Amount) -> None:
    """三成五 is 35 %: a digit behind 成 counts single percents."""
    folded, at, scan = reading.folded, amount.end, reading.scan
    digit = scan.tables.han_digits.get(folded[at], 0)
    if 0 < digit < 10 and folded[at + 1 : at + 2] not in scan.han_signs and amount.low == amount.high:
        amount.low = amount.high = amount.low + digit
        amount.end, amount.factor = at + 1, Decimal(1)
