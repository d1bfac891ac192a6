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


@pytest.mark.parametrize(
    ("text", "language", "surface", "low", "high"),
    [
        ("數值在1000以上，1500以下", "zh-Hant", "1000以上，1500", "1000", "1500"),
        ("要求大於10小於20", "zh-Hant", "10小於20", "10", "20"),
        ("The ratio is above 1000 and below 1500.", "en", "1000 and below 1500", "1000", "1500"),
        ("more than 10% but less than 20%", "en", "10% but less than 20%", "10", "20"),
    ],
)
def test_two_bounds_are_one_range(text: str, language: str, surface: str, low: str, high: str) -> None:
    """A lower and an upper bound side by side say one stretch."""
    (quantity,) = read(text, language)
    assert (quantity.surface, quantity.hedge) == (surface, "exact")
    assert (quantity.interval_low, quantity.interval_high) == (Decimal(low), Decimal(high))


def test_bounds_that_leave_nothing_between_stay_two() -> None:
    """More than 40 and less than 10 is no stretch; nor are bounds of two units, nor a fall and the mark that it broke."""
    assert [q.hedge for q in read("more than 40 and less than 10", "en")] == ["over", "under"]
    assert [q.unit for q in read("超過3000人，不足5%", "zh-Hant")] == ["people", "%"]
    assert [q.surface for q in read("日內跌超5000美元、跌破12萬美元", "zh-Hant")] == ["5000美元", "12萬美元"]


@pytest.mark.parametrize("text", ["兩股近120%和60%", "甲乙分別近120%及60%"])
def test_a_hedge_holds_for_its_list(text: str) -> None:
    """近120%和60% are both nearly so much."""
    assert [q.hedge for q in read(text, "zh-Hant") if q.unit == "%"] == ["nearly", "nearly"]


@pytest.mark.parametrize(
    ("text", "surface", "hedge"),
    [
        ("減持不超過總股本的3%", "3%", "at_most"),
        ("套現最多約25億元", "25億元", "at_most"),
        ("遠超市場預期的3.5%", "3.5%", "exact"),
        ("近六成人表示不變", "六成", "nearly"),
    ],
)
def test_hedges_of_shares(text: str, surface: str, hedge: str) -> None:
    """The whole may stand between a hedge and its share; what a value surpasses is stated exactly."""
    assert {q.surface: q.hedge for q in read(text, "zh-Hant")} == {surface: hedge}


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("It will invest the sum over five years.", "exact"),
        ("It has grown for over five years.", "over"),
        ("It closed over five years ago.", "over"),
    ],
)
def test_over_a_stretch_of_time_is_no_hedge(text: str, hedge: str) -> None:
    """ "over five years" is in their course, unless the sentence tells how long something took."""
    assert [q.hedge for q in read(text, "en")] == [hedge]


def test_the_context_of_a_model_is_no_hedge() -> None:
    """上下文 begins like 上下, which hedges."""
    assert [q.hedge for q in read("支持256K上下文，約3元上下", "zh-Hant")] == ["exact", "about"]


def test_a_hedge_ends_with_its_unit() -> None:
    """Over 3 million users and 5% of sales are hedged apart."""
    assert [q.hedge for q in read("over 3 million users and 5% of sales", "en")] == ["over", "exact"]


