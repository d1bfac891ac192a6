"""Identical wire copy: which documents print the same text and therefore count as one source."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from factcheck.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.comparison.figures import Document

GRAM = 12
"""Length of the shingles: long enough that two articles on one event share few by chance."""

SAMPLED = 16
"""One shingle in so many is kept, chosen by its content, so that both copies keep the same ones."""

COPY = 0.6
"""Share of the smaller document's kept shingles that a copy has in common: a headline and a dateline may differ."""

LEAST = 4
COMMON = 40


def mark_copies(found: Iterable[Document]) -> None:
    """Gives documents of the same wire copy one `copy` number, the index of the first of them."""
    documents = sorted(found, key=lambda document: document.index)
    kept = [shingles(document) for document in documents]
    for document in documents:
        document.copy = document.index
    for first, second in _candidates(kept):
        small = min(len(kept[first]), len(kept[second]))
        if small >= LEAST and len(kept[first] & kept[second]) >= COPY * small:
            _join(documents, first, second)


def shingles(document: Document) -> set[str]:
    """A sample of the document's folded shingles without white space, numbers kept: another figure is another text."""
    section = document.section
    text = "".join(fold(document.extraction.article.text[section.start : section.end]).split())
    return {text[i : i + GRAM] for i in range(len(text) - GRAM + 1) if _keeps(text, i)}


def _keeps(text: str, at: int) -> bool:
    # Not hash(): it changes from run to run, and with it the groups.
    return (ord(text[at]) * 31 + ord(text[at + 1]) * 17 + ord(text[at + 2])) % SAMPLED == 0


def _candidates(kept: Sequence[set[str]]) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for number, grams in enumerate(kept):
        for gram in grams:
            holders[gram].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if 2 <= len(numbers) <= COMMON:
            shared.update((a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :])
    for (a, b), count in shared.items():
        if count >= LEAST:
            yield a, b


def _join(documents: Sequence[Document], first: int, second: int) -> None:
    low, high = sorted((documents[first].copy, documents[second].copy))
    if low != high:
        for document in documents:
            if document.copy == high:
                document.copy = low
