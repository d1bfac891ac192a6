"""Figures that a newer article names as the old value: "raised from 4,300 to 4,900" while the draft still prints 4,300."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.comparison.comparability import AHEAD
from factcheck.comparison.intervals import disjoint
from factcheck.comparison.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.comparison.figures import Figure
    from factcheck.comparison.resolution import Evidence


def stale_verdicts(
    evidence: Evidence, known: Sequence[Figure], by_document: Mapping[int, Sequence[Figure]]
) -> Iterator[Verdict]:
    """FC108 verdicts on checked figures that agree with the old value of a newer source."""
    for (number, document), agreeing in evidence.agree.items():
        if number >= len(known) or not known[number].document.checked:
            continue
        figure = known[number]
        for old in agreeing:
            new = _successor(old, by_document.get(document, ()))
            if new is not None and _newer(old, figure) and not _prints(figure, new, by_document):
                yield Verdict("conflict", figure, new, "FC108", kin="near")


def _successor(old: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The value to which the sentence of a forecast, plan or target changes the old one."""
    claim = old.claim
    if claim.modality not in AHEAD and claim.family != "price_target":
        return None
    for figure in figures:
        other = figure.claim
        same = (other.entity, other.metric, other.sentence_start) == (claim.entity, claim.metric, claim.sentence_start)
        if same and figure.unit == old.unit and other.start > claim.end and disjoint(figure.interval, old.interval):
            return figure if other.period == claim.period and other.facets == claim.facets else None
    return None


def _newer(source: Figure, draft: Figure) -> bool:
    first, second = source.claim.published, draft.claim.published
    return not source.document.checked and first is not None and second is not None and first > second


def _prints(draft: Figure, new: Figure, by_document: Mapping[int, Sequence[Figure]]) -> bool:
    """Whether the draft knows the new value as well."""
    return any(f.value == new.value and f.unit == new.unit for f in by_document.get(draft.document.index, ()))
