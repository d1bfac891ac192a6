"""FC106: the same figure, given for another subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks import wording

if TYPE_CHECKING:
    from factcheck.comparison import Conflict, Outcome
    from factcheck.rulebook import Rulebook

ID = "FC106"


def message(conflict: Conflict, outcome: Outcome, rules: Rulebook) -> str:
    """The value, and the two names it is given to."""
    primary, other = conflict.primary, conflict.counterpart
    return (
        f"{wording.value(primary)} is {wording.subject(primary.claim, rules)} here, but"
        f" {wording.subject(other.claim, rules)} in {wording.place(other.claim)}: the sentences are otherwise the same."
    )
