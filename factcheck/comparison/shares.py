"""One share of one market given to two holders: a market has one leader with 17.7 %, not two."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.comparison.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.comparison.figures import Figure
    from factcheck.rulebook import Rulebook

FAMILY = "market_share"
TELLING = 3
"""Digits from which two equal shares are hardly a coincidence."""


def share_verdicts(known: Sequence[Figure], rules: Rulebook) -> Iterator[Verdict]:
    """FC106 for equal shares of one period that two documents give to two holders, neither document naming both."""
    held: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    named: dict[int, set[str]] = defaultdict(set)
    for figure in known:
        claim = figure.claim
        if claim.family != FAMILY or claim.entity is None or claim.entity_open or claim.metric_open:
            continue
        named[figure.document.index].add(claim.entity)
        if len(figure.digits) >= TELLING and claim.period is not None and not claim.period_inferred:
            held[claim.metric, figure.value, claim.period].append(figure)
    for group in held.values():
        for i, a in enumerate(group):
            for b in group[i + 1 :]:
                if _rivals(a, b, rules) and not _both_named(a, b, named):
                    first, second = (a, b) if a.document.checked else (b, a)
                    yield Verdict("conflict", first, second, "FC106", weak=("unlike",), kin="equal")


def _rivals(a: Figure, b: Figure, rules: Rulebook) -> bool:
    if a.document is b.document or not (a.document.checked or b.document.checked) or a.claim.entity == b.claim.entity:
        return False
    first, second = rules.entities.rule(a.claim.entity), rules.entities.rule(b.claim.entity)
    if first is None or second is None or second.id == first.parent or first.id == second.parent:
        return False
    facets = dict(a.claim.facets)
    if facets.get("market") is None or b.claim.facet("market") is None:
        return False  # 35.8 % of nobody knows what
    return all(facets.get(name, value) == value for name, value in b.claim.facets)


def _both_named(a: Figure, b: Figure, named: dict[int, set[str]]) -> bool:
    """Whether one of the documents gives a share to each of them: then they are two shares."""
    both = {a.claim.entity, b.claim.entity}
    return both <= named[a.document.index] or both <= named[b.document.index]
