"""Dates, weeks, quarters and years as newspapers write them."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck.folding import fold
from factcheck.mentions.periods import read_periods, resolve_fiscal, resolve_same_period
from factcheck.rulebook.files import read_rule_files, rule_paths, shipped_rules
from factcheck.rulebook.periods import PeriodForm, compile_periods

if TYPE_CHECKING:
    from factcheck.types import Period

FILES = read_rule_files(
    [(f, p) for f, p in rule_paths([shipped_rules()]) if f == "languages" and p.stem.startswith("periods")]
)
TABLES = compile_periods(FILES)
FORMS = [(language.language, form) for language in TABLES.languages for form in language.forms]
THURSDAY = date(2024, 11, 14)


def read(text: str, day: date | None = THURSDAY, language: str = "zh") -> list[Period]:
    return read_periods(text, fold(text), TABLES, date=day, language=language)


def spans(text: str, day: date | None = THURSDAY, language: str = "zh") -> list[tuple[str, str, str]]:
    return [(p.surface, str(p.first_day), str(p.last_day)) for p in read(text, day, language)]


@pytest.mark.parametrize(("language", "form"), FORMS, ids=[form.id for _, form in FORMS])
def test_every_form_reads_its_examples_and_leaves_its_near_misses(language: str, form: PeriodForm) -> None:
    """A rule file's own sentences are its contract."""
    for example in form.examples:
        found = read(example.text, example.reference, language)
        assert (example.surface, example.first, example.last) in [(p.surface, p.first_day, p.last_day) for p in found]
        assert form.id in [p.rule for p in found]
    for text in form.near_misses:
        assert form.id not in [p.rule for p in read(text, THURSDAY, language)], text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司於2023年9月12日上市", ("2023年9月12日", "2023-09-12", "2023-09-12")),
        ("12月8日宣布分拆", ("12月8日", "2024-12-08", "2024-12-08")),
        ("去年12月公布", ("去年12月", "2023-12-01", "2023-12-31")),
        ("2023年Q3出貨", ("2023年Q3", "2023-07-01", "2023-09-30")),
        ("第三、四季度交付", ("第三、四季度", "2024-07-01", "2024-12-31")),
        ("三季報顯示毛利改善", ("三季報", "2024-07-01", "2024-09-30")),
        ("首三季收入", ("首三季", "2024-01-01", "2024-09-30")),
        ("截至2024年9月底止六個月", ("截至2024年9月底止六個月", "2024-04-01", "2024-09-30")),
        ("今年以來累跌", ("今年以來", "2024-01-01", "2024-11-14")),
        ("近五年最低", ("近五年", "2019-11-14", "2024-11-14")),
        ("上周一減持", ("上周一", "2024-11-04", "2024-11-04")),
        ("周二收市跌1%", ("周二", "2024-11-12", "2024-11-12")),
        ("10月底存貨", ("10月底", "2024-10-31", "2024-10-31")),
        ("2025年年中見底", ("2025年年中", "2025-06-01", "2025-06-30")),
        ("90年代泡沫", ("90年代", "1990-01-01", "1999-12-31")),
        ("2021年到2023年的低潮", ("2021年到2023年", "2021-01-01", "2023-12-31")),
        ("10月1日至7日休市", ("10月1日至7日", "2024-10-01", "2024-10-07")),
        ("二〇二四年第三季", ("二〇二四年第三季", "2024-07-01", "2024-09-30")),
    ],
)
def test_chinese_periods(text: str, expected: tuple[str, str, str]) -> None:
    """Each of these is one period, resolved beside an article of 14 November 2024."""
    assert spans(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sales rose in the three months ended Sept. 30.",
            ("the three months ended Sept. 30", "2024-07-01", "2024-09-30"),
        ),
        ("It opened on 3 July 2023", ("3 July 2023", "2023-07-03", "2023-07-03")),
        ("revenue in the first nine months of 2024", ("the first nine months of 2024", "2024-01-01", "2024-09-30")),
        ("Shares fell on Tuesday", ("Tuesday", "2024-11-12", "2024-11-12")),
        ("The plant will open on Monday", ("Monday", "2024-11-18", "2024-11-18")),
        ("the September quarter", ("the September quarter", "2024-07-01", "2024-09-30")),
        ("from March 3 to March 7, 2024", ("March 3 to March 7, 2024", "2024-03-03", "2024-03-07")),
        ("between 2021 and 2023", ("2021 and 2023", "2021-01-01", "2023-12-31")),
        ("by year-end 2025", ("year-end 2025", "2025-12-01", "2025-12-31")),
        ("over the past 12 months", ("the past 12 months", "2023-11-14", "2024-11-14")),
        ("up 12% year to date", ("year to date", "2024-01-01", "2024-11-14")),
    ],
)
def test_english_periods(text: str, expected: tuple[str, str, str]) -> None:
    """Each of these is one period, resolved beside an article of 14 November 2024."""
    assert spans(text, language="en") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "歷時三個月完成", "連續三日下跌", "發行10年期國債", "3日內付清", "熱線2024-3388", "版本R1-0528", "比分1-0",
        "預期升3-5%", "售2,025元", "共99999年", "2月31日", "13月", "三、四家企業", "百度一度上升",
    ],
)  # fmt: skip
def test_chinese_look_alikes_are_no_dates(text: str) -> None:
    """Durations, codes, scores and days that the calendar does not hold stay with the number readers."""
    assert spans(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "It may rise",
        "for three years",
        "a year-on-year gain",
        "call 2024-3388-11",
        "sold 2,025 cars",
        "Feb 30 came",
        "a 4:3 screen",
    ],
)
def test_english_look_alikes_are_no_dates(text: str) -> None:
    """Modal may, durations, numbers and impossible days are not periods."""
    assert spans(text, language="en") == []


