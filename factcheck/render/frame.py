"""The compiler-like frame of a sentence: an excerpt around its numbers, and a line of carets beneath them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.render.cells import cell_len, head, pieces, tail, wrap_pieces
from factcheck.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.types import Claim

_LINES = 3
"""Lines of a sentence to show at most; a longer one is cut around its numbers."""
# Half a number reads as another number, and half a word as none.
_CUT_LEFT = re.compile(r"^…[0-9０-９A-Za-z.,．，%]{1,24}")
_CUT_RIGHT = re.compile(r"[0-9０-９A-Za-z.,．，$]{1,24}…$")
_CONTEXT = 12
"""Cells of context that two numbers of one sentence need around them to share an excerpt."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line; `mark` is the index of the marked number that it shows, or None."""

    text: str
    mark: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an excerpt."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The line as one string."""
        return "".join(piece.text for piece in self.pieces)

    def carets(self) -> list[Piece]:
        """Spaces and carets that stand beneath the line, each caret run with its mark; empty without a number."""
        line: list[Piece] = []
        before, done = "", 0
        for piece in self.pieces:
            start = cell_len(before)
            before += piece.text
            if piece.mark is not None:
                stop = max(cell_len(before), start + 1)
                line += [Piece(" " * (start - done)), Piece("^" * (stop - start), piece.mark)]
                done = stop
        return line


def excerpt_lines(sentence: str, marks: Sequence[tuple[int, int]], cells: int) -> list[Line]:
    """The sentence around the marked spans in lines of at most that many cells.

    Marks are `(start, end)` in the sentence, in order, not overlapping. A sentence of three lines is shown whole; of a
    longer one what lies far from the numbers is cut off with an ellipsis, and no wide character is cut in two.
    """
    room = _LINES * cells * 9 // 10  # lines end short where a word does not fit
    return [
        line
        for cluster in _clusters(sentence, marks, room)
        for line in _broken(_excerpt(sentence, marks, cluster, room), cells)
    ]


def marked(claims: Sequence[Claim]) -> tuple[str, list[tuple[int, int]]]:
    """The sentence that the claims share, and the spans of their numbers in it, in order, merged where they overlap.

    A claim whose sentence does not hold it (made by hand, or cut) is shown by its surface alone.
    """
    first = claims[0]
    spans: list[tuple[int, int]] = []
    for start, end in sorted((c.start - c.sentence_start, c.end - c.sentence_start) for c in claims):
        if not 0 <= start < end <= len(first.sentence):
            return first.surface, [(0, len(first.surface))]
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return first.sentence, spans


def _clusters(sentence: str, marks: Sequence[tuple[int, int]], room: int) -> list[list[int]]:
    """The marks that are near enough to be shown in one excerpt."""
    clusters: list[list[int]] = []
    for at, (_, end) in enumerate(marks):
        first = marks[clusters[-1][0]][0] if clusters else 0
        if clusters and cell_len(visible(sentence[first:end][: 2 * room])) + _CONTEXT <= room:
            clusters[-1].append(at)
        else:
            clusters.append([at])
    return clusters


def _excerpt(sentence: str, marks: Sequence[tuple[int, int]], cluster: Sequence[int], room: int) -> list[Piece]:
    """A cluster of marks and the text around it, no longer than the room, on one endless line."""
    reach = 2 * room + 8
    core: list[Piece] = []
    first = at = marks[cluster[0]][0]
    for index in cluster:
        start, end = marks[index]
        core += [Piece(visible(sentence[at:start])), Piece(head(visible(sentence[start:end][:reach]), room), index)]
        at = end
    before, after = visible(sentence[max(0, first - reach) : first]), visible(sentence[at : at + reach])
    rest = room - sum(cell_len(piece.text) for piece in core)
    # What governs a number stands before it more often than after it, so the left gets the larger share.
    left = tail(before, max(rest * 3 // 5, rest - cell_len(after)))
    left = left if left == before else _CUT_LEFT.sub("…", left)
    right = head(after, rest - cell_len(left))
    return [Piece(left), *core, Piece(right if right == after else _CUT_RIGHT.sub("…", right))]


def _broken(excerpt: Sequence[Piece], cells: int) -> list[Line]:
    """The excerpt in lines of that many cells; a number breaks only where it is longer than a line."""
    unbroken: list[str] = []
    for piece in excerpt:
        unbroken += pieces(piece.text) if piece.mark is None else [piece.text]
    lines: list[Line] = []
    queue = [piece for piece in excerpt if piece.text]
    for text in wrap_pieces(unbroken, cells):
        taken, queue = _take(queue, text)
        lines.append(Line(tuple(taken)))
    return lines


def _take(queue: Sequence[Piece], text: str) -> tuple[list[Piece], list[Piece]]:
    """The pieces that make up a wrapped line of the queue, and what is left; spaces between lines are dropped."""
    taken: list[Piece] = []
    left = list(queue)
    while text and left:
        piece = left.pop(0)
        body = piece.text if taken or text[0].isspace() else piece.text.lstrip()
        if not body:
            continue
        shared = body[: len(text)]
        taken.append(Piece(shared, piece.mark))
        text = text[len(shared) :]
        if body[len(shared) :]:
            left.insert(0, Piece(body[len(shared) :], piece.mark))
    return taken, left
