"""Lines of an article: headings, list items, table rows, captions and paragraphs, and the sentences in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.articles.sentences import LONGEST, sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.types import SentenceKind

EDGE = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff*_#|"
"""What no sentence begins or ends with: white space, Markdown emphasis, hashes and table bars."""

_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_HEADING = re.compile(r"#{1,6}[ \t\u3000]")
_BULLET = re.compile(r"(?:[-*+](?=[ \t\u3000])|[•▲△●■◆◇·➤►])[ \t\u3000]*")
_ORDERED = re.compile(r"\d{1,3}[.)、](?=\s|\Z)|[(（]\d{1,2}[)）]")
_CAPTION = re.compile(
    r"[▲△↑]?\s*(?:[圖图]\s*(?:\d{1,3}|[一二三四五六七八九十])?\s*[：:/]|(?:資料圖|资料图|圖片|图片|圖源|图源)\s*[：:/]?|"
    r"(?:Photo|Image|Photograph|File photo|Picture|Chart)s?(?:\s+(?:by|credit))?\s*[:/])",
    re.I,
)
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_RULER = re.compile(r"[\s|:\-=_*+]+\Z")
_OPEN_END = re.compile(r"[A-Za-z,;\-–—]\Z")
_RUNNING_END = re.compile(
    r"(?:,|\b(?:the|an?|of|to|in|on|at|by|for|from|and|or|with|than|that|as|its|their|was|is|are|were|be|said|about|into|over|after))\Z",
    re.I,
)
_FINAL = tuple("。！？!?.；;：:，,、…")
_TITLE_FINAL = tuple("。.；;：:，,、")


@dataclass(frozen=True, slots=True)
class Line:
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


def line_sentences(text: str, line: Line) -> Iterator[tuple[int, int]]:
    """(start, end) of the sentences of a line, trimmed; a heading or table row is one."""
    if line.kind in ("heading", "headline", "table") and line.end - line.start <= LONGEST:
        yield line.start, line.end
        return
    for start, end in sentence_spans(text, line.start, line.end):
        piece = text[start:end]
        stripped = piece.lstrip(EDGE)
        start += len(piece) - len(stripped)
        end = start + len(stripped.rstrip(EDGE))
        if start < end:
            yield start, end


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
                yield _replace(pending, pending.kind, True)
                pending = None
            continue
        if pending:
            yield pending
        pending, blank, position = line, False, end + 1
    if pending:
        yield _replace(pending, pending.kind, True)


def _mark(text: str, start: int, end: int, blank_before: bool) -> Line | None:
    """The line with its marker's kind, trimmed; None for a blank line or a ruler (---, |---|---|)."""
    raw = text[start:end]
    line = raw.lstrip(" \t\u3000\xa0\ufeff")
    if not line or _RULER.match(line):
        return None
    start += len(raw) - len(line)
    kind: SentenceKind = "body"
    level = 0
    if line[0] == ">" and (quote := _QUOTE.match(line)):
        line, start = line[quote.end() :], start + quote.end()
    if heading := _HEADING.match(line):
        kind, level = "heading", heading.end() - 1
    elif line[:1] == "|" or line.count("|") >= 2:
        kind = "table"
    elif _CAPTION.match(line):
        kind = "caption"
    elif bullet := _BULLET.match(line):
        kind, line, start = "list", line[bullet.end() :], start + bullet.end()
    elif _ORDERED.match(line):
        kind = "list"
    elif line[:1] == "#" and len(line) <= 30 and not line[1:2].isspace():
        kind = "caption"  # a tag (#markets): says what a page is about, not what follows
    stripped = line.lstrip(EDGE)
    start += len(line) - len(stripped)
    stripped = stripped.rstrip(EDGE)
    return Line(start, start + len(stripped), kind, level, blank_before) if stripped else None


def _joined(text: str, lines: list[Line]) -> Iterator[Line]:
    """Lines with wrapped English prose joined: a line that breaks off in mid-sentence goes on in the next."""
    current: Line | None = None
    for line in lines:
        if current and _runs_on(text, current, line):
            current = Line(current.start, line.end, current.kind, current.level, current.blank_before, line.blank_after)
            continue
        if current:
            yield current
        current = line
    if current:
        yield current


def _runs_on(text: str, line: Line, after: Line) -> bool:
    """Whether a sentence of a line goes on in the next: Latin letters or a comma at the break, lower case or a figure after it."""
    if line.blank_after or after.kind != "body" or line.kind not in ("body", "list") or text[after.start] > "\u2fff":
        return False
    tail = text[max(line.start, line.end - 40) : line.end]
    if len(tail) < 40 or not _OPEN_END.search(tail):
        return False
    first = text[after.start]
    return (
        first.islower()
        or bool(_RUNNING_END.search(tail))
        or (first in "$€£¥(" or first.isdigit())
        and tail[-1].islower()
    )


def _with_short_headings(text: str, lines: list[Line]) -> list[Line]:
    """The lines, short ones that stand alone before longer prose and end without punctuation turned into headings."""
    result = list(lines)
    for at in range(len(lines) - 1):
        line, after = lines[at], lines[at + 1]
        if line.kind != "body" or line.end - line.start > 120 or text[line.end - 1] in _FINAL:
            continue
        if _stands_alone(text, lines[at - 1] if at else None, line, after):
            result[at] = _replace(line, "heading", line.blank_after)
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


def _replace(line: Line, kind: SentenceKind, blank_after: bool) -> Line:
    """The line with another kind."""
    return Line(line.start, line.end, kind, line.level, line.blank_before, blank_after)
