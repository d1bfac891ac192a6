"""Quantities: ranges, hedges, ranks, rates and what must not be read."""

from __future__ import annotations

from decimal import Decimal
from operator import or_
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.folding import fold
from factcheck.mentions.quantities import read_quantities
from tests.mentions.number_tables import read, shipped_number_tables


@pytest.mark.parametrize(
    ("text", "surface", "low", "high", "unit"),
    [
        ("估值介於50億至60億美元", "50億至60億美元", "5000000000", "6000000000", "USD"),
        ("需求為900-950噸", "900-950噸", "900", "950", "tonne"),
        ("增長3-5%", "3-5%", "3", "5", "%"),
        ("佔比20%~30%", "20%~30%", "20", "30", "%"),
        ("容量50兆瓦~100兆瓦", "50兆瓦~100兆瓦", "50", "100", "megawatt"),
        ("壽命為3到10年", "3到10年", "3", "10", "years"),
        ("未來兩到三年", "兩到三年", "2", "3", "years"),
        ("目標價介乎10至15元", "10至15元", "10", "15", "HKD"),
        ("需時三五年", "三五年", "3", "5", "years"),
        ("下跌兩三成", "兩三成", "20", "30", "%"),
        ("涉及一千到兩千萬元", "一千到兩千萬元", "10000000", "20000000", "HKD"),
        ("增幅為百分之三十到四十", "百分之三十到四十", "30", "40", "%"),
    ],
)
def test_chinese_ranges_share_scale_and_unit(text: str, surface: str, low: str, high: str, unit: str) -> None:
    """A range is one quantity, its lower end in the scale and unit of the upper."""
    found = {q.surface: (q.value_low, q.value_high, q.unit) for q in read(text, "zh-Hant")}
    assert found.get(surface) == (Decimal(low), Decimal(high), unit), found


@pytest.mark.parametrize(
    ("text", "surface", "low", "high", "unit"),
    [
        ("It seeks $1.2-1.4 billion.", "$1.2-1.4 billion", "1200000000", "1400000000", "USD"),
        (
            "It seeks US$1.2 billion to $1.4 billion.",
            "US$1.2 billion to $1.4 billion",
            "1200000000",
            "1400000000",
            "USD",
        ),
        ("Growth was between 3 and 5 percent.", "3 and 5 percent", "3", "5", "%"),
        ("Growth of 15 to 20 percent is likely.", "15 to 20 percent", "15", "20", "%"),
        ("A 5-10W laser heats it.", "5-10W", "5", "10", "watt"),
    ],
)
def test_english_ranges_share_scale_and_unit(text: str, surface: str, low: str, high: str, unit: str) -> None:
    """The same in English, with dashes, "to", and "between … and"."""
    found = {q.surface: (q.value_low, q.value_high, q.unit) for q in read(text, "en")}
    assert found.get(surface) == (Decimal(low), Decimal(high), unit), found


