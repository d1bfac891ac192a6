"""FC103: the same figure in another unit or currency, or converted at an impossible rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks import wording
from factcheck.comparison.currencies import converted_value, currency

if TYPE_CHECKING:
    from factcheck.comparison import Conflict, Outcome
    from factcheck.rulebook import Rulebook

ID = "FC103"


def message(conflict: Conflict, outcome: Outcome, rules: Rulebook) -> str:
    """Both values as printed, and what one would be in the other's currency."""
    primary, other = conflict.primary, conflict.counterpart
    head = (
        f"{wording.subject(primary.claim, rules)}: {wording.value(primary)} here, but {wording.others_say(conflict)}."
    )
    if primary.digits == other.digits:
        head += f" The digits agree, the units ({primary.unit or 'none'}, {other.unit or 'none'}) do not."
    code = currency(primary)
    worth = None if code is None or not currency(other) else converted_value(other, code, rules.rates)
    if worth is not None and code != currency(other):
        head += f" At the day's reference rate {other.claim.surface.strip()} is about {code} {rounded(worth)}."
    return head + wording.vote(conflict)


def rounded(amount: object) -> str:
    """An amount to three digits, grouped.

    >>> rounded(24960000000)
    '25,000,000,000'
    """
    number = float(str(amount))
    return f"{float(f'{number:.3g}'):,.0f}" if abs(number) >= 100 else f"{number:.3g}"
