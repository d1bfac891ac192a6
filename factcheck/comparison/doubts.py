"""What makes a conflict doubtful, how much each doubt counts, and how loudly what remains is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.types import Severity

WEIGHTS = {
    "open_entity": 0.8,
    "open_metric": 1.0,
    "metric_alike": 1.5,
    "period_half_inferred": 0.5,
    "period_inferred": 1.0,
    "period_one_sided": 1.0,
    "period_unstated": 1.0,
    "near_day": 1.0,
    "undated": 1.6,
    "reporter": 1.2,
    "facet": 1.0,
    "aside": 0.4,
    "unit_inferred": 1.0,
    "unit_half_inferred": 0.4,
    "unsure": 0.5,
    "doubtful": 1.5,
    "forecaster": 1.0,
    "change": 0.5,
    "direction": 0.3,
    "converted": 1.0,
    "small": 1.0,
    "last_digit": 1.6,
    "companion": 1.0,
    "points": 1.0,
    "near": 0.3,
    "far": 1.6,
    "elsewhere": 2.5,
    "other_period": 1.2,
    "unlike": 1.0,
    "lone_line": 1.0,
    "days_apart": 1.0,
    "slip": 1.2,
    "backed": 1.6,
}
"""How much each doubt counts; an `error` has less than 1 in all, a `warning` less than 2.5."""

ERROR_BELOW = 1.0
WARNING_BELOW = 2.5


def total_doubt(weak: Iterable[str]) -> float:
    """The doubts summed."""
    return sum(WEIGHTS[name] if name in WEIGHTS else WEIGHTS[name.partition(":")[0]] for name in weak)


def severity_of(doubt: float) -> Severity:
    """How loudly to say it."""
    if doubt < ERROR_BELOW:
        return "error"
    return "warning" if doubt < WARNING_BELOW else "note"
