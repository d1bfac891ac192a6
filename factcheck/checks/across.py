"""Findings between articles: conflicts put into words by the check that fits, explained pairs, and the status of each claim."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.checks import (
    fc101_value_conflict,
    fc102_magnitude_slip,
    fc103_unit_conflict,
    fc104_direction_conflict,
    fc105_period_conflict,
    fc106_subject_conflict,
    fc108_stale_figure,
    wording,
)
from factcheck.checks.base import fingerprint, make_finding
from factcheck.comparison import compare_figures
from factcheck.comparison.comparability import explain
from factcheck.types import Explained, Finding, Verified

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.comparison import Conflict, Outcome, Verdict
    from factcheck.rulebook import Rulebook
    from factcheck.types import Claim, Extraction, Severity

MESSAGES: dict[str, Callable[[Conflict, Outcome, Rulebook], str]] = {
    check.ID: check.message
    for check in (
        fc101_value_conflict,
        fc102_magnitude_slip,
        fc103_unit_conflict,
        fc104_direction_conflict,
        fc105_period_conflict,
        fc106_subject_conflict,
        fc108_stale_figure,
    )
}
"""The checks between articles, registered once."""

LOUDNESS = ("error", "warning", "note")

REASONS = {
    "period": "they are about different periods",
    "as_of": "the value moves, and they are of different days",
    "scope": "they are about different scopes",
    "modality": "one is a forecast or plan, the other a fact",
    "forecaster": "they are forecasts of different houses",
    "definition": "they are defined or measured differently",
    "superseded": "the newer one replaces the older",
    "currency": "they are the same money in two currencies",
    "hedge": "the wording allows both",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing the checked articles with each other and with the sources came to."""

    findings: tuple[Finding, ...]
    explained: tuple[Explained, ...]
    claims: tuple[Verified, ...]
    """Every claim of the checked articles, with its status."""


def compare_articles(
    checked: Sequence[Extraction],
    sources: Sequence[Extraction],
    rulebook: Rulebook,
    *,
    inside: Sequence[Finding] = (),
) -> Comparison:
    """Findings between the checked articles, and between them and the sources; `inside` counts for the statuses."""
    outcome = compare_figures(checked, sources, rulebook)
    findings = tuple(finding_of(conflict, outcome, rulebook) for conflict in outcome.conflicts)
    explained = tuple(explained_of(verdict, rulebook) for verdict in outcome.explained)
    return Comparison(findings, explained, tuple(statuses(checked, outcome, [*inside, *findings], explained)))


def finding_of(conflict: Conflict, outcome: Outcome, rules: Rulebook) -> Finding:
    """The conflict as a finding of its check, no louder than the check's own severity."""
    rule = rules.checks[conflict.check]
    lead = conflict.lead
    severity: Severity = max(lead.severity, rule.severity, key=LOUDNESS.index)
    return make_finding(
        rule,
        [figure.claim for figure in conflict.members],
        MESSAGES[conflict.check](conflict, outcome, rules),
        confidence=lead.confidence,
        severity=severity,
        explanation=explain(conflict.primary.claim, conflict.counterpart.claim),
    )


def explained_of(verdict: Verdict, rules: Rulebook) -> Explained:
    """The pair with the reason why it is no conflict."""
    a, b = verdict.first, verdict.second
    pair = (a.claim, b.claim)
    return Explained(
        reason=verdict.reason,
        message=(
            f"{wording.subject(a.claim, rules)}: {wording.value(a)} and {wording.value(b)} ({wording.place(b.claim)}) differ,"
            f" and {REASONS[verdict.reason]}."
        ),
        claims=pair,
        explanation=explain(*pair),
        fingerprint=fingerprint(verdict.reason, pair),
    )


def statuses(
    checked: Sequence[Extraction], outcome: Outcome, findings: Sequence[Finding], explained: Sequence[Explained]
) -> Iterator[Verified]:
    """Every claim of the checked articles with its status, in text order."""
    against: dict[int, list[str]] = defaultdict(list)
    for finding in findings:
        if finding.severity != "note":
            for claim in finding.claims:
                against[id(claim)].append(finding.fingerprint)
    reasons = {id(pair.claims[0]): pair.reason for pair in reversed(explained)}
    confirmed = confirmations(outcome)
    for extraction in checked:
        for claim in extraction.claims:
            yield verified(claim, against.get(id(claim), []), confirmed.get(id(claim), ()), reasons.get(id(claim)))


def confirmations(outcome: Outcome) -> dict[int, tuple[Claim, ...]]:
    """By identity of a checked claim, the claims of other documents that agree with it or support it."""
    found: dict[int, dict[int, Claim]] = defaultdict(dict)
    known = {figure.number: figure for figure in outcome.figures if figure.document.checked}
    for (number, _), others in outcome.evidence.agree.items():
        if number in known:
            found[id(known[number].claim)] |= {other.number: other.claim for other in others}
    for number, others in outcome.evidence.support.items():
        found[id(known[number].claim)] |= {other.number: other.claim for other in others}
    return {key: tuple(claims[number] for number in sorted(claims)) for key, claims in found.items()}


def verified(claim: Claim, against: Sequence[str], confirming: tuple[Claim, ...], reason: str | None) -> Verified:
    """The claim with its status: a contradiction outweighs a confirmation, a confirmation an explanation."""
    if against:
        return Verified(claim, "contradicted", confirming, tuple(dict.fromkeys(against)))
    if confirming:
        return Verified(claim, "confirmed", confirming)
    if reason is not None:
        return Verified(claim, "explained", reason=reason)
    return Verified(claim, "alone")
