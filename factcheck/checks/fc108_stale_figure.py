"""FC108: a figure that a newer article replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks import wording

if TYPE_CHECKING:
    from factcheck.comparison import Conflict, Outcome
    from factcheck.rulebook import Rulebook

ID = "FC108"


def message(conflict: Conflict, outcome: Outcome, rules: Rulebook) -> str:
    """The old value, the new one, and who says so since when."""
    primary, other = conflict.primary, conflict.counterpart
    return (
        f"{wording.subject(primary.claim, rules)}: {wording.value(primary)} is out of date;"
        f" {wording.place(other.claim)} gives {wording.value(other)} instead."
    )
