"""Whether two claims of one entity, metric and dimension may be held against each other, and what makes that doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.comparison.periods import days_apart, effective, relate_periods
from factcheck.types import Explanation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.comparison.figures import Figure
    from factcheck.rulebook.metrics import MetricRule
    from factcheck.types import Claim

AHEAD = frozenset({"forecast", "plan", "opinion"})
"""Modalities of what has not happened."""

TIMELESS = frozenset({"model_params", "bond_terms", "performance_ratio", "benchmark_score", "cost_ratio"})
"""Families whose value belongs to a thing, not to a time."""

DAILY = frozenset({"share_move", "index_move", "turnover", "fund_flow"})
"""Families with a new value every day: without a date two of them are two days."""

MEASURED = frozenset(
    {"market_share", "shipments", "users", "rank", "forecast", "price_target", "benchmark_score", "fund_flow"}
)
"""Families whose value depends on who measured it: two named sources may honestly differ."""

DEFINING = frozenset({"basis", "comparator", "statistic", "accounting", "adjustment", "attributable"})
"""Facets that change what is computed; the others change of what."""

LONG_AGO = 45
"""Days between two publications after which an undated figure is taken for another period's."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How two claims stand to each other before their values are looked at."""

    reason: str | None
    """Why they may differ honestly (`period`, `scope`, …); None where nothing known parts them."""
    weak: tuple[str, ...]
    """What is doubtful about comparing them; a facet as `facet:session`."""
    period: str


def relate(a: Figure, b: Figure, rule: MetricRule | None) -> Relation:
    """The relation of two figures of one block; the first reason found stands."""
    first, second = a.claim, b.claim
    weak: list[str] = []
    reason = _modality(first, second) or _change(first, second, weak) or _facets(first, second, rule, weak)
    reason = reason or _forecaster(first, second, weak)
    period, apart = _period(first, second, rule, weak)
    _openness(first, second, weak)
    return Relation(reason or apart, tuple(weak), period)


def _modality(a: Claim, b: Claim) -> str | None:
    return "modality" if (a.modality in AHEAD) != (b.modality in AHEAD) else None


def _change(a: Claim, b: Claim, weak: list[str]) -> str | None:
    first, second = a.quantity.change, b.quantity.change
    if first == second:
        return None
    if first is None or second is None:
        weak.append("change")
        return None
    return "definition"


def _facets(a: Claim, b: Claim, rule: MetricRule | None, weak: list[str]) -> str | None:
    if a.facets == b.facets:
        return None
    reason = None
    for name, one, other in facet_pairs(a, b):
        if one is None or other is None:
            listed = rule is None or name in rule.facets
            weak.append(f"{'facet' if listed else 'aside'}:{name}")
        elif one != other:
            reason = reason or ("definition" if name in DEFINING else "scope")
    return reason


def facet_pairs(a: Claim, b: Claim) -> Iterator[tuple[str, str | None, str | None]]:
    """(facet, value of a, value of b) for every facet that either states."""
    first, second = dict(a.facets), dict(b.facets)
    for name in sorted(first.keys() | second.keys()):
        yield name, first.get(name), second.get(name)


def _forecaster(a: Claim, b: Claim, weak: list[str]) -> str | None:
    ahead = a.modality in AHEAD
    if a.attribution == b.attribution or not (ahead or a.family in MEASURED):
        if ahead and a.attribution is None:
            weak.append("forecaster")
        return None
    if a.attribution is None or b.attribution is None:
        weak.append("forecaster")
        return None
    return "forecaster" if ahead else "definition"


def _period(a: Claim, b: Claim, rule: MetricRule | None, weak: list[str]) -> tuple[str, str | None]:
    moving = rule is not None and rule.as_of
    relation = relate_periods(effective(a, moving), effective(b, moving))
    parted = "as_of" if moving else "period"
    if relation in ("inside", "apart"):
        return relation, parted
    if relation in ("near", "closing"):
        weak.append("near_day")
    elif relation in ("one_sided", "unstated"):
        apart = days_apart(a, b) or 0
        if apart > LONG_AGO and a.family not in TIMELESS:
            return relation, "period"
        # A count that nobody dated (casualties, orders) grows from one day's story to the next.
        if apart > 0 and a.metric_open and a.family in ("count", "other", "number"):
            return relation, "as_of"
        if a.family not in TIMELESS:
            weak.append("period_" + relation)
        if moving or a.family in DAILY:
            weak.append("undated")
    # "9月" needs the article's date as well, but it is stated; a bare day of publication is not.
    inferred = sum(c.period is not None and c.period_inferred and c.period_surface is None for c in (a, b))
    if inferred and relation != "unstated":
        # Two reports of one day about what moves daily mean that day, though neither says so.
        today = a.family in DAILY and a.published is not None and a.published == b.published
        weak.append("period_inferred" if inferred == 2 and not today else "period_half_inferred")
    return relation, None


def _openness(a: Claim, b: Claim, weak: list[str]) -> None:
    if a.entity_open or a.entity is None or b.entity_open or b.entity is None:
        weak.append("open_entity")
    if a.metric_open:
        weak.append("open_metric")
    if a.quantity.unit_inferred != b.quantity.unit_inferred:
        weak.append("unit_half_inferred")
    least = min(a.confidence, b.confidence)
    # A claim without an entity is read with half the confidence already.
    if least < (0.25 if a.entity is None or b.entity is None else 0.4):
        weak.append("doubtful")
    elif least < 0.5 and a.entity is not None and b.entity is not None:
        weak.append("unsure")
    if (a.quantity.direction is None) != (b.quantity.direction is None):
        weak.append("direction")


def explain(a: Claim, b: Claim) -> Explanation:
    """Which dimensions of the two claims match, differ, or are stated on one side, for readers."""
    matched: list[tuple[str, str]] = []
    differs: list[tuple[str, str, str]] = []
    one_sided: list[tuple[str, str]] = []
    for name, one, other in _dimensions(a, b):
        if one == other:
            if one is not None:
                matched.append((name, one))
        elif one is None or other is None:
            one_sided.append((name, one or other or ""))
        else:
            differs.append((name, one, other))
    return Explanation(tuple(matched), tuple(differs), tuple(one_sided))


def _dimensions(a: Claim, b: Claim) -> Iterator[tuple[str, str | None, str | None]]:
    yield "entity", a.entity, b.entity
    yield "metric", a.metric, b.metric
    yield "period", _days(a), _days(b)
    yield "unit", a.quantity.unit, b.quantity.unit
    yield "change", a.quantity.change, b.quantity.change
    yield "direction", a.quantity.direction, b.quantity.direction
    yield "modality", a.modality, b.modality
    yield "attribution", a.attribution, b.attribution
    yield from facet_pairs(a, b)


def _days(claim: Claim) -> str | None:
    from factcheck.wire import iso_period

    return iso_period(claim.period)
