"""From the parts of a period to its days: a missing year, month or week comes from the article's date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.mentions.period_calendar import (
    DAY,
    DECADE,
    HALF,
    MONTH,
    QUARTER,
    WEEK,
    WORKDAY,
    YEAR,
    Days,
    Grain,
    add,
    half_days,
    make_day,
    month_days,
    nth_week,
    nth_weekday,
    quarter_days,
    shift,
    unit_days,
    week_days,
    year_days,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.mentions.period_parts import Parts

START, MIDDLE, END, FIRST_THIRD, MIDDLE_THIRD, LAST_THIRD, EARLY, LATE, REST, FIRST_HALF, LAST_HALF, LATER = range(
    1, 13
)
AHEAD = timedelta(60)
"""A date without a year lies at most so far after the article, unless the nearest one is further ahead."""
FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """The days of a period; both None where they hang on a date nobody knows."""

    first: date | None
    last: date | None
    grain: Grain = "day"
    relative: bool = False
    symbol: str | None = None


def resolve(parts: Parts, reference: date | None, tense: Callable[[], int]) -> Reading | None:
    """The days that the parts name; None where the calendar has no such days.

    `tense` tells whether words of the future (1), of the past (-1) or neither (0) stand near.
    """
    if "wo" in parts:
        return _week_of(parts, reference, tense)
    if "ended" in parts:
        return _ended(parts, reference, tense)
    if "dir" in parts:
        return _reckoned(parts, reference)
    if "cen" in parts or "dec" in parts:
        return _decade(parts, reference)
    if _absolute(parts):
        return _plain(within(parts, parts["y"]))
    if reference is None:
        return _unknown(parts)
    return _relative(parts, reference, tense)


def _absolute(parts: Parts) -> bool:
    return "y" in parts


def _plain(days: Days | None, *, relative: bool = False) -> Reading | None:
    return Reading(*days, relative=relative) if days else None


def _unknown(parts: Parts) -> Reading | None:
    """A period without days, if any year has such days."""
    days = within(parts, 2000 + 4 * parts.get("leap", 0)) if {"m", "q", "h", "d"} & parts.keys() else None
    if days is None and "m" in parts:
        return None
    return Reading(None, None, days[2] if days else "day", True)


def _relative(parts: Parts, reference: date, tense: Callable[[], int]) -> Reading | None:
    if "ry" in parts:
        if parts["ry"] == 0 and parts.get("pos") in (REST, LATER):
            return Reading(reference, date(reference.year, 12, 31), "range", True)
        return _plain(within(parts, reference.year + parts["ry"]), relative=True)
    if "rm" in parts:
        month = add(reference, parts["rm"], MONTH)
        return _plain(month and within({**parts, "m": month.month}, month.year), relative=True)
    if "rq" in parts:
        return _plain(unit_days(reference, QUARTER, parts["rq"]), relative=True)
    if "rd" in parts:
        return _plain(unit_days(reference, DAY, parts["rd"]), relative=True)
    if "w" in parts and not {"m", "k", "d"} & parts.keys():
        return _plain(_weekday(parts, reference, tense), relative=True)
    if "ru" in parts or ("u" in parts and "pos" in parts):
        return _plain(_unit(parts, reference), relative=True)
    if "d" in parts and "w" in parts and "m" not in parts:
        return _plain(_day_and_weekday(parts, reference), relative=True)
    if "d" in parts and "m" not in parts:
        return _plain(_bare_day(parts, reference, tense), relative=True)
    if parts.keys() <= {"t", "pos"} and "t" in parts:
        return Reading(reference, reference, "time", True)
    if "pos" in parts and len(parts) == 1:
        return _plain(within(parts, reference.year), relative=True)
    return _plain(_guess_year(parts, reference, tense), relative=True)


def _guess_year(parts: Parts, reference: date, tense: Callable[[], int]) -> Days | None:
    """The days in the year that the writer left out: this year's, unless they lie too far ahead of the article."""
    options = {offset: within(parts, reference.year + offset) for offset in (-1, 0, 1)}
    here, before, after = options[0], options[-1], options[1]
    if here is None:
        return _leap_day(parts, reference)
    if here[0] > reference + AHEAD and before is not None:
        if (cue := tense()) > 0:
            return here
        return before if cue < 0 or reference - before[0] < here[0] - reference else here
    soon = after is not None and after[0] <= reference + AHEAD and reference - here[1] > timedelta(180)
    if after is not None and soon and tense() >= 0:
        return after
    return here


