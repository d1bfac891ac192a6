"""FC101: two articles give different values for the same figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks import wording
from factcheck.comparison.diagnosis import diagnose

if TYPE_CHECKING:
    from factcheck.comparison import Conflict, Outcome
    from factcheck.comparison.diagnosis import Diagnosis
    from factcheck.rulebook import Rulebook

ID = "FC101"

CAUSES = {
    "transposed": "Two digits are transposed.",
    "one_digit": "One digit differs: most likely mistyped.",
    "lost_digit": "One digit is missing or too many.",
    "swapped": "The two values of the sentence have changed places.",
}


def message(conflict: Conflict, outcome: Outcome, rules: Rulebook) -> str:
    """Both values as printed with their articles, what most likely happened, and the vote."""
    claim = conflict.primary.claim
    if conflict.primary.value is None:
        return wording.otherwise_alike(conflict)
    of = wording.when(claim) or wording.when(conflict.counterpart.claim)
    head = f"{wording.subject(claim, rules)}{f', {of}' if of else ''}: {wording.value(conflict.primary)} here"
    cause = words_for(diagnose(conflict, outcome.by_document), rules)
    return f"{head}, but {wording.others_say(conflict)}.{f' {cause}' if cause else ''}{wording.vote(conflict)}"


def words_for(diagnosis: Diagnosis, rules: Rulebook) -> str:
    """The diagnosis as a sentence; empty where nothing fits."""
    shown = diagnosis.evidence
    if diagnosis.cause in CAUSES:
        return CAUSES[diagnosis.cause]
    if shown is None:
        return ""
    claim, printed = shown.claim, wording.value(shown)
    if diagnosis.cause == "other_period":
        return (
            f"There {printed} is the figure of {wording.when(claim) or 'another period'}: perhaps the wrong period's."
        )
    if diagnosis.cause == "other_entity":
        return f"There {printed} is {wording.subject(claim, rules)}: perhaps another company's figure."
    if diagnosis.cause == "other_scope":
        scope = ", ".join(f"{name} {value}" for name, value in claim.facets) or "another scope"
        return f"There {printed} is stated for {scope}."
    return f"There {printed} is how much it changed by, not what it changed to, or the reverse."
