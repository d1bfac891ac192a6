"""The days of a date whose year, month or week the writer left out, chosen beside the article's date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.mentions.period_calendar import MONTH, Days, add, make_day, one_day, shift, week_days
from factcheck.mentions.period_within import within

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from factcheck.mentions.period_parts import Parts

    Tense = Callable[[], int]

AHEAD = 60
"""A date without a year lies at most so many days after the article, unless the one before is further away."""
LONG_PAST = 180
SOON = 3
MONTHS_AROUND = (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7)


def guess_year(parts: Parts, reference: date, tense: Tense) -> Days | None:
    """The days in this year, unless they lie too far ahead of the article, or last January's where the next is near."""
    before, here, after = (within(parts, reference.year + offset) for offset in (-1, 0, 1))
    if here is None:
        return _leap_day(parts, reference)
    ahead = (here[0] - reference).days
    if ahead > AHEAD and before is not None:
        if (cue := tense()) > 0:
            return here
        past = before[0] if here[2] == "day" else before[1]
        return before if cue < 0 or (reference - past).days < ahead else here
    if ahead > 0 and before is not None and here[2] in ("quarter", "half") and tense() < 0:
        # A quarter that has not begun has no results yet.
        return before
    near = after is not None and (after[0] - reference).days <= AHEAD and (reference - here[1]).days > LONG_PAST
    # A quarter or a run of months is rather the past one, unless the sentence looks ahead.
    return after if near and tense() >= (here[2] not in ("day", "month")) else here


def _leap_day(parts: Parts, reference: date) -> Days | None:
    """29 February of the nearest year that had one."""
    for year in range(reference.year, reference.year - 9, -1):
        if (days := within(parts, year)) is not None and days[0] <= reference:
            return days
    return None


def guess_month(parts: Parts, reference: date, tense: Tense) -> Days | None:
    """That day of the article's month; of the month before where it would lie ahead and nothing speaks of the future."""
    here = within({**parts, "m": reference.month}, reference.year)
    if here is not None and ((here[0] - reference).days <= SOON or tense() > 0):
        return here
    earlier = add(reference, -1, MONTH)
    before = within({**parts, "m": earlier.month}, earlier.year) if earlier else None
    return before or here


def day_and_weekday(parts: Parts, reference: date) -> Days | None:
    """That day of the nearest month in which it is that weekday (Thursday the 21st)."""
    for offset in MONTHS_AROUND:
        month = add(reference, offset, MONTH)
        day = make_day(month.year, month.month, parts["d"]) if month else None
        if day and day.weekday() == parts["w"]:
            return one_day(day)
    return None


def guess_weekday(parts: Parts, reference: date, tense: Tense) -> Days | None:
    """The weekday of the week named; of the last seven days where none is, or of the next in words of the future."""
    back = (reference.weekday() - parts["w"]) % 7
    if "rw" in parts:
        week = week_days(reference, parts["rw"])
        return one_day(shift(week[0], parts["w"])) if week else None
    if "near" in parts:
        return one_day(shift(reference, -(back or 7) if parts["near"] < 0 else 7 * parts["near"] - back))
    return one_day(shift(reference, 7 - back if back and tense() > 0 else -back))