def _leap_day(parts: Parts, reference: date) -> Days | None:
    """29 February of the nearest year that had one."""
    for year in range(reference.year, reference.year - 9, -1):
        if (days := within(parts, year)) is not None and days[0] <= reference:
            return days
    return None


def _bare_day(parts: Parts, reference: date, tense: Callable[[], int]) -> Days | None:
    """That day of the article's month; of the month before where it would lie well ahead and nothing speaks of the future."""
    if "d2" in parts and parts["d2"] < parts["d"]:
        return None
    here = within({**parts, "m": reference.month}, reference.year)
    if here is not None and (here[0] <= reference + timedelta(3) or tense() > 0):
        return here
    earlier = add(reference, -1, MONTH)
    return (earlier and within({**parts, "m": earlier.month}, earlier.year)) or here


def _day_and_weekday(parts: Parts, reference: date) -> Days | None:
    """That day of the nearest month in which it is that weekday (Thursday the 21st)."""
    for offset in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7):
        month = add(reference.replace(day=1), offset, MONTH)
        day = month and make_day(month.year, month.month, parts["d"])
        if day and day.weekday() == parts["w"]:
            return day, day, "day"
    return None


def _weekday(parts: Parts, reference: date, tense: Callable[[], int]) -> Days | None:
    """The weekday of the week named; of the last seven days where none is named, or of the next in words of the future."""
    back = (reference.weekday() - parts["w"]) % 7
    if "rw" in parts:
        week = week_days(reference, parts["rw"])
        found = week and shift(week[0], parts["w"])
    elif "near" in parts:
        found = shift(reference, -(back or 7)) if parts["near"] < 0 else shift(reference, 7 - back)
    elif back and tense() > 0:
        found = shift(reference, 7 - back)
    else:
        found = shift(reference, -back)
    return (found, found, "day") if found else None


def _unit(parts: Parts, reference: date) -> Days | None:
    """A calendar unit counted from the article's (this week, last year), or a part of it (late this week)."""
    unit, offset = parts["u"], parts.get("ru", 0)
    if unit == DAY:
        return unit_days(reference, DAY, offset)
    days = unit_days(reference, unit, offset)
    if days is None:
        return None
    if "pos" in parts:
        return _part_of_running(days, parts["pos"], unit, reference)
    if unit == WEEK and offset == 0 and reference.weekday() >= FRIDAY:
        # A trading week that is over is Monday to Friday; one that runs is named whole.
        friday = shift(days[0], FRIDAY)
        return (days[0], friday, "week") if friday else days
    return days


def _part_of_running(days: Days, position: int, unit: int, reference: date) -> Days | None:
    """The part of a unit named by its place beside the article's date: early and late are halves, the rest begins today."""
    if position == REST or (position == LATER and unit == YEAR):
        return max(days[0], reference), days[1], "range"
    if unit == MONTH and position in (EARLY, LATE, LATER):
        position = FIRST_HALF if position == EARLY else LAST_HALF
        first, last, grain = month_part(days, position)
        return (max(first, reference) if position == LATER else first), last, grain
    return _part_of(days, position, unit)


def _part_of(days: Days, position: int, unit: int) -> Days | None:
    """The beginning, middle or end of a week, month or year."""
    if unit == WEEK:
        first, last = {START: (0, 2), EARLY: (0, 2), MIDDLE: (2, 4), LATE: (3, 6), LATER: (3, 6)}.get(position, (4, 6))
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
    if days is not None and "pos" in parts and "q" in parts:
        return _part_of(days, parts["pos"], QUARTER)
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
        return first and (first, first, "day")
    month = parts.get("m2", parts["m"])
    last = make_day(parts.get("y2", year + (month < parts["m"])), month, parts["d2"])
    return (first, last, "range") if last and last >= first else None


def _nth(parts: Parts, days: Days | None) -> Days | None:
    """The nth week or weekday of a month or year, or its first or last n units (`n` negative: the last)."""
    if days is None:
        return None
    first, last, _ = days
    if "n" in parts:
        return _leading(parts["n"], parts["u"], first, last, from_end=parts.get("side", 1) < 0)
    if "w" in parts:
        return nth_weekday(first, last, parts["k"], parts["w"])
    if parts["u"] == WEEK:
        return nth_week(first, last, parts["k"], whole="whole_weeks" in parts)
    if parts["k"] < 0:
        return _leading(-parts["k"], parts["u"], first, last, from_end=True, only=True)
    return _leading(parts["k"], parts["u"], first, last, only=True)


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
    return begin, end, _grain(count, unit, only=only)