@pytest.mark.parametrize(
    ("text", "language", "surfaces"),
    [
        ("收入增加5000萬至4.2億元", "zh-Hant", ["5000萬", "4.2億元"]),
        ("增長3%至5%", "zh-Hant", ["3%至5%"]),
        ("Revenue rose $50 million to $420 million.", "en", ["$50 million", "$420 million"]),
        ("It will cut 300 to 400 jobs.", "en", ["300 to 400"]),
    ],
)
def test_a_change_and_its_level_are_no_range(text: str, language: str, surfaces: list[str]) -> None:
    """By how much and to what: a verb of change, and ends too far apart for one range."""
    assert [q.surface for q in read(text, language)] == surfaces


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Revenue rose from 3.5 to 4.2 billion euros.", "3.5E+9", "EUR"),
        ("Output fell from 13.5 to 12 GW.", "13.5", "gigawatt"),
        ("The rate fell from 5.2 to 4.1%.", "5.2", "%"),
        ("Visits rose from 240 to 1.2 million people.", "240", "people"),
    ],
)
def test_the_first_value_of_a_change_shares_scale_and_unit(text: str, value: str, unit: str) -> None:
    """ "from 3.5 to 4.2 billion euros" begins at 3.5 billion euros."""
    first = read(text, "en")[0]
    assert (first.value_low, first.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "language", "value", "unit", "kind"),
    [
        ("The clip was viewed 600 million times.", "en", "600000000", "count:time", "quantity"),
        ("Output was three times higher.", "en", "3", "x", "ratio"),
        ("The man is 5 ft 6 in tall.", "en", "5.5", "foot", "quantity"),
        ("It reports sales of 75 MEUR", "en", "75000000", "EUR", "money"),
        ("It reports sales of 75 EUR million", "en", "75000000", "EUR", "money"),
        ("Jane Doe, 66, said so.", "en", "66", "years", "duration"),
        ("anyone over the age of 21", "en", "21", "years", "duration"),
        ("a minus-5 degree chill", "en", "-5", "degree", "quantity"),
        ("a 2-for-1 stock split", "en", "2", "x", "ratio"),
        ("a 7,000-strong workforce", "en", "7000", "people", "quantity"),
        ("it varies by plus or minus 2%", "en", "2", "%", "percent"),
        ("誤差正負3%", "zh-Hant", "3", "%", "percent"),
        ("prices rose for a third straight month", "en", "3", "rank", "rank"),
        ("output of 9.5 million bpd", "en", "9500000", "barrel_per_day", "quantity"),
        ("10 percents", "en", "10", "%", "percent"),
        ("a six-cylinder engine", "en", "6", "count:cylinder", "quantity"),
        ("該模型支持256K上下文", "zh-Hant", "256000", "tokens", "quantity"),
    ],
)
def test_readings(text: str, language: str, value: str, unit: str, kind: str) -> None:
    """Counts of times, lengths in two units, millions of a currency, ages, hyphened nouns, context windows."""
    (quantity,) = read(text, language)
    assert (quantity.value_low, quantity.unit, quantity.kind) == (Decimal(value), unit, kind)


def test_a_part_is_counted_like_its_whole() -> None:
    """ "3 of its 5 plants" are plants too, and "7- or 8-inch" are inches."""
    assert [q.unit for q in read("It closed 3 of its 5 plants.", "en")] == ["count:plant"] * 2
    assert [q.unit for q in read("a 7- or 8-inch screen", "en")] == ["inch"] * 2


@pytest.mark.parametrize(
    ("text", "surface", "unit"), [("幾家公司", "幾家", "count:company"), ("數個月", "數個月", "months")]
)
def test_a_count_without_a_number(text: str, surface: str, unit: str) -> None:
    """幾家 names no number, only what is counted."""
    (quantity,) = read(text, "zh-Hant")
    assert (quantity.surface, quantity.unit, quantity.value_low, quantity.hedge) == (
        surface,
        unit,
        None,
        "order_of_magnitude",
    )


@pytest.mark.parametrize("text", ["系數據點", "數據中心", "好幾次", "無數次"])
def test_words_with_several_in_them_count_nothing(text: str) -> None:
    """數據 and 無數 hold 數 without counting."""
    assert [q for q in read(text, "zh-Hant") if q.rule == "few"] == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [("首個項目", "first_rank"), ("上市首日", "ordinal"), ("首次盈利", "ordinal"), ("全球唯一", "first_rank")],
)
def test_first_and_only_are_ranks(text: str, rule: str) -> None:
    """首個 and 唯一 are rank 1; 首日 and 首次 ordinals."""
    (quantity,) = read(text, "zh-Hant")
    assert (quantity.kind, quantity.unit, quantity.value_low) == ("rank", "rank", Decimal(1))
    assert quantity.rule.endswith(rule)


def test_both_is_an_anaphoric_two() -> None:
    """兩者 refers back to two things."""
    (quantity,) = read("兩者合計", "zh-Hant")
    assert (quantity.value_low, quantity.unit, quantity.rule.endswith(":anaphoric")) == (Decimal(2), None, True)
