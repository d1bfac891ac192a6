"""What the digits of two statements allow: intervals that meet or not, and how two numbers that differ are akin."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from factcheck.types import Quantity

Interval = tuple[Decimal | None, Decimal | None]
Kinship = Literal["equal", "power", "transposed", "one_digit", "lost_digit", "near", "far"]

NEAR = Decimal("0.10")
"""Relative difference up to which two numbers may well be one quantity, misprinted or revised."""

_DIGITS = re.compile(r"[0-9０-９][0-9０-９,，]*(?:[.．][0-9０-９]+)?")
_PLAIN = str.maketrans("０１２３４５６７８９．", "0123456789.", ",，")


def interval_of(quantity: Quantity) -> Interval | None:
    """What the statement allows; None for a number without a value."""
    if quantity.interval_low is not None or quantity.interval_high is not None:
        return quantity.interval_low, quantity.interval_high
    if quantity.value_low is None and quantity.value_high is None:
        return None
    return quantity.value_low, quantity.value_high


def disjoint(a: Interval, b: Interval) -> bool:
    """Whether no value satisfies both.

    >>> disjoint((Decimal("3.05"), Decimal("3.15")), (Decimal(3), None))
    False
    """
    (low_a, high_a), (low_b, high_b) = a, b
    if high_a is not None and low_b is not None and high_a < low_b:
        return True
    return high_b is not None and low_a is not None and high_b < low_a


def stretched(interval: Interval, relative: Decimal) -> Interval:
    """The interval, both ends moved outward by that part of themselves."""
    low, high = interval
    return (
        None if low is None else low - abs(low) * relative,
        None if high is None else high + abs(high) * relative,
    )


def scaled(interval: Interval, factor: Decimal) -> Interval:
    """The interval times a positive factor."""
    low, high = interval
    return (None if low is None else low * factor, None if high is None else high * factor)


def significant(value: Decimal | None) -> str:
    """The digits that carry information, without leading and trailing zeros: 4600000000 and 0.46 are both `46`."""
    if value is None or not value.is_finite() or value == 0:
        return ""
    return "".join(map(str, value.normalize().as_tuple().digits))


def written_digits(surface: str) -> str:
    """The first number's digits and point as written, half width, without grouping; empty where none are written."""
    found = _DIGITS.search(surface)
    return found.group().translate(_PLAIN) if found else ""


def power_of_ten(a: Decimal, b: Decimal) -> int | None:
    """k where b is a times ten to the k, k not zero; None otherwise."""
    if a <= 0 or b <= 0 or significant(a) != significant(b):
        return None
    power = b.adjusted() - a.adjusted()
    return power or None


def rounded_power(a: Interval, b: Interval) -> int | None:
    """k, not zero, where ten to the k times the one interval meets the other: 38.93億 and 3.89 million are three places apart."""
    (low_a, high_a), (low_b, high_b) = a, b
    if low_a is None or high_a is None or low_b is None or high_b is None or min(low_a, low_b) <= 0:
        return None
    power = (low_b + high_b).adjusted() - (low_a + high_a).adjusted()
    for k in (power, power - 1, power + 1):
        if k and not disjoint(scaled(a, Decimal(1).scaleb(k)), b):
            return k
    return None


def kinship(a: Decimal | None, b: Decimal | None, written_a: str = "", written_b: str = "") -> Kinship:
    """How b may have come from a, or a from b: the likelier the slip of a hand, the earlier in `Kinship`."""
    if a is None or b is None:
        return "far"
    if a == b:
        return "equal"
    if power_of_ten(a, b) is not None and len(significant(a)) >= 2:
        return "power"
    slip = typing_slip(written_a, written_b)
    if slip is not None:
        return slip
    size = max(abs(a), abs(b))
    return "near" if abs(a - b) <= NEAR * size else "far"


def typing_slip(a: str, b: str) -> Literal["transposed", "one_digit", "lost_digit"] | None:
    """The slip of one keystroke that makes one digit string of the other; None for single digits, where anything would do.

    >>> typing_slip("35.8", "38.5"), typing_slip("36.9", "35.9"), typing_slip("1,120", "112"), typing_slip("3", "8")
    ('transposed', 'one_digit', 'lost_digit', None)
    """
    (a, tail_a), (b, tail_b) = _digits_and_point(a), _digits_and_point(b)
    if min(len(a), len(b)) < 2 or a == b:
        return None
    if len(a) == len(b) and tail_a == tail_b:
        places = [i for i in range(len(a)) if a[i] != b[i]]
        if len(places) == 1:
            return "one_digit"
        i, j = places[0], places[-1]
        return "transposed" if len(places) == 2 and j == i + 1 and a[i] == b[j] and a[j] == b[i] else None
    short, long = sorted((a, b), key=len)
    if len(long) - len(short) == 1 and len(short) >= 3 and _drops_one(long, short):
        return "lost_digit"
    return None


def _digits_and_point(written: str) -> tuple[str, int]:
    """The digits without the point, and how many of them follow it."""
    whole, _, tail = written.replace(",", "").partition(".")
    return whole + tail, len(tail)


def _drops_one(long: str, short: str) -> bool:
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
