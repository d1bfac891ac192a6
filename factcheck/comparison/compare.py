"""Comparing articles: every pair of figures worth it is judged, and what stands is grouped."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.comparison.blocking import alike_blocks, blocks, pairs
from factcheck.comparison.companions import companion_verdicts
from factcheck.comparison.copies import mark_copies
from factcheck.comparison.figures import Document, Figure, documents, figures
from factcheck.comparison.groups import Conflict, group_conflicts
from factcheck.comparison.misplaced import misplaced_verdicts
from factcheck.comparison.resolution import MOST_EXPLAINED, Evidence, standing
from factcheck.comparison.shares import share_verdicts
from factcheck.comparison.slips import slip_verdicts
from factcheck.comparison.stale import stale_verdicts, uninformed
from factcheck.comparison.support import supporting
from factcheck.comparison.twins import twin_verdicts
from factcheck.comparison.verdicts import Verdict, judge

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.types import Extraction


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comparing came to, before any of it is put into words."""

    documents: tuple[Document, ...]
    figures: tuple[Figure, ...]
    """All of them, numbered by their place."""
    conflicts: tuple[Conflict, ...]
    explained: tuple[Verdict, ...]
    by_document: Mapping[int, Sequence[Figure]]
    """The figures of each document by its index."""
    evidence: Evidence


def compare_figures(checked: Sequence[Extraction], sources: Sequence[Extraction], rules: Rulebook) -> Outcome:
    """The conflicts, the explained pairs and the agreements of the checked articles among themselves and with the sources."""
    found = documents(checked, sources)
    known = figures(found)
    evidence = Evidence()
    if len(found) > 1:
        # Aligned sentences first: what they decide about a claim and an article is not asked again.
        for verdict in twin_verdicts(found, known, rules):
            evidence.add(verdict)
        for verdict in block_verdicts(known, rules):
            evidence.add(verdict)
        for verdict in companion_verdicts(known, rules):
            evidence.add(verdict)
        for verdict in share_verdicts(known, rules):
            evidence.add(verdict)
        confirmed = evidence.confirming()
        evidence.support = supporting(known, confirmed, rules)
        backed = confirmed.keys() | evidence.support.keys()
        for verdict in (
            *misplaced_verdicts(known, evidence.support | confirmed, rules),
            *slip_verdicts(known, backed, rules),
        ):
            evidence.prefer(verdict)
    by_document: dict[int, list[Figure]] = defaultdict(list)
    for figure in known:
        by_document[figure.document.index].append(figure)
    alive = uninformed([*standing(evidence, by_document), *stale_verdicts(known, by_document)], known)
    named = [f for v in alive for f in (v.first, v.second)]
    votes = evidence.confirming()
    named += [other for f in named for other in votes.get(f.number, ())]
    mark_copies({f.document.index: f.document for f in named}.values())
    conflicts = group_conflicts(alive, votes)
    return Outcome(tuple(found), tuple(known), tuple(conflicts), tuple(explained(evidence)), by_document, evidence)


def block_verdicts(known: Sequence[Figure], rules: Rulebook) -> Iterator[Verdict]:
    """The verdicts on pairs of one entity, metric and dimension, and of open metrics worded almost alike."""
    found = blocks(known)
    for block in found.values():
        rule = rules.metrics.rule(block[0].claim.metric)
        for a, b in pairs(block, rules):
            yield judge(a, b, rule, rules)
    for first, second in alike_blocks(found):
        for a, b in pairs([*first, *second], rules):
            if a.claim.metric != b.claim.metric:
                yield judge(a, b, None, rules, ("metric_alike",))


def explained(evidence: Evidence) -> Iterator[Verdict]:
    """For each checked figure that no other document confirms, the few explained pairs nearest in value."""
    seen: set[tuple[int, int]] = set()
    for number in sorted(evidence.explained):
        listed = sorted(evidence.explained[number], key=lambda v: _distance(v))
        for verdict in listed[:MOST_EXPLAINED]:
            key = (verdict.first.number, verdict.second.number)
            if key not in seen:
                seen.add(key)
                yield verdict


def _distance(verdict: Verdict) -> tuple[float, int, int]:
    a, b = verdict.first.value or Decimal(0), verdict.second.value or Decimal(0)
    size = max(abs(a), abs(b)) or Decimal(1)
    return float(abs(a - b) / size), verdict.first.number, verdict.second.number
