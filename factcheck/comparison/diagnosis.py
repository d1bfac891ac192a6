"""What most likely happened where two figures conflict: the slip of a hand, or a right number in the wrong place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.comparison.figures import Figure
    from factcheck.comparison.groups import Conflict

Cause = Literal[
    "transposed", "one_digit", "lost_digit", "swapped", "other_period", "other_entity", "other_scope", "by_for_to", "unknown",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The likeliest cause, with the figure of the other article that shows it."""

    cause: Cause
    evidence: Figure | None = None


def diagnose(conflict: Conflict, figures: Mapping[int, Sequence[Figure]]) -> Diagnosis:
    """The cause of a conflict of values, judged against what else the counterpart's document prints.

    `figures` are those of each document by its index.
    """
    primary, counterpart = conflict.primary, conflict.counterpart
    printed = figures.get(counterpart.document.index, ())
    near = [figure for figure in printed if figure is not counterpart and _prints(figure, primary)]
    swapped = next((f for f in near if f.claim.sentence_start == counterpart.claim.sentence_start), None)
    if swapped is not None and _crossed(primary, counterpart, figures.get(primary.document.index, ())):
        return Diagnosis("swapped", swapped)
    if conflict.lead.kin in ("transposed", "one_digit", "lost_digit"):
        return Diagnosis(conflict.lead.kin)
    misplaced = _misplaced(primary, near)
    return misplaced if misplaced is not None else Diagnosis("unknown")


def _prints(figure: Figure, wanted: Figure) -> bool:
    return figure.dimension == wanted.dimension and figure.value == wanted.value and figure.unit == wanted.unit


def _crossed(primary: Figure, counterpart: Figure, figures: Iterable[Figure]) -> bool:
    """Whether the primary's own sentence prints the counterpart's value as well: the two changed places."""
    start = primary.claim.sentence_start
    return any(f.claim.sentence_start == start and f is not primary and _prints(f, counterpart) for f in figures)


def _misplaced(primary: Figure, near: Iterable[Figure]) -> Diagnosis | None:
    """The counterpart's article prints the primary's value, but of something else."""
    if len(primary.digits) < 2:
        return None
    claim = primary.claim
    for figure in near:
        other = figure.claim
        if other.metric == claim.metric and other.entity == claim.entity:
            if other.period != claim.period:
                return Diagnosis("other_period", figure)
            if other.facets != claim.facets:
                return Diagnosis("other_scope", figure)
        elif other.metric == claim.metric and other.entity and claim.entity:
            return Diagnosis("other_entity", figure)
        elif other.entity == claim.entity and {other.quantity.change, claim.quantity.change} == {"level", "delta"}:
            return Diagnosis("by_for_to", figure)
    return None
