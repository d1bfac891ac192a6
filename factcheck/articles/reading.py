"""A file or a text to an Article: decoded, masked, cut into sections and sentences."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.articles.dates import file_date, parse_date, read_date_line
from factcheck.articles.encoding import decode
from factcheck.articles.files import read_bytes
from factcheck.articles.front_matter import FrontMatter, read_front_matter
from factcheck.articles.language import choose_language
from factcheck.articles.lines import EDGE, Line, line_sentences, looks_like_title, read_lines
from factcheck.articles.masks import blank_masks, find_masks
from factcheck.articles.pragmas import find_pragmas
from factcheck.articles.sections import Part, split_parts
from factcheck.errors import InputError
from factcheck.types import Article, Mask, Section, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_LINE_BREAK = re.compile(r"\r\n?|\n")
_HEAD_LINES = 6


@dataclass(frozen=True, slots=True)
class _Head:
    """What the first lines of a section say, and the lines with the title marked as headline."""

    lines: list[Line]
    title: Line | None = None
    date: date | None = None


def read_article(path: str | Path, *, date: date | None = None, language: str | None = None) -> Article:
    """The article in a file; raises InputError, in one line naming the file, where it holds no text.

    Offsets count the text as Python's text mode reads it, without a BOM: CRLF and CR are one line feed.
    """
    path = Path(path)
    decoded = decode(read_bytes(path), str(path))
    if not decoded.text.strip(EDGE):
        raise InputError(f"{path}: empty; expected an article")
    article = article_from_text(decoded.text, name=str(path), date=date, language=language)
    if article.date is None and (day := file_date(path.name)):
        article = _dated(article, day)
    return replace(article, encoding=decoded.encoding, encoding_assumed=decoded.assumed)


def article_from_text(
    text: str, *, name: str = "text", date: date | None = None, language: str | None = None, title: str | None = None
) -> Article:
    """The article that a text is; an empty text gives an article without sentences.

    `date`, `language` and `title` win over what the text says. Offsets count code points of the text as given.
    """
    front = read_front_matter(text)
    masks = find_masks(text, front.end, _front_masks(front))
    prose = blank_masks(text, masks)
    lines = read_lines(prose, front.end)
    parts = split_parts(prose, lines)
    heads = [
        _read_head(prose, lines[part.first : part.last], front if index == 0 else FrontMatter())
        for index, part in enumerate(parts)
    ]
    day = date or (parse_date(front.date) if front.date else None) or (heads[0].date if len(parts) == 1 else None)
    sections = _sections(prose, parts, heads, front, day)
    starts = (0, *(match.end() for match in _LINE_BREAK.finditer(text)))
    return Article(
        name=name,
        text=text,
        language=choose_language(prose[front.end :], language, front.language),
        sections=sections,
        sentences=_sentences(prose, front, heads),
        masks=masks,
        title=title or sections[0].title,
        date=day,
        pragmas=find_pragmas(text, prose, masks, lambda offset: bisect_right(starts, offset)),
        line_starts=starts,
    )


def content_key(article: Article) -> str:
    """A digest of the text with white space collapsed: equal for two copies of one article.

    >>> content_key(article_from_text("Shares rose 3%.")) == content_key(article_from_text("Shares  rose 3%.\\n"))
    True
    """
    text = " ".join(article.text.removeprefix("\ufeff").split())
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _front_masks(front: FrontMatter) -> tuple[Mask, ...]:
    """The front matter without its title."""
    if not front.end:
        return ()
    if not front.title:
        return (Mask(0, front.end, "front_matter"),)
    return (Mask(0, front.title.start, "front_matter"), Mask(front.title.end, front.end, "front_matter"))


def _read_head(prose: str, lines: list[Line], front: FrontMatter) -> _Head:
    """Title and date line among the first lines; with a title in the front matter, a `#` heading that repeats it is a headline, too."""
    head = _Head(list(lines))
    candidates = True
    for at, line in enumerate(lines[:_HEAD_LINES]):
        surface = prose[line.start : line.end]
        date_line = None if head.date else read_date_line(surface, line.start)
        if date_line:
            head = replace(head, date=date_line.date)
            if date_line.alone:
                head.lines[at] = line._replace(kind="caption")
                continue
            rest = _rest(prose, line, date_line.end) if candidates and not front.title else None
            if rest and looks_like_title(prose, rest):
                dated = line._replace(end=_trim(prose, line.start, date_line.end), kind="caption")
                head.lines[at : at + 1] = [dated, rest._replace(kind="headline")]
                return replace(head, title=rest)
        if candidates and line.kind != "caption":
            candidates = False
            if _is_title(prose, lines, at, front):
                head.lines[at] = line._replace(kind="headline")
                head = replace(head, title=line)
    return head


def _rest(prose: str, line: Line, start: int) -> Line | None:
    """What follows a date on its line."""
    piece = prose[start : line.end]
    start += len(piece) - len(piece.lstrip(" \t\u3000|｜-—:："))
    return line._replace(start=start) if start < line.end else None


def _trim(prose: str, start: int, end: int) -> int:
    """The end of a span without trailing white space."""
    return start + len(prose[start:end].rstrip())


def _is_title(prose: str, lines: Sequence[Line], at: int, front: FrontMatter) -> bool:
    """Whether a first line is the title: a `#` heading, or a short line with a longer one or a blank line after it."""
    line = lines[at]
    if front.title:
        return line.level > 0 and prose[line.start : line.end].split() == front.title.text.split()
    if line.level:
        return True
    if at + 1 == len(lines) or not looks_like_title(prose, line):
        return False
    after = prose[lines[at + 1].start : lines[at + 1].end]
    return line.blank_after or len(after) > line.end - line.start or not any(map(str.isalpha, after))


def _sections(
    prose: str, parts: Sequence[Part], heads: Sequence[_Head], front: FrontMatter, day: date | None
) -> tuple[Section, ...]:
    """The sections, tiling the text, with title, source and date."""
    bounds = [0, *(head.lines[0].start for head in heads[1:]), len(prose)]
    sections: list[Section] = []
    for index, (part, head) in enumerate(zip(parts, heads, strict=True)):
        title = prose[head.title.start : head.title.end] if head.title else None
        if index == 0 and front.title:
            title = " ".join(front.title.text.split())
        section = Section(
            index, bounds[index], bounds[index + 1], title, source=(front.source if index == 0 else None) or part.source
        )
        sections.append(_date_section(prose, section, head, day, len(parts) == 1, front))
    return tuple(_dates_from_below(prose, sections, heads, day))


def _body_offset(section: Section, head: _Head, front: FrontMatter) -> int:
    """Offset in the section of the text after its title."""
    first = head.title.end if head.title else max(section.start, front.end if section.index == 0 else 0)
    return first - section.start


def _date_section(
    prose: str, section: Section, head: _Head, day: date | None, single: bool, front: FrontMatter
) -> Section:
    """The section with its own date, an inferred one, or the article's."""
    if day and single:
        return replace(section, date=day)
    if head.date:
        return replace(section, date=head.date)
    # Only undated pages pay for its patterns.
    from factcheck.articles.section_dates import infer_date

    inferred = infer_date(prose[section.start : section.end], _body_offset(section, head, front), day)
    return replace(section, date=inferred or day, date_inferred=inferred is not None)


