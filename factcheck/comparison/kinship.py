"""How near two figures are to being one thing where one of the readings may be at fault: subject, measure, period, scope."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcheck.comparison.companions import strangers
from factcheck.comparison.comparability import TIMELESS, facet_pairs
from factcheck.comparison.periods import relate_periods
from factcheck.comparison.verdicts import REPORTERS

if TYPE_CHECKING:
    from factcheck.comparison.figures import Figure
    from factcheck.rulebook import Rulebook
    from factcheck.types import Claim

Closeness = Literal["same", "akin", "open", "other"]

SETTINGS = frozenset({"country", "place", "market", "sector"})
"""Kinds of entity that name where something is counted: Southeast Asia and the smartphone market may be one subject."""

VAGUE = frozenset({"other", "number", "count"})
"""Families that say nothing of what is measured."""


def subjects(a: Figure, b: Figure, rules: Rulebook) -> Closeness:
    """`akin` for parent and product, `open` where a subject is unknown or was carried over from another sentence.

    Nothing parts two subjects but that both sentences name theirs.
    """
    first, second = a.claim.entity, b.claim.entity
    if first == second is not None:
        return "same"
    one, other = rules.entities.rule(first), rules.entities.rule(second)
    if one is not None and other is not None and (other.id == one.parent or one.id == other.parent):
        return "akin"
    if first and second and set(first.split("_")[:1]) & set(second.split("_")[:1]) and not (one and other):
        return "akin"  # "Nvidia Corporation" beside the Nvidia that a rule knows
    if one is not None and other is not None and (one.kind in REPORTERS or {one.kind, other.kind} <= SETTINGS):
        return "open"
    return "other" if strangers(a, b) and (other is None or other.kind not in REPORTERS) else "open"


def measures(a: Figure, b: Figure, rules: Rulebook) -> Closeness:
    """`akin` for aspects of one metric and metrics of one family, `open` where no rule knows one of them."""
    first, second = a.claim, b.claim
    if first.metric == second.metric:
        return "same"
    if first.metric_open or second.metric_open or "number" in (first.metric, second.metric):
        return "open"
    one, other = rules.metrics.rule(first.metric), rules.metrics.rule(second.metric)
    if one is not None and other is not None and one.id == other.id:
        return "akin"
    return "akin" if first.family == second.family and first.family not in VAGUE else "other"


def periods_apart(a: Claim, b: Claim) -> bool:
    """Whether both periods are stated and cannot be one; a period carried over from another sentence states nothing."""
    if a.family in TIMELESS or not (stated(a) and stated(b)):
        return False
    return relate_periods(a.period, b.period) in ("apart", "inside")


def stated(claim: Claim) -> bool:
    """Whether the claim's own text gives its period."""
    return claim.period is not None and not claim.period_inferred


def scopes_apart(a: Figure, b: Figure) -> bool:
    """Whether both state a facet, and not alike."""
    return any(one and other and one != other for _, one, other in facet_pairs(a.claim, b.claim))
