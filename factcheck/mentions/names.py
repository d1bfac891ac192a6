"""Numerals inside names and codes: models (H100, Qwen3-VL-235B-A22B), tickers (09988.HK), titles (《…2035》), bonds (22萬科06)."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.mentions.lexicon import Scan
    from factcheck.types import Role


PART_OF_A_NAME = "part of a name"


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch whose digits are no quantity."""

    start: int
    end: int
    role: Role
    """`name`, `code` or `other`."""
    reason: str


CURRENCY_PREFIX = (
    "us|hk|nt|rmb|cny|usd|hkd|twd|jpy|eur|gbp|krw|inr|aud|cad|sgd|chf|rs|nz|mop|thb|myr|idr|php|vnd|brl|mxn|rub|try|zar"
    "|sek|nok|dkk|pln"
)
EXCHANGES = "nyse|nasdaq|lse|lon|tse|tyo|hkex|hkg|sehk|twse|tpe|krx|sse|szse|asx|otcmkts|sgx|bse|nse|us|hk|sh|sz|tw|kospi|kosdaq"
# What may follow a number directly and makes the token a quantity or a period, not a name: 3Q25, 100MW, 70bn, 1440p is left to units.
_PERIOD = r"(?:(?:[1-4]q|q[1-4]|[12]h|h[12])(?:fy)?|fy|cy|[1-9]m)-?(?:[123]\d|20\d\d)?(?![a-z0-9])"


@cache
def _pattern() -> Any:
    """One scan for all shapes; named groups say which."""

    return re.compile(
        r"""
        (?P<listed>(?<![a-z0-9.])\d{4,6}\.(?:hk|sh|ss|sz|bj|tw|two|t|ks|kq|si|l|us)(?![a-z0-9]))
      | (?P<venue>(?<=[(（\s,])(?:EXCH)\s?[:：.]\s?[a-z0-9.\-]{1,10}(?=[)）\s,;，]))
      | (?P<bracket>(?<=[a-z\u00e0-\u024f\u3040-\u9fff\uac00-\ud7af][(（])\d{4,6}(?=[)）]))
      | (?P<title>(?<=《)[^《》\n]{0,40}\d[^《》\n]{0,40}(?=》))
      | (?P<residue>^[ \t]*\d{1,3}[.、][ \t]+\d{1,3}[ \t]*$)
      | (?P<clock>(?<![\d.,])\d{1,2}[:.]?\d{2}\s(?:gmt|bst|edt|est|et|cet|hkt|jst|ist)(?![a-z]))
      | (?P<bond>(?<=[“"「『])\d{2}[\u3400-\u9fff]{2,8}\d{1,3}(?=[”"」』]))
      | (?P<token>(?<![a-z0-9.$€£¥%])(?!(?:CUR)\d)(?!PERIOD)
            (?:[a-z]{1,24}[\-.+]?){1,12}+[0-9][a-z0-9]*(?:[\-./+][a-z0-9]+)*(?:\.\d+)?)
      | (?P<suffix>(?<![a-z0-9.,$€£¥])[0-9]{1,12}[a-z]{1,24}[0-9][a-z0-9]*+(?:[\-.][a-z0-9]+)*(?![a-z0-9]))
      | (?P<letter>(?<![a-z0-9.,$€£¥\-])\d{3,4}[a-hj-z](?![a-z0-9.])(?=\s?[\u3400-\u9fff\-]))
        """.replace("CUR", CURRENCY_PREFIX)
        .replace("EXCH", EXCHANGES)
        .replace("PERIOD", _PERIOD),
        re.VERBOSE | re.MULTILINE,
    )


@cache
def _spaced() -> Any:
    """A Latin name, a blank, a version number: "Gemini 2.5 Pro", "CloudMatrix 384", "World Governments Summit 2025"."""
    return re.compile(
        r"(?<![A-Za-z0-9.&])(?P<head>[A-Z][A-Za-z+&'’]*(?:[ \-][A-Z][A-Za-z+&'’]*){0,4})(?P<gap>[ \u3000]?[ ]|\-)"
        r"(?P<number>[A-Z]?\d{1,4}(?:\.\d{1,2})?)(?![\d,.]*\d|[%％$a-z]|\s?[万亿兆萬億元點点倍美港日歐欧人家台臺年月])"
        r"(?P<tail>(?:[ \-](?:Pro|Max|Ultra|Plus|Mini|Turbo|Flash|Lite|Air|Fold|Flip|Super\w*|Thinking|Omni|SE|XL|Ti))*)"
    )


