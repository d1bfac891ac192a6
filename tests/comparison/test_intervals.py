"""Intervals and the kinship of numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.comparison.intervals import disjoint, kinship, power_of_ten, significant, stretched, typing_slip

values = st.decimals(min_value=Decimal("-1e12"), max_value=Decimal("1e12"), allow_nan=False, places=3)
ends = st.one_of(st.none(), values)


@st.composite
def intervals(draw: st.DrawFn) -> tuple[Decimal | None, Decimal | None]:
    low, high = draw(ends), draw(ends)
    return (high, low) if low is not None and high is not None and low > high else (low, high)


@given(intervals(), intervals())
def test_disjoint_has_no_order(a, b):
    """Whether two statements exclude each other does not depend on which comes first."""
    assert disjoint(a, b) == disjoint(b, a)


@given(intervals(), intervals(), values)
def test_disjoint_intervals_share_no_value(a, b, x):
    """A value that both statements allow proves that they are not disjoint."""

    def allows(interval):
        low, high = interval
        return (low is None or low <= x) and (high is None or x <= high)

    assert not (disjoint(a, b) and allows(a) and allows(b))


@given(intervals(), st.decimals(min_value=0, max_value=1, places=2, allow_nan=False))
def test_a_stretched_interval_meets_itself(a, relative):
    """Tolerance only ever allows more."""
    assert not disjoint(stretched(a, relative), a)


@given(st.integers(1, 10**9), st.integers(-12, 12).filter(bool))
def test_a_power_of_ten_is_found_whatever_the_digits(digits, power):
    """46億 and 46萬 are the same digits four places apart."""
    assert power_of_ten(Decimal(digits), Decimal(digits).scaleb(power)) == power


def test_an_open_end_excludes_only_what_lies_beyond():
    """ "Over 530" excludes 529, not 5,300."""
    over = (Decimal(530), None)
    assert disjoint(over, (Decimal(529), Decimal("529.5")))
    assert not disjoint(over, (Decimal(5300), Decimal(5300)))


@pytest.mark.parametrize(
    ("a", "b", "slip"),
    [
        ("35.8", "38.5", "transposed"),
        ("36.9", "35.9", "one_digit"),
        ("1,860", "1,680", "transposed"),
        ("112", "1,120", "lost_digit"),
        ("3", "8", None),
        ("12.5", "1.25", None),
        ("47.3", "61.2", None),
    ],
)
def test_one_keystroke_is_told_from_another_number(a, b, slip):
    """Only numbers of two digits and more can be mistyped recognisably."""
    assert typing_slip(a, b) == slip


@pytest.mark.parametrize(
    ("a", "b", "kin"),
    [
        ("46e8", "46e4", "power"),
        ("100", "104", "near"),
        ("100", "170", "far"),
        ("12.5", "12.50", "equal"),
    ],
)
def test_kinship_without_the_written_digits(a, b, kin):
    """Without the text only the values speak."""
    assert kinship(Decimal(a), Decimal(b)) == kin


def test_significant_digits_carry_no_zeros():
    """4,600,000,000 and 0.46 show the same digits."""
    assert significant(Decimal("4600000000")) == significant(Decimal("0.460")) == "46"
    assert significant(Decimal(0)) == ""
