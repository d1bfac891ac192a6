"""Periods of business news: quarters by their results, stretches that ended, years of studies, whole days of trading."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.folding import fold
from factcheck.mentions.periods import read_periods
from factcheck.rulebook import load_rulebook

ARTICLE = date(2025, 9, 20)


def days(text: str, language: str, blocked: tuple[tuple[int, int], ...] = ()) -> list[tuple[str, str, str]]:
    """(surface, first day, last day) of the periods of an article of September 2025."""
    tables = load_rulebook().periods
    found = read_periods(text, fold(text), tables, date=ARTICLE, language=language, blocked=blocked)
    return [(p.surface, str(p.first_day), str(p.last_day)) for p in found]


@pytest.mark.parametrize(
    ("text", "surface", "first", "last"),
    [
        ("Sales rose in the three months ended Dec. 31.", "the three months ended Dec. 31", "2024-10-01", "2024-12-31"),
        ("in the three months ending Dec. 31, it will", "the three months ending Dec. 31", "2025-10-01", "2025-12-31"),
        ("Profit for the year ended March 31 rose.", "the year ended March 31", "2024-04-01", "2025-03-31"),
        ("Its fourth-quarter profit fell 3%.", "fourth-quarter", "2024-10-01", "2024-12-31"),
        ("Across 2024 as a whole, sales rose.", "2024", "2024-01-01", "2024-12-31"),
        ("according to a 2017 study of startups", "2017", "2017-01-01", "2017-12-31"),
        ("The holiday quarter will be strong.", "The holiday quarter", "2025-10-01", "2025-12-31"),
        ("Deliveries in the December quarter fell.", "the December quarter", "2024-10-01", "2024-12-31"),
    ],
)
def test_english_business_periods(text: str, surface: str, first: str, last: str) -> None:
    """What ended is past, and so are the results of a quarter."""
    assert (surface, first, last) in days(text, "en")


@pytest.mark.parametrize(
    ("text", "surface", "first", "last"),
    [
        ("截至12月31日止三個月收入上升", "截至12月31日止三個月", "2024-10-01", "2024-12-31"),
        ("全日成交1200億元", "全日", "2025-09-20", "2025-09-20"),
        ("公司三年半前上市", "三年半前", "2022-03-01", "2022-03-31"),
    ],
)
def test_chinese_business_periods(text: str, surface: str, first: str, last: str) -> None:
    """The same in Chinese, whole trading days, and years and a half."""
    assert (surface, first, last) in days(text, "zh-Hant")


def test_a_year_ago_is_the_period_compared() -> None:
    """ "a year ago" hangs on the period beside it, and is no year of its own."""
    (period,) = read_periods(
        "Profit was $3 million a year ago.", "profit was $3 million a year ago.", load_rulebook().periods,
        date=ARTICLE, language="en",
    )  # fmt: skip
    assert (period.surface, period.symbol, period.first_day) == ("a year ago", "same:-1y", None)


def test_months_with_a_hyphen_are_no_name() -> None:
    """October-December is a period, though it looks like a name."""
    text = "in the October-December period"
    assert days(text, "en", ((7, 23),)) == [("October-December", "2025-10-01", "2025-12-31")]
    assert days("the Coca-Cola brand", "en", ((4, 13),)) == []


def test_a_full_stop_is_no_part_of_a_month() -> None:
    """The stop behind June ends the sentence, the one behind Dec. the abbreviation."""
    assert days("Sales fell in the three months to June.", "en")[0][0] == "the three months to June"
    assert days("Sales fell in the year ended Dec. 31.", "en")[0][0] == "the year ended Dec. 31"
