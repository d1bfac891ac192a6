"""The interval that a statement allows: what its written digits leave open, widened by its hedge."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.types import Hedge

ZERO = Decimal(0)
FIVE_PERCENT = Decimal("0.05")
NINE_TENTHS = Decimal("0.9")
HALVES = {place: Decimal(5).scaleb(place - 1) for place in range(-12, 25)}


def half_place(place: int | None) -> Decimal:
    """Half a unit of a decimal place: 0.05 for -1; nothing for None."""
    if place is None:
        return ZERO
    return HALVES.get(place) or Decimal(5).scaleb(place - 1)


def interval(
    low: Decimal, high: Decimal, half: Decimal, hedge: Hedge, exact: bool
) -> tuple[Decimal | None, Decimal | None]:
    """Least and greatest value that the words allow; `half` is half a unit of the last written place.

    "3.1万亿" is 3.05e12 to 3.15e12; "逾530亿" starts at 530e8 and is open above; a count of 3 is 3.
    """
    if hedge == "exact":
        return (low, high) if exact else (low - half, high + half)
    if hedge in ("over", "at_least"):
        return low, None
    if hedge in ("under", "at_most"):
        return (ZERO if high >= 0 else None), high
    if hedge == "order_of_magnitude":
        return low, high
    if hedge == "about":
        return low - _stretch(low, half), high + _stretch(high, half)
    return (min(low * NINE_TENTHS, low - _shortfall(low)) if low > 0 else low - half), high + half


def _shortfall(value: Decimal) -> Decimal:
    """How far below its figure "nearly" reaches: one unit of the last figure that is not 0 (31億 for 近32億), half of one where
    it is the only figure (2500 for 近3000).
    """
    figures = value.normalize().as_tuple().digits
    step = Decimal(1).scaleb(_last_place(value))
    return ZERO if figures == (1,) else step / 2 if len(figures) == 1 else step


def _stretch(value: Decimal, half: Decimal) -> Decimal:
    """How far "about" reaches: 5 %, or half the place of the last figure that is not 0, whichever is more."""
    by_figure = Decimal(5).scaleb(_last_place(value) - 1) if value else ZERO
    return max(half, by_figure, abs(value) * FIVE_PERCENT)


def _last_place(value: Decimal) -> int:
    """The power of ten of the last figure that is not 0: 9 in 32e8 is 8, in 120 it is 1."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