def _dates_from_below(prose: str, sections: list[Section], heads: Sequence[_Head], day: date | None) -> list[Section]:
    """The sections, those with a dateline but no year dated from the next dated one below: feed pages run from new to old."""
    for at in range(len(sections) - 2, -1, -1):
        section = sections[at]
        below = next((other.date for other in sections[at + 1 :] if other.date), None)
        if section.date is None and below and day is None:
            from factcheck.articles.section_dates import follows

            inferred = follows(
                prose[section.start : section.end], _body_offset(section, heads[at], FrontMatter()), below
            )
            sections[at] = replace(section, date=inferred, date_inferred=inferred is not None)
    return sections


def _sentences(prose: str, front: FrontMatter, heads: Sequence[_Head]) -> tuple[Sentence, ...]:
    """Every sentence with its section, running paragraph number and kind."""
    found: list[Sentence] = []
    paragraph = 0
    if front.title and front.title.end > front.title.start:
        line = Line(front.title.start, front.title.end, "headline")
        found += [Sentence(start, end, 0, 0, "headline") for start, end in line_sentences(prose, line)]
        paragraph = 1
    for section, head in enumerate(heads):
        for line in head.lines:
            found += [Sentence(start, end, section, paragraph, line.kind) for start, end in line_sentences(prose, line)]
            paragraph += 1
    return tuple(found)


def _dated(article: Article, day: date) -> Article:
    """The article with the date of its file name, also in the sections that have none of their own."""
    sections = tuple(
        section if section.date and not section.date_inferred else replace(section, date=day, date_inferred=False)
        for section in article.sections
    )
    return replace(article, date=day, sections=sections)
