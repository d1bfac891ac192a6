"""Article text made safe to show: no character of it may move the cursor, turn the line round or hide."""

from __future__ import annotations

import re
from functools import cache

_BREAK = re.compile(r"\r?\n|[\t\v\f\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters
    "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"  # bidirectional controls
    "\ufff9-\ufffb\ufffe\uffff\U000e0001-\U000e007f"  # annotations, non-characters, tags
    "\ud800-\udfff]"  # lone surrogates, which no encoding can write
)
_UNSEEN_IN_JSON = re.compile(_UNSEEN.pattern.replace("\x00-\x1f", "\x00-\x09\x0b-\x1f"))

# Same width in cells on both sides.
_LIKENESS = dict(zip("✗✓·…–—─“”‘’×≠→⚠−÷≈", "x+-.---\"\"''x!>!-/~", strict=True))


def visible(text: str) -> str:
    """The text on one line: line breaks and tabs as a space, what a terminal would obey or hide as a mark of itself.

    >>> visible("a\\x1b[31mb")
    'a␛[31mb'
    >>> visible("12\\u202e億")
    '12<U+202E>億'
    """
    return _UNSEEN.sub(_mark, _BREAK.sub(" ", text))


def visible_lines(text: str) -> str:
    """As `visible`, but line breaks stay: for text of rule files and messages that has paragraphs."""
    return "\n".join(visible(line) for line in text.splitlines())


def escaped_json(document: str) -> str:
    """A JSON document in which the same characters stand as `\\uXXXX`: visible, and still the same value to a parser.

    `json.dumps` has already escaped those below U+0020; line feeds here are its own indentation.
    """
    return _UNSEEN_IN_JSON.sub(lambda match: _json_escape(match[0]), document)


def encodable(text: str, encoding: str) -> str:
    """The text for a terminal of that encoding; what it lacks becomes a likeness or question marks of the same width.

    >>> encodable("✗ 明報 · 12…", "ascii")
    'x ???? - 12.'
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_encodable_character(character, encoding) for character in text)
    except LookupError:
        return encodable(text, "ascii")
    return text


def _encodable_character(character: str, encoding: str) -> str:
    from rich.cells import cell_len

    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return _LIKENESS.get(character) or "?" * cell_len(character)
    return character


def _mark(match: re.Match[str]) -> str:
    point = ord(match[0])
    if point < 0x20:
        return chr(0x2400 + point)
    return "\u2421" if point == 0x7F else f"<U+{point:04X}>"


@cache
def _json_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
