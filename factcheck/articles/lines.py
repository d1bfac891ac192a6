"""Lines of an article: headings, list items, table rows, captions and paragraphs, and the sentences in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcheck.articles.sentences import LONGEST, sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.types import SentenceKind

EDGE = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u200b\u2028\u2029\u202f\u205f\u3000\ufeff*_#|"
)
"""What no sentence begins or ends with: white space, Markdown emphasis, hashes and table bars."""

_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CAPTION = (
    r"[▲△↑]?\s*(?:[圖图]\s*(?:\d{1,3}|[一二三四五六七八九十])?\s*[：:/]|(?:資料圖|资料图|圖片|图片|圖源|图源)\s*[：:/]?|"
    r"(?i:(?:Photo|Image|Photograph|File photo|Picture|Chart)s?(?:\s+(?:by|credit))?\s*[:/]))"
)
_MARKER = re.compile(
    r"(?:>[ \t]?)*+(?:(?P<heading>#{1,6})[ \t\u3000]|(?P<tag>#(?=[^\s#]{1,29}\Z))|(?P<table>\|)"
    rf"|(?P<caption>(?={_CAPTION}))"
    r"|(?P<bullet>(?:[-*+](?=[ \t\u3000])|[•▲△●■◆◇·➤►])[ \t\u3000]*)"
    r"|(?P<ordered>(?=\d{1,3}[.)、](?:\s|\Z)|[(（]\d{1,2}[)）])))?"
)
_INDENT = " \t\u3000\xa0\ufeff"
_RULER = " \t\u3000\xa0|:-=_*+"
_KINDS: dict[str, SentenceKind] = {"tag": "caption", "bullet": "list", "ordered": "list"}
"""A tag (#markets) is a caption: it says what a page is about, not what follows."""
_OPEN_END = re.compile(r"[A-Za-z,;\-–—]\Z")
_RUNNING_END = re.compile(
    r"(?:,|\b(?:the|an?|of|to|in|on|at|by|for|from|and|or|with|than|that|as|its|their|was|is|are|were|be|said|about|into|over|after))\Z",
    re.I,
)
_FINAL = tuple("。！？!?.；;：:，,、…")
_TITLE_FINAL = tuple("。.；;：:，,、")


_WHOLE = frozenset(("heading", "headline", "table"))


class Line(NamedTuple):
    """A non-blank line (or several, where English prose is wrapped), trimmed of edges and of its marker."""

    start: int
    end: int
    kind: SentenceKind
    level: int = 0
    """Depth of a Markdown heading, 0 for others."""
    blank_before: bool = False
    blank_after: bool = False


def read_lines(text: str, start: int) -> list[Line]:
    """The non-blank lines from an offset on, wrapped English prose joined, each with its kind."""
    return _with_short_headings(text, list(_joined(text, list(_marked(text, start)))))


def line_sentences(text: str, line: Line) -> list[tuple[int, int]]:
    """(start, end) of the sentences of a line, trimmed; a heading or table row is one."""
    if line.kind in _WHOLE and line.end - line.start <= LONGEST:
        return [(line.start, line.end)]
    spans = sentence_spans(text, line.start, line.end)
    if len(spans) == 1:  # the line is trimmed already
        return spans
    return [span for start, end in spans if (span := _trimmed(text, start, end))]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without the edges that no sentence has, or None where nothing is left."""
    piece = text[start:end]
    stripped = piece.lstrip(EDGE)
    start += len(piece) - len(stripped)
    end = start + len(stripped.rstrip(EDGE))
    return (start, end) if start < end else None


def looks_like_title(text: str, line: Line) -> bool:
    """Whether a line is short enough for a title and does not end like a sentence of the body (？ and ！ are allowed)."""
    surface = text[line.start : line.end]
    longest = 100 if max(surface, default="") >= "\u3000" else 200
    return (
        len(surface) <= longest
        and line.kind in ("body", "heading")
        and not surface.endswith(_TITLE_FINAL)
        and "。" not in surface
    )


def _marked(text: str, start: int) -> Iterator[Line]:
    """Each non-blank line with its kind by its marker, and whether blank lines stand around it."""
    pending: Line | None = None
    blank, position = True, start
    for end in (*(match.start() for match in _BREAK.finditer(text, start)), len(text)):
        line = _mark(text, position, end, blank)
        if line is None:
            blank = blank or not text[position:end].strip(EDGE + "-=:+>")
            position = end + 1
            if pending:
                yield pending._replace(blank_after=True)
                pending = None
            continue
        if pending:
            yield pending
        pending, blank, position = line, False, end + 1
    if pending:
        yield pending._replace(blank_after=True)


def _mark(text: str, start: int, end: int, blank_before: bool) -> Line | None:
    """The line with its marker's kind, trimmed; None for a blank line or a ruler (---, |---|---|)."""
    raw = text[start:end]
    line = raw.lstrip(_INDENT)
    if not line or (line[0] in _RULER and not line.strip(_RULER)):
        return None
    match = _MARKER.match(line)
    marker = match.lastgroup if match else None
    level = len(match["heading"]) if match and marker == "heading" else 0
    kind: SentenceKind = _KINDS.get(marker, marker) if marker else "body"  # type: ignore[arg-type]  # groups are named for kinds
    if kind == "body" and line.count("|") >= 2:
        kind = "table"
    start += len(raw) - len(line) + (match.end() if match else 0)
    span = _trimmed(text, start, end)
    return Line(*span, kind, level, blank_before) if span else None


def _joined(text: str, lines: list[Line]) -> Iterator[Line]:
    """Lines with wrapped English prose joined: a line that breaks off in mid-sentence goes on in the next."""
    current: Line | None = None
    for line in lines:
        if current and _runs_on(text, current, line):
            current = current._replace(end=line.end, blank_after=line.blank_after)
            continue
        if current:
            yield current
        current = line
    if current:
        yield current


def _runs_on(text: str, line: Line, after: Line) -> bool:
    """Whether a sentence of a line goes on in the next: Latin letters or a comma at the break, lower case or a figure after it."""
    if line.end - line.start < 40 or line.blank_after or after.kind != "body" or line.kind not in ("body", "list"):
        return False
    tail = text[line.end - 40 : line.end]
    first = text[after.start]
    if not _OPEN_END.search(tail) or first > "\u2fff":
        return False
    return (
        first.islower()
        or bool(_RUNNING_END.search(tail))
        or ((first in "$€£¥(" or first.isdigit()) and tail[-1].islower())
    )


def _with_short_headings(text: str, lines: list[Line]) -> list[Line]:
    """The lines, short ones that stand alone before longer prose and end without punctuation turned into headings."""
    result = list(lines)
    for at in range(len(lines) - 1):
        line, after = lines[at], lines[at + 1]
        if line.kind != "body" or line.end - line.start > 120 or text[line.end - 1] in _FINAL:
            continue
        if _stands_alone(text, lines[at - 1] if at else None, line, after):
            result[at] = line._replace(kind="heading")
    return result


def _stands_alone(text: str, before: Line | None, line: Line, after: Line) -> bool:
    """Whether a short line without final punctuation is a heading: apart from what precedes it, and what follows is longer prose."""
    surface = text[line.start : line.end]
    longest = 50 if max(surface) >= "\u3000" else 100
    if (
        len(surface) > longest
        or (surface[0] in "（(【[" and surface[-1] in "）)】]")
        or after.kind not in ("body", "list", "caption", "table")
    ):
        return False
    apart = (
        line.blank_before
        or before is None
        or before.kind != "body"
        or text[before.end - 1] in _FINAL + tuple('”」』）)"')
    )
    longer = after.kind != "body" or after.end - after.start > len(surface)
    return apart and (longer or (line.blank_before and line.blank_after))
