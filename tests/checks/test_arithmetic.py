"""Interval arithmetic: whatever the true values are, the result holds theirs."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.checks import arithmetic as a

from .factory import read

VALUES = st.decimals(min_value=-(10**9), max_value=10**9, places=3)


@st.composite
def held(draw: Any) -> tuple[a.Interval, Decimal]:
    """An interval, some ends open, and a value inside it."""
    low, value, high = sorted(draw(st.tuples(VALUES, VALUES, VALUES)))
    return ((low if draw(st.booleans()) else None, high if draw(st.booleans()) else None), value)


def holds(interval: a.Interval, value: Decimal) -> bool:
    """Whether the interval allows the value, up to the working precision."""
    slack = abs(value) * Decimal("1e-30")
    low, high = interval
    return (low is None or low - slack <= value) and (high is None or value <= high + slack)


@given(held(), held())
def test_results_hold_the_true_value(first: tuple[a.Interval, Decimal], second: tuple[a.Interval, Decimal]) -> None:
    """Sum, difference, product and quotient of any two allowed values are allowed."""
    (one, x), (two, y) = first, second
    with localcontext() as context:
        context.prec = 60
        assert holds(a.add(one, two), x + y)
        assert holds(a.subtract(one, two), x - y)
        assert holds(a.multiply(one, two), x * y)
        quotient = a.divide(one, two)
        assert quotient is None or holds(quotient, x / y)


@given(held(), held())
def test_disjoint_means_no_common_value(first: tuple[a.Interval, Decimal], second: tuple[a.Interval, Decimal]) -> None:
    """Two intervals that hold one value are never disjoint, and the gap is zero exactly where they meet."""
    (one, x), (two, _) = first, second
    assert not a.disjoint(one, one)
    assert a.disjoint(one, two) == a.disjoint(two, one)
    assert a.disjoint(one, two) == (a.gap(one, two) > 0)
    assert not (a.disjoint(one, two) and holds(two, x))


@given(held())
def test_divisor_that_may_be_zero(first: tuple[a.Interval, Decimal]) -> None:
    """Nothing is divided by an interval that holds zero."""
    assert a.divide(first[0], (Decimal(-1), Decimal(1))) is None
    assert a.divide(first[0], (Decimal(0), Decimal(1))) is None


def test_growth_of_rounded_values() -> None:
    """13億 after 2.73億 is a growth of 357 % to 395 %, by the digits written."""
    growth = a.growth(a.stated(read("13億元", 0)) or (None, None), a.stated(read("2.73億元", 0)) or (None, None))
    assert growth is not None
    assert a.show_interval(growth, 0) == "357 to 395"


@pytest.mark.parametrize(
    ("surface", "hedge", "low", "high"),
    [("31.68億元", "exact", "3167000000", "3169000000"), ("5%", "exact", "4", "6"), ("31%", "over", "31", None)],
)
def test_generous_allows_cut_digits(surface: str, hedge: str, low: str, high: str | None) -> None:
    """31.9 printed as 31 is inside; a hedged number is as wide as its hedge."""
    found = a.generous(read(surface, 0, hedge))
    assert found == (Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("value", "text"), [("1234567.500", "1,234,567.5"), ("5.00", "5"), ("-0.125", "−0.12"), ("1E+3", "1,000")]
)
def test_values_for_readers(value: str, text: str) -> None:
    """Grouped, two decimals at most, never an exponent."""
    assert a.show(Decimal(value)) == text


def test_open_ends_for_readers() -> None:
    """An open end is an ellipsis."""
    assert a.show_interval((Decimal(5), None)) == "5 to …"