def test_without_the_article_date_a_month_stays_symbolic() -> None:
    """A day that hangs on an unknown date is a period without days, never a guess."""
    (period,) = read("9月12日公布", None)
    assert (period.first_day, period.last_day, period.relative) == (None, None, True)


def test_a_year_is_taken_over_along_a_range() -> None:
    """The end of a range takes the year of its beginning, and the next one where months run backwards."""
    assert spans("2023年11月至2月") == [("2023年11月至2月", "2023-11-01", "2024-02-29")]


def test_blocked_spans_hold_no_period() -> None:
    """A date inside a name, such as a media brand, is the name's."""
    text = "《21世紀評論》稱明年回升"
    found = read_periods(text, fold(text), TABLES, date=THURSDAY, language="zh", blocked=[(1, 6)])
    assert [p.surface for p in found] == ["明年"]


def test_blocked_spans_may_be_nested() -> None:
    """A masked line that holds a name is masked as a whole."""
    text = "圖：2023年的門店，2024年再增"
    found = read_periods(text, fold(text), TABLES, date=THURSDAY, language="zh", blocked=[(0, 10), (0, 1)])
    assert [p.surface for p in found] == ["2024年"]


def test_that_day_is_the_day_named_before() -> None:
    """當日 means the last day that the text named."""
    assert spans("10月2日公布業績，當日升5%")[1] == ("當日", "2024-10-02", "2024-10-02")


def test_periods_do_not_overlap_and_quote_the_source() -> None:
    """Sorted, disjoint, and each surface is the text between its offsets."""
    text = "2024年上半年（截至6月30日止六個月）及第三季，Q3 FY2025與昨日晚間"
    found = read(text)
    assert all(text[p.start : p.end] == p.surface for p in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "end", "days"),
    [
        ("2026財年第一財季", 3, ("2025-04-01", "2025-06-30")),
        ("Q3 FY2026", 1, ("2025-08-01", "2025-10-31")),
        ("fiscal 2025", 9, ("2024-10-01", "2025-09-30")),
        ("FY25", 12, ("2025-01-01", "2025-12-31")),
    ],
)
def test_fiscal_periods_move_onto_the_companys_year(text: str, end: int, days: tuple[str, str]) -> None:
    """Fiscal 2026 ends in the company's last month of 2026."""
    (period,) = read(text)
    assert (period.symbol or "").startswith("fiscal:")
    moved = resolve_fiscal(period, end)
    assert (str(moved.first_day), str(moved.last_day)) == days


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("去年同期", "zh", ("2023-07-01", "2023-09-30")),
        ("2019年同期", "zh", ("2019-07-01", "2019-09-30")),
        ("the year-ago quarter", "en", ("2023-07-01", "2023-09-30")),
        ("the prior quarter", "en", ("2024-04-01", "2024-06-30")),
    ],
)
def test_the_same_period_follows_its_anchor(text: str, language: str, days: tuple[str, str]) -> None:
    """去年同期 beside the third quarter of 2024 is the third quarter of 2023."""
    (anchor,) = read("2024年第三季")
    (period,) = read(text, language=language)
    assert period.first_day is None
    moved = resolve_same_period(period, anchor)
    assert (str(moved.first_day), str(moved.last_day)) == days