_REASONS: dict[str, tuple[Role, str]] = {
    "listed": ("code", "a ticker"),
    "venue": ("code", "a ticker with its exchange"),
    "bracket": ("code", "a ticker in brackets"),
    "title": ("name", "inside a title"),
    "bond": ("name", "the name of a bond"),
    "clock": ("date", "a clock time"),
    "residue": ("other", "an empty list item"),
    "token": ("name", PART_OF_A_NAME),
    "suffix": ("name", PART_OF_A_NAME),
    "letter": ("name", PART_OF_A_NAME),
}


def read_names(
    text: str, folded: str, scan: Scan, *, chinese: bool, masked: Sequence[tuple[int, int]] = ()
) -> list[Name]:
    """Names, codes and titles that hold numerals, sorted, non-overlapping, none inside a masked span."""
    found = [*_shaped(text, folded), *_versions(text, scan, chinese=chinese), *_known(scan), *_listings(folded, scan)]
    found.sort(key=lambda name: (name.start, -name.end))
    kept: list[Name] = []
    for name in found:
        if kept and name.start < kept[-1].end:
            if name.end > kept[-1].end and name.role == kept[-1].role:
                kept[-1] = Name(kept[-1].start, name.end, name.role, name.reason)
            continue
        if not _masked(name, masked):
            kept.append(name)
    return kept


def _masked(name: Name, masked: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(masked, name.end, key=lambda span: span[0]) - 1
    return at >= 0 and masked[at][1] > name.start


def _shaped(text: str, folded: str) -> list[Name]:
    found = []
    for match in _pattern().finditer(folded):
        role, reason = _REASONS[match.lastgroup]
        start, end = match.span()
        if match.lastgroup == "token" and _is_compound(text[start:end]):
            continue
        start += len(folded[start:end]) - len(folded[start:end].lstrip())
        end -= len(folded[start:end]) - len(folded[start:end].rstrip())
        found.append(Name(start, end, role, reason))
    return found


def _is_compound(token: str) -> bool:
    """mid-2025, sub-1.5: a lower-case word hyphenated to a number is no name."""
    head = re.split(r"\d", token, maxsplit=1)[0]
    return head.endswith("-") and head.islower()


def _versions(text: str, scan: Scan, *, chinese: bool) -> list[Name]:
    heads = {word.end for word in scan.role("name_head")}
    barred = {word.end for word in scan.role("not_name")}
    entity_ends = {mention.end for mention in scan.entities}
    found = []
    for match in _spaced().finditer(text):
        head_end = match.end("head")
        known_head = head_end in heads
        if head_end in barred and not known_head:
            continue
        if not (chinese or known_head or _version_like(match) or match["tail"]):
            continue
        if head_end in entity_ends and not known_head and not chinese and "." not in match["number"]:
            continue  # "Apple 15 stores": a company does not carry version numbers
        found.append(Name(_head_start(text, match, barred), match.end(), "name", PART_OF_A_NAME))
    return found


def _version_like(match: Any) -> bool:
    """A year that closes an event's name, or a decimal version: "Summit 2025", "Gemini 2.5"."""
    number = match["number"]
    words = match["head"].count(" ") + 1
    is_year: bool = len(number) == 4 and number.startswith(("19", "20")) and words >= 2
    return is_year or match["gap"] == "-"


def _head_start(text: str, match: Any, barred: set[int]) -> int:
    """Where the name begins: a month or preposition at the front of the run is no part of it."""
    start: int = match.start("head")
    for at in range(start, match.end("head")):
        if text[at] in " -" and at in barred:
            start = at + 1
    return start


@cache
def _listing() -> Any:
    return re.compile(r"\s?[(（]\[?(\d{1,6})(?=[)）\]])")


def _listings(folded: str, scan: Scan) -> list[Name]:
    """Bare stock codes in brackets right after a company's name, a link's bracket included: 吉利（175）, 紫金([02899](…))."""
    found = []
    for mention in scan.entities:
        match = _listing().match(folded, mention.end) if mention.kind == "company" else None
        if match is not None:
            found.append(Name(match.start(1), match.end(1), "code", "a ticker in brackets"))
    return found


def _known(scan: Scan) -> list[Name]:
    """Entity names and fixed expressions that hold numerals themselves: 標普500, 文心一言, 雙11."""
    found = [Name(mention.start, mention.end, "name", f"the name of {mention.entity}") for mention in scan.entities]
    return found + [Name(word.start, word.end, "name", "a fixed expression") for word in scan.role("name")]
