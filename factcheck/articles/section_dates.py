"""The date of a section that prints none in full: its dateline's month and day, and the year that its other dates allow.

Cautious on purpose: a wrong date shifts every relative period of the section, a missing one leaves them symbolic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.articles.dates import FULL_DATE, calendar_day, match_date

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTIAL = r"(?<![\d年/.-])(?P<m>1[0-2]|0?[1-9])月(?P<d>3[01]|[12]\d|0?[1-9])[日號号]"
_DATELINE = re.compile(
    rf"(?:\A|[\n。！？!?]|[^\s，,。、；]{{2,12}})[\s（(]*{_PARTIAL}\s*(?P<after>[訊讯電电]|消息|報[道導]|报[道导])"
)
_OPENING = re.compile(rf"\A\s*{_PARTIAL}(?![-~－—至到])")
_SLASH_LINE = re.compile(
    r"^[ \t\u3000]*(?P<m>1[0-2]|0?[1-9])[/-](?P<d>3[01]|[12]\d|0?[1-9])(?:[ \t]+\d{1,2}:\d{2})?[ \t]*$", re.M
)
_DAY = re.compile(_PARTIAL)
_MONTH = re.compile(r"(?<!\d)(?P<y>20\d\d)年(?P<m>1[0-2]|0?[1-9])月(?!\d{1,2}[日號号])")
_BARE_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_WEEKDAY = re.compile(
    rf"(?:周|週|星期|禮拜|礼拜)(?P<w1>[一二三四五六日天])\s*[（(]\s*{_PARTIAL}|"
    + _PARTIAL.replace("<m>", "<m2>").replace("<d>", "<d2>")
    + r"\s*[（(]\s*(?:周|週|星期)(?P<w2>[一二三四五六日天])"
)
_FUTURE = re.compile(
    r"預[測計期]|预[测计期]|目標|目标|有望|將|将|到期|計[劃畫]|计划|明年|[底前]前|到20\d\d|未來|未来|"
    r"\b(?:by|due|until|expected|forecast|will|matur\w+|target)\b",
    re.I,
)
_SENTENCE = re.compile(r"[。！？\n]")
_CLAUSE = re.compile(r"[。！？；，\n]|[,;]\s?")
_LINE_OPENING = re.compile(rf"^\s*{_PARTIAL}", re.M)
_RUNNING_YEAR = re.compile(r"(?<!\d)(20\d\d)年(?:以[來来]|至今|[開开]年以[來来])")
_HEAD = 160
_LONGEST = 100_000
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A month and day without a year."""

    month: int
    day: int

    def on_or_after(self, first: date) -> date | None:
        """Its earliest day on or after another; None for 29 February in the wrong years."""
        days = (calendar_day(year, self.month, self.day) for year in (first.year, first.year + 1))
        return next((day for day in days if day and day >= first), None)

    def on_or_before(self, last: date) -> date | None:
        """Its latest day on or before another."""
        days = (calendar_day(year, self.month, self.day) for year in (last.year, last.year - 1))
        return next((day for day in days if day and day <= last), None)


def infer_date(text: str, body: int, published: date | None) -> date | None:
    """The date that a section's text implies, or None when in doubt; `body` is where the text after its title starts.

    With the page's own date, the dateline's year is the nearest before it. Without, the dates that the section writes with
    their years are a lower bound: the dateline falls in the twelve months after the latest of them. A section without
    dateline is dated by its latest day that a weekday or a year pins down.
    """
    text = text[:_LONGEST]
    dateline = _dateline(text, body)
    if published:
        return dateline.on_or_before(published + timedelta(days=1)) if dateline else None
    months = list(_months(text))
    days = list(_full_days(text))
    days += _weekday_days(text, max([*days, *months], default=date.min).year)
    if dateline:
        return _after(dateline, days, months, text)
    latest = max([*days, *_days_of_month(text, max(months, default=None)), *_days_of_running_year(text)], default=None)
    latest = _few_days_on(text, latest) if latest else None
    return latest if latest and not _later_year(text, latest) else None


def follows(text: str, body: int, neighbour: date) -> date | None:
    """The dateline of a section above a dated one on a page that runs from new to old, if that is at most half a year later."""
    dateline = _dateline(text, body)
    day = dateline.on_or_after(neighbour) if dateline else None
    return day if day and day - neighbour <= timedelta(days=183) else None


