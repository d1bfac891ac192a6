"""Any text is read without an exception, and quickly."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.folding import fold
from factcheck.mentions.periods import read_periods, resolve_fiscal, resolve_same_period
from tests.mentions.test_periods import TABLES

PIECES = st.sampled_from(
    [
        *"0123456789年月日號季度周第前上下本至到-–/.:,，底初中末個財截止，的(）q h ",
        "2024",
        "99999",
        "今年",
        "去年",
        "上半年",
        "世紀",
        "年代",
        " the ",
        "quarter",
        "ended",
        "March",
        " of ",
        "fiscal ",
        "last ",
        "weeks",
        " ago",
        "’25",
        "Q3",
        "may",
        "31",
        "half",
        "first ",
        "year",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join), st.dates() | st.none(), st.sampled_from(["zh", "en"]))
def test_date_like_noise_never_raises(text: str, day: date | None, language: str) -> None:
    """Spans are right, days are in order, and neither year 1 nor year 9999 breaks the arithmetic."""
    found = read_periods(text, fold(text), TABLES, date=day, language=language)
    for period in found:
        assert text[period.start : period.end] == period.surface
        assert (period.first_day is None) == (period.last_day is None)
        if period.first_day is not None and period.last_day is not None:
            assert period.first_day <= period.last_day
        resolve_fiscal(period, 3)
        resolve_same_period(period, found[0])


@given(st.dates(date(1600, 1, 1), date(2199, 12, 31)))
def test_a_written_day_is_read_back(day: date) -> None:
    """read(write(day)) is that day, in both languages."""
    for language, text in (("zh", f"{day.year}年{day.month}月{day.day}日"), ("en", f"{day:%B} {day.day}, {day.year}")):
        (period,) = read_periods(text, fold(text), TABLES, date=None, language=language)
        assert (period.first_day, period.last_day) == (day, day)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(-120, 50))
def test_a_day_without_its_year_is_the_nearest(day: date, offset: int) -> None:
    """A month and day up to four months before or seven weeks after the article gets the year that the writer meant."""
    meant = day + timedelta(offset)
    text = f"{meant.month}月{meant.day}日"
    (period,) = read_periods(text, fold(text), TABLES, date=day, language="zh")
    if (meant.month, meant.day) != (2, 29):
        assert period.first_day == meant


@pytest.mark.parametrize("unit", ["2024年", "1-", "第三、", "今年以來至", "March 3 to ", "the last ", "9" * 50 + "年"])
def test_long_repetitions_stay_linear(unit: str) -> None:
    """Forty thousand characters of one date word are read in a moment; a quadratic reading takes minutes."""
    text = unit * (40_000 // len(unit))
    started = perf_counter()
    read_periods(text, fold(text), TABLES, date=date(2024, 5, 6), language="zh")
    assert perf_counter() - started < 10


def test_tables_survive_pickling() -> None:
    """The rulebook cache is a pickle."""
    tables = pickle.loads(pickle.dumps(TABLES))
    text = "2024年第三季"
    assert read_periods(text, text, tables, date=None, language="zh") == read_periods(
        text, text, TABLES, date=None, language="zh"
    )
