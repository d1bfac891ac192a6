"""YAML front matter: title, date, language and source, and where the title stands in the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# The first line after the dashes must look like a key: an article may also open with a rule.
_BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(?=(?:[ \t]*(?:#[^\n]*)?\r?\n)*+[\"'\w][^\n:]{0,60}:(?:\s|\Z)|---)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.M)
_LINE = re.compile(r"^(?P<key>[\"']?[\w-]+[\"']?)[ \t]*:[ \t]*(?P<value>[^\r\n]*?)[ \t]*\r?$", re.M)
_DEEPEST = 20
_LONGEST = 1 << 18
_DATES = (
    "date",
    "published",
    "publishdate",
    "publisheddate",
    "publishedat",
    "pubdate",
    "datetime",
    "time",
    "created",
    "updated",
    "日期",
)
_LANGUAGES = ("lang", "language", "languages", "locale", "语言", "語言")
_SOURCES = ("source", "publisher", "outlet", "site", "author", "authors", "来源", "來源")
_TITLES = ("title", "headline", "标题", "標題")


@dataclass(frozen=True, slots=True)
class Value:
    """A scalar as YAML reads it, and its span in the source without quotes."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block at the head of a file says about the article."""

    end: int = 0
    """Offset after the closing dashes and their line break; 0 where there is no front matter."""
    title: Value | None = None
    date: str | None = None
    language: str | None = None
    source: str | None = None


@dataclass(slots=True)
class _Top:
    """First scalar under each top-level key."""

    values: dict[str, Value] = field(default_factory=dict)

    def first(self, keys: tuple[str, ...]) -> Value | None:
        return next((value for key in keys if (value := self.values.get(key)) and value.text.strip()), None)


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of a text; malformed YAML falls back to its `key: value` lines, and nothing raises."""
    opening = _BLOCK.match(text)
    closing = _CLOSE.search(text, opening.end()) if opening else None
    if not opening or not closing:
        return FrontMatter()
    top = _Top(_read_values(text[opening.end() : closing.start()], opening.end()))
    day, language, source = (top.first(keys) for keys in (_DATES, _LANGUAGES, _SOURCES))
    return FrontMatter(
        closing.end(),
        top.first(_TITLES),
        day.text if day else None,
        language.text if language else None,
        source.text.strip() if source else None,
    )


def _read_values(block: str, offset: int) -> dict[str, Value]:
    """First scalar under each top-level key, by YAML's events or line by line."""
    if len(block) <= _LONGEST:
        import yaml

        try:
            return dict(_reversed_pairs(_yaml_pairs(block, offset)))
        except (yaml.YAMLError, _TooDeep, ValueError):
            pass
    return dict(_reversed_pairs(_line_pairs(block, offset)))


class _TooDeep(Exception):
    """Front matter nested deeper than any newspaper's: read line by line instead."""


def _reversed_pairs(pairs: Iterator[tuple[str, Value]]) -> list[tuple[str, Value]]:
    """The pairs last first, so that in a dict the first of equal keys wins."""
    return list(pairs)[::-1]


def _yaml_pairs(block: str, offset: int) -> Iterator[tuple[str, Value]]:
    """(key, first scalar of its value) at the top level.

    Works on events, not nodes: aliases are never expanded and nothing recurses (libyaml's composer overflows the stack on deep nesting).
    """
    import yaml

    depth, key, expects_key = 0, "", True
    for event in yaml.parse(block, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                raise _TooDeep
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            expects_key = expects_key or depth == 1
        elif isinstance(event, yaml.ScalarEvent) and depth == 1 and expects_key:
            key, expects_key = event.value.strip().lower().replace("_", ""), False
            continue
        elif isinstance(event, yaml.ScalarEvent) and key:
            yield key, _scalar(block, offset, event)
        if depth == 1:
            expects_key = True


def _scalar(block: str, offset: int, event: Any) -> Value:
    """A scalar event with its span: inside the quotes, or after the header line of a block scalar."""
    start, end = event.start_mark.index, event.end_mark.index
    if event.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif event.style in ("|", ">"):
        start = block.find("\n", start, end) + 1 or end
    return _trimmed(event.value, block, start, end, offset)


def _line_pairs(block: str, offset: int) -> Iterator[tuple[str, Value]]:
    """(key, value) of the `key: value` lines that start in the first column."""
    for match in _LINE.finditer(block):
        start, end = match.span("value")
        if end - start >= 2 and block[start] in "\"'" and block[end - 1] == block[start]:
            start, end = start + 1, end - 1
        yield match["key"].strip("\"'").lower().replace("_", ""), _trimmed(block[start:end], block, start, end, offset)


def _trimmed(value: str, block: str, start: int, end: int, offset: int) -> Value:
    """A value whose span has no white space at its ends."""
    piece = block[start:end]
    start += len(piece) - len(piece.lstrip())
    return Value(value.strip(), offset + start, offset + max(start, end - len(piece) + len(piece.rstrip())))
