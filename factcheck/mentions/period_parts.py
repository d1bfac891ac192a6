"""What the named groups of a matched period form say, as whole numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulebook.periods import group_table

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

Parts = dict[str, int]

DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {word: value for value, word in enumerate(ONES.split(), 1)}
WORDS |= {word: 10 * value for value, word in enumerate(ROUND.split(), 2)} | {"hundred": 100, "thousand": 1000}
TENS = {"廿": 20, "卅": 30}
PIVOT = 50
"""Two-digit years below it are of this century, the others of the last."""
ROC = 1911
"""Year 1 of the calendar of Taiwan is 1912."""


def read_parts(match: re.Match[str], words: Mapping[str, Mapping[str, int]]) -> Parts | None:
    """Group → number of every group that took part; None where a word is no number."""
    parts: Parts = {}
    for name, found in match.groupdict().items():
        if found is None:
            continue
        table = group_table(name)
        if table == "t":
            parts["t"] = 1
            continue
        known = words.get(table)
        value = known.get(found) if known else None
        if value is None:
            value = CONVERTERS.get(table, number)(found)
        if value is None:
            return None
        parts[name.partition("_")[0]] = value
    return _usual(parts)


def _usual(parts: Parts) -> Parts:
    """The parts under their usual names: quarters by month, Taiwan's years, years in words, a year behind a range."""
    if "mq" in parts:
        parts["q"] = parts.pop("mq")
    if "roc" in parts:
        parts["y"] = parts.pop("roc") + ROC
    if "yw" in parts:
        parts["y"] = parts.pop("yw")
    if "y2" in parts and "y" not in parts:
        parts["y"] = parts.pop("y2") - (parts.get("m2", 12) < parts.get("m", 1))
    return parts


def number(word: str) -> int | None:
    """A small whole number in digits or Han numerals, or None.

    >>> number("12"), number("十二"), number("二十"), number("廿三"), number("两")
    (12, 12, 20, 23, 2)
    """
    if word.isascii():
        return int(word) if word.isdigit() and len(word) <= 6 else None
    total, digit = 0, None
    for character in word:
        if character == "十":
            total, digit = total + 10 * (1 if digit is None else digit), None
        elif character in TENS:
            total = TENS[character]
        elif character in DIGITS and digit is None:
            digit = DIGITS[character]
        else:
            return None
    return total + (digit or 0)


def year_number(word: str) -> int | None:
    """A year in four or two digits, Arabic or Han, or None.

    >>> year_number("2025"), year_number("二〇二五"), year_number("二千零四"), year_number("97"), year_number("24")
    (2025, 2025, 2004, 1997, 2024)
    """
    if "千" in word:
        rest = number(word[2:].lstrip("零〇")) if len(word) > 2 else 0
        return None if rest is None else 2000 + rest
    if not word.isascii():
        word = "".join(str(DIGITS.get(character, "x")) for character in word)
    if not (word.isascii() and word.isdigit() and len(word) in (2, 3, 4)):
        return None
    year = int(word)
    if len(word) == 2:
        year += 2000 if year < PIVOT else 1900
    return year


def year_in_words(word: str) -> int | None:
    """A year in English words, or None.

    >>> year_in_words("nineteen ninety-six"), year_in_words("two thousand and five"), year_in_words("twenty ten")
    (1996, 2005, 2010)
    """
    values = [WORDS.get(part) for part in word.replace("-", " ").replace(",", "").split() if part != "and"]
    total = 0
    for index, value in enumerate(values):
        if value is None:
            return None
        total = total * value if value in (100, 1000) and total % value == total else total + value
        if index == 0 and value in (19, 20):
            total *= 100
    return total


CONVERTERS = {"y": year_number, "yw": year_in_words}
