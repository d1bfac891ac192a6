"""Values whose ratio the text gives: 甲是乙的N倍, N times the B, 佔整體約N%."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcheck.checks.arithmetic import (
    HUNDRED,
    Interval,
    disjoint,
    divide,
    exactly,
    generous,
    measured,
    middle,
    multiply,
)
from factcheck.checks.base import before, between, words_of
from factcheck.checks.relations import FILLER, alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim

REACH = 48
"""Code points from a value to "N times the B", over an apposition such as "or $1.01 a share"."""


class Ratio(NamedTuple):
    """A ratio that its two values contradict."""

    factor: Claim
    value: Claim
    base: Claim
    computed: Interval
    printed: Decimal | None
    """The ratio of the two values as printed."""


def wrong_ratios(listed: Sequence[Claim], lead: Sequence[Claim], rule: CheckRule) -> Iterator[Ratio]:
    """Every stated ratio of a sentence that its values exclude; `lead` holds the numbers of the sentence before."""
    seen: set[int] = set()
    for factor, value, base in (*_of(listed, rule), *_times(listed), *_whole(listed, lead, rule)):
        if factor.start in seen:
            continue
        seen.add(factor.start)
        one, two, told = measured(value.quantity), measured(base.quantity), generous(factor.quantity)
        computed = divide(one, two) if one and two and two[0] is not None and two[0] > 0 else None
        if computed is None or told is None:
            continue
        scale = HUNDRED if factor.quantity.unit == "%" else HUNDRED / HUNDRED
        computed = multiply(computed, exactly(scale))
        if disjoint(told, computed):
            above, below = middle(value.quantity), middle(base.quantity)
            yield Ratio(factor, value, base, computed, above / below * scale if above is not None and below else None)


def _of(listed: Sequence[Claim], rule: CheckRule) -> Iterator[tuple[Claim, Claim, Claim]]:
    """13億元，是去年2.73億元的4.8倍; 13億元，相當於市值100億元的13%."""
    for value, base, factor in zip(listed, listed[1:], listed[2:], strict=False):
        joint = between(value, base)
        if not alike(value, base) or base.quantity.unit == "%" or factor.quantity.unit not in ("x", "%"):
            continue
        if factor.quantity.direction is not None or not words_of(rule, "is").search(joint) or re.search("[；;]", joint):
            continue
        if re.fullmatch("的" + FILLER, between(base, factor)):
            yield factor, value, base


def _times(listed: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, Claim]]:
    """$916 million, or $1.01 a share, roughly 30 times the $30 million."""
    for place, (factor, base) in enumerate(pairwise(listed)):
        if factor.quantity.unit != "x" or factor.quantity.direction is not None:
            continue
        if not re.fullmatch(r"[ ](?:as much as )?(?:the |that of |its )?", between(factor, base)):
            continue
        values = [claim for claim in listed[max(0, place - 2) : place] if "/" not in (claim.quantity.unit or "/")]
        if values and alike(values[-1], base) and len(between(values[-1], factor)) <= REACH:
            yield factor, values[-1], base


def _whole(listed: Sequence[Claim], lead: Sequence[Claim], rule: CheckRule) -> Iterator[tuple[Claim, Claim, Claim]]:
    """大市成交3802億港元，阿里佔549億元，佔整體約14%: the share of the one larger amount that can be the whole."""
    marked = words_of(rule, "share_of", r"%s([^\d，,。；]{0,8}?)" + FILLER + "$")
    for place, factor in enumerate(listed):
        found = marked.search(before(factor, 20)) if factor.quantity.unit == "%" and place else None
        if found is None:
            continue
        part = listed[place - 1]
        wholes = [claim for claim in (*lead, *listed[: place - 1]) if alike(claim, part) and _larger(claim, part)]
        noun = found[1].strip("的约為为")[:2]
        named = [claim for claim in wholes if noun and noun in before(claim, 10)]
        fitting = named or ([] if noun else wholes)
        if len(fitting) == 1:
            yield factor, part, fitting[0]


def _larger(claim: Claim, part: Claim) -> bool:
    one, two = middle(claim.quantity), middle(part.quantity)
    return one is not None and two is not None and one > two
