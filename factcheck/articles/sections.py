"""Feed pages: several articles in one file, each closed by its source in brackets at the end of a line.

Chip maker raises its outlook
The company said … by 12 %. (Example Daily)
Exchange to widen trading hours
From next year … (Example Wire)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.articles.lines import looks_like_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.articles.lines import Line

# After the end of a sentence or a space: a name in brackets, no ticker (09988.HK) and no note on the text itself.
_CLOSING = re.compile(
    r"(?:(?<=[。！？!?”」』.…\s])|\A)[（(]\s*(?!(?:\d+(?:\.?[A-Z]{0,4})?|未?完|待[續续]|完結?|[上中下]|[圖图])\s*[)）])"
    r"(?P<source>[^()（）:：。！？\n]{2,40})[)）]\Z"
)
_CREDIT = re.compile(
    r"[（(【\[]?\s*(?:(?:文章|稿件|本文|消息|新聞|新闻)?(?:來源|来源)|Source|Originally published by)\s*[:：]\s*"
    r"(?P<source>[^\s()（）|｜,，。；】\]][^()（）|｜,，。；】\]\n]{0,39})",
    re.I,
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_LEAST_ARTICLE = 60
_LONGEST_CREDIT_LINE = 80
_FOOT = 12


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one section: `lines[first:last]`, and its source as written."""

    first: int
    last: int
    source: str | None


def split_parts(text: str, lines: Sequence[Line]) -> tuple[Part, ...]:
    """The articles of a feed page, or one part with all lines where the text is no feed page (fewer than two closed articles)."""
    parts, first = [], 0
    for at, line in enumerate(lines):
        source = _closing_source(text, line)
        if source and _long_enough(lines, first, at) and (at + 1 == len(lines) or _opens_article(text, lines, at + 1)):
            parts.append(Part(first, at + 1, source))
            first = at + 1
    if len(parts) < 2:
        return (Part(0, len(lines), credited_source(text, lines)),)
    if first < len(lines):  # a last article without its source
        parts.append(Part(first, len(lines), None))
    return tuple(parts)


def credited_source(text: str, lines: Sequence[Line]) -> str | None:
    """The outlet that a single article credits at its head or foot: （文章來源：X）, Source: X, or a closing （X）."""
    lines = [line for line in lines if line.kind != "list"]
    ends = lines if len(lines) <= 2 * _FOOT else [*lines[:_FOOT], *lines[-_FOOT:]]
    for line in ends:
        if line.end - line.start <= _LONGEST_CREDIT_LINE and (match := _CREDIT.match(text, line.start, line.end)):
            return outlet(match["source"])
    closings = [source for line in lines[-_FOOT:] if (source := _closing_source(text, line))]
    return closings[-1] if closings else None


def outlet(source: str) -> str:
    """The outlet without the reporter that a Chinese credit names after a space."""
    source = " ".join(source.split())
    return source.split(" ")[0] if _HAN.search(source) and _HAN.match(source.split(" ")[-1]) else source


def _closing_source(text: str, line: Line) -> str | None:
    """The source in brackets that ends a line of body text, or None."""
    if line.kind != "body" or line.end == line.start or text[line.end - 1] not in ")）":
        return None
    match = _CLOSING.search(text[max(line.start, line.end - 60) : line.end])
    return outlet(match["source"]) if match and any(char.isalpha() for char in match["source"]) else None


def _long_enough(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether the lines hold a title and a body."""
    return last > first and lines[last].end - lines[first].start >= _LEAST_ARTICLE


def _opens_article(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether a title stands at a line, and a longer line follows."""
    if at + 1 >= len(lines) or not looks_like_title(text, lines[at]) or _CREDIT.match(text, lines[at].start):
        return False
    return lines[at + 1].end - lines[at + 1].start > lines[at].end - lines[at].start
