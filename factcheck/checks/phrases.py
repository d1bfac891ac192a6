"""How findings inside one article name what they are about."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.checks.arithmetic import gap, show
from factcheck.types import Explanation
from factcheck.wire import iso_period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.checks.arithmetic import Interval
    from factcheck.rulebook import Rulebook
    from factcheck.types import Claim

SURFACE = re.compile(r"(\D*?)(\d[\d,]*(?:\.\d+)?)(\D*)")


def subject(claim: Claim, rulebook: Rulebook) -> str:
    """The entity's name, for an open one its text, or "the subject" where the text names none beside the number."""
    rule = rulebook.entities.rule(claim.entity)
    return rule.name if rule is not None else claim.entity_surface or claim.entity or "the subject"


def measure(claim: Claim, rulebook: Rulebook) -> str:
    """The metric's title in lower case, or its open text."""
    rule = rulebook.metrics.rule(claim.metric)
    if rule is None:
        return claim.metric_surface or claim.metric.replace("_", " ") or "the figure"
    title = rule.title[:1].lower() + rule.title[1:] if rule.title[1:2].islower() else rule.title
    aspect = claim.metric.removeprefix(rule.id).lstrip("_")
    return f"{title} {aspect}" if aspect in ("growth", "share") else title


def about(claim: Claim, rulebook: Rulebook) -> str:
    """`Alibaba, revenue`: what a finding's message opens with."""
    return f"{subject(claim, rulebook)}, {measure(claim, rulebook)}"


def quoted(claim: Claim) -> str:
    """The number as printed, with its hedge in words where it has one."""
    words = {
        "about": "about ", "nearly": "nearly ", "over": "more than ", "under": "less than ", "at_least": "at least ",
        "at_most": "at most ", "order_of_magnitude": "some ", "exact": "",
    }  # fmt: skip
    return f"{words[claim.quantity.hedge]}{claim.surface}"


def in_words_of(value: Decimal | None, claim: Claim) -> str:
    """The value in the scale and unit that a claim is printed in: 3,600,000,000 beside 46億美元 is 36億美元."""
    printed = SURFACE.fullmatch(claim.surface)
    if value is None or printed is None or not claim.quantity.value_low:
        return show(value)
    digits = Decimal(printed[2].replace(",", ""))
    if not digits:
        return show(value)
    sign = "−" if value < 0 else ""
    coefficient = abs(value * digits / claim.quantity.value_low)
    return f"{sign}{printed[1]}{show(coefficient, 2 if coefficient >= 1 else 4)}{printed[3]}"


def span_in_words_of(interval: Interval, claim: Claim) -> str:
    """The same for both ends, or once where both read the same."""
    low, high = in_words_of(interval[0], claim), in_words_of(interval[1], claim)
    return low if low == high else f"{low} to {high}"


def distance(one: Interval, other: Interval, claim: Claim) -> str:
    """How far apart two intervals are, in the words of a claim; of percentages in percentage points."""
    if claim.quantity.unit == "%":
        return f"{show(gap(one, other), 4)} percentage points"
    return in_words_of(gap(one, other), claim)


def matched(claims: Sequence[Claim]) -> Explanation:
    """What all claims agree on, and in what the first two differ."""
    rows: dict[str, list[str | None]] = {
        "entity": [claim.entity for claim in claims],
        "metric": [claim.metric for claim in claims],
        "unit": [claim.quantity.unit for claim in claims],
        "period": [iso_period(claim.period) for claim in claims],
    }
    rows |= {name: [claim.facet(name) for claim in claims] for name, _ in claims[0].facets}
    same = tuple((name, str(values[0])) for name, values in rows.items() if values[0] and len(set(values)) == 1)
    differs = tuple(
        (name, str(values[0]), str(values[1]))
        for name, values in rows.items()
        if len(values) > 1 and values[0] and values[1] and values[0] != values[1]
    )
    return Explanation(matched=same, differs=differs)
