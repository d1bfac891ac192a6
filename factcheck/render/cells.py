"""Text measured in terminal cells: Han characters and full-width forms take two, combining marks none."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterable

# A run of narrow characters is a word; wide characters may part from each other anywhere
# (but a figure keeps its scale word and currency).
_WORD = re.compile(
    r"\s+|[^\s\u1100-\u115f\u2e80-\uffdc\uffe0-\uffef\U00020000-\U0003ffff]+"
    r"(?:(?<=\d)[十百千萬万億亿兆美港日歐欧元圓圆]{1,4})?|.",
    re.DOTALL,
)
_NOT_FIRST = frozenset("，。、；：！？）」』》〉】〕”’％%,.;:!?)]}…/")
_NOT_LAST = frozenset("（「『《〈【〔“‘([{")

__all__ = ["cell_len", "head", "pad", "pieces", "tail", "wrap", "wrap_pieces"]


def head(text: str, cells: int, ellipsis: str = "…") -> str:
    """The text if it fits, else its longest beginning that fits with the ellipsis; no wide character is cut."""
    if cell_len(text) <= cells:
        return text
    room = cells - cell_len(ellipsis)
    if room < 0:
        return ""
    return text[: _longest(text, room)] + ellipsis


def tail(text: str, cells: int, ellipsis: str = "…") -> str:
    """The text if it fits, else its longest end that fits after the ellipsis."""
    if cell_len(text) <= cells:
        return text
    room = cells - cell_len(ellipsis)
    if room < 0:
        return ""
    reach = text[-(2 * room + 8) :]
    start = bisect_left(range(len(reach)), -room, key=lambda at: -cell_len(reach[at:]))
    # A combining mark without its base would sit on the ellipsis; a joiner hides the width of what follows it.
    while start < len(reach) and (cell_len(reach[start]) == 0 or cell_len(reach[start:]) > room):
        start += 1
    return ellipsis + reach[start:]


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """The text cut or filled with spaces to exactly that many cells."""
    cut = head(text, cells)
    filling = " " * (cells - cell_len(cut))
    return filling + cut if right else cut + filling


def wrap(text: str, cells: int) -> list[str]:
    """The text in lines of at most that many cells: broken at spaces and between Han characters, closing marks kept off
    the beginning of a line and opening ones off its end; a longer word is cut."""
    return wrap_pieces(pieces(text), cells)


def pieces(text: str) -> list[str]:
    """The unbreakable pieces of a text, with the marks that must not stand apart attached."""
    found: list[str] = []
    for word in _WORD.findall(text):
        if found and not found[-1].isspace() and _sticks(found[-1], word):
            found[-1] += word
        else:
            found.append(word)
    return found


def wrap_pieces(unbroken: Iterable[str], cells: int) -> list[str]:
    """Pieces in lines of at most that many cells, without the spaces at their ends; at least one line."""
    lines: list[str] = []
    line = ""
    for piece in unbroken:
        if cell_len(line) + cell_len(piece.rstrip()) <= cells:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        *full, line = _cut(piece.lstrip(), cells)
        lines += full
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


def _sticks(before: str, word: str) -> bool:
    """Whether a line must not break between them: before a closing mark or a combining one, after an opening mark."""
    return word[0] in _NOT_FIRST or before[-1] in _NOT_LAST or cell_len(word) == 0


def _cut(word: str, cells: int) -> list[str]:
    """A word in parts of at most that many cells."""
    parts = []
    at = 0
    while at < len(word):
        parts.append(word[at : at + max(1, _longest(word[at : at + 2 * cells + 8], cells))])
        at += len(parts[-1])
    return parts or [""]


def _longest(text: str, cells: int) -> int:
    """How many characters of the text fit into that many cells; a combining mark stays with its base."""
    reach = text[: 2 * cells + 8]
    return bisect_right(range(1, len(reach) + 1), cells, key=lambda end: cell_len(reach[:end]))
