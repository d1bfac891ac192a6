"""The days that the parts of a period name inside a known year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.mentions.period_calendar import (
    GRAINS,
    MONTH,
    QUARTER,
    WEEK,
    Days,
    Grain,
    add,
    half_days,
    make_day,
    month_days,
    nth_week,
    nth_weekday,
    one_day,
    quarter_days,
    shift,
    year_days,
)

if TYPE_CHECKING:
    from datetime import date

    from factcheck.mentions.period_parts import Parts

SUNDAY = 6
START, MIDDLE, END, FIRST_THIRD, MIDDLE_THIRD, LAST_THIRD, EARLY, LATE, REST, FIRST_HALF, LAST_HALF, LATER = range(
    1, 13
)
"""The parts of a month or year, as the words of the rule files count them."""


def part_of(days: Days, position: int, unit: int) -> Days | None:
    """The beginning, middle or end of a week, month or year."""
    if unit == WEEK:
        first, last = {
            START: (0, 2),
            EARLY: (0, 2),
            FIRST_THIRD: (0, 2),
            MIDDLE: (2, 4),
            LATE: (3, 6),
            LATER: (3, 6),
        }.get(position, (4, 6))
        start, end = shift(days[0], first), shift(days[0], last)
        return (start, end, "range") if start and end else None
    if unit == MONTH:
        return month_part(days, position)
    if unit == QUARTER:
        month = {START: 0, EARLY: 0, MIDDLE: 1}.get(position, 2)
        return month_days(days[0].year, days[0].month + month)
    return year_part(days[0].year, position)


def month_part(days: Days, position: int) -> Days:
    """The part of a month: early, middle and late are thirds, its end is the last day."""
    first, last = days[0], days[1]
    if position == END:
        return last, last, "day"
    begin, end = {
        START: (1, 10), FIRST_THIRD: (1, 10), EARLY: (1, 10), MIDDLE: (11, 20), MIDDLE_THIRD: (11, 20),
        FIRST_HALF: (1, 15), LAST_HALF: (16, last.day),
    }.get(position, (21, last.day))  # fmt: skip
    return first.replace(day=begin), first.replace(day=end), "range"


def year_part(year: int, position: int) -> Days | None:
    """The part of a year: its start, middle and end are January, June and December; early and late are thirds."""
    months = {
        FIRST_THIRD: (1, 4),
        START: (1, 1),
        MIDDLE: (6, 6),
        END: (12, 12),
        EARLY: (1, 4),
        LATE: (9, 12),
        LATER: (9, 12),
        MIDDLE_THIRD: (5, 8),
    }
    first, last = months.get(position, (1, 12))
    return month_days(year, first, last if last > first else None)


def within(parts: Parts, year: int) -> Days | None:
    """The days that the parts name in that year."""
    if "m" in parts:
        return _within_month(parts, year)
    if "q" in parts:
        days = quarter_days(year, parts["q"], parts.get("q2"))
    elif "h" in parts:
        days = half_days(year, parts["h"])
    elif "k" in parts or "n" in parts:
        return _nth(parts, year_days(year))
    elif "pos" in parts:
        return year_part(year, parts["pos"])
    else:
        return year_days(year, parts.get("y2"))
    if days is not None and "pos" in parts:
        return one_day(days[1]) if parts["pos"] == END else part_of(days, parts["pos"], QUARTER)
    return days


def _within_month(parts: Parts, year: int) -> Days | None:
    month = parts["m"]
    if "d" in parts:
        return _days_of_month(parts, year)
    if "m2" in parts:
        return month_days(year, month, parts["m2"])
    days = month_days(year, month)
    if days is None:
        return None
    if "k" in parts or "n" in parts:
        return _nth(parts, days)
    return month_part(days, parts["pos"]) if "pos" in parts else days


def _days_of_month(parts: Parts, year: int) -> Days | None:
    first = make_day(year, parts["m"], parts["d"])
    if first is None or "d2" not in parts:
        return one_day(first)
    month = parts.get("m2", parts["m"])
    last = make_day(parts.get("y2", year + (month < parts["m"])), month, parts["d2"])
    return (first, last, "range") if last and last >= first else None


def _nth(parts: Parts, days: Days | None) -> Days | None:
    """The nth week or weekday of a month or year, or its first or last n units (`n` negative: the last)."""
    if days is None:
        return None
    first, last, _ = days
    if "n" in parts and parts["u"] == WEEK:
        return _whole_weeks(parts["n"], first, last, from_end=parts.get("side", 1) < 0)
    if "n" in parts:
        return _leading(parts["n"], parts["u"], first, last, from_end=parts.get("side", 1) < 0)
    if "w" in parts:
        return nth_weekday(first, last, parts["k"], parts["w"])
    if parts["u"] == WEEK:
        return nth_week(first, last, parts["k"], whole="whole_weeks" in parts)
    if parts["k"] < 0:
        return _leading(-parts["k"], parts["u"], first, last, from_end=True, only=True)
    return _leading(parts["k"], parts["u"], first, last, only=True)


def _whole_weeks(count: int, first: date, last: date, *, from_end: bool) -> Days | None:
    """The first or last n weeks, Monday to Sunday, that lie inside a stretch."""
    if from_end:
        sunday = nth_weekday(first, last, -1, SUNDAY)
        begin = shift(sunday[0], 1 - 7 * count) if sunday else None
        return (begin, sunday[0], "range") if sunday and begin and begin >= first else None
    monday = nth_weekday(first, last, 1, 0)
    end = shift(monday[0], 7 * count - 1) if monday else None
    return (monday[0], end, "range") if monday and end and count > 0 and end <= last else None


def _leading(
    count: int, unit: int, first: date, last: date, *, from_end: bool = False, only: bool = False
) -> Days | None:
    """The first or last n units of a stretch, or only the nth of them."""
    if count <= 0:
        return None
    after = shift(last, 1)
    if from_end:
        begin = after and add(after, -count, unit)
        end = begin and add(begin, 1, unit) if only else after
    else:
        begin = add(first, count - 1, unit) if only else first
        end = begin and add(begin, 1 if only else count, unit)
    end = end and shift(end, -1)
    if begin is None or end is None or begin < first or end > last:
        return None
    return begin, end, grain_of(1 if only else count, unit)


def grain_of(count: int, unit: int) -> Grain:
    """The grain of so many units: only a single one has one of its own."""
    return GRAINS.get(unit, "range") if count == 1 else "range"


def decade_days(parts: Parts) -> Days | None:
    """A decade or century, or the beginning, middle or end of one."""
    years = 10 if "dec" in parts else 100
    first = _decade_start(parts["dec"], parts.get("cen")) if "dec" in parts else (parts["cen"] - 1) * 100
    tail = 3 if years == 10 else 20
    position = parts.get("pos")
    if position in (START, EARLY):
        return year_days(first, first + tail - 1)
    if position in (END, LATE):
        return year_days(first + years - tail, first + years - 1)
    if position is not None:
        return year_days(first + years // 2 - tail // 2, first + years // 2 + tail // 2 - 1)
    return year_days(first, first + years - 1)


def _decade_start(decade: int, century: int | None) -> int:
    """The first year of 1990s, of the 60s of a century, or of 90年代 of the last one."""
    if decade >= 100:
        return decade
    return decade + (century - 1) * 100 if century else decade + (2000 if decade in (0, 10) else 1900)
