"""FC209: a weekday beside a date that falls on another day of the week."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.checks.base import claim_of_entry, folded, make_finding, scan
from factcheck.types import Arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Entry, Extraction, Finding, Period

CHECK = "FC209"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
JOINT = r"[ ,，(（]{0,2}"
REACH = 16


def check(extraction: Extraction, rulebook: Rulebook) -> Iterator[Finding]:
    """Every full date with a weekday directly before it, behind it or inside it."""
    rule = rulebook.checks[CHECK]
    for entry in extraction.ledger:
        period = entry.period
        if entry.role != "date" or period is None or period.grain != "day" or not _names_a_day(period):
            continue
        named = _weekday(extraction, entry, rule)
        if named is not None and named != period.first_day.weekday():  # type: ignore[union-attr]
            yield _finding(extraction, entry, period, named, rule)


def _names_a_day(period: Period) -> bool:
    """Whether one day is named by its number: 昨日 and 上周五 cannot contradict a weekday printed beside them."""
    return (
        period.first_day is not None and period.first_day == period.last_day and any(map(str.isdigit, period.surface))
    )


def _weekday(extraction: Extraction, entry: Entry, rule: CheckRule) -> int | None:
    """The weekday that stands with the date, 0 for Monday; None where there is none or one end of a range or list."""
    text = extraction.article.text
    lead = folded(text[max(0, entry.start - REACH) : entry.start])
    tail = folded(text[entry.end : entry.end + REACH])
    words = tuple(word for day in DAYS for word in rule.words[day])
    lists = scan(rule.words["range"], r"\s*%s\s*")
    inside = scan(words).search(folded(entry.surface))
    if inside:
        return _index(inside[0], rule)
    before = re.search(scan(words).pattern + JOINT + "$", lead)
    if before and not re.search(lists.pattern + "$", lead[: before.start()]) and not lists.match(tail.lstrip(")）")):
        return _index(scan(words).search(before[0])[0], rule)  # type: ignore[index]
    behind = re.match(r"[ ]?[(（,，]?[ ]?" + scan(words).pattern, tail)
    if behind and not lists.match(tail[behind.end() :]) and not re.search(lists.pattern + "$", lead):
        return _index(scan(words).search(behind[0])[0], rule)  # type: ignore[index]
    return None


def _index(word: str, rule: CheckRule) -> int:
    return next(place for place, day in enumerate(DAYS) if word in rule.words[day])


def _finding(extraction: Extraction, entry: Entry, period: Period, named: int, rule: CheckRule) -> Finding:
    day = period.first_day
    assert day is not None
    actual, stated = DAYS[day.weekday()].capitalize(), DAYS[named].capitalize()
    article = extraction.article
    days = (named - day.weekday()) % 7
    sure = not period.relative or (article.date is not None and not _inferred(extraction, entry))
    arithmetic = Arithmetic(
        stated=stated, computed=actual, difference="1 day" if days == 1 else f"{days} days", tolerance="none",
        formula=f"{day.isoformat()} by the calendar",
    )  # fmt: skip
    message = f"{entry.surface} ({day.isoformat()}) is a {actual}, not a {stated}"
    return make_finding(
        rule, (claim_of_entry(extraction, entry, "date"),), message, severity="error" if sure else "warning",
        confidence=0.95 if sure else 0.5, arithmetic=arithmetic,
    )  # fmt: skip


def _inferred(extraction: Extraction, entry: Entry) -> bool:
    sections = extraction.article.sections
    return any(section.date_inferred for section in sections if section.index == entry.section)
