"""FC104: a rise in one article, a fall in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks import wording

if TYPE_CHECKING:
    from factcheck.comparison import Conflict, Outcome
    from factcheck.rulebook import Rulebook

ID = "FC104"


def message(conflict: Conflict, outcome: Outcome, rules: Rulebook) -> str:
    """Which way it goes in which article."""
    claim = conflict.primary.claim
    of = wording.when(claim)
    return (
        f"{wording.subject(claim, rules)}{f', {of}' if of else ''}: {wording.value(conflict.primary)} here,"
        f" but {wording.others_say(conflict)}: one has the direction wrong.{wording.vote(conflict)}"
    )
