"""Sentences that share a telling number: they speak of one thing, so their other numbers may be held against each other.

"Operating profit 397.3 billion yen, against a consensus of 403.7" and "… 397.3 … 407.0": the shared number vouches for
the subject even where its name is spelt in two languages, or stands in the sentence before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.comparison.comparability import AHEAD
from factcheck.comparison.intervals import disjoint, significant
from factcheck.comparison.periods import relate_periods
from factcheck.comparison.values import opposite
from factcheck.comparison.verdicts import Verdict, judge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from factcheck.comparison.figures import Figure
    from factcheck.rulebook import Rulebook

MOST = 24
"""A number in more sentences than this is common knowledge of the day, and vouches for nothing."""

DATE = 1
"""What a date that both sentences name counts for, beside the numbers."""

VOUCHING = 4
"""Digits that the shared numbers must have between them, a known level counting for one more: 397.3 alone, or 5.4 and 29.3."""

Place = tuple[int, int]
"""Index of the document, start of the sentence."""

Sort = tuple[str, str, str | None, str | None, bool]


def companion_verdicts(figures: Sequence[Figure], rules: Rulebook) -> Iterator[Verdict]:
    """Conflicts and agreements of numbers that stand beside the same other numbers, the dates included."""
    sentences: dict[Place, list[Figure]] = defaultdict(list)
    for figure in figures:
        sentences[_place(figure)].append(figure)
    for first, second in _linked(figures):
        mine, theirs = sentences[first], sentences[second]
        vouched = _vouched(mine, theirs)
        if vouched < VOUCHING:
            vouched += DATE * len(_dates(mine[0]) & _dates(theirs[0]))
        yield from _stated_twice(mine, theirs, vouched >= VOUCHING)
        if vouched >= VOUCHING:
            yield from _companions(mine, theirs, rules)


def _dates(figure: Figure) -> set[date]:
    """The days on which the stretches of time begin that the sentence of the figure names: 11月 and 11月以來 are one."""
    claim, found = figure.claim, set()
    ledger = figure.document.extraction.ledger
    for entry in ledger[bisect_left(ledger, claim.sentence_start, key=lambda e: e.start) :]:
        if entry.start >= claim.sentence_end:
            break
        if entry.period is not None and entry.period.first_day is not None:
            found.add(entry.period.first_day)
    return found


def _place(figure: Figure) -> Place:
    return figure.document.index, figure.claim.sentence_start


def _linked(figures: Sequence[Figure]) -> Iterator[tuple[Place, Place]]:
    """Pairs of sentences of two documents, one checked and first, that share a telling number."""
    seen: set[tuple[Place, Place]] = set()
    for group in _by_rounded(figures).values():
        if len(group) > MOST:
            continue
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                if a.document is not b.document and (a.document.checked or b.document.checked) and _shared(a, b):
                    pair = (_place(a), _place(b)) if a.document.checked else (_place(b), _place(a))
                    if pair not in seen:
                        seen.add(pair)
                        yield pair


def _by_rounded(figures: Sequence[Figure]) -> dict[tuple[str, str, int], list[Figure]]:
    """Telling figures by dimension and their first three digits, rounded, and place: 63.88 and 63.9 lie together."""
    found: dict[tuple[str, str, int], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.value is not None and figure.value > 0 and figure.telling:
            rounded = Decimal(f"{figure.value:.2e}")
            found[figure.dimension, significant(rounded), rounded.adjusted()].append(figure)
    return found


def _shared(a: Figure, b: Figure) -> bool:
    """Whether the two numbers may be one, said of one thing."""
    same = a.claim.metric == b.claim.metric or a.claim.metric_open or b.claim.metric_open
    return same and not strangers(a, b) and a.dimension == b.dimension and not disjoint(a.interval, b.interval)


def strangers(a: Figure, b: Figure) -> bool:
    """Whether both sentences name an entity that the rules know, and not the same one.

    A subject carried over from an earlier sentence is a guess, which a shared number outweighs.
    """
    return a.claim.entity != b.claim.entity and named(a) and named(b)


def named(figure: Figure) -> bool:
    """Whether the sentence itself names the subject, one that the rules know."""
    claim = figure.claim
    return not claim.entity_open and bool(claim.entity_surface) and (claim.entity_surface or "") in claim.sentence


def _vouched(mine: Sequence[Figure], theirs: Sequence[Figure]) -> int:
    """How many digits the two sentences have in common, a known level or an amount of money counting for one more."""
    found: dict[str, int] = {}
    for a in mine:
        for b in theirs:
            if (a.value == b.value and a.dimension == b.dimension and not strangers(a, b)) or _rounds_to(a, b):
                level = (
                    a.claim.metric == b.claim.metric and not a.claim.metric_open and a.claim.quantity.change != "delta"
                )
                size = min(len(a.digits), len(b.digits)) + (level or a.dimension == "money")
                found[a.digits[:2]] = max(found.get(a.digits[:2], 0), size)
    return sum(found.values())


def _rounds_to(a: Figure, b: Figure) -> bool:
    return a.telling and b.telling and _shared(a, b)


def _companions(first: Sequence[Figure], second: Sequence[Figure], rules: Rulebook) -> Iterator[Verdict]:
    """Verdicts on the numbers that are each the only one of their sort in both sentences."""
    mine, theirs = _single(first), _single(second)
    for sort, a in mine.items():
        b = theirs.get(sort)
        # One entity on both sides is a block of its own and judged there.
        if b is None or a.claim.entity == b.claim.entity is not None or strangers(a, b):
            continue
        verdict = judge(a, b, rules.metrics.rule(a.claim.metric), rules, vouched=True)
        if verdict.kind in ("agree", "conflict"):
            yield verdict


def _stated_twice(first: Sequence[Figure], second: Sequence[Figure], vouched: bool) -> Iterator[Verdict]:
    """Agreements of telling numbers on one entity, or in sentences vouched for, where one metric has no rule."""
    for a in first:
        for b in second:
            same = a.claim.entity == b.claim.entity is not None and not a.claim.entity_open
            half_open = a.claim.metric_open != b.claim.metric_open and a.claim.metric != b.claim.metric
            if (same or (vouched and not strangers(a, b))) and half_open and a.unit == b.unit and _rounds_to(a, b):
                periods = relate_periods(a.claim.period, b.claim.period)
                if periods not in ("apart", "inside") and not opposite(a, b):
                    yield Verdict("agree", a, b)


def _single(figures: Sequence[Figure]) -> dict[Sort, Figure]:
    """The figures of a sentence that no other shares metric, dimension, change, direction and outlook with."""
    groups: dict[Sort, list[Figure]] = defaultdict(list)
    for figure in figures:
        claim = figure.claim
        if not claim.metric_open:
            change, direction = claim.quantity.change, claim.quantity.direction
            groups[claim.metric, figure.dimension, change, direction, claim.modality in AHEAD].append(figure)
    return {sort: group[0] for sort, group in groups.items() if len({f.claim.start for f in group}) == 1}
