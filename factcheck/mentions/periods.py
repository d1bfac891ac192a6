"""Reading periods: text → the days, weeks, quarters and years that it names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.mentions.period_join import join
from factcheck.mentions.period_same import fiscal_symbol, resolve_fiscal, resolve_same_period
from factcheck.mentions.period_scan import Draft, begins_period, marked, scan
from factcheck.types import Period

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from factcheck.rulebook.periods import PeriodTables

__all__ = ["is_period", "read_periods", "resolve_fiscal", "resolve_same_period"]

FULL_STOP = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\.$", re.IGNORECASE
)
"""A full stop behind a month written in full ends the sentence; behind Dec. it is part of the word."""
LONGEST_RUN = 24
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
    spans = [span for span in sorted(blocked) if not _is_run_of_months(folded, *span, tables)]
    drafts: list[Draft] = []
    for periods in tables.languages:
        if language.startswith(periods.language) or marked(periods, folded):
            drafts += scan(periods, text, folded, date, spans)
    drafts = _longest(drafts)
    found = [_period(draft, text, date) for draft in join(drafts, folded, date)]
    return _same(found, date)


def is_period(folded: str, start: int, end: int, tables: PeriodTables) -> bool:
    """Whether the whole span belongs to a period that begins with it: a test for what looks like a code or a name."""
    return any(begins_period(language, folded, start, end) for language in tables.languages)


def _is_run_of_months(folded: str, start: int, end: int, tables: PeriodTables) -> bool:
    """Whether a blocked span is a period joined by a hyphen (October-December), which looks like a name."""
    inside = folded[start:end]
    return end - start <= LONGEST_RUN and ("-" in inside or "–" in inside) and is_period(folded, start, end, tables)


def _longest(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that a longer one covers."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.start, -draft.end)):
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
        elif draft.end - draft.start > kept[-1].end - kept[-1].start:
            kept[-1] = draft
    return kept


def _period(draft: Draft, text: str, reference: date | None) -> Period:
    reading = draft.reading
    symbol = reading.symbol
    if draft.form.fiscal and symbol is None and reading.first is not None:
        symbol = fiscal_symbol(draft.parts, reading, reference)
    end = draft.end - bool(FULL_STOP.search(text, max(draft.start, draft.end - 10), draft.end))
    surface = text[draft.start : end]
    days = (reading.first, reading.last, reading.grain, reading.relative)
    return Period(draft.start, end, surface, *days, symbol, draft.form.id)


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
