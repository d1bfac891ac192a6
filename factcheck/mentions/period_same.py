"""Periods that hang on something beyond their own words: a company's fiscal year, or the period named before."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.mentions.period_calendar import (
    HALF,
    MONTH,
    QUARTER,
    WORKDAY,
    YEAR,
    Days,
    add,
    month_days,
    unit_days,
)

if TYPE_CHECKING:
    from factcheck.mentions.period_parts import Parts
    from factcheck.mentions.period_resolve import Reading
    from factcheck.types import Period

UNITS = {"day": WORKDAY, "month": MONTH, "quarter": QUARTER, "half": HALF, "year": YEAR}


def fiscal_symbol(parts: Parts, reading: Reading, reference: date | None) -> str:
    """`fiscal:2026Q1`, `fiscal:2026H1`, `fiscal:2026` where the text names the year.

    Otherwise `fiscal:Q1@2025-10-08`, the last such quarter before that day, or `fiscal:quarter-1@…`, `fiscal:year+0@…`,
    so many units from the one that runs on that day.
    """
    first = reading.first
    if reading.relative and reference is not None:
        if "ru" in parts:
            return f"fiscal:{'quarter' if reading.grain == 'quarter' else 'year'}{parts['ru']:+d}@{reference}"
        if "q" in parts:
            return f"fiscal:Q{parts['q']}@{add(reference, parts.get('ry', 0), YEAR) or reference}"
    year = first.year if first else 0
    if "q" in parts:
        return f"fiscal:{year}Q{parts['q']}"
    return f"fiscal:{year}H{parts['h']}" if "h" in parts else f"fiscal:{year}"


def resolve_fiscal(period: Period, fiscal_year_end: int) -> Period:
    """A period read as fiscal, moved onto a year that ends in that month: fiscal 2026 ends in the month of 2026.

    >>> from datetime import date
    >>> year = Period(0, 6, "FY2025", date(2025, 1, 1), date(2025, 12, 31), "year", symbol="fiscal:2025")
    >>> moved = resolve_fiscal(year, 3)
    >>> str(moved.first_day), str(moved.last_day)
    ('2024-04-01', '2025-03-31')
    """
    kind, _, name = (period.symbol or "").partition(":")
    if kind != "fiscal" or fiscal_year_end == 12 or period.first_day is None or period.last_day is None:
        return period
    what, _, reference = name.partition("@")
    days = _fiscal_near(what, date.fromisoformat(reference), fiscal_year_end - 12) if reference else None
    days = days or _moved(period.first_day, period.last_day, fiscal_year_end - 12)
    return replace(period, first_day=days[0], last_day=days[1]) if days else period


def _fiscal_near(what: str, reference: date, months: int) -> tuple[date, date] | None:
    """The fiscal unit counted from the day (quarter-1, year+0), or the last quarter of that number that had ended (Q3)."""
    there = add(reference, -months, MONTH)  # the same place in a calendar year
    if there is None:
        return None
    if what.startswith("Q"):
        quarter = int(what[1:])
        year = there.year if there.month > 3 * quarter else there.year - 1
        days = month_days(year, 3 * quarter - 2, 3 * quarter) if year > 0 else None
    else:
        unit, sign, count = what.partition("+" if "+" in what else "-")
        days = unit_days(there, UNITS[unit], int(sign + count))
    return _moved(days[0], days[1], months) if days else None


def resolve_same_period(period: Period, anchor: Period) -> Period:
    """A symbolic period (去年同期, the previous quarter) with the days that it has beside the anchor."""
    kind, _, what = (period.symbol or "").partition(":")
    first, last = anchor.first_day, anchor.last_day
    if first is None or last is None or kind not in ("same", "prev"):
        return period
    if kind == "same":
        years = int(what) - first.year if what.isdigit() else {"-1y": -1, "-2y": -2}.get(what, 0)
        days = _moved(first, last, 12 * years)
    else:
        before: Days | None = unit_days(first, UNITS[what], -1) if what in UNITS else None
        days = (before[0], before[1]) if before else _before(first, last)
    if days is None:
        return period
    return replace(period, first_day=days[0], last_day=days[1], grain=anchor.grain, relative=True)


def _moved(first: date, last: date, months: int) -> tuple[date, date] | None:
    """Both days moved by months; the last day of a month stays a last day."""
    begin, end = add(first, months, MONTH), add(last, months, MONTH)
    if begin is None or end is None:
        return None
    if last.day == monthrange(last.year, last.month)[1]:
        whole = month_days(end.year, end.month)
        end = whole[1] if whole else end
    return begin, end


def _before(first: date, last: date) -> tuple[date, date] | None:
    """The stretch of the same length that ends the day before."""
    try:
        return first - (last - first) - timedelta(1), first - timedelta(1)
    except OverflowError:
        return None