@pytest.mark.parametrize(
    ("text", "language", "surfaces"),
    [
        ("股價由31.5元升至35元", "zh-Hant", ["31.5元", "35元"]),
        ("甲、乙分別升57%和30%", "zh-Hant", ["57%", "30%"]),
        ("The share rose from 31% to 35%.", "en", ["31%", "35%"]),
        ("The rate was cut from 4.5% to 4.25%.", "en", ["4.5%", "4.25%"]),
        ("The shares rose 6.5% to 164.", "en", ["6.5%", "164"]),
    ],
)
def test_a_change_is_no_range(text: str, language: str, surfaces: list[str]) -> None:
    """From one value to another are two quantities."""
    assert [q.surface for q in read(text, language)] == surfaces


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("集資逾530億美元", "over"),
        ("覆蓋200多國", "over"),
        ("接入700+業務", "over"),
        ("總市值近120億港元", "nearly"),
        ("淨額約31.3億元", "about"),
        ("有1000人左右", "about"),
        ("至少已有5個模型", "at_least"),
        ("提供10倍以上的吞吐量", "at_least"),
        ("票價300元起", "at_least"),
        ("有上千人參加", "at_least"),
        ("不到50美元", "under"),
        ("不足一成", "under"),
        ("最多3次", "at_most"),
        ("不超過30%", "at_most"),
        ("數百億美元", "order_of_magnitude"),
        ("高達3800億元", "exact"),
        ("雙方簽約3億元", "exact"),
        ("在附近3家商店", "exact"),
        ("過去近三年營收向好", "exact"),
        ("比2024年增長", "exact"),
    ],
)
def test_chinese_hedges(text: str, hedge: str) -> None:
    """Hedges stand before or behind a number, and longer words that end like one are none."""
    assert read(text)[0].hedge == hedge


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("over US$3bn", "over"),
        ("nearly a third of users", "nearly"),
        ("roughly 2.5 million people", "about"),
        ("at least 40 people", "at_least"),
        ("up to 700 workers", "at_most"),
        ("no more than 7 euros", "at_most"),
        ("fewer than 40 shops", "under"),
        ("1,000-plus shops", "over"),
        ("100-odd shops", "over"),
        ("200 or more", "at_least"),
        ("dozens of people", "order_of_magnitude"),
    ],
)
def test_english_hedges(text: str, hedge: str) -> None:
    """English hedges, across a currency as well."""
    assert read(text, "en")[0].hedge == hedge


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("总值3.1万亿", "3050000000000", "3150000000000"),
        ("投資3800億美元", "379950000000", "380050000000"),
        ("關閉3家分店", "3", "3"),
        ("連升6日", "6", "6"),
        ("升31%", "30.5", "31.5"),
        ("佔比20%~30%", "19.5", "30.5"),
        ("逾530億美元", "53000000000", None),
        ("不足一成", "0", "10"),
        ("近32億美元", "2880000000", "3250000000"),
        ("約200人", "150", "250"),
        ("幾十萬人", "200000", "990000"),
    ],
)
def test_intervals(text: str, low: str, high: str | None) -> None:
    """A statement is an interval: half of the last written digit either way, widened or opened by its hedge."""
    (quantity,) = read(text)
    assert (quantity.interval_low, quantity.interval_high) == (Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("股價曾飆逾半成", "5", "%", "percent"),
        ("股價曾飆三成五", "35", "%", "percent"),
        ("佔百分之三點五", "3.5", "%", "percent"),
        ("僅為十分之一", "0.1", "x", "ratio"),
        ("徵收千分之三", "3", "‰", "percent"),
        ("以八折發售", "80", "%", "percent"),
        ("以九五折發售", "95", "%", "percent"),
        ("成交量是平日的兩倍半", "2.5", "x", "ratio"),
        ("股價翻倍", "2", "x", "ratio"),
        ("產值翻兩番", "4", "x", "ratio"),
        ("股價腰斬", "0.5", "x", "ratio"),
        ("佔收入一半", "50", "%", "percent"),
        ("耗時半年", "0.5", "years", "duration"),
        ("售價三塊五", "3.5", "CNY", "money"),
        ("售價123元1角1分", "123.11", "CNY", "money"),
        ("排名第七", "7", "rank", "rank"),
        ("登上榜首", "1", "rank", "rank"),
    ],
)
def test_chinese_readings(text: str, value: str, unit: str, kind: str) -> None:
    """Tenths, discounts, fractions, multiples, small change and ranks."""
    (quantity,) = read(text)
    assert (quantity.value_high, quantity.unit, quantity.kind) == (Decimal(value), unit, kind)


def test_multiples_carry_their_change() -> None:
    """Words that are multiples by themselves say so, with their direction."""
    found = [
        (q.value_low, q.change, q.direction) for q in read("Sales doubled, profit tripled and costs halved.", "en")
    ]
    assert found == [
        (Decimal(2), "multiple", "up"),
        (Decimal(3), "multiple", "up"),
        (Decimal("0.5"), "multiple", "down"),
    ]


def test_the_first_ten_are_a_rank_with_an_upper_end() -> None:
    """前十大 is at most the tenth."""
    (quantity,) = read("位列前十大股東")
    assert (quantity.surface, quantity.value_low, quantity.value_high, quantity.hedge) == (
        "前十大",
        Decimal(1),
        Decimal(10),
        "at_most",
    )


