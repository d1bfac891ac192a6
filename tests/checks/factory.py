"""Claims by hand: a sentence as a newspaper prints it, and what each of its numbers claims."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from factcheck.types import Article, Claim, Entry, Extraction, Period, Quantity, Section, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

SCALES = {
    "萬億": 12,
    "万亿": 12,
    "億": 8,
    "亿": 8,
    "萬": 4,
    "万": 4,
    "trillion": 12,
    "billion": 9,
    "bn": 9,
    "million": 6,
}
UNITS = {
    "美元": "USD", "港元": "HKD", "元人民幣": "CNY", "人民幣": "CNY", "日圓": "JPY", "歐元": "EUR", "元": "HKD", "%": "%", "個百分點": "pp", "个百分点": "pp",
    "percentage points": "pp", "percent": "%", "倍": "x", "times": "x", "點": "points", "points": "points", "股": "count:股",
    "shares": "count:shares", "名": "rank", "噸": "tonne", "兆瓦": "megawatt", "吉瓦": "gigawatt",
}  # fmt: skip
HEDGES = {
    "約": "about", "约": "about", "about ": "about", "近": "nearly", "nearly ": "nearly", "逾": "over", "超": "over",
    "超過": "over", "more than ": "over", "over ": "over", "至少": "at_least", "最多": "at_most",
}  # fmt: skip
NUMBER = re.compile(r"(HK\$|US\$|\$)?\s?(-?[\d,]+(?:\.\d+)?)")
SYMBOLS = {"HK$": "HKD", "US$": "USD", "$": "USD"}


def read(surface: str, start: int, hedge: str = "exact", **given: Any) -> Quantity:
    """The quantity of a surface such as "31.68億元", its interval half a unit of the last digit either side."""
    found = NUMBER.match(surface)
    assert found, surface
    digits, rest = found[2].replace(",", ""), surface[found.end() :].strip()
    scale = next((s for s in SCALES if rest.startswith(s)), None)
    power = Decimal(10) ** (SCALES[scale] if scale else 0)
    rest = rest[len(scale) :].strip() if scale else rest
    value = Decimal(digits) * power
    half = Decimal(1).scaleb(-len(digits.partition(".")[2])) * power / 2
    low: Decimal | None = value - half
    high: Decimal | None = value + half
    if hedge == "about":
        low, high = value * Decimal("0.95"), value * Decimal("1.05")
    elif hedge == "nearly":
        low, high = value * Decimal("0.9"), value
    elif hedge in ("over", "at_least"):
        low, high = value, None
    elif hedge in ("under", "at_most"):
        low, high = None, value
    unit = SYMBOLS.get(found[1] or "") or UNITS.get(rest)
    kind = "percent" if unit in ("%", "pp") else "money" if unit in ("USD", "HKD", "CNY", "JPY", "EUR") else "quantity"
    fields: dict[str, Any] = {
        "kind": kind, "value_low": value, "value_high": value, "unit": unit, "hedge": hedge, "interval_low": low,
        "interval_high": high, "unit_inferred": rest == "元",
    }  # fmt: skip
    return Quantity(start, start + len(surface), surface, **(fields | given))


def article(text: str, *, day: date | None = date(2025, 9, 30), headline: str | None = None) -> Article:
    """The text as an article of one section; a first line equal to `headline` is its headline."""
    sentences = []
    for paragraph, found in enumerate(re.finditer(r"[^\n]+", text)):
        kind: Any = "headline" if found[0] == headline else "body"
        for part in re.finditer(r"\S.*?(?:[。！？；]|(?<=[a-z%0-9])\.(?=\s|$)|$)", found[0]):
            start = found.start() + part.start()
            sentences.append(Sentence(start, found.start() + part.end(), 0, paragraph, kind))
    starts = (0, *(found.end() for found in re.finditer("\n", text)))
    section = Section(0, 0, len(text), headline, day)
    return Article(
        "draft.md", text, "zh-Hant", (section,), tuple(sentences), title=headline, date=day, line_starts=starts
    )


def extraction(
    text: str,
    rows: Sequence[tuple[str, dict[str, Any]]],
    *,
    day: date | None = date(2025, 9, 30),
    headline: str | None = None,
    ledger: Sequence[Entry] = (),
) -> Extraction:
    """The claims of a text: each row is the next number of the text and the fields of its claim.

    Fields of Quantity (`direction`, `change`, `unit` …) and of Claim may be mixed.
    """
    whole, at, claims = article(text, day=day, headline=headline), 0, []
    for surface, fields in rows:
        at = text.index(surface, at)
        claims.append(claim(whole, surface, at, **fields))
        at += len(surface)
    return Extraction(whole, tuple(claims), tuple(ledger))


def claim(whole: Article, surface: str, at: int, **fields: Any) -> Claim:
    """One claim at that offset; Alibaba's revenue of the second quarter of 2025 unless said otherwise."""
    lead = whole.text[max(0, at - 12) : at]
    hedge = next((HEDGES[word] for word in sorted(HEDGES, key=len, reverse=True) if lead.endswith(word)), "exact")
    names = set(Quantity.__slots__) - {"start", "end", "surface"}
    quantity = read(surface, at, fields.pop("hedge", hedge), **{k: fields.pop(k) for k in list(fields) if k in names})
    sentence = next(s for s in whole.sentences if s.start <= at < s.end)
    line, column = whole.position(at)
    base: dict[str, Any] = {
        "entity": "alibaba", "entity_surface": "阿里巴巴", "entity_open": False, "metric": "revenue", "metric_surface": "營收",
        "metric_open": False, "family": "revenue", "period": (date(2025, 4, 1), date(2025, 6, 30)), "confidence": 0.9,
        "sentence_start": sentence.start, "sentence_end": sentence.end,
        "sentence": whole.text[sentence.start : sentence.end], "headline": sentence.kind == "headline",
        "published": whole.date,
    }  # fmt: skip
    return Claim(whole.name, 0, line, column, quantity, **(base | fields))


def named(text: str, surface: str, **fields: Any) -> Entry:
    """A ledger entry of that surface (a name, a date)."""
    at = text.index(surface)
    return Entry(at, at + len(surface), surface, **({"role": "name"} | fields))


def dated(text: str, surface: str, day: date, **fields: Any) -> Entry:
    """A ledger entry that is a date."""
    at = text.index(surface)
    period = Period(at, at + len(surface), surface, day, day, **fields)
    return Entry(at, at + len(surface), surface, "date", period=period)
