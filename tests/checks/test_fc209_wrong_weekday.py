"""FC209: the calendar decides."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from factcheck.checks.fc209_wrong_weekday import check

from .factory import dated, extraction

TUESDAY = date(2025, 9, 30)


def found(rules: Any, text: str, surface: str, day: date = TUESDAY, **period: Any) -> list[tuple[str, str]]:
    """Severity and number of each finding, for a text with one date."""
    read = extraction(text, [], ledger=[dated(text, surface, day, **period)])
    return [(f.severity, f.claims[0].surface) for f in check(read, rules)]


WRONG = [
    ("恒指周三（9月30日）收市升0.9%。", "9月30日"),
    ("2025年9月30日（週三），恒指收市升0.9%。", "2025年9月30日"),
    ("30日星期一開市。", "30日"),
    ("Shares rose on Wednesday, Sept. 30, in Hong Kong.", "Sept. 30"),
    ("On Sept. 30 (Wed) shares rose.", "Sept. 30"),
]


@pytest.mark.parametrize(("text", "surface"), WRONG)
def test_weekday_of_another_day(rules: Any, text: str, surface: str) -> None:
    """30 September 2025 is a Tuesday."""
    assert found(rules, text, surface) == [("error", surface)]


def test_year_that_nobody_states(rules: Any) -> None:
    """Without a date of the article the year is a guess, and the finding a warning."""
    text = "恒指周三（9月30日）收市升0.9%。"
    read = extraction(text, [], day=None, ledger=[dated(text, "9月30日", TUESDAY, relative=True)])
    assert [f.severity for f in check(read, rules)] == ["warning"]


QUIET = [
    ("恒指周二（9月30日）收市升0.9%。", "9月30日"),
    ("Shares rose on Tuesday, Sept. 30, in Hong Kong.", "Sept. 30"),
    ("大會於周二至周四（9月30日至10月2日）舉行。", "9月30日"),
    ("大會於周一、周二（29日、30日）舉行。", "30日"),
    ("美東時間周一晚（北京時間9月30日）收市。", "9月30日"),
    ("恒指9月30日收市升0.9%，周三休市。", "9月30日"),
    ("The fair runs Tuesday through Thursday, Sept. 30 to Oct. 2.", "Sept. 30"),
]


@pytest.mark.parametrize(("text", "surface"), QUIET)
def test_look_alikes_stay_quiet(rules: Any, text: str, surface: str) -> None:
    """Ranges, lists, time zones and weekdays further off are not that date's."""
    assert found(rules, text, surface) == []


def test_period_longer_than_a_day(rules: Any) -> None:
    """A month has no weekday."""
    text = "周三（9月）公布。"
    assert found(rules, text, "9月", grain="month") == []
