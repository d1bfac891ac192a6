"""FC102: the same digits with another scale word."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.checks import wording
from factcheck.comparison.intervals import power_of_ten, rounded_power

if TYPE_CHECKING:
    from factcheck.comparison import Conflict, Outcome
    from factcheck.rulebook import Rulebook

ID = "FC102"


def message(conflict: Conflict, outcome: Outcome, rules: Rulebook) -> str:
    """Both values as printed, and by which factor they are apart."""
    primary, other = conflict.primary, conflict.counterpart
    power = power_of_ten(primary.value or Decimal(0), other.value or Decimal(0))
    power = power or rounded_power(primary.interval, other.interval)
    factor = f"{10 ** abs(power):,}" if power is not None and abs(power) <= 18 else "a power of ten"
    size = "less" if power is not None and power > 0 else "more"
    return (
        f"{wording.subject(primary.claim, rules)}: {wording.value(primary)} here, but {wording.others_say(conflict)}."
        f" The digits agree; this is {factor} times {size}: a scale word or the decimal point is wrong."
        f"{wording.vote(conflict)}"
    )
