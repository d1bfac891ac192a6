"""How the values of two figures stand to each other: whether they meet, and when they differ without contradicting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.comparison.currencies import converted, currency
from factcheck.comparison.intervals import disjoint, stretched

if TYPE_CHECKING:
    from factcheck.comparison.figures import Figure
    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.metrics import MetricRule


def values_meet(a: Figure, b: Figure, rule: MetricRule | None, rules: Rulebook) -> tuple[bool, tuple[str, ...]]:
    """Whether some value satisfies both statements, and the doubts that a conversion brings."""
    interval = a.interval if rule is None or not rule.tolerance else stretched(a.interval, rule.tolerance)
    first, second = currency(a), currency(b)
    if first is None or second is None or first == second:
        return not disjoint(interval, b.interval) or cut_off(a, b), ()
    if (a.claim.quantity.unit_inferred or b.claim.quantity.unit_inferred) and not disjoint(interval, b.interval):
        return True, ("unit_inferred",)
    changed = converted(a, second, rules.rates)
    if changed is None:
        # No rate is known: nothing can be said about amounts that differ.
        return True, ("converted",)
    return not disjoint(changed, b.interval), ("converted",)


def cut_off(a: Figure, b: Figure) -> bool:
    """Whether the shorter number is the longer one with its last digits cut off, not rounded: 3.5695億 for 356,955,803."""
    if a.unit != b.unit or a.value is None or b.value is None or len(a.digits) == len(b.digits):
        return False
    short, long = (a, b) if len(a.digits) < len(b.digits) else (b, a)
    low, high = short.interval
    if low is None or high is None or short.claim.quantity.hedge != "exact" or len(short.digits) < 2:
        return False
    return short.value <= long.value < short.value + (high - low)  # type: ignore[operator]


def opposite(a: Figure, b: Figure) -> bool:
    """Whether one rises and the other falls."""
    first, second = a.claim.quantity.direction, b.claim.quantity.direction
    return first is not None and second is not None and first != second and a.value != 0


def points_for_percent(a: Figure, b: Figure) -> bool:
    """Whether one change is in per cent and the other, of the same digits, in percentage points."""
    deltas = a.claim.quantity.change == b.claim.quantity.change == "delta"
    return deltas and {a.unit, b.unit} == {"%", "pp"} and a.value == b.value and len(a.digits) >= 2


def other_state(a: Figure, b: Figure) -> bool:
    """Whether both say "at least", or both "about", of different values: they allow one another, yet are two statements."""
    hedge = a.claim.quantity.hedge
    return hedge == b.claim.quantity.hedge != "exact" and a.value != b.value


def touching(a: Figure, b: Figure) -> bool:
    """Whether two exact values of one precision differ by one in the last digit, so that only the border of both rounds either way."""
    (low_a, high_a), (low_b, high_b) = a.interval, b.interval
    if a.value == b.value or a.unit != b.unit or None in (low_a, high_a, low_b, high_b):
        return False
    exact = a.claim.quantity.hedge == b.claim.quantity.hedge == "exact"
    return exact and (high_a == low_b or high_b == low_a)


def listed_twice(a: Figure, b: Figure) -> bool:
    """Whether the two are prices of one company in two currencies, digits apart: an ordinary share and a depositary one."""
    priced = a.claim.family in ("share_price", "price_target") and b.claim.family in ("share_price", "price_target")
    return priced and currency(a) != currency(b) and a.digits != b.digits
