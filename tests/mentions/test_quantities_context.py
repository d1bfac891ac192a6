"""Quantities that need their surroundings: units written like names, forms with two meanings, comparisons, lists."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.folding import fold
from factcheck.mentions.quantities import read_quantities
from tests.mentions.number_tables import read, shipped_number_tables


@pytest.mark.parametrize(
    ("text", "name", "surface", "unit"),
    [
        ("The plan costs 42 KWD a year", "KWD", "42 KWD", "KWD"),
        ("a loan of 7,199 Chinese yuan", "Chinese yuan", "7,199 Chinese yuan", "CNY"),
        ("sales of US $473 million", "US", "US $473 million", "USD"),
        ("a cap for RM79 a month", "RM79", "RM79", "MYR"),
        ("the battery holds 7.3 MWh", "MWh", "7.3 MWh", "megawatt_hour"),
        ("a floor of 32m2", "32m2", "32m2", "square_metre"),
    ],
)
def test_a_unit_written_like_a_name_stays_with_its_number(text: str, name: str, surface: str, unit: str) -> None:
    """A span blocked as a name counts for nothing where it is the unit, or the whole, of an amount."""
    start = text.index(name)
    found = read_quantities(
        text, fold(text), shipped_number_tables(), language="en", blocked=[(start, start + len(name))]
    )
    assert [(q.surface, q.unit) for q in found] == [(surface, unit)]


@pytest.mark.parametrize(("text", "name"), [("the R1 model", "R1"), ("It sold 42 Apple phones", "Apple")])
def test_a_name_with_or_behind_a_number_stays_blocked(text: str, name: str) -> None:
    """A model's name is no amount of South African rand, and a company no unit."""
    start = text.index(name)
    found = read_quantities(
        text, fold(text), shipped_number_tables(), language="en", blocked=[(start, start + len(name))]
    )
    assert [q.surface for q in found if q.end > start and q.start < start + len(name)] == []


@pytest.mark.parametrize(
    ("text", "surface", "value", "unit"),
    [
        ("央行宣布升息1碼", "1碼", "25", "bp"),
        ("市場押注降息半碼", "半碼", "12.5", "bp"),
        ("全市用電量達3億度", "3億度", "300000000", "kilowatt_hour"),
        ("最高氣溫達34.6度", "34.6度", "34.6", "degree_celsius"),
        ("布料長3碼", "3碼", "3", "yard"),
    ],
)
def test_the_words_before_decide_what_a_form_means(text: str, surface: str, value: str, unit: str) -> None:
    """碼 is a quarter of a point beside interest rates, 度 energy beside electricity."""
    found = {q.surface: (q.value_low, q.unit) for q in read(text, "zh-Hant")}
    assert found.get(surface) == (Decimal(value), unit), found


def test_the_london_market_quotes_pence() -> None:
    """ "164p" beside shares is money, 1440p beside a screen nothing."""
    assert [(q.surface, q.value_low, q.unit) for q in read("Its shares closed at 164p.", "en")] == [
        ("164p", Decimal("1.64"), "GBP")
    ]
    assert read("The screen shows 1440p video.", "en") == []


def test_a_comparison_hedges_no_base() -> None:
    """ "$4.50 less than the $18.50" says exactly what both are."""
    found = read("It offered $4.50 less than the $18.50 that it paid.", "en")
    assert [(q.surface, q.hedge) for q in found] == [("$4.50", "exact"), ("$18.50", "exact")]


def test_an_article_before_a_dollar_sign_is_no_currency() -> None:
    """ "a $500 million buyback" is in dollars, "A$500 million" in Australian ones."""
    assert [q.unit for q in read("a $500 million buyback", "en")] == ["USD"]
    assert [q.unit for q in read("A$500 million was lent", "en")] == ["AUD"]
    assert [q.unit for q in read("pays a$500 million", "en")] == ["USD"]


def test_a_verb_with_duo_is_no_hedge() -> None:
    """多出 is a verb: 525億美元多出一成."""
    assert [q.surface for q in read("比525億美元多出一成", "zh-Hant")] == ["525億美元", "一成"]
