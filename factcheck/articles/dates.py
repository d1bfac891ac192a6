"""Dates that tell when an article was published: date lines, datelines and file names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august"),
            *("sep sept september", "oct october", "nov november", "dec december"),
        ),
        1,
    )
    for name in names.split()
}
_NAME = f"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
_FULL = (
    r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?(?P<sep>[-/.年])\s?(?P<m>1[0-2]|0?[1-9])\s?(?:(?P=sep)|月)\s?"
    r"(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)(?:[日號号])?"
    r"|(?<!\d)(?P<cy>20\d\d)(?P<cm>1[0-2]|0[1-9])(?P<cd>3[01]|[12]\d|0[1-9])(?!\d)"
    rf"|\b(?P<em>{_NAME})\.?\s+(?P<ed>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s+(?P<ey>(?:19|20)\d\d)(?!\d)"
    rf"|(?<!\d)(?P<bd>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\s+(?P<bm>{_NAME})\.?,?\s+(?P<by>(?:19|20)\d\d)(?!\d)"
)
FULL_DATE = re.compile(_FULL, re.I)
_TIME = (
    r"(?:[T\s]*\d{1,2}[:：時时]\d{2}(?:[:：分]\d{2})?(?:\.\d+)?\s*"
    r"(?:[ap]\.?m\.?|Z|[+-]\d{2}:?\d{2}|(?:E|P|C|H)[SD]?T\b|HKT|GMT|UTC|BST|JST|SGT|CET)?)"
)
_LABEL = (
    r"(?:date|dateline|published|updated|posted|日期|時間|时间|发布(?:时间|日期|於|于)?|發[布佈](?:時間|日期|於)?|更新(?:時間|时间)?|刊登日期)"
    r"(?:\s*(?:on|at))?"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_REST = rf"(?:\s*[（(]?(?:星期|周|週)[一二三四五六日天][）)]?)?{_TIME}?"
# The date opens the line, after a label at most; what follows is a time, then a space or nothing.
_DATE_LINE = re.compile(rf"[\s\W]{{0,20}}(?:{_LABEL}\s*[:：]?\s*)?{_WEEKDAY}(?P<date>{_FULL}){_REST}", re.I)
_LABELLED = re.compile(rf"{_LABEL}\s*[:：]\s*{_WEEKDAY}(?:{_FULL})", re.I)
_DATELINE = re.compile(
    rf"(?:{_FULL})\s*(?:[訊讯電电]|消息|報[道導]|报[道导]|\((?:AP|Reuters|AFP|Bloomberg)\)|[-—–]{{1,2}})", re.I
)
# A byline: an outlet or author, then the date, then little else.
_BYLINE = re.compile(
    rf"[^\d。，！？]{{1,40}}[\s|｜·,]\s*{_WEEKDAY}(?P<date>{_FULL}){_REST}(?:[\s|｜].{{0,30}})?\Z", re.I
)
_LONGEST_DATE_LINE = 80
_LONGEST_HEAD = 300
_LITTLE = 8


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that says when the article was published."""

    date: date
    end: int
    """Offset after the date and time, where a title may follow on the same line."""
    alone: bool
    """Whether nothing else of weight stands on the line."""


def parse_date(text: str) -> date | None:
    """The first full date in a text, or None; an impossible day (2025-02-30) is no date.

    >>> parse_date("Feb. 13, 2025 5:30 pm"), parse_date("2025年2月13日"), parse_date("2月13日")
    (datetime.date(2025, 2, 13), datetime.date(2025, 2, 13), None)
    """
    return next((found for match in FULL_DATE.finditer(text) if (found := match_date(match))), None)


def match_date(match: re.Match[str]) -> date | None:
    """The day that a match of the full-date pattern names, or None where the calendar has no such day."""
    year = match["y"] or match["cy"] or match["ey"] or match["by"]
    day = match["d"] or match["cd"] or match["ed"] or match["bd"]
    name = match["em"] or match["bm"]
    month = _MONTHS[name.lower()] if name else int(match["m"] or match["cm"])
    return calendar_day(int(year), month, int(day))


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_date_line(line: str, offset: int) -> DateLine | None:
    """The date line that a line of the article's head is, or None.

    A body sentence that merely mentions a date is none: the date must open the line and be followed by a time, a space or
    nothing; or carry a label (發布時間：); or stand on a short line (a byline); or be a dateline (…2025年2月13日訊).
    """
    line = line[:_LONGEST_HEAD]
    match = _DATE_LINE.match(line)
    if match and (found := parse_date(match["date"])):
        tail = line[match.end() :]
        if not tail.strip() or tail[0] in " \t\u3000|｜":
            return DateLine(found, offset + match.end(), len(tail.strip()) < _LITTLE)
    for pattern in (_LABELLED, _DATELINE):
        if (match := pattern.search(line)) and (found := parse_date(match[0])):
            return DateLine(found, offset + match.end(), len(line) <= _LONGEST_DATE_LINE)
    if len(line) <= _LONGEST_DATE_LINE and (match := _BYLINE.match(line)) and (found := parse_date(match["date"])):
        return DateLine(found, offset + len(line), True)
    return None


def file_date(name: str) -> date | None:
    """The ISO date that a file name starts with, or None.

    >>> file_date("2025-02-13_markets.txt"), file_date("q3-2025-02-13.txt")
    (datetime.date(2025, 2, 13), None)
    """
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", name)
    return calendar_day(*map(int, match.groups())) if match else None
