"""Entities that no rule knows: an article introduces them itself, and keeps them under one normalised name.

Read are: a name before a ticker in brackets, a name that ends in a company's suffix, a run of capitalised words, and a
model or product name with digits. Chinese names without ticker or suffix are missed: nothing marks their borders.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.mentions.lexicon import EntityMention
from factcheck.mentions.names import EXCHANGES, PART_OF_A_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.mentions.lexicon import Scan
    from factcheck.mentions.names import Name
    from factcheck.rulebook.entities import EntityTables

PARTICLES = "的、和与及在对向将被是以为"
"""Characters that end whatever stands before a name."""
INSIDE_NAMES = frozenset({"company_suffix", "name", "filler", "not_name", "rank_noun", "sequence_noun", "anaphoric"})
"""Roles whose words may be part of a name."""
TIME = frozenset("年月日季")
LOOK = 20_000
"""Code points in which a name that ends in a common noun must stand twice to be one."""
POINTERS = frozenset("其这那该各此本某每两三四五六七八九十几数多")
"""Characters that point at or count firms instead of naming one: 兩隻股份, 該集團."""
MAX_PLACES = 200
"""Occurrences of one introduced name that are followed up: a hostile page must not make this quadratic."""


@cache
def _ticker() -> Any:
    return re.compile(
        r"(?P<name>[\u3400-\u9fff]{2,10}|[A-Z][\w&.'’\-]{0,40}(?: [A-Z&][\w&.'’\-]{0,40}){0,4})(?P<gap>[ ]?)[(（]"
        rf"(?P<venue>(?i:{EXCHANGES})\s?[:：.]\s?)?"
        r"(?P<ticker>\d{4,6}(?:\.[A-Z]{1,3})?|[A-Z]{1,5}(?:\.[A-Z]{1,2})?)[)）]"
    )


@cache
def _capitalised() -> Any:
    import regex

    return regex.compile(
        r"(?<![\w.&'’\-])[A-Z][\p{L}&'’\-]{0,40}(?:[ ](?:(?:of|and|&|de|the|for)[ ])?[A-Z][\p{L}&'’\-]{0,40}){0,4}"
    )


def add_open_entities(text: str, folded: str, scan: Scan, tables: EntityTables, *, chinese: bool) -> None:
    """Adds to the scan what the article names itself; known entities keep their places."""
    taken = _Spans((mention.start, mention.end) for mention in scan.entities)
    borders = _borders(scan)
    found = [*_by_ticker(text, folded, scan, tables, borders), *_by_suffix(folded, scan, borders)]
    if not chinese:
        found += _by_capitals(text, folded, scan)
    for mention in found:
        if taken.add(mention.start, mention.end):
            scan.entities.append(mention)
    scan.entities.sort(key=lambda mention: mention.start)


def add_named_products(folded: str, scan: Scan, names: Sequence[Name]) -> None:
    """Adds model and product names with digits (Qwen3-Next-80B-A3B) as open entities of kind `product`."""
    taken = _Spans((mention.start, mention.end) for mention in scan.entities)
    for name in names:
        if name.reason == PART_OF_A_NAME and taken.add(name.start, name.end):
            key = normalise(folded[name.start : name.end])
            scan.entities.append(EntityMention(name.start, name.end, key, "product", open=True))
    scan.entities.sort(key=lambda mention: mention.start)


def normalise(folded: str) -> str:
    """The id of an open entity: its folded text, with `_` for whatever is neither letter nor digit."""
    return re.sub(r"[\W_]+", "_", folded).strip("_")


class _Spans:
    """Spans that never overlap; `add` refuses one that would."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def add(self, start: int, end: int) -> bool:
        at = bisect_right(self._spans, (start, 1 << 60))
        if at and self._spans[at - 1][1] > start:
            return False
        if at < len(self._spans) and self._spans[at][0] < end:
            return False
        self._spans.insert(at, (start, end))
        return True


def _by_ticker(text: str, folded: str, scan: Scan, tables: EntityTables, borders: Sequence[int]) -> list[EntityMention]:
    found: list[EntityMention] = []
    seen: set[str] = set()
    for match in _ticker().finditer(text):
        if any(mention.end == match.end("name") for mention in _near(scan, match.start(), match.end())):
            continue
        known = _known_ticker(match["ticker"], tables)
        start = _name_start(folded, borders, match.start("name"), match.end("name"))
        name = folded[start : match.end("name")]
        if _is_metric(scan, start, match.end("name")) or (
            start and folded[start] in TIME and folded[start - 1].isdigit()
        ):
            continue
        if len(name) < 2 or (known is None and match["ticker"].isalpha() and not _is_firm(match, name, scan)):
            continue
        entity = known or normalise(name)
        if name in seen:
            continue
        seen.add(name)
        kind = tables.rules[known].kind if known else "company"
        found += _everywhere(folded, name, entity, kind, open_=known is None)
    return found


def _is_metric(scan: Scan, start: int, end: int) -> bool:
    """Whether the run is the name of a measure, not of a firm: 消費物價指數(CPI)."""
    at = bisect_left(scan.triggers, start, key=lambda mention: mention.start)
    return at < len(scan.triggers) and scan.triggers[at].end <= end


