"""Periods that take their days from the words around them, and rule files that cannot be compiled."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.errors import RuleError
from factcheck.folding import fold
from factcheck.mentions.periods import is_period, resolve_fiscal
from factcheck.rulebook.files import RuleFile
from factcheck.rulebook.periods import compile_periods
from tests.mentions.test_periods import FILES, TABLES, read, spans

WEDNESDAY = date(2025, 10, 8)


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("公司周五公布業績", "zh", "2025-10-03"),
        ("公司將於周五公布業績", "zh", "2025-10-10"),
        ("The maker said Tuesday it will expand", "en", "2025-10-07"),
        ("The maker will report on Thursday", "en", "2025-10-09"),
        ("The maker reported on Thursday", "en", "2025-10-02"),
    ],
)
def test_the_nearest_tense_decides_which_weekday(text: str, language: str, days: str) -> None:
    """A weekday is the last one, unless the words before it look ahead."""
    assert spans(text, WEDNESDAY, language)[0][1:] == (days, days)


@pytest.mark.parametrize(
    ("text", "days"),
    [("年內累升三成", ("2025-01-01", "2025-10-08")), ("年內將推出新車", ("2025-01-01", "2025-12-31"))],
)
def test_within_the_year_looks_back_or_ahead(text: str, days: tuple[str, str]) -> None:
    """年內 ends today, but at the year's end where the sentence speaks of the future."""
    assert spans(text, WEDNESDAY)[0][1:] == days


@pytest.mark.parametrize(
    ("text", "day", "days"),
    [
        ("12月出貨增加", date(2025, 2, 5), ("2024-12-01", "2024-12-31")),
        ("1月出貨料回落", date(2025, 12, 20), ("2026-01-01", "2026-01-31")),
        ("4月出貨增加", date(2025, 11, 20), ("2025-04-01", "2025-04-30")),
        ("首季盈利倒退", date(2025, 11, 20), ("2025-01-01", "2025-03-31")),
        ("第四季盈利倒退", date(2025, 2, 20), ("2024-10-01", "2024-12-31")),
    ],
)
def test_the_year_left_out_is_the_nearest(text: str, day: date, days: tuple[str, str]) -> None:
    """Months and quarters without a year are those around the article, the past before the future."""
    assert spans(text, day)[0][1:] == days


@pytest.mark.parametrize(
    ("text", "end", "days"),
    [
        ("今年第一財季", 1, ("2025-02-01", "2025-04-30")),
        ("上財季", 1, ("2025-05-01", "2025-07-31")),
        ("本財年", 3, ("2025-04-01", "2026-03-31")),
        ("上財年", 6, ("2024-07-01", "2025-06-30")),
    ],
)
def test_fiscal_units_without_a_label_are_counted_from_the_article(text: str, end: int, days: tuple[str, str]) -> None:
    """今年第一財季 is the last first quarter that the company has closed."""
    (period,) = read(text, WEDNESDAY)
    moved = resolve_fiscal(period, end)
    assert (str(moved.first_day), str(moved.last_day)) == days


def test_what_lasts_until_now_ends_on_the_article_date() -> None:
    """Since and 以來 stretch a period to the day of the article, but never one that lies ahead."""
    assert spans("2024年8月以來", WEDNESDAY) == [("2024年8月以來", "2024-08-01", "2025-10-08")]
    assert spans("higher since May 2024", WEDNESDAY, "en") == [("May 2024", "2024-05-01", "2025-10-08")]


@pytest.mark.parametrize(
    ("text", "expected"), [("2018Q4", True), ("Sep-23", True), ("Q35-B", False), ("2018年報業", False)]
)
def test_codes_are_told_from_dates(text: str, expected: bool) -> None:
    """What looks like a code is a date where a form covers all of it."""
    assert is_period(fold(text), 0, len(text), TABLES) is expected


@pytest.mark.parametrize(
    ("text", "language", "last"),
    [
        ("2023年7月、8月及9月", "zh", ("9月", "2023-09-01", "2023-09-30")),
        ("2022年12月和1月", "zh", ("1月", "2023-01-01", "2023-01-31")),
        ("8月29日及30日", "zh", ("30日", "2025-08-30", "2025-08-30")),
        ("in Q3 2023 and Q4", "en", ("Q4", "2023-10-01", "2023-12-31")),
    ],
)
def test_lists_share_their_year_and_month(text: str, language: str, last: tuple[str, str, str]) -> None:
    """A month or day after a comma or and belongs to the year and month of the one before it."""
    assert spans(text, WEDNESDAY, language)[-1] == last


def test_stretches_of_unknown_length_stay_symbolic() -> None:
    """未來幾個月 is a period, but nobody knows how long."""
    (period,) = read("未來幾個月金價回升", WEDNESDAY)
    assert (period.surface, period.first_day) == ("未來幾個月", None)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("{cen} ?世纪{pos}?", "{century} ?世纪", "unknown name"),
        ("{cen} ?世纪{pos}?", "{cen} ?世纪(", "not a regular expression"),
        ('id = "zh_century"', 'id = "zh_decade"', "defined twice"),
        ('mode = "aligned"', 'mode = "align"', "unknown mode"),
    ],
)
def test_a_broken_form_names_its_file_and_form(old: str, new: str, message: str) -> None:
    """A mistake in a rule file stops the run with the place and what was expected."""
    import tomllib

    (good,) = [file for file in FILES if file.stem == "periods_zh"]
    text = good.text.replace(f"'{old}'", f"'{new}'") if "{" in old else good.text.replace(old, new)
    with pytest.raises(RuleError, match=message) as caught:
        compile_periods([RuleFile(good.folder, good.stem, "periods_zh.toml", text, tomllib.loads(text))])
    assert "periods_zh.toml" in str(caught.value)
