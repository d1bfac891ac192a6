"""From the parts of a period to its days: what the text leaves out comes from the article's date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.mentions.period_calendar import DAY, MONTH, QUARTER, Days, Grain, add, shift, unit_days, week_days
from factcheck.mentions.period_guess import day_and_weekday, guess_month, guess_weekday, guess_year
from factcheck.mentions.period_reckon import reckoned, rest_of_year, unit_named
from factcheck.mentions.period_within import FIRST_HALF, LAST_HALF, LATER, REST, decade_days, grain_of, within

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from factcheck.mentions.period_parts import Parts

    Tense = Callable[[], int]

ANY_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class Reading:
    """The days of a period; both None where they hang on a date nobody knows."""

    first: date | None
    last: date | None
    grain: Grain = "day"
    relative: bool = False
    symbol: str | None = None


def resolve(parts: Parts, reference: date | None, tense: Tense) -> Reading | None:
    """The days that the parts name; None where the calendar has no such days.

    `tense` tells whether words of the future (1), of the past (-1) or neither (0) stand near.
    """
    if "wo" in parts:
        return _week_of(parts, reference, tense)
    if "ended" in parts:
        return _ended(parts, reference, tense)
    if "cen" in parts or "dec" in parts:
        return _reading(decade_days(parts), relative=False)
    if "y" in parts:
        return _reading(within(parts, parts["y"]), relative=False)
    if reference is None:
        return _unknown(parts)
    if "dir" in parts and not parts.get("n", 1):
        return Reading(None, None, "range", True)
    return _reading(_relative(parts, reference, tense), relative=True)


def _reading(days: Days | None, *, relative: bool) -> Reading | None:
    return Reading(*days, relative=relative) if days else None


def _unknown(parts: Parts) -> Reading | None:
    """A period without days; None where no year has such days."""
    if "m" not in parts:
        return Reading(None, None, "day" if parts.keys() & {"d", "w", "rd"} else "range", True)
    days = within(parts, ANY_LEAP_YEAR)
    return Reading(None, None, days[2], True) if days else None


def _relative(parts: Parts, reference: date, tense: Tense) -> Days | None:
    if "dir" in parts:
        return reckoned(parts, reference)
    if "ry" in parts:
        running = parts["ry"] == 0 and parts.get("pos") in (REST, LATER)
        return rest_of_year(reference) if running else within(parts, reference.year + parts["ry"])
    if "rm" in parts:
        month = add(reference, parts["rm"], MONTH)
        return within({**parts, "m": month.month}, month.year) if month else None
    if "rq" in parts:
        return unit_days(reference, QUARTER, parts["rq"])
    if "rd" in parts:
        return unit_days(reference, DAY, parts["rd"])
    if "ru" in parts or ("u" in parts and not parts.keys() & {"n", "k", "m"}):
        return unit_named(parts, reference)
    return _left_out(parts, reference, tense)


def _left_out(parts: Parts, reference: date, tense: Tense) -> Days | None:
    """What names neither its year nor its distance from the article."""
    if "m" not in parts and "d" in parts:
        return day_and_weekday(parts, reference) if "w" in parts else guess_month(parts, reference, tense)
    if "w" in parts and not parts.keys() & {"m", "k"}:
        return guess_weekday(parts, reference, tense)
    if parts.keys() == {"t"}:
        return reference, reference, "time"
    if parts.keys() == {"pos"}:
        month = reference.month if parts["pos"] in (FIRST_HALF, LAST_HALF) else None
        return within({**parts, "m": month} if month else parts, reference.year)
    return guess_year(parts, reference, tense)


def _ended(parts: Parts, reference: date | None, tense: Tense) -> Reading | None:
    """The n months, quarter or year up to the day named (the three months ended Dec. 31, 截至9月底止季度)."""
    count, unit = parts.get("n", 1), parts["u"]
    rest = {key: value for key, value in parts.items() if key not in ("n", "u", "ended")}
    end = resolve(rest, reference, tense)
    if end is None or end.last is None or count <= 0:
        return end
    if end.relative and reference is not None and end.last > reference and "m" in rest and tense() < 0:
        end = resolve({**rest, "y": end.last.year - 1}, reference, tense) or end
    if end.last is None:
        return end
    after = shift(end.last, 1)
    first = add(after, -count, unit) if after else None
    return Reading(first, end.last, grain_of(count, unit), end.relative) if first else None


def _week_of(parts: Parts, reference: date | None, tense: Tense) -> Reading | None:
    """The week in which the day lies (the week of October 6th)."""
    day = resolve({key: value for key, value in parts.items() if key != "wo"}, reference, tense)
    if day is None or day.first is None:
        return day
    return _reading(week_days(day.first), relative=day.relative)
