"""Chinese fractions: 百分之十 is 10 %, 三分之二 two thirds of one, 千分之三 is 3 ‰."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.mentions.amounts import Amount, Reading
from factcheck.mentions.signs import sign_before
from factcheck.mentions.units import Unit

if TYPE_CHECKING:
    from factcheck.mentions.numerals import Numeral

OF = re.compile(r" *分 *(?:之|(?=[一二三四五六七八九十百\d])) *(负?) *")
WHOLE = re.compile(r" *又 *")


def read_fraction(reading: Reading, start: int, limit: int, floor: int) -> Amount | None:
    """The fraction whose denominator begins at `start`, or None."""
    folded = reading.folded
    if "分" not in folded[start : start + 24]:
        return None
    han = reading.scan.han
    sign = sign_before(folded, start, floor)
    begin = start if sign is None else sign
    whole = Decimal(0)
    bottom = han.read(folded, start, limit)
    if bottom is None:
        return None
    if (joint := WHOLE.match(folded, bottom.end, limit)) and bottom.low == bottom.high:
        whole, bottom = bottom.low, han.read(folded, joint.end(), limit)
        if bottom is None:
            return None
    of = OF.match(folded, bottom.end, limit)
    if of is None:
        return None
    written = "之" in of.group()
    bare = folded[bottom.start : bottom.end].replace(" ", "") in (
        "百",
        "佰",
        "千",
        "仟",
        "万",
        "千万",
        "万万",
        "百万",
        "亿",
    )
    if not written and not (bare and bottom.low == 100):
        return None
    top = han.read(folded, of.end(), limit)
    if top is None or not bottom.low:
        return None
    return _amount(begin, bottom, top, whole, bare, negative=sign is not None and not of.group(1))


def _amount(start: int, bottom: Numeral, top: Numeral, whole: Decimal, bare: bool, *, negative: bool) -> Amount:
    sign = -1 if negative else 1
    if bare and bottom.low == 100:
        return _of(start, top, top.low * sign, top.high * sign, Unit(top.end, "%", "percent"), "percent")
    if bare and bottom.low == 1000:
        return _of(start, top, top.low * sign, top.high * sign, Unit(top.end, "‰", "percent"), "percent")
    if bare:
        share = Decimal(100) / bottom.low
        return _of(
            start, top, top.low * share * sign, top.high * share * sign, Unit(top.end, "%", "percent"), "percent"
        )
    top.place = None
    return _of(
        start,
        top,
        sign * (whole + top.low / bottom.low),
        sign * (whole + top.high / bottom.low),
        Unit(top.end, "x", "ratio"),
        "fraction",
    )


def _of(start: int, top: Numeral, low: Decimal, high: Decimal, unit: Unit, rule: str) -> Amount:
    top.start, top.rule = start, rule
    return Amount(start, top.end, top, low, high, unit, rule=rule)
