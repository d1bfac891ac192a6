"""The ledger: every numeral of an article as claim, context or unread with a reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.claims.roles import is_article
from factcheck.types import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.mentions.names import Name
    from factcheck.mentions.reading import Mentions
    from factcheck.types import Article, Claim, Mask

MASK_REASONS = {
    "front_matter": "in the front matter",
    "url": "inside a link",
    "image": "inside an image path",
    "comment": "inside a comment",
    "code": "inside code",
    "markup": "inside markup",
    "boilerplate": "in boilerplate",
}
HAN_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两半")


@cache
def _digits() -> Any:
    return re.compile(r"\d[\d.,:/\-]*\d|\d")


def close_ledger(
    article: Article, mentions: Mentions, claims: Sequence[Claim], entries: Sequence[Entry]
) -> tuple[Entry, ...]:
    """All entries in text order; digits that nobody took end as unread."""
    found = list(entries)
    found += _claimed(claims)
    found += [entry for name in mentions.names if (entry := _name_entry(article, mentions, name)) is not None]
    found += [
        Entry(p.start, p.end, p.surface, "date", _section(article, p.start), _date_reason(p.first_day), period=p)
        for p in mentions.periods
        if _holds_numeral(mentions.folded[p.start : p.end])
    ]
    seen = {entry.start for entry in found}
    found += [
        Entry(q.start, q.end, q.surface, "unread", _section(article, q.start), "outside every sentence", q)
        for q in mentions.quantities
        if q.start not in seen and not is_article(q)
    ]
    found.sort(key=lambda entry: (entry.start, entry.end))
    found += _leftover(article, mentions, found)
    found.sort(key=lambda entry: (entry.start, entry.end))
    return tuple(found)


def _holds_numeral(folded: str) -> bool:
    """今年 and "last week" name a time without a numeral; 上周一 and 半日 hold one."""
    return any(char.isdigit() or char in HAN_NUMERALS for char in folded)


def _date_reason(first_day: object) -> str:
    return "a date" if first_day is not None else "a date that hangs on an unknown one"


def _claimed(claims: Sequence[Claim]) -> Iterator[Entry]:
    """One entry a number, though a list may make several claims of it."""
    last = -1
    for claim in claims:
        if claim.start != last:
            last = claim.start
            yield Entry(claim.start, claim.end, claim.surface, "claim", claim.section, None, claim.quantity)


def _name_entry(article: Article, mentions: Mentions, name: Name) -> Entry | None:
    surface = article.text[name.start : name.end]
    if not any(char.isdigit() for char in surface):
        folded = mentions.folded[name.start : name.end]
        if not HAN_NUMERALS.intersection(folded) or not _counts_as_name(mentions, name):
            return None
    return Entry(
        name.start,
        name.end,
        surface,
        name.role,
        _section(article, name.start),
        name.reason,
    )


def _counts_as_name(mentions: Mentions, name: Name) -> bool:
    """Han numerals in a company's name (百度) are no numerals to any reader; in a product's or an event's they may be."""
    if name.reason == "a fixed expression":
        return True
    return any(m.start == name.start and m.kind in ("model", "product") for m in mentions.scan.entities)


def _section(article: Article, offset: int) -> int:
    starts = [section.start for section in article.sections]
    return max(0, bisect_right(starts, offset) - 1)


def _leftover(article: Article, mentions: Mentions, taken: Sequence[Entry]) -> list[Entry]:
    """Digits that no entry covers: context inside a mask, else unread."""
    found: list[Entry] = []
    masks = article.masks
    spans = [(entry.start, entry.end) for entry in taken]
    at = 0
    for match in _digits().finditer(mentions.folded):
        start, end = match.span()
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        if at < len(spans) and spans[at][0] < end:
            continue
        mask = _mask_at(masks, start)
        if mask is not None:
            token_start, token_end = _token(article.text, start, end, mask)
            if found and token_start < found[-1].end:
                continue  # one entry a path segment, however many digits it holds
            found.append(
                Entry(
                    token_start,
                    token_end,
                    article.text[token_start:token_end],
                    "other",
                    _section(article, start),
                    MASK_REASONS[mask.kind],
                )
            )
        else:
            found.append(
                Entry(
                    start,
                    end,
                    article.text[start:end],
                    "unread",
                    _section(article, start),
                    "digits that no reading rule fits",
                )
            )
    return found


def _mask_at(masks: Sequence[Mask], offset: int) -> Mask | None:
    at = bisect_right(masks, offset, key=lambda mask: mask.start) - 1
    return masks[at] if at >= 0 and masks[at].end > offset else None


def _token(text: str, start: int, end: int, mask: Mask) -> tuple[int, int]:
    """The unbroken run of path characters around the digits."""
    stop = set(" \n\t()[]<>\"'/")
    while start > mask.start and text[start - 1] not in stop:
        start -= 1
    while end < mask.end and text[end] not in stop:
        end += 1
    return start, end
