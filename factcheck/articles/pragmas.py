"""`<!-- factcheck: ignore[FC101, FC205] reason="…" -->`: which checks a comment silences, and on which line."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from factcheck.types import Pragma

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.types import Mask

_PRAGMA = re.compile(r"<!--\s*factcheck\s*[:：]?\s*(?P<body>.*?)\s*-->\Z", re.I | re.S)
_PROSE_LINE = re.compile(r"[^\s][^\n\r]*")
_IGNORE = re.compile(
    r"ignore\s*\[(?P<ids>[^\[\]]*)\]\s*(?:reason\s*=\s*(?P<quote>[\"“'])(?P<reason>[^\"”']*)[\"”'])?\Z", re.I
)
_ID = re.compile(r"FC\d{3}\Z")
_EXPECTED = 'expected ignore[FC101] reason="…"'


def find_pragmas(text: str, prose: str, masks: Sequence[Mask], line_of: Callable[[int], int]) -> tuple[Pragma, ...]:
    """The pragmas among the comments; `prose` is the text with masks blanked, `line_of` tells an offset's 1-based line."""
    found = [
        (mask, match["body"])
        for mask in masks
        if mask.kind == "comment" and (match := _PRAGMA.match(text, mask.start, mask.end))
    ]
    if not found:
        return ()
    lines = [line_of(match.start()) for match in _PROSE_LINE.finditer(prose)]
    return tuple(_pragma(mask, body, lines, line_of) for mask, body in found)


def _pragma(mask: Mask, body: str, lines: Sequence[int], line_of: Callable[[int], int]) -> Pragma:
    """The pragma of a comment: it silences its own line, or the next line of prose (`lines`) where it stands alone."""
    own = line_of(mask.end - 1)
    following = bisect_left(lines, own)
    line = (
        lines[following]
        if following < len(lines) and line_of(mask.start) not in lines[following - 1 : following]
        else own
    )
    return Pragma(mask.start, mask.end, line, *_read(body))


def _read(body: str) -> tuple[tuple[str, ...], str | None, str | None]:
    """(ids, reason, problem) of a pragma's text."""
    match = _IGNORE.match(body)
    if not match:
        return (), None, f"cannot be read: {_EXPECTED}"
    ids = tuple(part.strip().upper() for part in match["ids"].split(",") if part.strip())
    if not ids:
        return (), match["reason"], f"names no check: {_EXPECTED}"
    wrong = [name for name in ids if not _ID.match(name)]
    problem = f"{wrong[0]!r} is no check id: {_EXPECTED}" if wrong else None
    return tuple(name for name in ids if name not in wrong), match["reason"], problem
