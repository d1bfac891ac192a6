"""Figures at the numbers of a sentence, whether or not a rule made a claim of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.comparison.figures import Figure, claim_of, make_figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.comparison.alignment import Line
    from factcheck.types import Entry


class Reader:
    """Figures at ledger entries: those of claims, else made from the bare number."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.next = len(figures)
        self.known: dict[tuple[int, int, int], list[Figure]] = defaultdict(list)
        for figure in figures:
            claim = figure.claim
            self.known[figure.document.index, claim.start, claim.end].append(figure)

    def at(self, line: Line, entry: Entry) -> list[Figure]:
        """The figures of an entry, several where a list shares it out; none where it states no value."""
        key = (line.document.index, entry.start, entry.end)
        if key not in self.known and entry.quantity is not None and entry.period is None:
            claim = claim_of(line.document.extraction, line.sentence, entry)
            made = make_figure(self.next, line.document, claim)
            self.next += 1
            self.known[key] = [] if made is None else [made]
        return self.known.get(key, [])

    def moment(self, line: Line, entry: Entry) -> Figure:
        """A date, time or ordinal as a figure without a value, so that a finding can point at it."""
        self.next += 1
        return Figure(
            self.next,
            line.document,
            claim_of(line.document.extraction, line.sentence, entry),
            (None, None),
            None,
            "",
            "date",
        )
