"""Everything read in one article before claims are made: words, names, periods, quantities, none overlapping another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.folding import fold
from factcheck.mentions.lexicon import Scan, scan_words
from factcheck.mentions.names import PART_OF_A_NAME, Name, read_names
from factcheck.mentions.opennames import add_named_products, add_open_entities
from factcheck.mentions.periods import is_period, read_periods
from factcheck.mentions.quantities import read_quantities

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.types import Article, Period, Quantity

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of one article, each list sorted by start."""

    folded: str
    scan: Scan
    names: tuple[Name, ...]
    periods: tuple[Period, ...]
    quantities: tuple[Quantity, ...]


def read_mentions(article: Article, rulebook: Rulebook) -> Mentions:
    """The mentions of an article; the date of each section resolves its periods."""
    text = article.text
    folded = fold(text)
    masked = [(mask.start, mask.end) for mask in article.masks]
    scan = scan_words(text, folded, rulebook.lexicon, rulebook.entities, masked)
    chinese = article.language != "en"
    add_open_entities(text, folded, scan, rulebook.entities, chinese=chinese)
    names = [
        name
        for name in read_names(text, folded, scan, chinese=chinese, masked=masked)
        if not (name.reason == PART_OF_A_NAME and is_period(folded, name.start, name.end, rulebook.periods))
    ]
    add_named_products(folded, scan, names)
    blocked = merge_spans([*masked, *((name.start, name.end) for name in names)])
    periods = _periods(article, folded, rulebook, blocked)
    blocked = merge_spans([*blocked, *((period.start, period.end) for period in periods)])
    quantities = read_quantities(text, folded, rulebook.numbers, language=article.language, blocked=blocked)
    return Mentions(folded, scan, tuple(names), tuple(periods), tuple(quantities))


def _periods(article: Article, folded: str, rulebook: Rulebook, blocked: Sequence[Span]) -> list[Period]:
    found: list[Period] = []
    hint = max((section.date for section in article.sections if section.date), default=None)
    for section in article.sections:
        start, end = section.start, section.end
        inside = [(max(a, start) - start, min(b, end) - start) for a, b in blocked if a < end and start < b]
        day = section.date or article.date
        periods = read_periods(
            article.text[start:end],
            folded[start:end],
            rulebook.periods,
            date=day or hint,
            language=article.language,
            blocked=inside,
        )
        if day is None and hint is not None:
            periods = [_without_day(period) for period in periods]
        found += [replace(p, start=p.start + start, end=p.end + start) if start else p for p in periods]
    return found


def _without_day(period: Period) -> Period:
    """A period of an undated section of a dated page: the page's year holds for its months and quarters, its day for nothing."""
    if period.relative and period.grain in ("day", "week") and not any(char.isdigit() for char in period.surface):
        return replace(period, first_day=None, last_day=None, symbol=period.symbol or "relative to an unknown day")
    return period


def merge_spans(spans: Iterable[Span]) -> list[Span]:
    """The union of the spans, sorted, without overlaps."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            if end > merged[-1][1]:
                merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
