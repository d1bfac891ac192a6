"""Amounts in two currencies that the text calls equal, against the dated reference rates."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.checks.arithmetic import Interval, disjoint, exactly, generous, multiply, stated, stretch
from factcheck.checks.base import between, words_of
from factcheck.checks.phrases import in_words_of
from factcheck.checks.relations import FILLER, HAN_YUAN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim

DRIFT = Decimal("0.03")
"""How far a writer's exchange rate may be from the dated one, beyond its own tolerance."""
FAR = Decimal("0.25")
"""A conversion off by more is a slip; off by less it may be an old rate."""
UNDATED = Decimal("0.6")
"""Where nobody knows the day, only a slip of the scale word is sure."""


def wrong_conversions(
    listed: Sequence[Claim], rule: CheckRule, rulebook: Rulebook
) -> Iterator[tuple[Claim, Claim, Interval, bool]]:
    """(amount, its conversion, what the rate of the day makes it, whether far off) for 3800億元（約53億美元）."""
    joint = words_of(rule, "about", r"[ ,]*\(?[ ]*(?:%s" + FILLER + r"){0,2}[ ]*")
    for first, second in pairwise(listed):
        gap = between(first, second).replace("，", ",")
        words = gap.strip(" ,")
        if not words or (words == "or" and "," not in gap):
            # Two amounts of a list, or one or the other.
            continue
        if not _two_currencies(first, second) or not joint.fullmatch(gap):
            continue
        computed, interval = converted(first, first.quantity.unit, second, rulebook), generous(second.quantity)
        if computed is None or interval is None or not disjoint(interval, computed):
            continue
        if first.published is None and not disjoint(interval, stretch(computed, UNDATED)):
            continue
        if not _fits_another_yuan(first, second, interval, rulebook):
            yield first, second, computed, disjoint(interval, stretch(computed, FAR))


def converted(first: Claim, unit: str | None, second: Claim, rulebook: Rulebook) -> Interval | None:
    """The first amount, taken as that currency, in the currency of the second; None where no rate is known."""
    rate = rulebook.rates.rate(unit or "", second.quantity.unit or "", first.published)
    interval = stated(first.quantity)
    return None if rate is None or interval is None else stretch(multiply(interval, exactly(rate[0])), rate[1] + DRIFT)


def described(first: Claim, second: Claim, computed: Interval) -> tuple[Decimal | None, str]:
    """The middle of what the rate makes it, and the formula for readers."""
    low, high = computed
    value = (low + high) / 2 if low is not None and high is not None else low or high
    return (
        value,
        f"{first.surface} at the {first.quantity.unit}/{second.quantity.unit} rate of the day = {in_words_of(value, second)}",
    )


def _two_currencies(first: Claim, second: Claim) -> bool:
    units = (first.quantity.unit or "", second.quantity.unit or "")
    money = all(re.fullmatch("[A-Z]{3}", unit) for unit in units)
    return money and units[0] != units[1] and not (second.quantity.unit_inferred and second.surface[-1] in "元圓圆块塊")


def _fits_another_yuan(first: Claim, second: Claim, interval: Interval, rulebook: Rulebook) -> bool:
    """Whether a bare 元 was only read as the wrong one of its currencies."""
    if not first.quantity.unit_inferred:
        return False
    others = [converted(first, unit, second, rulebook) for unit in HAN_YUAN]
    return any(other is not None and not disjoint(interval, other) for other in others)
