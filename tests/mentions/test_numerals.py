"""Numerals: digits, Chinese characters, English words, and what they leave open."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.folding import fold
from factcheck.mentions.english_numerals import english_reader
from factcheck.mentions.intervals import half_place, interval
from factcheck.mentions.numerals import han_reader
from tests.mentions.number_tables import read, shipped_number_tables


def han(text: str) -> tuple[Decimal, Decimal]:
    folded = fold(text)
    found = han_reader(shipped_number_tables()).read(folded, 0, len(folded))
    assert found is not None
    assert found.end == len(folded)
    return found.low, found.high


def english(text: str) -> Decimal:
    found = english_reader(shipped_number_tables()).read(text, 0, len(text))
    assert found is not None
    assert found.end == len(text)
    return found.low


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("31億6800萬", "3168000000"),
        ("三千二", "3200"),
        ("一萬五", "15000"),
        ("百八", "180"),
        ("3萬5", "35000"),
        ("3萬4000", "34000"),
        ("壹佰零肆萬", "1040000"),
        ("廿三", "23"),
        ("卅", "30"),
        ("倆千", "2000"),
        ("五亿零六", "500000006"),
        ("四千零五万", "40050000"),
        ("五十五兆一十二亿四万五千二", "55001200045200"),
        ("4.78万亿", "4780000000000"),
        ("千億", "100000000000"),
        ("百万亿", "100000000000000"),
        ("三點一四一五九二六", "3.1415926"),
        ("四百亿点零五", "40000000000.05"),
        ("二〇二五", "2025"),
        ("一百五十二", "152"),
        ("1千零20", "1020"),
    ],
)
def test_chinese_numerals(text: str, value: str) -> None:
    """Plain, formal, mixed and shortened numerals have the value that a reader takes."""
    assert han(text) == (Decimal(value), Decimal(value))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("十幾", 11, 19),
        ("幾十", 20, 99),
        ("幾十萬", 200_000, 990_000),
        ("數百億", 20_000_000_000, 100_000_000_000),
        ("三五百", 300, 500),
        ("兩三百", 200, 300),
        ("十五六", 15, 16),
        ("八九千", 8000, 9000),
        ("二三十億", 2_000_000_000, 3_000_000_000),
    ],
)
def test_rough_chinese_numerals(text: str, low: int, high: int) -> None:
    """幾, 數 and two digits side by side give the two ends."""
    assert han(text) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two hundred and five", "205"),
        ("one and a half million", "1500000"),
        ("three million two hundred thousand", "3200000"),
        ("half a million", "500000"),
        ("two thirds of a million", "666666.6666666666666666666667"),
        ("three quarters", "0.75"),
        ("a dozen", "12"),
        ("1.2 billion", "1200000000"),
        ("4 thousand 3 hundred and 21", "4321"),
        ("twenty-one trillion and three hundred", "21000000000300"),
        ("nine point nought four", "9.04"),
        ("one in ten", "0.1"),
    ],
)
def test_english_numerals(text: str, value: str) -> None:
    """Words, words with digits, and fractions."""
    assert english(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("共1,234.5億港元", "1,234.5億港元", "123450000000"),
        ("增加１２３人", "１２３人", "123"),
        ("合共82，225.00元", "82，225.00元", "82225.00"),
        ("稅率為.5%", ".5%", "0.5"),
        ("毛利率為-12.3%", "-12.3%", "-12.3"),
        ("佔½", "½", "0.5"),
        ("约1/3的用户", "1/3", "0.3333333333333333333333333333"),
        ("長2 1/2米", "2 1/2米", "2.5"),
        ("有1 234 567人", "1 234 567人", "1234567"),
    ],
)
def test_digits(text: str, surface: str, value: str) -> None:
    """Grouped, full-width, negative and fractional figures."""
    found = {quantity.surface: quantity.value_low for quantity in read(text)}
    assert found.get(surface) == Decimal(value), found


@pytest.mark.parametrize(
    "text",
    [
        "型號H100面世",
        "GPT-5發布",
        "推出5G手機",
        "輸出1440p影像",
        "晚上11:30開始",
        "日期為5/17/2018",
        "遞交10-K表格",
        "號碼1-222-2222",
        "1" * 400,
    ],
)
def test_codes_times_and_dates_are_no_numbers(text: str) -> None:
    """Digits in a name, a clock time, a date with slashes or a telephone number are not read."""
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "value"), [("| 淨利 | (12.3) | 8.1 |", "-12.3"), ("淨利增加(12.3)", "12.3"), ("跌幅（12.3%）收窄", "12.3")]
)
def test_brackets_are_negative_in_table_cells_only(text: str, value: str) -> None:
    """(12.3) is a loss where brackets fill a cell, and an aside in a sentence."""
    assert read(text)[0].value_low == Decimal(value)


def test_zero_digits_stay() -> None:
    """5.00 keeps the zeros that say how finely it was written."""
    (quantity,) = read("升5.00%")
    assert (str(quantity.value_low), quantity.interval_low, quantity.interval_high) == (
        "5.00",
        Decimal("4.995"),
        Decimal("5.005"),
    )


DIGITS = "零一二三四五六七八九"


def write_han(number: int) -> str:
    """The number in plain Chinese."""
    if number == 0:
        return "零"
    sections, scale = [], 0
    while number:
        number, section = divmod(number, 10_000)
        sections.append((section, ("", "万", "亿", "万亿")[scale]))
        scale += 1
    written = ""
    for section, name in reversed(sections):
        if not section:
            continue
        part = write_section(section)
        if written and section < 1000:
            part = "零" + part
        written += part + name
    return written


def write_section(section: int) -> str:
    written, gap = "", False
    for power, name in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = section // 10**power % 10
        if digit:
            written += ("零" if gap and written else "") + DIGITS[digit] + name
            gap = False
        else:
            gap = True
    return written


@given(st.integers(0, 10**12 - 1))
def test_a_written_number_is_read_back(number: int) -> None:
    """read(write(x)) == x for Chinese numerals."""
    assert han(write_han(number)) == (Decimal(number), Decimal(number))


@given(st.integers(0, 10**9), st.integers(0, 4))
def test_grouped_digits_are_read_back(number: int, places: int) -> None:
    """read(write(x)) == x for digits with commas and decimals."""
    value = Decimal(number).scaleb(-places)
    (quantity,) = read(f"{value:,.{places}f}%")
    assert quantity.value_low == value


@given(
    st.decimals(0, 10**9, places=2),
    st.integers(-2, 6),
    st.sampled_from(["exact", "about", "nearly", "over", "under", "at_least", "at_most"]),
)
def test_an_interval_holds_its_value(value: Decimal, place: int, hedge: str) -> None:
    """The interval of any hedge contains the stated value, and its ends are in order."""
    low, high = interval(value, value, half_place(place), hedge, False)  # type: ignore[arg-type]
    assert low is None or low <= value
    assert high is None or value <= high


@given(st.text(max_size=60))
def test_any_text_is_read_without_harm(text: str) -> None:
    """Whatever the characters, spans are in order, inside the text, and equal to their surface."""
    assert_sound(text)


@given(
    st.lists(
        st.sampled_from(
            [
                *"0123456789,.-%$ /一二十百千萬億兆點半幾多分之第前約至成折元倍",
                "million",
                "and",
                "half",
                "third",
                "US$",
                "bn",
            ]
        ),
        max_size=25,
    )
)
def test_any_run_of_numerals_is_read_without_harm(parts: list[str]) -> None:
    """Nonsense made of numerals and units raises nothing and keeps its spans."""
    assert_sound("".join(parts))


def assert_sound(text: str) -> None:
    for language in ("zh", "en"):
        end = 0
        for quantity in read(text, language):
            assert end <= quantity.start < quantity.end <= len(text)
            assert text[quantity.start : quantity.end] == quantity.surface
            end = quantity.end
