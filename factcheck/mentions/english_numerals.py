"""English numerals: words (two hundred and five), digits with a scale (1.2 million), fractions (two-thirds), ordinals.

A numeral is read as far as it is well formed: of "3 hundred and 2 hundred" the first is 300.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.mentions.english_cardinals import Cardinal, read_cardinal
from factcheck.mentions.english_words import PLURALS, Word, read_words
from factcheck.mentions.numerals import Numeral

if TYPE_CHECKING:
    from factcheck.rulebook.numbers import NumberTables
    from factcheck.types import Hedge

ONE = Decimal(1)
SHARE = re.compile(r" (in|out of|over) (?=[a-z\d])")
LASTING = re.compile(
    r"[ -]?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|quarters?|games?|sessions?)"
    r"|[ -]?(?:%|percent|per cent|million|billion|[a-z]*[0-9]|,\d)"
)


@dataclass(slots=True)
class EnglishReader:
    """Reads numerals with English words."""

    tables: NumberTables
    heads: re.Pattern[str]
    """Finds the words at which a numeral can begin."""
    scale: re.Pattern[str]
    """A scale word or a fraction behind digits."""

    def read(self, folded: str, start: int, end: int) -> Numeral | None:
        """The numeral at `start`, not reaching past `end`, or None."""
        words = read_words(folded, start, end, self.tables)
        if not words:
            return None
        found = _evaluate(words)
        if found is None:
            return None
        found.start = start
        return self.share(folded, found, end) or found

    def share(self, folded: str, top: Numeral, end: int) -> Numeral | None:
        """ "one in ten", "two out of five", "one over three" as a fraction."""
        joint = SHARE.match(folded, top.end, end)
        if joint is None or not top.exact or top.high > 100 or (joint[1] == "over" and top.high != 1):
            return None
        words = read_words(folded, joint.end(), end, self.tables)
        bottom = _evaluate(words) if words else None
        if (
            bottom is None
            or bottom.start != joint.end()
            or bottom.high > 1000
            or bottom.rule != "words"
            or bottom.high <= top.high
        ):
            return None
        if LASTING.match(folded, bottom.end) or (
            joint[1] == "over" and folded[bottom.end : bottom.end + 2].strip(" .,;)")
        ):
            return None
        share = top.low / bottom.low
        return Numeral(top.start, bottom.end, share, share, None, digits=top.digits, rule="fraction")


@lru_cache(maxsize=8)
def english_reader(tables: NumberTables) -> EnglishReader:
    """The reader of those tables, compiled once."""
    words = {
        *tables.words,
        *tables.groups,
        *tables.ordinals,
        *tables.fractions,
        *PLURALS,
        *(w for w in tables.scales if len(w) > 5),
    }
    words |= {word + "s" for word in tables.ordinals if word != "second"}
    words |= {word + "fold" for word, value in tables.words.items() if value > 1}
    heads = re.compile(rf"[0-9½⅓⅔¼¾⅕⅙⅛⅜⅝⅞]|(?<![a-z])(?:{'|'.join(sorted(words, key=len, reverse=True))})(?![a-z])")
    scales = "|".join(sorted(tables.scales, key=len, reverse=True))
    groups = "|".join(sorted(tables.groups, key=len, reverse=True))
    scale = re.compile(
        rf"(?: point (?=\d)|[ \u2010-]?(?:{scales}|{groups})(?![a-z])| and (?:a half|three quarters|a quarter)(?![a-z]))"
    )
    return EnglishReader(tables, heads, scale)


def _evaluate(words: list[Word]) -> Numeral | None:
    first = words[0]
    if first.kind in ("f", "o") or (first.kind == "a" and len(words) > 1 and words[1].kind in ("f", "o", "t")):
        return _leading_fraction(words)
    if first.kind == "q" or first.text == "dozens" or first.text in PLURALS:
        return _plural(words)
    if first.kind == "s":
        # "parts per million": a scale word needs a number or an article.
        return None
    state = read_cardinal(words, 0)
    if state.used == 0:
        return None
    return _finish(words, state)


def _finish(words: list[Word], state: Cardinal) -> Numeral | None:
    """The cardinal with what may follow it: dozen, a fraction, "and a half"."""
    value, used, place = state.value, state.used, state.place
    rule = "words"
    exact = not state.scaled and place == 0 and value < 1000
    rest = words[used:]
    if rest and rest[0].kind == "g" and (rest[0].text != "couple" or words[0].kind == "a") and not rest[0].joined:
        value, used, exact = value * rest[0].value, used + 1, False
        rest = words[used:]
    if rest and rest[0].kind in ("o", "f") and not rest[0].joined:
        found = _fraction_of(words, used, value)
        if found is not None:
            return found
    compound = _compound_fraction(words, used, value)
    if compound is not None:
        return compound
    if rest and rest[0].joined == "and":
        part = _and_part(rest)
        if part is not None:
            fraction, count, scale = part
            unit = Decimal(10) ** state.smallest if state.scaled and state.smallest < 99 and not scale else ONE
            value = (value + fraction * unit).scaleb(scale)
            used, exact, rule = used + count, False, "fraction"
            return _numeral(words, used, value, None if place == 0 else place, exact, rule, state.digits)
    return _numeral(words, used, value, place, exact, rule, state.digits)


def _compound_fraction(words: list[Word], used: int, top: Decimal) -> Numeral | None:
    """ "one twenty-fifth", "three twenty-firsts"."""
    rest = words[used : used + 2]
    if [word.kind for word in rest] != ["t", "o"] or rest[1].value > 9 or any(word.joined for word in rest):
        return None
    return _scaled_fraction(words, used + 2, top / (rest[0].value + rest[1].value))


def _and_part(rest: list[Word]) -> tuple[Decimal, int, int] | None:
    """(fraction, words used, power of ten) of "and a half", "and three quarters", "and a half million"."""
    top, at = (ONE, 1) if rest[0].kind == "a" else (rest[0].value, 1) if rest[0].kind == "w" else (ONE, 0)
    if at >= len(rest) or rest[at].kind not in ("f", "o") or (at == 0 and rest[0].kind != "f") or rest[at].value == 1:
        return None
    count = at + 1
    if len(rest) > count and rest[count].kind == "s" and not rest[count].joined:
        return top / rest[at].value, count + 1, int(rest[count].value)
    return top / rest[at].value, count, 0


def _fraction_of(words: list[Word], used: int, top: Decimal) -> Numeral | None:
    """ "two thirds", "three quarters", or an ordinal such as "twenty-first"."""
    word = words[used]
    plural = word.text.endswith("s")
    if word.kind == "o" and not plural and top != 1:
        if words[0].kind == "n":
            return None
        if (top % 10 == 0 and word.value < 10) or (top % 100 == 0 and word.value < 100):
            return _numeral(words, used + 1, top + word.value, None, True, "ordinal", False)
        if word.value >= 100 and word.value % 100 == 0:
            return _numeral(words, used + 1, top * word.value, None, True, "ordinal", False)
        return None
    if word.value == 1 or (word.kind == "f" and top > 20) or (word.value == 2 and word.kind == "o"):
        return None
    if word.kind == "f" and not plural and top != 1:
        return None
    return _scaled_fraction(words, used + 1, top / word.value)


def _scaled_fraction(words: list[Word], used: int, value: Decimal) -> Numeral:
    """The fraction, times "of a million" or "million" where that follows."""
    rest = words[used:]
    skip = (
        2
        if len(rest) > 2 and rest[0].kind == "of" and rest[1].kind == "a"
        else 1
        if len(rest) > 1 and rest[0].kind == "a"
        else 0
    )
    if len(rest) > skip and rest[skip].kind in ("s", "g") and rest[skip].text != "couple":
        word = rest[skip]
        value = value.scaleb(int(word.value)) if word.kind == "s" else value * word.value
        used += skip + 1
    return _numeral(words, used, value, None, False, "fraction", False)


def _leading_fraction(words: list[Word]) -> Numeral | None:
    """ "half a million", "a third", or a plain ordinal."""
    at = 1 if words[0].kind == "a" else 0
    if words[at].kind == "t":
        return _compound_fraction(words, at, ONE)
    word = words[at]
    if word.kind == "f" and not word.text.endswith("s"):
        found = _scaled_fraction(words, at + 1, ONE / word.value)
        # A bare "quarter" is three months.
        return None if at == 0 and word.text == "quarter" and found.end == word.end else found
    if word.kind == "o" and at == 1 and word.value > 2:
        return _scaled_fraction(words, at + 1, ONE / word.value)
    if word.kind == "o" and not word.text.endswith("s"):
        return _numeral(words, at + 1, word.value, None, True, "ordinal", False)
    return None


def _plural(words: list[Word]) -> Numeral | None:
    """ "dozens", "tens of thousands", "hundreds of millions": an order of magnitude."""
    first = words[0]
    if first.text == "dozens":
        return _numeral(words, 1, Decimal(24), None, False, "plural", False, high=Decimal(99))
    exponent, used = PLURALS[first.text], 1
    if len(words) > 2 and words[1].kind == "of" and words[2].text in PLURALS:
        exponent, used = exponent + PLURALS[words[2].text], 3
    return _numeral(words, used, ONE.scaleb(exponent), None, False, "plural", False, high=ONE.scaleb(exponent + 1))


def _numeral(
    words: list[Word],
    used: int,
    value: Decimal,
    place: int | None,
    exact: bool,
    rule: str,
    digits: bool,
    *,
    high: Decimal | None = None,
) -> Numeral:
    hedge: Hedge = "order_of_magnitude" if high is not None else "exact"
    return Numeral(words[0].start, words[used - 1].end, value, high or value, place, hedge, exact, digits, rule)
