"""A stretch of text to the spans of its sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 2_000
"""Code points of the longest sentence; longer ones (text without punctuation) are parted at commas, else hard."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CLOSERS = "[”’」』》〉）)\\]\"'】＂]*+"
# A closing mark that a comma follows ends a quotation, not the sentence: 「值得嗎？」，他問。
_END = re.compile(
    rf"[。！？；︒]++{_CLOSERS}(?![，、,：:])"
    rf"|(?<=[\u3000-\uffef])[!?;]++{_CLOSERS}(?![，、,])"
    rf"|[!?;]++{_CLOSERS}(?![A-Za-z0-9_,=&/，、])"
    r"|(?<=[\u3400-\u9fff”」』）])[.．](?![\d.．])"
    rf"|\.(?<!\.\.){_CLOSERS}(?=\s|[\u3000-\u9fff]|\Z)"
)
_PARTS = re.compile(r"[，,、：:]|[)）]|\s")
_WORD_BEFORE = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z|[A-Za-z]+\Z|\d+\Z")
_WORD_AFTER = re.compile(r"\s*[\"“‘'(\[]*([A-Za-z]+|[^\s])")
# Titles and references lean on the name or number that follows them.
_LEANING = _words(
    "mr mrs ms dr prof gen sen rep gov lt col capt sgt hon rev st mt ft vs eg e.g ie i.e cf viz approx est nos fig figs vol pp ed eds "
    "messrs"
)
_BEFORE_NUMBER = _words("no jan feb mar apr may jun jul aug sep sept oct nov dec art sec ch p")
# These also stand at the end of a sentence: only a word that opens sentences tells.
_EITHER = _words("inc corp co ltd llc plc bros jr sr cos etc al u.s u.k u.n e.u u.s.a a.m p.m n.v s.a d.c l.p ag")
_OPENERS = _words(
    "the a an it its in on at but and however he she they we this that these those for as with while after before since meanwhile "
    "if last there by according separately both his her their our when what who why how to from i you also so yet still analysts "
    "shares investors revenue sales earlier now under over during despite although though because instead all some many most one two "
    "three no not"
)


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """(start, end) of each sentence in `text[start:end]`, closing marks included, ends not yet trimmed."""
    spans, position = [], start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if text[match.start()] == "." and not _ends_sentence(text, position, match.start(), stop, end):
            continue
        spans.append((position, stop))
        position = stop
    if position < end:
        spans.append((position, end))
    if end - start <= LONGEST:
        return spans
    return [piece for first, last in spans for piece in _capped(text, first, last)]


def _ends_sentence(text: str, start: int, dot: int, stop: int, end: int) -> bool:
    """Whether a full stop with white space after it closes a sentence, not an abbreviation, an initial or a list number."""
    after = _WORD_AFTER.match(text, stop, min(end, stop + 40))
    if not after:
        return True
    word = after[1]
    before = _WORD_BEFORE.search(text[max(start, dot - 20) : dot])
    if not before:
        return not word.islower()
    short = before[0].lower()
    if short.isdigit():  # "1. Revenue": a list number stands alone before its dot
        return bool(text[start:dot].strip(" \t\u3000*_#>-") != before[0]) and not word[0].islower()
    if short in _LEANING or (short in _BEFORE_NUMBER and word[0].isdigit()):
        return False
    if short in _EITHER or (len(short) == 1 and before[0].isupper()):
        return word.lower() in _OPENERS and word[0].isupper()
    return not word[0].islower()


def _capped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span itself, or pieces of at most LONGEST code points, parted after the last comma or space that fits."""
    while end - start > LONGEST:
        middle, limit = start + LONGEST // 2, start + LONGEST
        cut = max((match.end() for match in _PARTS.finditer(text, middle, limit)), default=limit)
        yield start, cut
        start = cut
    yield start, end
