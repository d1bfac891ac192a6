"""Neighbouring forms as one period: ranges, and stretches that last until the article's date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.mentions.period_calendar import DAY, add
from factcheck.mentions.period_resolve import Reading, resolve
from factcheck.mentions.period_scan import Draft, compiled

if TYPE_CHECKING:
    from datetime import date

MAX_GAP = 16
BEFORE = 16
YEARS = frozenset({"y", "ry"})


def join(drafts: list[Draft], folded: str, reference: date | None) -> list[Draft]:
    """The drafts with ranges made one and open stretches closed by the article's date."""
    joined: list[Draft] = []
    index = 0
    while index < len(drafts):
        draft = drafts[index] = _listed(drafts, index, folded, reference)
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        merged = _range(draft, following, folded, reference) if following else None
        index += 2 if merged else 1
        joined.append(_since(merged or draft, folded, reference))
    return joined


def _listed(drafts: list[Draft], index: int, folded: str, reference: date | None) -> Draft:
    """The draft, with the year (and month) of the one before it in a list: 2024年9月及10月, 8月29日和30日."""
    draft = drafts[index]
    before = drafts[index - 1] if index else None
    if before is None or before.reading.first is None or before.reading.grain == "time":
        return draft
    shares_month = draft.parts.keys() == {"d"} and "m" in before.parts
    alike = {"m", "q", "h"} & draft.parts.keys() & before.parts.keys()
    shares_year = bool(alike) and _yearless(draft) and bool(YEARS & before.parts.keys())
    gap = folded[before.end : draft.start]
    if not (shares_month or shares_year) or compiled(before.language).list.fullmatch(gap) is None:
        return draft
    reading = _after(draft, before.reading.first, reference, month=shares_month)
    if reading is None or reading.first is None:
        return draft
    return replace(draft, reading=reading, parts={**draft.parts, "y": reading.first.year})


def _after(draft: Draft, first: date, reference: date | None, *, month: bool) -> Reading | None:
    """The draft in the year (and month) of a day, or in the next year where it would lie before it."""
    shared = {"m": first.month} if month else {}
    for year in (first.year, first.year + 1):
        found = resolve({**draft.parts, **shared, "y": year}, reference, _no_tense)
        if found and found.first and found.first >= first:
            return found
    return None


def _range(first: Draft, last: Draft, folded: str, reference: date | None) -> Draft | None:
    """From the first day of one to the last day of the other, where a range word stands between them."""
    gap = folded[first.end : last.start]
    if len(gap) > MAX_GAP or first.form.symbol or last.form.symbol:
        return None
    patterns = compiled(first.language)
    if patterns.range.fullmatch(gap) is None:
        before = folded[max(0, first.start - BEFORE) : first.start]
        after = folded[last.end : last.end + 2]
        if patterns.between.search(before + "\0" + gap + "\0" + after) is None:
            return None
    reading = _span(first, last, reference)
    if reading is None:
        return None
    return Draft(first.start, last.end, first.form, first.language, first.parts, reading)


def _span(first: Draft, last: Draft, reference: date | None) -> Reading | None:
    begin, end = _with_years(first, last, reference)
    if begin is None or end is None or begin.first is None or end.last is None or begin.first > end.last:
        return None
    return Reading(begin.first, end.last, "range", begin.relative or end.relative)


def _with_years(first: Draft, last: Draft, reference: date | None) -> tuple[Reading | None, Reading | None]:
    """Both readings; the end that names no year takes it from the other."""
    begin, end = first.reading, last.reading
    if begin.first is not None and last.parts.keys() == {"w"}:
        until = add(begin.first, (last.parts["w"] - begin.first.weekday()) % 7, DAY)
        return begin, Reading(until, until, "day", True) if until else None
    if _yearless(last) and begin.first is not None and not _yearless(first):
        for year in (begin.first.year, begin.first.year + 1):
            found = resolve({**last.parts, "y": year}, reference, _no_tense)
            if found and found.last and found.last >= begin.first:
                return begin, replace(found, relative=begin.relative)
    if _yearless(first) and end.last is not None:
        for year in (end.last.year, end.last.year - 1):
            found = resolve({**first.parts, "y": year}, reference, _no_tense)
            if found and found.first and found.first <= end.last:
                return replace(found, relative=end.relative), end
    return begin, end


def _yearless(draft: Draft) -> bool:
    return bool({"m", "q", "h"} & draft.parts.keys()) and not YEARS & draft.parts.keys() and "rm" not in draft.parts


def _no_tense() -> int:
    return 0


def _since(draft: Draft, folded: str, reference: date | None) -> Draft:
    """Stretched to the article's date where the text says since or to date; only the past can be."""
    patterns = compiled(draft.language)
    follows = patterns.since.match(folded, draft.end)
    if follows is None and patterns.since_before.search(folded[max(0, draft.start - BEFORE) : draft.start]) is None:
        return draft
    first = draft.reading.first
    if first is None or reference is None or first > reference:
        return draft
    end = follows.end() if follows else draft.end
    reading = Reading(first, reference, "range", draft.reading.relative)
    return Draft(draft.start, end, draft.form, draft.language, draft.parts, reading)
