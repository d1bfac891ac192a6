"""Ranges: two amounts joined by 至, a dash or "to", which share scale and unit as a reader would."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.mentions.amounts import Amount, Reading, read_amount

if TYPE_CHECKING:
    from factcheck.mentions.units import Unit
    from factcheck.rulebook.numbers import NumberTables

JOINT = re.compile(r" ?(- to |-to-|to-|——|～～|[-–—―~～〜−至到]|to |and |和|与|或) ?")
CHANGE = re.compile(r"(?:由|从 ?\S{0,4}(?:升|降|增|减|跌|涨))[^，。；]{0,3}$")
FROM = re.compile(r"\bfrom (?:about |around |nearly |some |roughly |as much as |up to |[a-z]{2,3}\$|\$|€|£)?$")
BETWEEN = re.compile(r"\bbetween (?:about |around |[a-z]{2,3}\$|\$|€|£)?$")
MOVED = re.compile(
    r"\b(?:rose|rise|rises|risen|fell|fall|falls|fallen|cut|cuts|raised|raise|raises|up|down|increased?|increases|decreased?|improved|dropped|drop|climbed|grew|grown|"
    r"jumped|slid|slipped|declined|widened|narrowed|lifted|lowered|trimmed|slashed|moved|went|changed|boosted|reduced|expanded|shrank|edged|gained|advanced|surged)\b"
)
LEFT = 60
FARTHEST_ENDS = 4
"""A change by less than a quarter of the level that it leads to is no range."""
ALIKE = 100
"""Two ends of a change in one scale differ by less than this factor: "from 240 to 1.2 million" begins with 240."""
CHANGED = re.compile(
    rf"(?:{MOVED.pattern}(?: (?:by|another|about|around|nearly|some|more than|a further))* ?"
    r"|(?:增加|减少|上升|下降|下跌|上涨|上调|下调|调高|调低|缩减|扩大|收窄|回升|回落|提高|提升|急升|急跌|飙升|大增|大减|升|跌|涨|降|增|减)(?:了|约|近|逾|超|超过)*)$"
)


def join_range(reading: Reading, first: Amount, limit: int) -> Amount:
    """The range that begins with this amount, or the amount itself."""
    if first.low != first.high or first.numeral.rule == "ordinal":
        return first
    at = first.end
    following = reading.folded[at : at + 1]
    if following not in JOINTS:
        return first
    joint = JOINT.match(reading.folded, at, limit)
    if joint is None:
        return first
    if not _joins(reading, first, joint):
        if joint.group(1) == "to ":
            _share_with_level(reading, first, _second(reading, joint, limit))
        return first
    second = _second(reading, joint, limit)
    if second is None or second.low != second.high or second.start < joint.start(1):
        return first
    return _joined(reading, first, second, joint) or first


def _share_with_level(reading: Reading, first: Amount, second: Amount | None) -> None:
    """Gives the first of "rose from 3.5 to 4.2 billion euros" the scale and unit of the second."""
    if second is None or second.low != second.high or (first.unit is not None and first.currency_start is None):
        return
    exponent = 0 if scale_of(reading, first) else scale_of(reading, second)
    coefficient = abs(second.numeral.low.scaleb(-exponent))
    if exponent and coefficient < abs(first.low) * ALIKE and abs(first.low) < coefficient * ALIKE:
        first.low = first.high = first.low.scaleb(exponent)
        first.numeral.place = None if first.numeral.place is None else first.numeral.place + exponent
    if second.unit is not None and first.unit is None:
        first.low = first.high = first.low * (second.factor or 1)
        first.factor, first.unit = second.factor, replace(second.unit, end=first.end)


JOINTS = frozenset(" -–—―~～〜−至到和与或")


def _joins(reading: Reading, first: Amount, joint: re.Match[str]) -> bool:
    """Whether the joint makes a range here, and not a change, a list or a telephone number."""
    folded, word = reading.folded, joint.group(1)
    left = folded[max(0, first.start - LEFT) : first.start]
    if word == "and ":
        return bool(BETWEEN.search(left))
    if word == "to ":
        return not (FROM.search(left) and MOVED.search(left))
    if word in "和与":
        return "间" in folded[joint.end() : joint.end() + 16]
    if word == "或":
        return False
    if word in "至到":
        return not CHANGE.search(left[-8:])
    return True


def _second(reading: Reading, joint: re.Match[str], limit: int) -> Amount | None:
    """The amount behind the joint; between the two nothing but a currency may stand."""
    folded, scan = reading.folded, reading.scan
    at = joint.end()
    matched = scan.candidate.search(folded, at, min(limit, at + 6))
    if matched is None:
        return None
    if scan.english and folded[at : matched.start()] == "a ":
        at = matched.start()
    if matched.start() == at and folded.startswith("百分之", at):
        from factcheck.mentions.fractions import read_fraction

        return read_fraction(reading, at, limit, at)
    second = read_amount(reading, matched.start(), limit, at)
    if second is None or min(second.start, second.numeral.start) > at or second.numeral.rule == "ordinal":
        return None
    return second


def _joined(reading: Reading, first: Amount, second: Amount, joint: re.Match[str]) -> Amount | None:
    """The range from one amount to the other, None where they do not go together."""
    if not _units_agree(first, second):
        return None
    unit = _shared_unit(first, second)
    if unit is None and (joint.group() == " - " or _is_code(reading.folded, second.end)):
        return None
    ends = _ends(reading, first, second)
    if ends is None:
        return None
    if _is_change_and_level(reading, first, joint.group(1), ends):
        first.unit = first.unit or (second.unit and replace(second.unit, end=first.end))
        return None
    low, high, place = ends
    numeral = replace(
        second.numeral, start=first.numeral.start, place=place, exact=first.numeral.exact and second.numeral.exact
    )
    return Amount(
        first.start, second.end, numeral, low, high, unit, first.currency_start, second.more or first.more,
        second.factor or first.factor, second.per or first.per, "range",
    )  # fmt: skip


def _ends(reading: Reading, first: Amount, second: Amount) -> tuple[Decimal, Decimal, int | None] | None:
    """(low, high, last place written) in one scale; None where the first is more, unless both are below zero."""
    low, place = _shared_scale(reading, first, second)
    if first.unit is None and second.factor is not None:
        low *= second.factor
    high = second.high
    if low > high and low >= 0:
        return None
    place = second.numeral.place if place is None or second.numeral.place is None else min(place, second.numeral.place)
    return min(low, high), max(low, high), place


def _is_change_and_level(reading: Reading, first: Amount, word: str, ends: tuple[Decimal, Decimal, int | None]) -> bool:
    """Whether 增加5000萬至4.2億 tells by how much and to what: a verb of change, and ends too far apart for a range."""
    if word not in ("至", "到", "to ") or abs(ends[0]) * FARTHEST_ENDS > abs(ends[1]):
        return False
    return bool(CHANGED.search(reading.folded, max(0, first.start - LEFT), first.start))


def _is_code(folded: str, end: int) -> bool:
    return folded[end : end + 1] in ("-", "/") and folded[end + 1 : end + 2].isdigit()


def _units_agree(first: Amount, second: Amount) -> bool:
    """Whether both ends are in one unit; only a currency before the first number, and 百分之, reach over the second."""
    one, two = first.unit, second.unit
    if one is None:
        return True
    if two is None:
        return first.currency_start is not None or first.rule == "percent"
    if one.unit == two.unit or (one.kind == two.kind == "money" and (one.inferred or two.inferred)):
        return True
    return (one.unit or "").startswith("count:") and two.kind != "money"


def _shared_unit(first: Amount, second: Amount) -> Unit | None:
    """The unit of both ends, of two currencies the one that the text states."""
    one, two = first.unit, second.unit
    if one is None or two is None:
        return two or one
    return one if two.inferred and not one.inferred else two


def _shared_scale(reading: Reading, first: Amount, second: Amount) -> tuple[Decimal, int | None]:
    """The lower end, in the scale of the upper one where it has none of its own: 兩~3百, 1.2-1.4 billion."""
    exponent = scale_of(reading, second)
    if not exponent and abs(first.low) < 10:
        exponent = _multiplier_of(reading, second)
    if not exponent or scale_of(reading, first):
        return first.low, first.numeral.place
    coefficient = (second.numeral.high / (Decimal(10) ** exponent)).normalize()
    if abs(first.low) < abs(coefficient) or (abs(first.low) == abs(coefficient)):
        return first.low.scaleb(exponent), None if first.numeral.place is None else first.numeral.place + exponent
    return first.low, first.numeral.place


def scale_of(reading: Reading, amount: Amount) -> int:
    """The power of ten of the scale words at the end of an amount's number, 0 for none."""
    tables: NumberTables = reading.scan.tables
    text = reading.folded[amount.numeral.start : amount.numeral.end].rstrip()
    exponent = 0
    while text and text[-1] in tables.han_scales:
        exponent, text = exponent + tables.han_scales[text[-1]], text[:-1]
    if exponent or not text or not text[-1].isascii():
        return exponent
    word = re.search(r"[a-z]+$", text)
    if word is None:
        return 0
    return tables.scales.get(word.group(), tables.suffixes.get(word.group(), 0))


def _multiplier_of(reading: Reading, amount: Amount) -> int:
    """The power of ten of 百 or 千 behind a lone digit (兩~3百), 0 for none."""
    text = reading.folded[amount.numeral.start : amount.numeral.end]
    return reading.scan.tables.han_multipliers.get(text[-1], 0) if len(text) == 2 else 0