def _near(scan: Scan, start: int, end: int) -> list[EntityMention]:
    return [mention for mention in scan.entities if mention.start < end and start < mention.end]


def _known_ticker(ticker: str, tables: EntityTables) -> str | None:
    found = tables.tickers.get(ticker.upper())
    if found is None and ticker.isdigit():
        for suffix in (".HK", ".SH", ".SZ", ".TW", ".T", ".KS"):
            found = tables.tickers.get(ticker + suffix) or tables.tickers.get(ticker.lstrip("0").zfill(4) + suffix)
            if found:
                break
    return found


def _is_firm(match: Any, name: str, scan: Scan) -> bool:
    """Whether a bracket of capitals behind a name is a ticker: 人工智能（AI） and 代客泊車（AVP） are no firms."""
    if match["venue"] is not None:
        return True
    if name.isascii():
        return match["ticker"][0] in match["name"] and match["ticker"] != "AI"
    end = match.end("name")
    return any(word.end == end for word in scan.role("company_suffix"))


def _name_start(folded: str, borders: Sequence[int], start: int, end: int) -> int:
    """Where a Han name really begins: after the last function word or other entity inside the run."""
    at = bisect_right(borders, end - 2) - 1
    cut = max(start, borders[at]) if at >= 0 else start
    return max([cut, *(folded.rfind(mark, start, end - 2) + 1 for mark in PARTICLES)])


def _borders(scan: Scan) -> list[int]:
    """Ends of all words and entities that no name runs across, sorted."""
    ends = {word.end for role, words in scan.words.items() if role not in INSIDE_NAMES for word in words}
    return sorted(ends | {mention.end for mention in scan.entities})


def _everywhere(folded: str, name: str, entity: str, kind: str, *, open_: bool) -> list[EntityMention]:
    found: list[EntityMention] = []
    at = folded.find(name)
    while at >= 0 and len(found) < MAX_PLACES:
        found.append(EntityMention(at, at + len(name), entity, kind, open_))
        at = folded.find(name, at + len(name))
    return found


_EDGE = set(" \n\t，。；、：:！？!?()（）[]「」『』“”\"'《》…—,.;|*#>")


def _by_suffix(folded: str, scan: Scan, borders: Sequence[int]) -> list[EntityMention]:
    """長海藥業, 明遠集團: two to four Han characters from a clause's edge to a company's suffix."""
    found: list[EntityMention] = []
    seen: set[str] = set()
    for word in scan.role("company_suffix"):
        if word.text.isascii():
            continue
        for size in (2, 3, 4):
            start = word.start - size
            if start < 0 or not all("\u4e00" <= char <= "\u9fff" for char in folded[start : word.start]):
                break
            if (start == 0 or folded[start - 1] in _EDGE) and _name_start(folded, borders, start, word.end) == start:
                name = folded[start : word.end]
                common = word.value == "noun" and folded.count(name, 0, LOOK) < 2
                if name not in seen and not common and not POINTERS.intersection(name[:size]):
                    seen.add(name)
                    found += _everywhere(folded, name, normalise(name), "company", open_=True)
                break
    return found


def _by_capitals(text: str, folded: str, scan: Scan) -> list[EntityMention]:
    """Runs of capitalised words in English text; a single word at a sentence's start only where it also stands inside one."""
    stop = {word.text for word in scan.role("not_name")}
    inner: dict[str, bool] = {}
    people: set[str] = set()
    runs: list[tuple[int, int]] = []
    for match in _capitalised().finditer(text):
        start, end = _trim(folded, match.start(), match.end(), stop)
        if end - start < 3:
            continue
        before = text[max(0, start - 8) : start].rstrip(" \"“'‘(*#>")[-1:]
        opening = before in ("", ".", "!", "?", "\n", ":", "|", "•") or text[max(0, start - 1) : start] == "\n"
        name = folded[start:end]
        inner[name] = inner.get(name, False) or not opening or " " in name
        if _is_person(folded, scan, start, end):
            people |= {name, name.rsplit(" ", 1)[-1]}
        runs.append((start, end))
    return [
        EntityMention(start, end, normalise(name), "person" if name in people else "open", open=True)
        for start, end in runs
        if inner[name := folded[start:end]]
    ]


def _is_person(folded: str, scan: Scan, start: int, end: int) -> bool:
    """Whether a title stands before the name (Chief Executive …) or a post after it (…, chief economist)."""
    titled = any(0 <= start - word.end <= 1 for word in scan.role("person_title"))
    posted = folded[end : end + 2] == ", " and any(word.start == end + 2 for word in scan.role("person_title"))
    return titled or posted


def _trim(folded: str, start: int, end: int, stop: set[str]) -> tuple[int, int]:
    """The run without stop words at its ends (months, "The") and without a possessive."""
    words = folded[start:end].split(" ")
    while words and _stops(words[0], stop):
        start += len(words.pop(0)) + 1
    while words and _stops(words[-1], stop):
        end -= len(words.pop()) + 1
    if words and words[-1].endswith(("'s", "’s")):
        end -= 2
    return start, max(start, end)


def _stops(word: str, stop: set[str]) -> bool:
    """Whether the word, without its possessive, or each half of a hyphenated one, is no part of a name."""
    word = word.removesuffix("'s").removesuffix("’s")
    return all(part in stop for part in word.split("-") if part)
