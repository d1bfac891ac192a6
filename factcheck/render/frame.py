"""The compiler-like frame of a sentence: an excerpt around its numbers, and a line of carets beneath them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.render.cells import cell_len, head, tail
from factcheck.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.types import Claim

# Cells of context that two numbers of one sentence need around them to share an excerpt.
_CONTEXT = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an excerpt; `mark` is the index of the marked number that it shows, or None."""

    text: str
    mark: int | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of a sentence as shown."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def carets(self) -> list[Piece]:
        """Spaces and carets that stand beneath the excerpt, each caret run with its mark."""
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


def excerpts(sentence: str, marks: Sequence[tuple[int, int]], cells: int) -> list[Excerpt]:
    """The sentence around the marked spans in lines of at most that many cells.

    Marks are `(start, end)` in the sentence, in order, not overlapping. Numbers near one another share a line; what is
    cut off shows as an ellipsis, and no wide character is cut in two.
    """
    clusters: list[list[int]] = []
    for at, (_, end) in enumerate(marks):
        first = marks[clusters[-1][0]][0] if clusters else 0
        if clusters and cell_len(visible(sentence[first:end][: 2 * cells])) + _CONTEXT <= cells:
            clusters[-1].append(at)
        else:
            clusters.append([at])
    return [_excerpt(sentence, marks, cluster, cells) for cluster in clusters]


def _excerpt(sentence: str, marks: Sequence[tuple[int, int]], cluster: Sequence[int], cells: int) -> Excerpt:
    core: list[Piece] = []
    at = marks[cluster[0]][0]
    for index in cluster:
        start, end = marks[index]
        if at < start:
            core.append(Piece(visible(sentence[at:start])))
        core.append(Piece(head(visible(sentence[start:end][: 2 * cells + 8]), cells), index))
        at = end
    reach = 2 * cells + 8
    before = visible(sentence[max(0, marks[cluster[0]][0] - reach) : marks[cluster[0]][0]])
    after = visible(sentence[at : at + reach])
    room = cells - cell_len("".join(piece.text for piece in core))
    # What governs a number stands before it more often than after it, so the left gets the larger share.
    left = max(room * 3 // 5, room - cell_len(after))
    before = tail(before, left)
    shown = before + "".join(piece.text for piece in core)
    rest = cells - cell_len(shown)
    after = head(after, rest)
    if cell_len(shown + after) > cells:  # a combining mark or variation selector widened the number
        after = head(after, rest - 1)
    return Excerpt(tuple(piece for piece in (Piece(before), *core, Piece(after)) if piece.text))


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
