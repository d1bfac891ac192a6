"""Finding where a text names periods: cheap gates over the whole text, one pattern of all forms at each candidate."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.mentions.period_parts import Parts, read_parts
from factcheck.mentions.period_resolve import Reading, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from factcheck.rulebook.periods import LanguagePeriods, PeriodForm

SENTENCE_END = re.compile(r"[。！？!?；\n]|\. ")
TENSE_BEFORE, TENSE_AFTER = 40, 16


@dataclass(slots=True)
class Draft:
    """A period form found in the text, before ranges and neighbours are considered."""

    start: int
    end: int
    form: PeriodForm
    language: LanguagePeriods
    parts: Parts
    reading: Reading


@dataclass(frozen=True, slots=True)
class Compiled:
    """The patterns of one language."""

    gates: tuple[re.Pattern[str], ...]
    forms: re.Pattern[str]
    by_id: dict[str, PeriodForm]
    since: re.Pattern[str]
    since_before: re.Pattern[str]
    range: re.Pattern[str]
    list: re.Pattern[str]
    between: re.Pattern[str]
    future: re.Pattern[str]
    past: re.Pattern[str]


@lru_cache(maxsize=8)
def compiled(language: LanguagePeriods) -> Compiled:
    """The patterns of that language, made ready once."""
    return Compiled(
        tuple(gate.pattern() for gate in language.gates),
        language.any_form.pattern(),
        {form.id: form for form in language.forms},
        language.since.pattern(),
        language.since_before.pattern(),
        language.range.pattern(),
        language.list.pattern(),
        language.between.pattern(),
        language.future.pattern(),
        language.past.pattern(),
    )


@lru_cache(maxsize=512)
def form_pattern(form: PeriodForm) -> re.Pattern[str]:
    """The form's own pattern, with its groups."""
    return form.pattern.pattern()


@lru_cache(maxsize=8)
def _marker(language: LanguagePeriods) -> re.Pattern[str]:
    return language.marker.pattern()


def marked(language: LanguagePeriods, folded: str) -> bool:
    """Whether a text of another language may hold periods of this one; spares compiling its forms."""
    return _marker(language).search(folded) is not None


def begins_period(language: LanguagePeriods, folded: str, start: int, end: int) -> bool:
    """Whether a period form begins at the offset and covers the span: Sep-23 and 2018Q4 look like codes, but are dates."""
    match = compiled(language).forms.match(folded, start)
    return match is not None and match.end() >= end


def scan(
    language: LanguagePeriods, text: str, folded: str, reference: date | None, blocked: Sequence[tuple[int, int]]
) -> Iterator[Draft]:
    """The forms of one language in text order, none inside a blocked span."""
    patterns = compiled(language)
    starts = sorted({match.start() for gate in patterns.gates for match in gate.finditer(folded)})
    block_starts = [start for start, _ in blocked]
    block_ends = list(accumulate((end for _, end in blocked), max))
    done = 0
    for start in starts:
        if start < done or _inside_word(folded, start):
            continue
        match = patterns.forms.match(folded, start)
        if match is None:
            continue
        if _is_blocked(start, match.end(), block_starts, block_ends):
            continue
        draft = _draft(language, patterns, match, text, folded, reference)
        if draft is not None:
            done = draft.end
            yield draft


def _inside_word(folded: str, start: int) -> bool:
    """Whether a Latin letter stands before a letter or digit: the end of a weekend is no end, AB8 July no 8 July."""
    return start > 0 and "a" <= folded[start - 1] <= "z" and folded[start].isascii()


def _is_blocked(start: int, end: int, starts: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether the span overlaps one of the sorted stretches; `ends` are the furthest so far, for they may be nested."""
    index = bisect_right(starts, end - 1) - 1
    return index >= 0 and ends[index] > start


def _draft(
    language: LanguagePeriods, patterns: Compiled, match: re.Match[str], text: str, folded: str, reference: date | None
) -> Draft | None:
    form = patterns.by_id[match.lastgroup or ""]
    groups = form_pattern(form).match(folded, match.start())
    if groups is None:
        return None
    start, end = groups.span()
    parts = read_parts(groups, language.words)
    if parts is None or not _allowed(form, patterns, text, folded, start, end):
        return None
    if form.mode:
        parts[form.mode] = 1

    over = form.mode == "ended" and (language.language == "zh" or " ended" in match.group())

    def near() -> int:
        # What ended is past; 截至…止 is, unless the sentence looks ahead.
        found = tense(patterns, folded, start, end)
        return -1 if over and (found <= 0 or language.language == "en") else found

    reading = _symbolic(form.symbol, parts, reference, near) if form.symbol else resolve(parts, reference, near)
    return Draft(start, end, form, language, parts, reading) if reading else None


def _allowed(form: PeriodForm, patterns: Compiled, text: str, folded: str, start: int, end: int) -> bool:
    if form.needs == "capital":
        return text[start].isupper() or text.islower()
    if form.needs == "not_past":
        return tense(patterns, folded, start, end) >= 0
    return form.needs != "future" or tense(patterns, folded, start, end) > 0


def _symbolic(symbol: str, parts: Parts, reference: date | None, near: Callable[[], int]) -> Reading | None:
    """What hangs on another period (same:2024 where a year is given); the year to date hangs on the article's date only."""
    if symbol == "ytd":
        return _to_date(reference, near)
    if "y" in parts:
        symbol = f"same:{parts['y']}"
    return Reading(None, None, "range", True, symbol)


def _to_date(reference: date | None, near: Callable[[], int]) -> Reading:
    """The year up to the article's date; the whole of it in words of the future (年內將推出)."""
    if reference is None:
        return Reading(None, None, "range", True, "ytd")
    first = reference.replace(month=1, day=1)
    return Reading(first, reference.replace(month=12, day=31) if near() > 0 else reference, "range", True)


def tense(patterns: Compiled, folded: str, start: int, end: int) -> int:
    """1 near words of the future, -1 near words of the past, 0 otherwise; the nearest before the date decides."""
    before = SENTENCE_END.split(folded[max(0, start - TENSE_BEFORE) : start])[-1]
    after = SENTENCE_END.split(folded[end : end + TENSE_AFTER])[0]
    future, past = _last(patterns.future, before), _last(patterns.past, before)
    if future != past:
        return 1 if future > past else -1
    coming, gone = patterns.future.search(after), patterns.past.search(after)
    if coming is None or gone is None:
        return bool(coming) - bool(gone)
    return 1 if coming.start() < gone.start() else -1


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where its last occurrence begins, or -1."""
    start = -1
    for match in pattern.finditer(text):
        start = match.start()
    return start
