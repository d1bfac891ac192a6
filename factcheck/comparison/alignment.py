"""Sentences that two documents print almost alike, and the numbers that stand at the same place in both.

Drafts reuse wire sentences: a number that differs at the same place of the same sentence is evidence that needs no
knowledge of what the sentence speaks about. Candidates come from rare shingles of the text with its numbers masked,
so that the work grows with the number of likely pairs, not with the square of the sentences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.comparison.figures import Document
    from factcheck.types import Entry, Sentence

MARK = "\x00"
GRAM = 4
RARE = 10
"""Shingles by which a sentence is looked up: the rarest that another sentence has as well."""

COMMON = 60
"""A shingle in more sentences than this is a phrase of the trade and finds nothing."""

LIKE = 84.0
"""Likeness in per cent of two masked sentences from which they are taken for one."""

SHORTEST = 8
"""Code points of masked text below which likeness says nothing, unless the sentence before is alike as well."""

NAME = 2
"""Letters or Han characters that make a name."""

CONTEXT = 24
BEFORE = "\x01"
"""The mark of a number in the sentence before."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence with its numbers masked."""

    document: Document
    sentence: Sentence
    masked: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two lines that say the same, and the pairs of numbers at the same places."""

    first: Line
    second: Line
    likeness: float
    places: tuple[tuple[Entry, Entry], ...]


def lines(documents: Sequence[Document]) -> list[Line]:
    """The sentences of those documents that hold a number."""
    by_section = {(id(document.extraction), document.section.index): document for document in documents}
    found: list[Line] = []
    for extraction in {id(document.extraction): document.extraction for document in documents}.values():
        text = fold(extraction.article.text)
        before = ""
        for sentence, entries in _entries_by_sentence(extraction.article.sentences, extraction.ledger):
            document = by_section.get((id(extraction), sentence.section))
            masked = mask(text, sentence, entries)
            key = before + masked if len(masked) < SHORTEST else masked
            if document is not None and entries and _words(key) >= SHORTEST - 2:
                found.append(Line(document, sentence, key, entries))
            before = masked.replace(MARK, BEFORE)[-CONTEXT:]
    return found


def _words(masked: str) -> int:
    """How much of a masked sentence is text: the number of a list item alone says nothing."""
    return len(masked) - masked.count(MARK) - masked.count(BEFORE) - masked.count(".")


def _entries_by_sentence(
    sentences: Sequence[Sentence], ledger: Sequence[Entry]
) -> Iterator[tuple[Sentence, tuple[Entry, ...]]]:
    """Each sentence with the ledger entries in it, if any, without those that lie in another entry."""
    at = 0
    for sentence in sentences:
        inside: list[Entry] = []
        while at < len(ledger) and ledger[at].start < sentence.end:
            entry = ledger[at]
            if (
                entry.start >= sentence.start
                and entry.end <= sentence.end
                and (not inside or entry.start >= inside[-1].end)
            ):
                inside.append(entry)
            at += 1
        yield sentence, tuple(inside)


def mask(text: str, sentence: Sentence, entries: Iterable[Entry]) -> str:
    """The folded sentence without white space, one mark for each number."""
    parts: list[str] = []
    at = sentence.start
    for entry in entries:
        parts += (text[at : entry.start], MARK)
        at = entry.end
    parts.append(text[at : sentence.end])
    return "".join("".join(parts).split())


def align(found: Sequence[Line]) -> Iterator[Aligned]:
    """Pairs of lines of two documents that say almost the same, one of them checked and first."""
    from rapidfuzz.fuzz import ratio

    for a, b in _candidates(found):
        likeness = 100.0 if a.masked == b.masked else ratio(a.masked, b.masked, score_cutoff=LIKE)
        if likeness:
            places = tuple(_places(a, b))
            if places:
                yield Aligned(a, b, likeness, places)


def _candidates(found: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Each likely pair once; for every checked line and every other document only the likeliest few."""
    wanted = {gram for line in found if line.document.checked for gram in _grams(line.masked)}
    grams = [_grams(line.masked) & wanted for line in found]
    frequency = Counter(gram for group in grams for gram in group)
    keys = [_rare(group, frequency) for group in grams]
    holders: dict[str, list[int]] = defaultdict(list)
    same: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(found):
        same[line.masked].append(number)
        for gram in keys[number]:
            holders[gram].append(number)
    seen: set[tuple[int, int]] = set()
    for number, line in enumerate(found):
        if line.document.checked:
            for other in _likely(number, keys[number], holders, same[line.masked]):
                pair = (number, other) if number < other else (other, number)
                if found[other].document is not line.document and pair not in seen:
                    seen.add(pair)
                    yield line, found[other]


def _grams(masked: str) -> set[str]:
    return {masked[i : i + GRAM] for i in range(len(masked) - GRAM + 1)}


def _rare(group: set[str], frequency: Counter[str]) -> list[str]:
    shared = [(frequency[gram], gram) for gram in group if 2 <= frequency[gram] <= COMMON]
    shared.sort()
    return [gram for _, gram in shared[:RARE]]


def _likely(number: int, keys: list[str], holders: dict[str, list[int]], same: list[int]) -> list[int]:
    hits: Counter[int] = Counter()
    for gram in keys:
        hits.update(holders[gram])
    hits.update(dict.fromkeys(same[:COMMON], RARE))
    return [other for other, count in hits.items() if other != number and count >= min(2, len(keys))]


def _places(a: Line, b: Line) -> Iterator[tuple[Entry, Entry]]:
    """Numbers at the same place of two masked lines."""
    if a.masked == b.masked:
        yield from zip(a.entries, b.entries, strict=True)
        return
    from rapidfuzz.distance import Indel

    first = _marks(a.masked)
    second = _marks(b.masked)
    for block in Indel.opcodes(a.masked, b.masked):
        if block.tag == "equal":
            for at in range(block.src_start, block.src_end):
                if a.masked[at] == MARK:
                    yield a.entries[first[at]], b.entries[second[at - block.src_start + block.dest_start]]


def _marks(masked: str) -> dict[int, int]:
    return {place: number for number, place in enumerate(i for i, char in enumerate(masked) if char == MARK)}


def other_words(a: Line, b: Line) -> bool:
    """Whether one line has other words where the other has words as well: another name, most likely, not a shorter text."""
    if a.masked == b.masked:
        return False
    from rapidfuzz.distance import Levenshtein

    return any(
        block.tag == "replace"
        and _letters(a.masked[block.src_start : block.src_end]) >= NAME
        and _letters(b.masked[block.dest_start : block.dest_end]) >= NAME
        for block in Levenshtein.opcodes(a.masked, b.masked)
    )


def _letters(text: str) -> int:
    return sum(char.isalpha() for char in text)
