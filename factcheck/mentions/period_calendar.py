"""Arithmetic of days that never raises: what the calendar does not hold is None."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Grain = Literal["day", "week", "month", "quarter", "half", "year", "range", "time"]
Days = tuple[date, date, Grain]

DAY, WEEK, MONTH, QUARTER, YEAR, HALF, DECADE, WORKDAY, WEEKEND, TWO_YEARS = range(1, 11)
MONTHS = {MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12, DECADE: 120}
GRAINS: dict[int, Grain] = {DAY: "day", WEEK: "week", MONTH: "month", QUARTER: "quarter", HALF: "half", YEAR: "year"}


def make_day(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none (31 February, month 13, year 0)."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def shift(day: date, days: int) -> date | None:
    """The day so many days later, or None outside the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def one_day(day: date | None) -> Days | None:
    """A single day as a stretch."""
    return (day, day, "day") if day else None


def add(day: date, count: int, unit: int) -> date | None:
    """The day so many units later; the last day of the month stands in for one that it does not have."""
    if unit == WORKDAY:
        return _add_workdays(day, count)
    if unit in MONTHS:
        index = day.year * 12 + day.month - 1 + count * MONTHS[unit]
        year, month = divmod(index, 12)
        if not 1 <= year <= 9999:
            return None
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return shift(day, count * (7 if unit == WEEK else 1))


def _add_workdays(day: date, count: int) -> date | None:
    if abs(count) > 1000:
        return None
    step = 1 if count > 0 else -1
    left = abs(count)
    now: date | None = day
    while left and now is not None:
        now = shift(now, step)
        left -= now is not None and now.weekday() < 5
    return now


def month_days(year: int, month: int, last_month: int | None = None) -> Days | None:
    """A month, or the months up to another one, which lies in the next year where it is earlier."""
    last = last_month or month
    first_day = make_day(year, month, 1)
    end_year = year + (last < month)
    if first_day is None or not (1 <= last <= 12 and end_year <= 9999):
        return None
    return first_day, date(end_year, last, monthrange(end_year, last)[1]), "range" if last_month else "month"


def quarter_days(year: int, quarter: int, last_quarter: int | None = None) -> Days | None:
    """A quarter, or the quarters up to another one of the year."""
    last = last_quarter or quarter
    if not 1 <= quarter <= last <= 4:
        return None
    found = month_days(year, quarter * 3 - 2, last * 3)
    return found and (found[0], found[1], "range" if last > quarter else "quarter")


def half_days(year: int, half: int) -> Days | None:
    """The first or second half of a year."""
    found = month_days(year, half * 6 - 5, half * 6)
    return found and (found[0], found[1], "half")


def year_days(year: int, last_year: int | None = None) -> Days | None:
    """A year, or the years up to another one."""
    first, last = make_day(year, 1, 1), make_day(last_year or year, 12, 31)
    if first is None or last is None or last < first:
        return None
    return first, last, "range" if last_year else "year"


def week_days(day: date, offset: int = 0) -> Days | None:
    """Monday to Sunday of the week so many weeks from that day's."""
    monday = shift(day, -day.weekday() + 7 * offset)
    sunday = monday and shift(monday, 6)
    return (monday, sunday, "week") if monday and sunday else None


def unit_days(day: date, unit: int, offset: int = 0) -> Days | None:
    """The whole calendar unit in which the day lies, moved by so many units."""
    if unit == WEEK:
        return week_days(day, offset)
    if unit == WEEKEND:
        week = week_days(day, offset)
        saturday = week and shift(week[1], -1)
        return (saturday, week[1], "range") if week and saturday else None
    moved = add(day, offset, unit)
    if moved is None or unit in (DAY, WORKDAY):
        return one_day(moved)
    if unit == MONTH:
        return month_days(moved.year, moved.month)
    if unit == QUARTER:
        return quarter_days(moved.year, (moved.month + 2) // 3)
    if unit == HALF:
        return half_days(moved.year, 1 if moved.month <= 6 else 2)
    if unit == TWO_YEARS:
        return year_days(moved.year, moved.year + 1)
    if unit == DECADE:
        return year_days(moved.year // 10 * 10, moved.year // 10 * 10 + 9)
    return year_days(moved.year)


def nth_weekday(first: date, last: date, nth: int, weekday: int) -> Days | None:
    """The nth such weekday (0 Monday) between two days; -1 the last."""
    if nth > 0:
        found = shift(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        found = shift(last, -((last.weekday() - weekday) % 7) + 7 * (nth + 1))
    return (found, found, "day") if found and first <= found <= last else None


def nth_week(first: date, last: date, nth: int, *, whole: bool = False) -> Days | None:
    """The nth week of a month or year, -1 the last: a week lies where its Thursday does (ISO 8601), or its Monday (`whole`)."""
    found = nth_weekday(first, last, nth, 0 if whole else 3)
    return week_days(found[0]) if found else None