def _dateline(text: str, body: int) -> MonthDay | None:
    """Month and day of the dateline: a line 10/08 in the head, 11月10日訊 in the first sentences, or a body that opens with 10月8日."""
    head = text[body : body + _HEAD]
    match = _OPENING.match(head) or _DATELINE.search(head) or _SLASH_LINE.search(text[: body + _HEAD])
    match = match or _LINE_OPENING.search(head)
    return MonthDay(int(match["m"]), int(match["d"])) if match else None


def _after(dateline: MonthDay, days: list[date], months: list[date], text: str) -> date | None:
    """The dateline in the twelve months after the latest known date, unless an announced day may have misled."""
    latest = max([*days, *months], default=None)
    if not latest:
        return None
    same_year = calendar_day(latest.year, dateline.month, dateline.day)
    if latest in days and same_year and timedelta(0) < latest - same_year < timedelta(days=60):
        return None
    day = dateline.on_or_after(latest)
    return day if day and not _later_year(text, day) else None


def _full_days(text: str) -> Iterator[date]:
    """Days written with their year, without those that the clause puts in the future."""
    for match in FULL_DATE.finditer(text):
        if (day := match_date(match)) and not _in_future(text, match):
            yield day


def _months(text: str) -> Iterator[date]:
    """First days of the months written with their year, without those that the clause puts in the future."""
    for match in _MONTH.finditer(text):
        if not _in_future(text, match):
            yield date(int(match["y"]), int(match["m"]), 1)


def _weekday_days(text: str, earliest: int) -> Iterator[date]:
    """Days written with their weekday, 周二（9月30日）, where one year fits alone.

    Weekdays repeat every five, six or eleven years, so only the past years that the text names, and those after them, are
    tried, from the year of its latest full date on.
    """
    pairs = [_weekday_pair(match) for match in _WEEKDAY.finditer(text)]
    named = (
        {int(match[1]) for match in _BARE_YEAR.finditer(text) if not _in_future(text, match, 100)} if pairs else set()
    )
    years = [
        year
        for year in named | {year + 1 for year in named}
        if year >= earliest
        and all(_is_weekday(calendar_day(year, month, day), weekday) for month, day, weekday in pairs)
    ]
    if len(years) == 1:
        yield from (date(years[0], month, day) for month, day, _ in pairs)


def _is_weekday(day: date | None, weekday: int) -> bool:
    """Whether a day exists and falls on a weekday, Monday 0."""
    return day is not None and day.weekday() == weekday


def _days_of_month(text: str, month: date | None) -> Iterator[date]:
    """Days without a year (9月29日) of a month that the text also writes with its year (2025年9月)."""
    for match in _DAY.finditer(text) if month else ():
        day = calendar_day(month.year, int(match["m"]), int(match["d"])) if month else None
        if day and month and day.month == month.month and not _in_future(text, match):
            yield day


def _days_of_running_year(text: str) -> Iterator[date]:
    """Days without a year of the year that the text counts from (2025年以來): nobody writes so of a year that is over."""
    years = {int(match[1]) for match in _RUNNING_YEAR.finditer(text)}
    if len(years) == 1:
        year = years.pop()
        for match in _DAY.finditer(text):
            day = calendar_day(year, int(match["m"]), int(match["d"]))
            if day and not _in_future(text, match):
                yield day


def _few_days_on(text: str, latest: date) -> date:
    """The latest day without a year that follows within two weeks: 截至10月3日 after 周四（10月2日）."""
    later = (
        MonthDay(int(match["m"]), int(match["d"])).on_or_after(latest)
        for match in _DAY.finditer(text)
        if not _in_future(text, match)
    )
    return max([latest, *(day for day in later if day and day - latest <= timedelta(days=14))])


def _weekday_pair(match: re.Match[str]) -> tuple[int, int, int]:
    """(month, day, weekday with Monday 0) of a day written with its weekday."""
    weekday = _WEEKDAYS.find((match["w1"] or match["w2"]).replace("天", "日"))
    return int(match["m"] or match["m2"]), int(match["d"] or match["d2"]), weekday


def _later_year(text: str, day: date) -> bool:
    """Whether the text speaks of a year after the inferred date as if it were past."""
    return any(int(match[1]) > day.year and not _in_future(text, match, 100) for match in _BARE_YEAR.finditer(text))


def _in_future(text: str, match: re.Match[str], reach: int = 30) -> bool:
    """Whether the words before a date in its sentence, or after it in its clause, speak of what is to come."""
    before = _SENTENCE.split(text[max(0, match.start() - reach) : match.start()])[-1]
    after = _CLAUSE.split(text[match.end() : match.end() + reach])[0]
    return bool(_FUTURE.search(before + match[0] + after))
