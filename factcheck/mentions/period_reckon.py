"""Periods reckoned from the article's date: units counted from it, stretches up to it or from it, days so far away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factcheck.mentions.period_calendar import (
    DAY,
    DECADE,
    MONTH,
    QUARTER,
    WEEK,
    WORKDAY,
    YEAR,
    Days,
    add,
    one_day,
    shift,
    unit_days,
)
from factcheck.mentions.period_within import EARLY, FIRST_HALF, LAST_HALF, LATE, LATER, REST, month_part, part_of

if TYPE_CHECKING:
    from factcheck.mentions.period_parts import Parts

FRIDAY = 4


def reckoned(parts: Parts, reference: date) -> Days | None:
    """A stretch up to or from the article's date (近五年, the next three months), or the day so far away (五天前)."""
    direction, count, unit = parts["dir"], parts.get("n2", parts.get("n", 1)), parts.get("u", WEEK)
    if "hy" in parts:
        count, unit = 12 * count + 6, MONTH
    if "w" in parts:
        return _weekdays_away(parts["w"], direction * count, reference)
    if "ago" in parts or "ago_whole" in parts:
        return _away(direction * count, unit, reference, whole="ago_whole" in parts)
    if "aligned" in parts or unit in (QUARTER, DECADE):
        return _aligned(direction, count, unit, reference)
    if direction < 0:
        first, last = add(reference, -count, unit), reference
        return (first, last, "range") if first else None
    begin, end = shift(reference, 1), add(reference, count, unit)
    return (begin, end, "range") if begin and end else None


def _away(count: int, unit: int, reference: date, *, whole: bool) -> Days | None:
    """The day, or the year in which it lies; `whole`: the week or month in which it lies."""
    day = add(reference, count, unit)
    if day is None or unit in (DAY, WORKDAY) or (unit != YEAR and not whole):
        return one_day(day)
    return unit_days(day, unit if unit in (WEEK, YEAR) else MONTH)


def _weekdays_away(weekday: int, count: int, reference: date) -> Days | None:
    """The nth such weekday before or after the article's date."""
    back = (reference.weekday() - weekday) % 7
    return one_day(shift(reference, 7 - back + 7 * (count - 1) if count > 0 else 7 * (count + 1) - (back or 7)))


def _aligned(direction: int, count: int, unit: int, reference: date) -> Days | None:
    """The n whole units before or after the one that runs (前兩年 in 2025: 2023 and 2024)."""
    near = unit_days(reference, unit, direction)
    far = unit_days(reference, unit, direction * count)
    if near is None or far is None:
        return None
    return min(near[0], far[0]), max(near[1], far[1]), "range" if count > 1 else near[2]


def unit_named(parts: Parts, reference: date) -> Days | None:
    """A calendar unit counted from the article's (this week, last quarter), or a part of it (late this week)."""
    unit, offset = parts["u"], parts.get("ru", 0)
    days = unit_days(reference, unit, offset)
    if days is None or unit == DAY:
        return days
    if "pos" in parts:
        return _part_of_running(days, parts["pos"], unit, reference)
    if unit == WEEK and offset == 0 and reference.weekday() >= FRIDAY:
        # A trading week that is over is Monday to Friday; one that runs is named whole.
        friday = shift(days[0], FRIDAY)
        return (days[0], friday, "week") if friday else days
    return days


def rest_of_year(reference: date) -> Days:
    """From the article's date to the end of its year."""
    return reference, date(reference.year, 12, 31), "range"


def _part_of_running(days: Days, position: int, unit: int, reference: date) -> Days | None:
    """The part of a unit beside the article's date: early and late are halves of a month, the rest begins today."""
    if position == REST or (position == LATER and unit == YEAR):
        return max(days[0], reference), days[1], "range"
    if position == LATER and unit == WEEK:
        found = part_of(days, position, unit)
        return (max(found[0], reference), found[1], "range") if found else None
    if unit == MONTH and position in (EARLY, LATE, LATER):
        first, last, grain = month_part(days, FIRST_HALF if position == EARLY else LAST_HALF)
        return (max(first, reference) if position == LATER else first), last, grain
    return part_of(days, position, unit)
