"""Figures that a newer article names as the old value: "raised from 4,300 to 4,900" while the draft still prints 4,300."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.comparison.comparability import AHEAD
from factcheck.comparison.intervals import disjoint
from factcheck.comparison.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from factcheck.comparison.figures import Figure


def stale_verdicts(known: Sequence[Figure], by_document: Mapping[int, Sequence[Figure]]) -> Iterator[Verdict]:
    """FC108 verdicts on checked forecasts and targets whose value a newer source names as the old one."""
    olds: dict[Decimal, list[Figure]] = defaultdict(list)
    for figure in known:
        if not figure.document.checked and looks_ahead(figure) and figure.value is not None and len(figure.digits) >= 2:
            olds[figure.value].append(figure)
    for figure in known:
        if figure.document.checked and looks_ahead(figure) and figure.value is not None:
            yield from _replaced(figure, olds.get(figure.value, ()), by_document)


def looks_ahead(figure: Figure) -> bool:
    """Whether the figure is a forecast, a plan or a target."""
    return figure.claim.modality in AHEAD or figure.claim.family == "price_target"


def _replaced(figure: Figure, olds: Iterable[Figure], by_document: Mapping[int, Sequence[Figure]]) -> Iterator[Verdict]:
    for old in olds:
        if old.unit == figure.unit and _one_house(old, figure) and _newer(old, figure):
            new = _successor(old, by_document.get(old.document.index, ()))
            if new is not None:
                yield Verdict("conflict", figure, new, "FC108", kin="near")
                return


def _one_house(a: Figure, b: Figure) -> bool:
    """Whether both are said of, or by, one known name: readers take the bank now for the source, now for the subject."""
    first, second = a.claim, b.claim
    names = {first.entity, first.attribution} & {second.entity, second.attribution}
    return bool(names - {None}) and (first.period == second.period or first.period is None or second.period is None)


def _successor(old: Figure, figures: Sequence[Figure]) -> Figure | None:
    """The next value of the sentence, in the same currency or unit, to which it changes the old one."""
    claim = old.claim
    for figure in figures:
        other = figure.claim
        follows = other.sentence_start == claim.sentence_start and other.start > claim.end
        same = (other.entity, other.metric, other.period) == (claim.entity, claim.metric, claim.period)
        if follows and same and _one_unit(figure, old):
            return figure if looks_ahead(figure) and disjoint(figure.interval, old.interval) else None
    return None


def _one_unit(a: Figure, b: Figure) -> bool:
    # "From 4,300 dollars an ounce to 4,900 dollars": the second leaves the ounce out.
    return (a.unit or "").partition("/")[0] == (b.unit or "").partition("/")[0]


def _newer(source: Figure, draft: Figure) -> bool:
    first, second = source.claim.published, draft.claim.published
    return not source.document.checked and first is not None and second is not None and first > second


def uninformed(verdicts: Iterable[Verdict], known: Iterable[Figure]) -> list[Verdict]:
    """The verdicts without those on drafts that print the new value as well, be it in another section: they know of the change."""
    printed = {(id(figure.document.extraction), figure.value) for figure in known if figure.document.checked}
    return [
        v for v in verdicts if v.check != "FC108" or (id(v.first.document.extraction), v.second.value) not in printed
    ]
