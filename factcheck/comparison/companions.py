"""Sentences that share a telling number: they speak of one thing, so their other numbers may be held against each other.

"Operating profit 397.3 billion yen, against a consensus of 403.7" and "… 397.3 … 407.0": the shared number vouches for
the subject even where its name is spelt in two languages, or stands in the sentence before.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.comparison.blocking import by_value
from factcheck.comparison.verdicts import Verdict, judge

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.comparison.figures import Figure
    from factcheck.rulebook import Rulebook

MOST = 24
"""A number in more sentences than this is common knowledge of the day, and vouches for nothing."""

VOUCHING = 4
"""Digits that the shared numbers must have between them: 397.3 alone, or 5.4 and 29.3 together."""

Place = tuple[int, int]
"""Index of the document, start of the sentence."""

Sort = tuple[str, str, str | None, str | None, tuple[tuple[str, str], ...]]


def companion_verdicts(figures: Sequence[Figure], rules: Rulebook) -> Iterator[Verdict]:
    """Conflicts and agreements of numbers that stand beside the same other numbers."""
    sentences: dict[Place, list[Figure]] = defaultdict(list)
    for figure in figures:
        sentences[_place(figure)].append(figure)
    for (first, second), shared in _linked(figures).items():
        if sum(len(digits) for digits in shared) >= VOUCHING:
            yield from _companions(sentences[first], sentences[second], rules)


def _place(figure: Figure) -> Place:
    return figure.document.index, figure.claim.sentence_start


def _linked(figures: Sequence[Figure]) -> Mapping[tuple[Place, Place], set[str]]:
    """Pairs of sentences of two documents, one checked and first, with the digits that they share."""
    found: dict[tuple[Place, Place], set[str]] = defaultdict(set)
    for group in by_value(figures).values():
        if len(group) <= MOST:
            for i, a in enumerate(group):
                for b in group[i + 1 :]:
                    if a.document is not b.document and (a.document.checked or b.document.checked) and _kindred(a, b):
                        pair = (_place(a), _place(b)) if a.document.checked else (_place(b), _place(a))
                        found[pair].add(a.digits)
    return found


def _kindred(a: Figure, b: Figure) -> bool:
    """Whether the shared number may be said of one thing in both sentences."""
    return not _strangers(a, b) and (a.claim.metric == b.claim.metric or a.claim.metric_open or b.claim.metric_open)


def _strangers(a: Figure, b: Figure) -> bool:
    first, second = a.claim, b.claim
    named = first.entity is not None and second.entity is not None and not first.entity_open and not second.entity_open
    return named and first.entity != second.entity


def _companions(first: Sequence[Figure], second: Sequence[Figure], rules: Rulebook) -> Iterator[Verdict]:
    """Verdicts on the numbers that are each the only one of their sort in both sentences."""
    mine, theirs = _single(first), _single(second)
    for sort, a in mine.items():
        b = theirs.get(sort)
        # One entity on both sides is a block of its own and judged there.
        if b is None or a.claim.entity == b.claim.entity is not None or _strangers(a, b):
            continue
        verdict = judge(a, b, rules.metrics.rule(a.claim.metric), rules)
        if verdict.kind in ("agree", "conflict"):
            yield verdict.doubted("companion")


def _single(figures: Sequence[Figure]) -> dict[Sort, Figure]:
    """The figures of a sentence that no other shares metric, dimension, change, direction and basis with."""
    groups: dict[Sort, list[Figure]] = defaultdict(list)
    for figure in figures:
        claim = figure.claim
        if not claim.metric_open:
            basis = tuple(pair for pair in claim.facets if pair[0] in ("basis", "consensus"))
            groups[claim.metric, figure.dimension, claim.quantity.change, claim.quantity.direction, basis].append(
                figure
            )
    return {sort: group[0] for sort, group in groups.items() if len({f.claim.start for f in group}) == 1}
