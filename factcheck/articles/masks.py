"""What in a text is no prose: link targets, images, comments, code, tags, URLs and e-mail addresses.

One compiled scan finds where such a thing may start, and the pattern for that sign is tried there. What needs a distant
closer (comments, fenced code, scripts) looks it up with `str.find`, and a closer that never comes is remembered, so that
hostile text stays linear. The scanner is our own because markdown-it-py tells lines, not offsets. What opens and never
closes is no mask: numbers hidden by a typing error are worse than stray markup in a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.types import Mask

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.types import MaskKind

_DOMAINS = "com|cn|net|org|hk|tw|io|co|gov|edu"
_HTML = (
    "a|abbr|article|aside|audio|b|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|"
    "embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|label|li|link|main|mark|meta|nav|"
    "object|ol|option|p|picture|pre|q|s|section|select|small|source|span|strike|strong|sub|summary|sup|svg|table|tbody|td|tfoot|"
    "th|thead|time|title|tr|u|ul|video|wbr"
)
_URL = r"[A-Za-z0-9\-._~:/?#@!$&+,;=%]*[A-Za-z0-9/_\-=#&~%+]"

_TRIGGER = re.compile(rf"<|`|~~~|!\[|&|@|\]\(|\[\^|://|www\.|\.(?:{_DOMAINS})/")
# Every repeated class below stops at the sign that starts its own pattern, so that no character is tried twice over.
_PATTERNS: dict[str, tuple[MaskKind, re.Pattern[str]]] = {
    "<": ("markup", re.compile(rf"</?(?i:{_HTML})(?:\s[^<>]*|/)?>")),
    "`": ("code", re.compile(r"(?<!`)`++[^`'\n]++`++")),
    "!": ("image", re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*+\)")),
    "&": ("markup", re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,10}\d{0,2});")),
    "@": ("url", re.compile(r"@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")),
    # A bracketed number after a bracket, [2](3亿), is prose: the target must look like an address.
    "]": (
        "url",
        re.compile(
            r"\]\((?=#|[^()\s]*[/:]|[^()\s]*\.[A-Za-z])(?:[^()\s]|\([^()\s]*\))*+"
            r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)"
        ),
    ),
    "[": ("markup", re.compile(r"\[\^[^\[\]\s]{1,20}\]")),
    ":": ("url", re.compile(rf"://{_URL}")),
    "w": ("url", re.compile(rf"www\.{_URL}")),
    ".": ("url", re.compile(rf"\.(?:{_DOMAINS})/(?:{_URL})?")),
}
_RAW = re.compile(r"<(?i:(script|style))\b[^<>]*>")
# What stands before the sign: a scheme, a mailbox, a host name.
_BEFORE = {
    ":": re.compile(r"[A-Za-z]{2,10}\Z"),
    "@": re.compile(r"[\w.+-]+\Z", re.A),
    ".": re.compile(r"[\w.-]+\Z", re.A),
}
_LONGEST_BEFORE = 64


def find_masks(text: str, start: int = 0, first: Sequence[Mask] = ()) -> tuple[Mask, ...]:
    """The masks of a text from `start` on after those given, sorted and without overlap."""
    return (*first, *_Scanner(text).scan(start))


def blank_masks(text: str, masks: Sequence[Mask]) -> str:
    """The text with masked characters as spaces: as long as the source, and with no full stop or line break of a mask."""
    if not masks:
        return text
    pieces, done = [], 0
    for mask in masks:
        pieces += [text[done : mask.start], " " * (mask.end - mask.start)]
        done = mask.end
    return "".join([*pieces, text[done:]])


class _Scanner:
    """A walk over one text, with the closers known to be missing from there on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.missing: set[str] = set()

    def scan(self, position: int) -> Iterator[Mask]:
        """Masks from a position on."""
        text, search, floor = self.text, _TRIGGER.search, position
        while trigger := search(text, position):
            found = self._mask(trigger.start(), trigger[0][0], floor)
            position = trigger.end()
            if found:
                yield found
                position = floor = found.end

    def _mask(self, at: int, sign: str, floor: int) -> Mask | None:
        """The mask whose sign stands at an offset, or None where it is prose after all."""
        if sign in "<`~" and (block := self._block(at)):
            return block
        # What must stand before the sign is looked up first: it is short, what follows may be long.
        start = self._start(at, sign, floor)
        if start is None or sign not in _PATTERNS:
            return None
        kind, pattern = _PATTERNS[sign]
        match = pattern.match(self.text, at)
        return Mask(start, match.end(), kind) if match else None

    def _start(self, at: int, sign: str, floor: int) -> int | None:
        """Where the mask starts: at its sign, or before it where a scheme, mailbox or host belongs to it; None if that is missing."""
        if sign not in _BEFORE:
            return at
        if at == floor or not (self.text[at - 1].isalnum() or self.text[at - 1] in "_.+-"):
            return None
        window = max(floor, at - _LONGEST_BEFORE)
        before = _BEFORE[sign].search(self.text[window:at])
        return window + before.start() if before else None

    def _block(self, at: int) -> Mask | None:
        """A comment, script or fenced block from its opener to its closer."""
        text = self.text
        if text.startswith("<!--", at):
            return self._until("-->", at, at + 4, "comment")
        if raw := _RAW.match(text, at):
            return self._until(f"</{raw[1]}>", at, raw.end(), "code")
        if text.startswith(("```", "~~~"), at) and (at == 0 or text[at - 1] == "\n"):
            return self._until("\n" + text[at : at + 3], at, at + 3, "code")
        return None

    def _until(self, closer: str, start: int, position: int, kind: MaskKind) -> Mask | None:
        """The mask that ends with a closer, or None where none follows."""
        if closer in self.missing:
            return None
        found = self.text.find(closer, position)
        if found < 0:
            self.missing.add(closer)
            return None
        return Mask(start, found + len(closer), kind)
