"""FC205: one article states the same figure twice, with values that exclude each other."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.checks.arithmetic import Interval, disjoint, negate, stated, widen, within
from factcheck.checks.base import clause, make_finding, slipped, words_of
from factcheck.checks.phrases import about, distance, matched, quoted
from factcheck.types import Arithmetic
from factcheck.wire import iso_period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim, Extraction, Finding

CHECK = "FC205"
SLIP = Decimal("0.1")
"""Two prices of one day further apart are as a rule two securities, read as one."""
Key = tuple[object, ...]


def check(extraction: Extraction, rulebook: Rulebook) -> Iterator[Finding]:
    """Every figure that body sentences state in two ways; one that takes three values is a list, not a contradiction."""
    rule = rulebook.checks[CHECK]
    groups: dict[Key, list[Claim]] = defaultdict(list)
    for claim in extraction.claims:
        if _comparable(claim, rule):
            groups[_key(claim)].append(claim)
    for group in groups.values():
        if len({(claim.quantity.value_low, claim.quantity.direction) for claim in group}) > 1:
            found = _judge(group, rule, rulebook)
            if found is not None:
                yield found


def _key(claim: Claim) -> Key:
    quantity = claim.quantity
    return (
        claim.section, claim.entity, claim.metric, quantity.unit, claim.period, claim.facets, claim.modality,
        claim.attribution if claim.modality != "actual" else None, quantity.change in ("delta", "multiple"),
    )  # fmt: skip


def _comparable(claim: Claim, rule: CheckRule) -> bool:
    """Whether the claim is a plain statement about a known subject: not a headline, not an older or supposed value."""
    # A period taken over from another sentence is the least sure of all readings.
    if (
        claim.headline
        or claim.negated
        or claim.period_inferred
        or claim.entity is None
        or claim.metric_open
        or claim.quantity.unit is None
    ):
        return False
    if claim.family in rule.words.get("never", ()) or claim.confidence < 0.5 or stated(claim.quantity) is None:
        return False
    if claim.family in rule.words.get("traded", ()) and (claim.period is None or claim.facet("session") is None):
        return False
    if claim.modality not in ("actual", "reported") and claim.attribution is None:
        return False
    near = clause(claim)
    return not (words_of(rule, "superseded").search(near) or words_of(rule, "bound").search(near))


def _judge(group: Sequence[Claim], rule: CheckRule, rulebook: Rulebook) -> Finding | None:
    clusters = _clusters(group, rulebook)
    if len(clusters) != 2:
        return None
    # The value that more sentences give is believed; between equals, the earlier one.
    wrong, right = sorted(clusters, key=lambda claims: (len(claims), -claims[0].start))
    first, other = wrong[0], right[0]
    if first.sentence_start == other.sentence_start or not _apart(wrong, right):
        return None
    if first.family in rule.words.get("loose", ()) and not slipped(first, other):
        return None
    one, two = _signed(first), _signed(other)
    if first.family in rule.words.get("levels", ()) and not within(one, two, SLIP):
        return None
    arithmetic = Arithmetic(
        stated=first.surface, computed=other.surface, difference=distance(one, two, first),
        tolerance="the rounding of both", formula=f"{first.surface} ≠ {other.surface}",
    )  # fmt: skip
    when = f" ({(iso_period(first.period) or '').replace('/', ' to ')})" if first.period else ""
    message = f"{about(first, rulebook)}{when}: {_told(first)} here, {_told(other)} in line {other.line}"
    several = first.family in rule.words.get("several", ()) or min(first.confidence, other.confidence) < 0.6
    sure = first.period is not None and (slipped(first, other) or not several)
    return make_finding(
        rule, (first, other), message, severity="error" if sure else "warning", confidence=0.85 if sure else 0.6,
        arithmetic=arithmetic, explanation=matched((first, other)),
    )  # fmt: skip


def _clusters(group: Sequence[Claim], rulebook: Rulebook) -> list[list[Claim]]:
    """Claims that allow a common value, together; at most three clusters are told apart."""
    clusters: list[tuple[Interval, list[Claim]]] = []
    for claim in sorted(group, key=lambda claim: claim.start):
        interval = _tolerant(claim, rulebook)
        for known, members in clusters:
            if not disjoint(known, interval):
                members.append(claim)
                break
        else:
            clusters.append((interval, [claim]))
            if len(clusters) > 2:
                break
    return [members for _, members in clusters]


def _tolerant(claim: Claim, rulebook: Rulebook) -> Interval:
    metric = rulebook.metrics.rule(claim.metric)
    interval = _signed(claim)
    if metric is None or not metric.tolerance or claim.quantity.value_low is None:
        return interval
    return widen(interval, abs(claim.quantity.value_low) * metric.tolerance)


def _apart(wrong: Sequence[Claim], right: Sequence[Claim]) -> bool:
    """Whether no sentence holds both values: a sentence that gives two tells them apart itself."""
    return not {claim.sentence_start for claim in wrong} & {claim.sentence_start for claim in right}


def _signed(claim: Claim) -> Interval:
    interval = stated(claim.quantity) or (None, None)
    return negate(interval) if claim.quantity.direction == "down" and claim.quantity.change != "level" else interval


def _told(claim: Claim) -> str:
    return {"up": "up ", "down": "down ", None: ""}[claim.quantity.direction] + quoted(claim)
