"""Reading periods: text → the days, weeks, quarters and years that it names."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.mentions.period_calendar import MONTH, QUARTER, YEAR, add, month_days, unit_days
from factcheck.mentions.period_join import join
from factcheck.mentions.period_scan import Draft, scan
from factcheck.types import Period

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.rulebook.periods import PeriodTables

HAN = re.compile("[一-鿿]")
LATIN_WORD = re.compile("[a-z]{3}")
NEAR = 200
"""How far before 當日 the day that it means is looked for."""
SAME_UNITS = {"same:day": "day", "same:month": "month", "same:quarter": "quarter", "same:year": "year"}


def read_periods(
    text: str,
    folded: str,
    tables: PeriodTables,
    *,
    date: date | None,
    language: str,
    blocked: Sequence[tuple[int, int]] = (),
) -> list[Period]:
    """The periods of the text, sorted and not overlapping; spans in `blocked` (names, codes, masks) hold none.

    Both days are None where they hang on a date nobody knows; `symbol` then says on which.
    """
    spans = sorted(blocked)
    drafts: list[Draft] = []
    for periods in tables.languages:
        marker = HAN if periods.language == "zh" else LATIN_WORD
        if language.startswith(periods.language) or marker.search(folded):
            drafts += scan(periods, text, folded, date, spans)
    drafts = _longest(drafts)
    found = [_period(draft, text) for draft in join(drafts, folded, date)]
    return _same(found, date)


def _longest(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that a longer one covers."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.start, -draft.end)):
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
        elif draft.end - draft.start > kept[-1].end - kept[-1].start:
            kept[-1] = draft
    return kept


def _period(draft: Draft, text: str) -> Period:
    reading = draft.reading
    symbol = reading.symbol
    if draft.form.fiscal and symbol is None and reading.first is not None:
        symbol = _fiscal_symbol(reading.first, reading.grain)
    return Period(
        draft.start,
        draft.end,
        text[draft.start : draft.end],
        reading.first,
        reading.last,
        reading.grain,
        reading.relative,
        symbol,
        draft.form.id,
    )


def _fiscal_symbol(first: date, grain: str) -> str:
    if grain == "quarter":
        return f"fiscal:{first.year}Q{(first.month + 2) // 3}"
    return f"fiscal:{first.year}H{1 + first.month // 7}" if grain == "half" else f"fiscal:{first.year}"


def _same(periods: list[Period], reference: date | None) -> list[Period]:
    """The periods with 當日, 當月, 同年 resolved: those of the last such period named before, else the article's."""
    done: list[Period] = []
    for period in periods:
        grain = SAME_UNITS.get(period.symbol or "")
        done.append(_anchored(period, grain, done, reference) if grain else period)
    return done


def _anchored(period: Period, grain: str, before: list[Period], reference: date | None) -> Period:
    for earlier in reversed(before):
        if period.start - earlier.end > NEAR:
            break
        if earlier.grain == grain and earlier.first_day is not None:
            return replace(
                period, first_day=earlier.first_day, last_day=earlier.last_day, relative=True, symbol=None, grain=earlier.grain
            )  # fmt: skip
    if grain == "day" and reference is not None:
        return replace(period, first_day=reference, last_day=reference, grain="day", symbol=None)
    return period


def resolve_fiscal(period: Period, fiscal_year_end: int) -> Period:
    """A period read as fiscal, moved onto a year that ends in that month: fiscal 2026 ends in the month of 2026.

    >>> from datetime import date
    >>> year = Period(0, 6, "FY2025", date(2025, 1, 1), date(2025, 12, 31), "year", symbol="fiscal:2025")
    >>> moved = resolve_fiscal(year, 3)
    >>> str(moved.first_day), str(moved.last_day)
    ('2024-04-01', '2025-03-31')
    """
    symbol = period.symbol or ""
    if not symbol.startswith("fiscal:") or fiscal_year_end == 12 or period.first_day is None or period.last_day is None:
        return period
    first = add(period.first_day, fiscal_year_end - 12, MONTH)
    month = add(period.last_day.replace(day=1), fiscal_year_end - 12, MONTH)
    last = month and month_days(month.year, month.month)
    return replace(period, first_day=first, last_day=last[1]) if first and last else period


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
        unit = {"quarter": QUARTER, "month": MONTH, "year": YEAR}.get(what)
        before = unit and unit_days(first, unit, -1)
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
