"""What is counted: the classifier behind a number and the noun behind the classifier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.mentions.units import Unit

if TYPE_CHECKING:
    from factcheck.rulebook.numbers import NumberTables

HAN = re.compile(r"[\u3400-\u9fff]+|[a-z][a-z0-9-]*")
PLUS = re.compile(r"[- ](?:plus|odd)(?= )")
WORDS = re.compile(r"(?: |(?<=-))([a-z][a-z'’-]*)")
LONGEST_NOUN = 10
FURTHEST_NOUN = 6


def counter_after(folded: str, end: int, tables: NumberTables) -> Unit | None:
    """The count that 家, 名, 萬件 … at `end` makes of a number: the classifier is part of it, the noun is not."""
    at = end + 1 if folded[end : end + 1] == " " else end
    if at >= len(folded):
        return None
    lengths = tables.counter_lengths.get(folded[at])
    for length in lengths or ():
        word = folded[at : at + length]
        if word in tables.bare_nouns:
            return Unit(at + length, f"count:{tables.nouns.get(word, word)}", "quantity", noun=word)
        noun = tables.counters.get(word)
        if noun is not None and len(word) == length and not folded.startswith(tables.not_counters, at):
            return _counted(folded, at + length, noun, tables)
    return None


def _counted(folded: str, at: int, default: str, tables: NumberTables) -> Unit:
    phrase = noun_phrase(folded, at, tables)
    name = known_noun(phrase, tables) or default
    unit = count_of(name or _clean(phrase) or "item", tables)
    return Unit(at, unit, "quantity", noun=phrase or None)


def count_of(name: str, tables: NumberTables) -> str:
    """The unit that counts things of that name: people and tokens are units of their own."""
    return name if name == "people" or name in tables.unit_names else f"count:{name}"


def _clean(phrase: str) -> str:
    """The phrase where it can be a noun by itself: two to four characters."""
    return phrase if 2 <= len(phrase) <= 4 else ""


def noun_phrase(folded: str, at: int, tables: NumberTables) -> str:
    """The Chinese noun phrase that begins at `at`, cut at the first word that cannot belong to it."""
    matched = HAN.match(folded, at, min(len(folded), at + LONGEST_NOUN))
    if matched is None:
        return ""
    phrase = matched.group()
    if phrase[0] == "半":
        return ""
    index = 0
    while index < len(phrase):
        if phrase[index] in tables.stops or phrase[index : index + 2] in tables.stops:
            return phrase[:index]
        index += _noun_length(phrase, index, tables) or 1
    return phrase


def _noun_length(phrase: str, at: int, tables: NumberTables) -> int:
    """The length of the known noun that begins here, 0 for none: no stop word parts 服務提供商."""
    lengths = tables.noun_lengths.get(phrase[at], ())
    return next((length for length in lengths if length > 1 and phrase[at : at + length] in tables.nouns), 0)


def known_noun(phrase: str, tables: NumberTables) -> str | None:
    """The English name of the noun in the phrase that the rules know, of several in a row the last: 企業客戶 is customer."""
    found, at = None, 0
    while at < len(phrase) and (found is None or at < len(phrase)):
        lengths = tables.noun_lengths.get(phrase[at], ())
        length = next(
            (n for n in lengths if phrase[at : at + n] in tables.nouns and (n > 1 or at + n == len(phrase))), 0
        )
        if length:
            found = tables.nouns[phrase[at : at + length]]
            at += length
        elif found is not None or at >= FURTHEST_NOUN:
            break
        else:
            at += 1
    return found


def known_noun_at(folded: str, at: int, tables: NumberTables) -> str | None:
    """The known noun that begins right at `at` (五巨頭)."""
    for length in tables.noun_lengths.get(folded[at : at + 1], ()):
        if length > 1 and (word := folded[at : at + length]) in tables.nouns:
            return word
    return None


def english_noun(folded: str, end: int, limit: int, tables: NumberTables, *, one: bool) -> tuple[str, str] | None:
    """(unit, noun as written) of the thing that an English number counts: its next plural, or for "one" its next word."""
    plus = PLUS.match(folded, end)
    at = plus.end() if plus else end + 1 if folded[end : end + 1] == "-" else end
    words: list[str] = []
    for _ in range(4):
        matched = WORDS.match(folded, at, limit)
        if matched is None or matched.group(1) in tables.stops:
            break
        at = matched.end()
        if matched.group(1) == "strong":
            # A 7,000-strong workforce counts the workforce.
            continue
        words.append(matched.group(1))
        pair = " ".join(words[-2:])
        name = tables.nouns.get(pair) or tables.nouns.get(words[-1])
        if name is not None:
            return count_of(name, tables), " ".join(words)
        if one or (len(words) == 1 and not plus and folded[end] == "-"):
            # What a hyphen joins to the number is what it counts: a six-cylinder engine.
            return f"count:{words[0]}", words[0]
        if _plural(words[-1]):
            return f"count:{_singular(words[-1])}", " ".join(words)
    return None


def _plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s", "ous"))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1]
