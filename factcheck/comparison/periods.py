"""How the stretches of time of two claims lie to each other."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from factcheck.types import Claim

PeriodRelation = Literal["same", "near", "closing", "inside", "apart", "one_sided", "unstated"]

Days = tuple[date, date]
ONE_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)
SEASON = timedelta(days=60)


def relate_periods(a: Days | None, b: Days | None) -> PeriodRelation:
    """The relation of two periods.

    `near`: single days that local time alone may part. `closing`: a day that ends the other period, as balance sheets are
    dated. `inside`: one holds the other. `one_sided`, `unstated`: one is unknown, both are.

    >>> relate_periods((date(2025, 9, 1), date(2025, 9, 30)), (date(2025, 7, 1), date(2025, 9, 30)))
    'inside'
    """
    if a is None or b is None:
        return "unstated" if a is b else "one_sided"
    if a == b:
        return "same"
    if is_day(a) and is_day(b):
        return "near" if abs(a[0] - b[0]) <= ONE_DAY else "apart"
    if a[0] == b[0] and abs(a[1] - b[1]) <= A_WEEK and min(a[1], b[1]) - a[0] >= SEASON:
        # "So far this year" ends on the day of the article.
        return "same"
    short, long = (a, b) if a[1] - a[0] < b[1] - b[0] else (b, a)
    if is_day(short) and abs(short[0] - long[1]) <= ONE_DAY:
        return "closing"
    if long[0] <= short[0] and short[1] <= long[1]:
        return "inside"
    return "apart"


def is_day(period: Days) -> bool:
    """Whether the period is a single day."""
    return period[0] == period[1]


def effective(claim: Claim, moving: bool) -> Days | None:
    """The period of the claim; for a value that moves from day to day, the day of publication where none is stated."""
    if claim.period is not None or not moving or claim.published is None:
        return claim.period
    return claim.published, claim.published


def days_apart(a: Claim, b: Claim) -> int | None:
    """Days between the two publications; None where one is undated."""
    return publication_gap(a.published, b.published)


def publication_gap(a: date | None, b: date | None) -> int | None:
    """Days between two dates of publication; None where one is unknown."""
    return None if a is None or b is None else abs((a - b).days)
