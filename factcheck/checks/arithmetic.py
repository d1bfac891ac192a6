"""Interval arithmetic on what a text states: (low, high), None where an end is open; exact in Decimal."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.types import Quantity

Interval = tuple[Decimal | None, Decimal | None]
HUNDRED = Decimal(100)
DIGITS = 50
"""Working precision: figures in the news have at most twenty digits, products of two forty."""


def exactly(value: Decimal | int) -> Interval:
    """The interval of one value."""
    return (Decimal(value), Decimal(value))


def stated(quantity: Quantity) -> Interval | None:
    """The interval that a quantity allows; None where it states no value."""
    if quantity.interval_low is None and quantity.interval_high is None:
        if quantity.value_low is None or quantity.value_high is None:
            return None
        return (quantity.value_low, quantity.value_high)
    return (quantity.interval_low, quantity.interval_high)


def measured(quantity: Quantity) -> Interval | None:
    """The interval for arithmetic: 約2781.6億 is told to a unit or two of its last digit, whatever "about" may allow elsewhere."""
    interval, value = stated(quantity), quantity.value_low
    if interval is None or value is None or quantity.hedge not in ("about", "nearly") or value != quantity.value_high:
        return interval
    digits = value.normalize().as_tuple()
    if len(digits.digits) < 2 or not isinstance(digits.exponent, int):
        return interval
    margin = Decimal(1).scaleb(digits.exponent) * (Decimal("1.5") if len(digits.digits) > 2 else 1)
    return (value - margin, value + margin)


def printed(quantity: Quantity) -> Interval | None:
    """The value as printed with the rounding of its digits, where a hedge belongs to the comparison (less than the $18.50)."""
    value = quantity.value_low if quantity.value_low is not None else quantity.value_high
    if value is None or quantity.hedge in ("exact", "about", "nearly"):
        return measured(quantity)
    exponent = value.normalize().as_tuple().exponent
    half = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2
    return (value - half, value + half)


def middle(quantity: Quantity) -> Decimal | None:
    """The value as stated, the middle of a range."""
    low, high = quantity.value_low, quantity.value_high
    if low is None or high is None:
        return low if high is None else high
    return low if low == high else (low + high) / 2


def step(quantity: Quantity) -> Decimal:
    """One unit in the last written digit ("31.68億" → 0.01億); zero where the interval shows no precision."""
    low, high = quantity.interval_low, quantity.interval_high
    if low is None or high is None or quantity.value_low != quantity.value_high or quantity.hedge != "exact":
        return Decimal(0)
    return high - low


def widen(interval: Interval, margin: Decimal) -> Interval:
    """The interval, longer by the margin at each end."""
    low, high = interval
    return (None if low is None else low - margin, None if high is None else high + margin)


def stretch(interval: Interval, part: Decimal) -> Interval:
    """A positive interval, longer by that part of each end."""
    low, high = interval
    return (None if low is None else low * (1 - part), None if high is None else high * (1 + part))


def generous(quantity: Quantity) -> Interval | None:
    """What a quantity allows when the writer may have cut digits off instead of rounding them (31.9 printed as 31)."""
    interval = measured(quantity)
    return None if interval is None else widen(interval, step(quantity) / 2)


def add(a: Interval, b: Interval) -> Interval:
    """All sums."""
    with localcontext() as context:
        context.prec = DIGITS
        return (_plus(a[0], b[0]), _plus(a[1], b[1]))


def negate(a: Interval) -> Interval:
    """All opposites."""
    low, high = a
    return (None if high is None else -high, None if low is None else -low)


def subtract(a: Interval, b: Interval) -> Interval:
    """All differences."""
    return add(a, negate(b))


def multiply(a: Interval, b: Interval) -> Interval:
    """All products; open wherever an open end takes part, unless both are wholly positive."""
    with localcontext() as context:
        context.prec = DIGITS
        if not_negative(a) and not_negative(b):
            return (_times(a[0], b[0]), _times(a[1], b[1]))
        if a[0] is None or a[1] is None or b[0] is None or b[1] is None:
            return (None, None)
        products = [x * y for x in (a[0], a[1]) for y in (b[0], b[1])]
        return (min(products), max(products))


def divide(a: Interval, b: Interval) -> Interval | None:
    """All quotients; None where the divisor may be zero."""
    low, high = b
    if low is None or low <= 0:
        if high is None or high >= 0:
            return None
        return divide(negate(a), negate(b))
    with localcontext() as context:
        context.prec = DIGITS
        inverse: Interval = (Decimal(0) if high is None else 1 / high, 1 / low)
    return multiply(a, inverse)


def not_negative(a: Interval) -> bool:
    """Whether nothing below zero is allowed."""
    return a[0] is not None and a[0] >= 0


def disjoint(a: Interval, b: Interval) -> bool:
    """Whether no value is allowed by both."""
    return _beyond(a, b) or _beyond(b, a)


def gap(a: Interval, b: Interval) -> Decimal:
    """The distance between two intervals; zero where they meet."""
    for x, y in ((a, b), (b, a)):
        if x[1] is not None and y[0] is not None and x[1] < y[0]:
            return y[0] - x[1]
    return Decimal(0)


def within(a: Interval, b: Interval, relative: Decimal) -> bool:
    """Whether the intervals meet once the first is stretched by that part of its own size."""
    size = max((abs(end) for end in a if end is not None), default=Decimal(0))
    return not disjoint(widen(a, size * relative), b)


def growth(level: Interval, base: Interval) -> Interval | None:
    """The percentage change from base to level: 105 from 100 is 5; None where the base may be zero or negative."""
    if base[0] is None or base[0] <= 0:
        return None
    ratio = divide(level, base)
    return None if ratio is None else multiply(exactly(HUNDRED), subtract(ratio, exactly(1)))


def show(value: Decimal | None, places: int = 2) -> str:
    """A value for readers: grouped, at most that many decimals, no trailing zeros, a true minus; … for an open end."""
    if value is None:
        return "…"
    text = f"{value:,.{places}f}".replace("-", "−")
    return text.rstrip("0").rstrip(".") if "." in text else text


def show_interval(interval: Interval, places: int = 2) -> str:
    """`2.72 to 2.75`, or one value where both ends read the same."""
    low, high = show(interval[0], places), show(interval[1], places)
    return low if low == high else f"{low} to {high}"


def show_percent(interval: Interval) -> str:
    """`31.2% to 31.3%`, with two decimals for small percentages."""
    ends = [end for end in interval if end is not None]
    places = 2 if ends and max(map(abs, ends)) < 20 else 1
    return show_interval(interval, places) + "%"


def _plus(x: Decimal | None, y: Decimal | None) -> Decimal | None:
    return None if x is None or y is None else x + y


def _times(x: Decimal | None, y: Decimal | None) -> Decimal | None:
    return None if x is None or y is None else x * y


def _beyond(a: Interval, b: Interval) -> bool:
    return a[1] is not None and b[0] is not None and a[1] < b[0]
