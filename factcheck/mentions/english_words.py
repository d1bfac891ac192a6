"""The words of an English numeral: what each says, and how it is joined to the one before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.mentions.digits import PLAIN, digit_value

if TYPE_CHECKING:
    from factcheck.rulebook.numbers import NumberTables

TOKEN = re.compile(
    rf"(?P<sep>(?: +and[ -]+| +& +|, +(?=[a-z])|[ \u2010-]{{1,3}})?)(?:(?P<n>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|{PLAIN})|(?P<w>[a-z]+))"
)

PLURALS = {"tens": 1, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9, "trillions": 12}

MAX_TOKENS = 16


@dataclass(slots=True)
class Word:
    """One word of a numeral."""

    kind: str
    """n digits, w small word, t ten word, s scale, g group, o ordinal, f fraction, a article, p point, of."""
    value: Decimal
    start: int
    end: int
    joined: str
    """`and` or `,` where that stands before it, else empty."""
    text: str


def read_words(folded: str, start: int, end: int, tables: NumberTables) -> list[Word]:
    """The words of the numeral at `start`, as far as each is one that numerals are made of."""
    found: list[Word] = []
    at = start
    while len(found) < MAX_TOKENS:
        matched = TOKEN.match(folded, at, end)
        if matched is None or (found and not matched["sep"] and found[-1].kind != "n"):
            break
        word = _classify(matched, tables)
        if word is None:
            break
        found.append(word)
        at = word.end
        if at < matched.end():
            break
    return found


def _classify(matched: re.Match[str], tables: NumberTables) -> Word | None:
    sep = matched["sep"] or ""
    joined = "," if "," in sep else "and" if "and" in sep or "&" in sep else ""
    if matched["n"]:
        return Word("n", digit_value(matched["n"]), matched.start("n"), matched.end(), joined, matched["n"])
    text = matched["w"]
    end = matched.end()
    if text.endswith("fold") and text != "fold":
        text, end = text[:-4], end - 4
    kind, value = _meaning(text, tables)
    return Word(kind, Decimal(value), matched.start("w"), end, joined, text) if kind else None


def _meaning(text: str, tables: NumberTables) -> tuple[str, int]:
    if text in tables.words:
        value = tables.words[text]
        return ("t" if value >= 20 else "w"), value
    for kind, table in (("s", tables.scales), ("g", tables.groups), ("f", tables.fractions), ("o", tables.ordinals)):
        if text in table:
            return kind, table[text]
    if text.endswith("s") and text[:-1] in tables.ordinals:
        return "o", tables.ordinals[text[:-1]]
    if text in PLURALS:
        return "q", PLURALS[text]
    return {"a": ("a", 1), "an": ("a", 1), "point": ("p", 0), "of": ("of", 0), "over": ("", 0)}.get(text, ("", 0))
