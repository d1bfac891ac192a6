"""One numeral of either language at a place in the text, and what tells numbers from codes, times and dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.mentions.digits import GROUPED, PLAIN, SPACED, digit_place, digit_value
from factcheck.mentions.english_numerals import EnglishReader, english_reader
from factcheck.mentions.numerals import HanReader, Numeral, han_reader

if TYPE_CHECKING:
    from factcheck.rulebook.numbers import NumberTables

NUMBER = re.compile(rf"{GROUPED}|{PLAIN}")
WIDE_NUMBER = re.compile(r"\d{1,3}(?:，\d{3})+(?!\d)(?:\.\d+)?")
SPACED_NUMBER = re.compile(SPACED)
LETTERS = re.compile(r"[a-z]{1,4}(?![a-z0-9])")
CODE = re.compile(r"[a-z0-9]+(?:[-./][a-z0-9]+)*")
SPLIT = re.compile(r"-for-(\d{1,3})(?![\d-])")
FORM = re.compile(r"\d{1,3}-[a-z](?![a-z0-9])")
CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?|\d{1,2}\.\d{2} ?[ap]m(?![a-z])")
HOUR = re.compile(r"\d{1,2} ?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])")
SLASHED = re.compile(r"(\d{1,4})/(\d{1,4})(?![\d/])")
DATE = re.compile(
    r"(?:19|20)\d\d-\d\d(?![\d.%,])|\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?!\d)|\d{1,4}-\d{3,4}-\d{3,4}(?:-\d+)*"
)
POWER = re.compile(r"(?:(?: ?[x×] ?10)\^?|e|\^)([+\-−]{0,2}\d{1,3})(?![\da-z.])")
SPACED_SUFFIX = re.compile(r" {1,2}(k|K|M|bn|mn|tn|mln|trn)(?![A-Za-z0-9-])")
COUNTED = re.compile(r" (?!long|high|tall|wide|deep|above|below|from|away|x |by |in |at |and |to |or |is |isn)[a-z]")
VULGAR = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅙": (1, 6), "⅛": (1, 8),
    "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
LONGEST_DIGITS = 40
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(slots=True)
class Scanner:
    """The compiled patterns of one set of tables and one language."""

    tables: NumberTables
    english: bool
    candidate: re.Pattern[str]
    han: HanReader
    words: EnglishReader
    han_signs: frozenset[str]
    """Characters that can continue a numeral begun in digits: 萬, 億, 多 …"""


@lru_cache(maxsize=16)
def scanner(tables: NumberTables, english: bool) -> Scanner:
    """The scanner for English, or for Chinese of either script."""
    han, words = han_reader(tables), english_reader(tables)
    signs = "".join((*tables.han_digits, *tables.han_multipliers, *tables.han_scales))
    candidate = words.heads if english else re.compile(f"[0-9{''.join(VULGAR)}{signs}几数半]")
    return Scanner(
        tables, english, candidate, han, words, frozenset((*tables.han_multipliers, *tables.han_scales, "多", "余"))
    )


def skip_code(folded: str, start: int) -> int:
    """The end of the letters and digits around a place that is no number (H100, 1440p, 11:30)."""
    matched = CODE.match(folded, start)
    return matched.end() if matched else start + 1


def is_part_of_code(folded: str, start: int) -> bool:
    """Whether the digit at `start` continues a word, a version or a decimal: H100, GPT-5, 2.3.1."""
    if start == 0:
        return False
    before = folded[start - 1]
    if before.isascii():
        if before.isalpha() or before in "_":
            return True
        if (
            before in ".:/"
            and start > 1
            and (
                folded[start - 2].isdigit()
                or (before == "." and folded[start - 2].isascii() and folded[start - 2].isalpha())
            )
        ):
            return True
        if before in "-‐" and start > 1:
            further = folded[start - 2]
            return (
                further.isascii()
                and further.isalpha()
                and not folded[max(0, start - 7) : start - 1].endswith(
                    ("top", "sub", "mid", "pre", "post", "over", "minus", " to")
                )
            )
    return False


def digits_at(text: str, folded: str, start: int, end: int, scan: Scanner, *, money: bool) -> Numeral | None:
    """The numeral that begins with the digit at `start`; None for clock times, dates and codes."""
    matched = SPACED_NUMBER.match(folded, start, end) or NUMBER.match(folded, start, end)
    if not text[start].isascii() and (wide := WIDE_NUMBER.match(folded, start, end)):
        matched = wide
    if matched is None or matched.end() - start > LONGEST_DIGITS:
        return None
    written = matched.group()
    stop = matched.end()
    begin = start
    if (
        start
        and folded[start - 1] == "."
        and "." not in written
        and not (start > 1 and (folded[start - 2].isdigit() or folded[start - 2] == "."))
    ):
        begin, written = start - 1, "0." + written
    following = folded[stop : stop + 1] if stop < end else ""
    if following in ("/", ":", "-", ".") and _is_date_or_time(folded, start, end):
        return None
    if following == "-" and (split := SPLIT.match(folded, stop, end)) and int(split[1]):
        ratio = digit_value(written) / int(split[1])
        return Numeral(begin, split.end(), ratio, ratio, None, digits=True, rule="fraction")
    if following == "-" and FORM.match(folded, start, end):
        # 10-K is a form, not ten.
        return None
    if following in (" ", "a", "p", ".") and (HOUR.match(folded, start, end) or CLOCK.match(folded, start, end)):
        return None
    if following in scan.han_signs or (following == " " and folded[stop : stop + 3].lstrip(" ")[:1] in scan.han_signs):
        found = scan.han.read(folded, start, end)
        if found is not None:
            return found
    if following == "/":
        fraction = SLASHED.match(folded, start, end)
        return _fraction(fraction, start) if fraction else None
    value, place = digit_value(written), digit_place(written)
    numeral = Numeral(begin, stop, value, value, place, "exact", place == 0 and value < 1000, True)
    if not following:
        return numeral
    return _continued(numeral, text, folded, end, scan, money)


def _continued(numeral: Numeral, text: str, folded: str, end: int, scan: Scanner, money: bool) -> Numeral | None:
    """The numeral with a vulgar fraction, power, scale word or suffix letter behind it."""
    stop, following = numeral.end, folded[numeral.end]
    if following in VULGAR:
        return _with_vulgar(numeral, following)
    if following == " " and numeral.exact:
        fraction = SLASHED.match(folded, stop + 1, end)
        if fraction and int(fraction[2]) <= 64 and int(fraction[2]):
            part = Decimal(int(fraction[1])) / int(fraction[2])
            return Numeral(
                numeral.start,
                fraction.end(),
                numeral.low + part,
                numeral.low + part,
                None,
                rule="fraction",
                digits=True,
            )
    if following == " " and scan.english and numeral.exact and (share := scan.words.share(folded, numeral, end)):
        return share
    if following == " " and (spaced := SPACED_SUFFIX.match(text, stop, end)):
        power_of_ten = scan.tables.suffixes[spaced[1].lower()]
        value = numeral.low.scaleb(power_of_ten)
        return Numeral(
            numeral.start, spaced.end(), value, value, (numeral.place or 0) + power_of_ten, digits=True, rule="suffix"
        )
    if following in " -‐" and (scan.english or following != "-"):
        scale = scan.words.scale.match(folded, stop, end)
        if scale:
            found = scan.words.read(folded, numeral.start, end)
            if found is not None and found.end > stop:
                return found
    if following in "ex×^ " and (power := POWER.match(folded, stop, end)):
        return _powered(numeral, power)
    if following.isascii() and following.isalpha():
        return _with_suffix(numeral, text, folded, end, scan, money)
    return numeral


def _with_suffix(numeral: Numeral, text: str, folded: str, end: int, scan: Scanner, money: bool) -> Numeral | None:
    letters = LETTERS.match(folded, numeral.end, end)
    if letters is None:
        return numeral
    word = letters.group()
    power = scan.tables.suffixes.get(word)
    if power is None:
        if word in ("st", "nd", "rd", "th") and numeral.place == 0:
            return Numeral(
                numeral.start, letters.end(), numeral.low, numeral.low, None, exact=True, digits=True, rule="ordinal"
            )
        return numeral
    sure = money or word == "k" or (len(word) > 1 and word != "mm") or text[numeral.end : letters.end()].isupper()
    # "3m users" are three million, "48m" are metres.
    if not sure and (word not in ("m", "b") or not COUNTED.match(folded, letters.end())):
        return numeral
    place = (numeral.place or 0) + power
    value = numeral.low.scaleb(power)
    return Numeral(numeral.start, letters.end(), value, value, place, digits=True, rule="suffix")


def _with_vulgar(numeral: Numeral, sign: str) -> Numeral:
    top, bottom = VULGAR[sign]
    value = numeral.low + Decimal(top) / bottom
    return Numeral(numeral.start, numeral.end + 1, value, value, None, digits=True, rule="fraction")


def _powered(numeral: Numeral, power: re.Match[str]) -> Numeral | None:
    exponent = int(power[1].replace("−", "-").replace("--", "").replace("+-", "-"))
    if abs(exponent) > 100:
        return None
    raised = power.group().startswith("^")
    value = numeral.low**exponent if raised and numeral.low else numeral.low.scaleb(exponent)
    place = None if raised else (numeral.place or 0) + exponent
    return Numeral(numeral.start, power.end(), value, value, place, digits=True, rule="power")


def _is_date_or_time(folded: str, start: int, end: int) -> bool:
    return bool(DATE.match(folded, start, end) or CLOCK.match(folded, start, end))


def _fraction(matched: re.Match[str], start: int) -> Numeral | None:
    top, bottom = int(matched[1]), int(matched[2])
    if not bottom or bottom > 100 or top > 1000:
        return None
    value = Decimal(top) / bottom
    return Numeral(start, matched.end(), value, value, None, digits=True, rule="fraction")


def vulgar_at(folded: str, start: int) -> Numeral:
    """½ and its like, one character each."""
    top, bottom = VULGAR[folded[start]]
    value = Decimal(top) / bottom
    return Numeral(start, start + 1, value, value, None, digits=True, rule="fraction")