def _grain(count: int, unit: int, *, only: bool) -> Grain:
    one: dict[int, Grain] = {DAY: "day", WEEK: "week", MONTH: "month", QUARTER: "quarter", HALF: "half", YEAR: "year"}
    return one.get(unit, "range") if only or count == 1 else "range"


def _decade(parts: Parts, reference: date | None) -> Reading | None:
    """A decade or century, or the beginning, middle or end of one."""
    if "cen" in parts and "dec" not in parts:
        first, years = (parts["cen"] - 1) * 100, 100
    else:
        decade = parts["dec"]
        if decade < 100:
            decade += (parts["cen"] - 1) * 100 if "cen" in parts else 2000 if decade in (0, 10) else 1900
        first, years = decade, 10
    position = parts.get("pos")
    if position in (START, EARLY):
        years = {100: 20, 10: 3}[years]
    elif position in (END, LATE):
        first, years = (first + 80, 20) if years == 100 else (first + 7, 3)
    elif position is not None:
        first, years = (first + 40, 20) if years == 100 else (first + 3, 4)
    return _plain(year_days(first, first + years - 1))


def _reckoned(parts: Parts, reference: date | None) -> Reading | None:
    """A stretch up to or from the article's date (近五年, the next three months), or the day so far away (五天前)."""
    direction, count, unit = parts["dir"], parts.get("n", 1), parts.get("u", WEEK)
    if reference is None or count <= 0:
        return Reading(None, None, "range", True)
    if "w" in parts:
        return _plain(_weekdays_away(parts["w"], direction * count, reference), relative=True)
    if "ago" in parts or "ago_whole" in parts:
        return _plain(_away(direction * count, unit, reference, whole="ago_whole" in parts), relative=True)
    if "aligned" in parts or unit in (QUARTER, DECADE):
        return _plain(_aligned(direction, count, unit, reference), relative=True)
    if direction < 0:
        first, last = add(reference, -count, unit), reference
    else:
        first, last = shift(reference, 1), add(reference, count, unit)
    return Reading(first, last, "range", True) if first and last else None


def _away(count: int, unit: int, reference: date, *, whole: bool) -> Days | None:
    """The day, or the year in which it lies; `whole`: the week or month in which it lies."""
    day = add(reference, count, unit)
    if day is None or unit in (DAY, WORKDAY) or (unit != YEAR and not whole):
        return day and (day, day, "day")
    return unit_days(day, unit if unit in (WEEK, YEAR) else MONTH)


def _weekdays_away(weekday: int, count: int, reference: date) -> Days | None:
    """The nth such weekday before or after the article's date."""
    back = (reference.weekday() - weekday) % 7 or 7
    day = shift(reference, -back + 7 * (count + 1) if count < 0 else 7 - back % 7 + 7 * (count - 1))
    return (day, day, "day") if day else None


def _aligned(direction: int, count: int, unit: int, reference: date) -> Days | None:
    """The n whole units before or after the one that runs (前兩年 in 2025: 2023 and 2024)."""
    near = unit_days(reference, unit, direction)
    far = unit_days(reference, unit, direction * count)
    if near is None or far is None:
        return None
    return min(near[0], far[0]), max(near[1], far[1]), "range" if count > 1 else near[2]


def _ended(parts: Parts, reference: date | None, tense: Callable[[], int]) -> Reading | None:
    """The n months, quarter or year up to the day named (the three months ended Dec. 31, 截至9月底止季度)."""
    count, unit = parts.get("n", 1), parts["u"]
    rest = {key: value for key, value in parts.items() if key not in ("n", "u", "ended")}
    end = resolve(rest, reference, tense)
    if end is None or end.last is None or count <= 0:
        return end
    after = shift(end.last, 1)
    first = after and add(after, -count, unit)
    if first is None:
        return None
    return Reading(first, end.last, _grain(count, unit, only=False), end.relative)


def _week_of(parts: Parts, reference: date | None, tense: Callable[[], int]) -> Reading | None:
    """The week in which the day lies (the week of October 6th)."""
    day = resolve({key: value for key, value in parts.items() if key != "wo"}, reference, tense)
    if day is None or day.first is None:
        return day
    return _plain(week_days(day.first), relative=day.relative)
