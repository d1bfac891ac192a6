"""FC105: the same figure, given for another period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks import wording

if TYPE_CHECKING:
    from factcheck.comparison import Conflict, Outcome
    from factcheck.rulebook import Rulebook

ID = "FC105"


def message(conflict: Conflict, outcome: Outcome, rules: Rulebook) -> str:
    """The value, and the two periods it is given for."""
    primary, other = conflict.primary, conflict.counterpart
    if primary.value is None:
        return wording.otherwise_alike(conflict)
    mine = wording.when(primary.claim) or "one date"
    theirs = wording.when(other.claim) or "another date"
    return (
        f"{wording.subject(primary.claim, rules)}: {wording.value(primary)} is the figure of {mine} here,"
        f" but of {theirs} in {wording.place(other.claim)}: one of them mislabels the period."
    )
