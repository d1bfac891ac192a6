"""Which figures are worth holding against each other: those of one entity, metric and dimension in two documents."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.comparison.comparability import LONG_AGO
from factcheck.comparison.periods import effective

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.comparison.figures import Figure
    from factcheck.rulebook import Rulebook

Key = tuple[str, str, str]

SMALL = 120
"""Figures up to which a block is compared pair by pair; larger ones by period and by nearness of value."""

NEIGHBOURS = 4
ALIKE = 90
"""Token likeness (per cent) from which two open metric texts may be one."""


def blocks(figures: Iterable[Figure]) -> dict[Key, list[Figure]]:
    """Figures by entity, metric and dimension; those without an entity are left to the aligned sentences."""
    found: dict[Key, list[Figure]] = defaultdict(list)
    for figure in figures:
        claim = figure.claim
        if claim.entity is not None:
            # What is counted is part of an open claim's subject: 三人被捕 is not 三宗案件.
            kind = figure.unit if claim.metric_open and figure.dimension == "count" else figure.dimension
            found[claim.entity, claim.metric, kind or ""].append(figure)
    return found


def pairs(block: Sequence[Figure], rules: Rulebook) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of one block in two documents, at least one of them checked, the checked one first."""
    if len(block) <= SMALL:
        for i, a in enumerate(block):
            for b in block[i + 1 :]:
                if a.document is not b.document and (a.document.checked or b.document.checked):
                    yield (a, b) if a.document.checked else (b, a)
        return
    yield from _many_pairs(block, rules)


def _many_pairs(block: Sequence[Figure], rules: Rulebook) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of a large block: of one period, undated ones of one season, and neighbours in value."""
    rule = rules.metrics.rule(block[0].claim.metric)
    moving = rule is not None and rule.as_of
    buckets: dict[object, list[Figure]] = defaultdict(list)
    for figure in block:
        for name in _buckets(figure, moving):
            buckets[name].append(figure)
    seen: set[tuple[int, int]] = set()
    for group in [*buckets.values(), *_neighbourhoods(block)]:
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                if a.document is b.document or not (a.document.checked or b.document.checked):
                    continue
                key = (a.number, b.number) if a.number < b.number else (b.number, a.number)
                if key not in seen:
                    seen.add(key)
                    yield (a, b) if a.document.checked else (b, a)


def _buckets(figure: Figure, moving: bool) -> Iterator[object]:
    period = effective(figure.claim, moving)
    if period is not None:
        yield period
    published = figure.claim.published
    # Season by season, overlapping by half, so that no two within LONG_AGO days are parted.
    season = 0 if published is None else published.toordinal() // LONG_AGO
    if period is None:
        yield "undated", season
        yield "undated", season + 1


def _neighbourhoods(block: Sequence[Figure]) -> Iterator[Sequence[Figure]]:
    """Runs of a few figures next to each other in value: what may agree, or be one figure under two dates."""
    ordered = sorted((figure for figure in block if figure.value is not None), key=lambda figure: figure.value or 0)
    for start in range(0, len(ordered), NEIGHBOURS):
        yield ordered[start : start + 2 * NEIGHBOURS]


def alike_blocks(found: dict[Key, list[Figure]]) -> Iterator[tuple[list[Figure], list[Figure]]]:
    """Pairs of blocks whose open metrics are worded almost alike, entity and dimension being the same."""
    by_subject: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, block in found.items():
        if block[0].claim.metric_open and len(key[1]) >= 4:
            by_subject[key[0], key[2]].append(key)
    for keys in by_subject.values():
        if 2 <= len(keys) <= 60:
            yield from ((found[a], found[b]) for a, b in _alike(keys))


def _alike(keys: list[Key]) -> Iterator[tuple[Key, Key]]:
    from rapidfuzz.fuzz import token_sort_ratio

    for i, a in enumerate(keys):
        for b in keys[i + 1 :]:
            if token_sort_ratio(a[1], b[1], score_cutoff=ALIKE):
                yield a, b
