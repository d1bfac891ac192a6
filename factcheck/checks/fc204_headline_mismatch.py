"""FC204: a number of the headline that the body contradicts."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.checks.arithmetic import Interval, add, disjoint, exactly, generous, stated, widen
from factcheck.checks.base import make_finding, slipped
from factcheck.checks.phrases import about, distance, matched, quoted
from factcheck.types import Arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim, Extraction, Finding

CHECK = "FC204"
SHORTEST = 3
"""Characters of an open metric that tell it."""
MOST = 8
"""Values of the body that a headline may add up."""
LEEWAY = {1: Decimal("0.10"), 2: Decimal("0.03")}
"""Relative freedom of headlines by significant digits: 30億 may stand for 31.7億."""
Subject = tuple[int, str, str, str | None]


def check(extraction: Extraction, rulebook: Rulebook) -> Iterator[Finding]:
    """Each headline number whose figure the body states, but never with a value that the headline allows."""
    rule = rulebook.checks[CHECK]
    yield from _open_mismatches(extraction, rule, rulebook)
    heads = [claim for claim in extraction.claims if claim.headline and _plain(claim, rule)]
    if not heads:
        return
    body: dict[Subject, list[Claim]] = defaultdict(list)
    units: dict[tuple[int, str | None], list[Claim]] = defaultdict(list)
    for claim in extraction.claims:
        if not claim.headline:
            units[claim.section, claim.quantity.unit].append(claim)
            if _plain(claim, rule):
                body[_subject(claim)].append(claim)
    for head in heads:
        same = [claim for claim in body.get(_subject(head), ()) if _in_scope(head, claim)]
        # What another number of the headline stands for is not what this one contradicts.
        others = [_allowed(one) for one in heads if one.start != head.start and _subject(one) == _subject(head)]
        same = [claim for claim in same if not any(other and _meets(other, claim) for other in others)]
        found = _judge(head, same, units.get((head.section, head.quantity.unit), ()), rulebook) if same else None
        if found is not None:
            yield found


def _open_mismatches(extraction: Extraction, rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
    """Headline numbers of no known metric, whose digits the body gives in another order for the same words."""
    claims = [claim for claim in extraction.claims if claim.metric_open and claim.quantity.unit]
    body: dict[tuple[int, str | None], list[Claim]] = defaultdict(list)
    for claim in extraction.claims:
        if not claim.headline:
            body[claim.section, claim.quantity.unit].append(claim)
    for head in (claim for claim in claims if claim.headline):
        allowed, rest = _allowed(head), body.get((head.section, head.quantity.unit), [])
        if allowed is None or any(_meets(allowed, claim) for claim in rest):
            continue
        same = [claim for claim in rest if claim.metric_open and slipped(head, claim) and _same_words(head, claim)]
        if len(same) == 1:
            message = f"{about(same[0], rulebook)}: the headline has {quoted(head)}, the body {quoted(same[0])} (line {same[0].line})"
            yield make_finding(rule, (head, same[0]), message, confidence=0.8, explanation=matched((head, same[0])))


def _same_words(head: Claim, claim: Claim) -> bool:
    """Whether one open metric ends as the other does."""
    short, long = sorted((head.metric, claim.metric), key=len)
    return len(short) >= SHORTEST and long.endswith(short)


def _plain(claim: Claim, rule: CheckRule) -> bool:
    """Whether the claim is about a known subject, and not of a family of which an article counts many."""
    if claim.entity is None or claim.metric_open or claim.negated or claim.confidence < 0.5:
        return False
    return claim.quantity.unit is not None and claim.family not in rule.words.get("never", ())


def _subject(claim: Claim) -> Subject:
    return (claim.section, claim.entity or "", claim.metric, claim.quantity.unit)


def _in_scope(head: Claim, claim: Claim) -> bool:
    """Whether nothing that both state differs; a headline may leave out what the body says."""
    stated_there = dict(claim.facets)
    if any(stated_there.get(name, value) != value for name, value in head.facets):
        return False
    if "forecast" in (head.modality, claim.modality) and head.modality != claim.modality:
        return False
    known = head.period and claim.period and not head.period_inferred and not claim.period_inferred
    return not known or head.period == claim.period


def _judge(head: Claim, same: Sequence[Claim], all_of_unit: Sequence[Claim], rulebook: Rulebook) -> Finding | None:
    allowed = _allowed(head)
    if allowed is None:
        return None
    agreeing = [claim for claim in same if _meets(allowed, claim)]
    if agreeing:
        closed = [claim for claim in agreeing if claim.quantity.interval_high is not None]
        return _turned(head, closed, same, rulebook) if len(closed) == len(agreeing) else None
    # The number may be in the body under a metric or a subject that was read otherwise: no contradiction then.
    if any(_meets(allowed, claim) for claim in all_of_unit):
        return None
    if _adds_up(allowed, all_of_unit):
        return None
    values = {claim.quantity.value_low for claim in same}
    other = same[0]
    sure = len(values) == 1 and head.period is not None and head.period == other.period and head.facets == other.facets
    arithmetic = Arithmetic(
        stated=head.surface, computed=other.surface,
        difference=distance(allowed, stated(other.quantity) or allowed, other),
        tolerance="rounding, cut digits and the freedom of headlines", formula=f"{head.surface} ≠ {other.surface}",
    )  # fmt: skip
    message = f"{about(head, rulebook)}: the headline has {quoted(head)}, the body {quoted(other)} (line {other.line})"
    if len(values) > 1:
        message += f" and {len(values) - 1} other values"
    return make_finding(
        rulebook.checks[CHECK], (head, other), message, severity="error" if sure else "warning",
        confidence=0.85 if sure else 0.6, arithmetic=arithmetic, explanation=matched((head, other)),
    )  # fmt: skip


def _allowed(head: Claim) -> Interval | None:
    """What the headline's number may stand for: cut digits, and the freedom that few digits claim."""
    interval, value = generous(head.quantity), head.quantity.value_low
    if interval is None or value is None:
        return interval
    digits = len(value.normalize().as_tuple().digits)
    return widen(interval, abs(value) * LEEWAY.get(digits, Decimal(0)))


def _meets(allowed: Interval, claim: Claim) -> bool:
    interval = stated(claim.quantity)
    return interval is None or not disjoint(allowed, interval)


def _adds_up(allowed: Interval, all_of_unit: Sequence[Claim]) -> bool:
    """Whether the headline's number is the sum of all the body's values, or of two of them."""
    parts = list({claim.quantity.value_low: stated(claim.quantity) for claim in all_of_unit[:MOST]}.values())
    whole = [part for part in parts if part is not None]
    sums = [add(one, two) for place, one in enumerate(whole) for two in whole[place + 1 :]]
    total: Interval = exactly(0)
    for part in whole:
        total = add(total, part)
    return any(not disjoint(allowed, one) for one in (*sums, total))


def _turned(head: Claim, agreeing: Sequence[Claim], same: Sequence[Claim], rulebook: Rulebook) -> Finding | None:
    """A finding where the body has the headline's number only in the opposite direction."""
    direction = head.quantity.direction
    ways = {claim.quantity.direction for claim in agreeing}
    if direction is None or None in ways or direction in ways or any(c.quantity.direction == direction for c in same):
        return None
    other = agreeing[0]
    message = (
        f"{about(head, rulebook)}: the headline has {quoted(head)} {direction}, the body {quoted(other)}"
        f" {other.quantity.direction} (line {other.line})"
    )
    return make_finding(
        rulebook.checks[CHECK], (head, other), message, confidence=0.8, explanation=matched((head, other))
    )