@pytest.mark.parametrize(
    "text",
    [
        "一方面要進一步統一",
        "百度與三星",
        "他十分四通八達",
        "上半年的半導體",
        "萬一有事千萬不要慌",
        "星期三晚上",
        "大陸續有參與",
        "第三方數據",
    ],
)
def test_longer_words_count_nothing(text: str) -> None:
    """Numerals inside everyday words and names are not read."""
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    ["one of the firms", "the first half of the year", "no one came", "a third-party review", "one day they met"],
)
def test_english_phrases_count_nothing(text: str) -> None:
    """Nor are they in English."""
    assert read(text, "en") == []


def test_one_of_a_thing_is_marked_as_indefinite() -> None:
    """一家 is mostly an article: the rule of the reading says so."""
    (quantity,) = read("這是一家公司")
    assert quantity.rule.endswith(":indefinite")


def test_a_count_keeps_its_noun() -> None:
    """The classifier belongs to the surface, the noun is kept beside it."""
    (quantity,) = read("已有30萬家企業客戶採用")
    assert (quantity.surface, quantity.unit, quantity.noun) == ("30萬家", "count:customer", "企业客户")


def test_no_number_is_read_in_a_blocked_span() -> None:
    """Names and dates that others have found hold no quantity, and none reaches into them."""
    text = "2025年9月11日，H200售3萬元人民幣公司"
    blocked = [(0, 10), (11, 15), (text.index("人民幣"), len(text))]
    found = read_quantities(text, fold(text), shipped_number_tables(), language="zh-Hant", blocked=blocked)
    assert [q.surface for q in found] == ["3萬元"]


def test_a_currency_left_of_the_hedge_counts() -> None:
    """人民幣約3億元 is renminbi; neither the hedge nor what stands before it is part of the surface."""
    (quantity,) = read("斥資人民幣約3億元", "zh-Hant")
    assert (quantity.surface, quantity.unit, quantity.unit_inferred, quantity.hedge) == ("3億元", "CNY", False, "about")


@pytest.mark.parametrize(
    "text",
    [
        "1," * 20_000,
        "一" * 40_000,
        "3至" * 20_000,
        "$" * 40_000,
        "百分之" * 15_000,
        "one and " * 8_000,
        "9" * 40_000,
        "1-" * 20_000,
        " 一 " * 10_000,
    ],
)
def test_hostile_runs_take_no_time(text: str) -> None:
    """Long runs of numerals, joints or signs are read in linear time."""
    begin = perf_counter()
    read(text)
    read(text, "en")
    assert perf_counter() - begin < 3


PIECES = [
    "約",
    "逾",
    "人民幣",
    "US$",
    "3",
    "12.5",
    "1,000",
    "三千",
    "億",
    "萬",
    "元",
    "美元",
    "%",
    "至",
    "-",
    "到",
    "家公司",
    "成",
    "半",
    "每股",
    "/",
    "million",
    " to ",
    "阿里",
    "，",
    " ",
    "第",
    "多",
    "翻倍",
]


@given(st.lists(st.sampled_from(PIECES), max_size=20), st.lists(st.integers(0, 60), max_size=6))
def test_quantities_never_cut_blocked_spans(parts: list[str], cuts: list[int]) -> None:
    """Wherever the blocked spans lie, a quantity holds one wholly, as its unit, or keeps clear of it; quantities stay in order."""
    text = "".join(parts)
    edges = sorted({min(cut, len(text)) for cut in cuts})
    blocked = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if a < b]
    for language in ("zh-Hant", "en"):
        end = 0
        for quantity in read_quantities(text, fold(text), shipped_number_tables(), language=language, blocked=blocked):
            assert quantity.start >= end
            clear = [b <= quantity.start or quantity.end <= a for a, b in blocked]
            whole = [quantity.start <= a and b <= quantity.end for a, b in blocked]
            assert all(map(or_, clear, whole)), (text, blocked, quantity.surface)
            end = quantity.end
