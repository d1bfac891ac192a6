"""Language and script of a text, from a sample of its characters."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.types import Language

_SAMPLE = 8_000
_SLICES = 3
_TAGS: dict[str, Language] = {
    "en": "en",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
    "zh-mo": "zh-Hant",
    "zh-hant": "zh-Hant",
    "zh-cht": "zh-Hant",
    "yue": "zh-Hant",
    "zh-cn": "zh-Hans",
    "zh-sg": "zh-Hans",
    "zh-my": "zh-Hans",
    "zh-hans": "zh-Hans",
    "zh-chs": "zh-Hans",
}
# Quotation marks weigh less than characters: a text of ten words may have no character that tells the scripts apart.
_QUOTES = {"「": "zh-Hant", "」": "zh-Hant", "“": "zh-Hans", "”": "zh-Hans"}


@dataclass(frozen=True, slots=True)
class Detected:
    """The language that a text is in, and whether its characters leave no doubt."""

    language: Language
    certain: bool


def detect_language(text: str) -> Detected:
    """Chinese where there is a Han character for every English word (five letters), else English.

    The script follows from characters that only one of Big5 and GB2312 has: 漲 and 億 against 涨 and 亿. Characters that
    both have (台, 里, 后) tell nothing. Japanese and Korean end as the nearest: kanji as Chinese, Hangul as English.
    """
    counts = Counter(_sample(text))
    han = {char: count for char, count in counts.items() if "㐀" <= char <= "鿿"}
    letters = sum(count for char, count in counts.items() if char.isascii() and char.isalpha())
    total = sum(han.values())
    if total * 5 < letters or not total:
        return Detected("en", letters > 20 and total * 20 < letters)
    return _script(han, counts, certain=total * 2 > letters)


def _script(han: dict[str, int], counts: Counter[str], certain: bool) -> Detected:
    """Traditional or Simplified by marker characters; Simplified on a draw."""
    both = "".join(han)
    in_big5 = set(both.encode("big5", "ignore").decode("big5"))
    in_gb = set(both.encode("gb2312", "ignore").decode("gb2312"))
    hant = sum(han[char] for char in in_big5 - in_gb)
    hans = sum(han[char] for char in in_gb - in_big5)
    if hant == hans:
        hant = sum(counts[mark] for mark, script in _QUOTES.items() if script == "zh-Hant")
        hans = sum(counts[mark] for mark, script in _QUOTES.items() if script == "zh-Hans")
        certain = False
    language: Language = "zh-Hant" if hant > hans else "zh-Hans"
    return Detected(language, certain and abs(hant - hans) >= 5 and max(hant, hans) >= 3 * min(hant, hans))


def language_tag(tag: str) -> str | None:
    """A language tag as `zh-Hant`, `zh-Hans`, `en` or `zh` (script unknown); None for other languages.

    >>> language_tag("zh_TW"), language_tag("en-US"), language_tag("zh"), language_tag("fr")
    ('zh-Hant', 'en', 'zh', None)
    """
    parts = tag.strip().lower().replace("_", "-").split("-")
    known = _TAGS.get("-".join(parts[:2])) or _TAGS.get(parts[0])
    return known or ("zh" if parts[0] in ("zh", "cmn") else None)


def choose_language(text: str, asked: str | None, declared: str | None) -> Language:
    """The caller's language; else the text's own where its characters leave no doubt; else the declared one; else the likeliest."""
    wanted = language_tag(asked) if asked else None
    if wanted in ("zh-Hant", "zh-Hans", "en"):
        return wanted  # type: ignore[return-value]  # narrowed by the test above
    detected = detect_language(text)
    if wanted == "zh" and detected.language == "en":
        return "zh-Hans"
    if detected.certain or wanted == "zh":
        return detected.language
    said = language_tag(declared) if declared else None
    if said == "zh" and detected.language == "en":
        return "zh-Hans"
    return said if said in ("zh-Hant", "zh-Hans", "en") else detected.language  # type: ignore[return-value]


def _sample(text: str) -> str:
    """Slices of the start, middle and end: whole texts of up to 24,000 characters."""
    if len(text) <= _SAMPLE * _SLICES:
        return text
    starts = (0, (len(text) - _SAMPLE) // 2, len(text) - _SAMPLE)
    return "".join(text[start : start + _SAMPLE] for start in starts)
