"""FC201 on sentences of the press: what contradicts itself, and what only looks like it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from factcheck.checks.fc201_percentage_contradiction import check

from .factory import extraction

UP: dict[str, Any] = {"metric": "revenue_growth", "family": "growth", "direction": "up", "change": "delta"}
DOWN = UP | {"direction": "down"}
PRICE: dict[str, Any] = {"metric": "share_price", "family": "share_price", "period": None}
MOVE: dict[str, Any] = {
    "metric": "share_move",
    "family": "share_move",
    "period": None,
    "direction": "up",
    "change": "delta",
}


def found(rules: Any, text: str, *rows: tuple[str, dict[str, Any]]) -> list[tuple[str, str]]:
    """Severity and first number of each finding."""
    return [(f.severity, f.claims[0].surface) for f in check(extraction(text, rows), rules)]


def test_growth_that_level_and_base_contradict(rules: Any) -> None:
    """1.3 billion after 273 million is no growth of 80 %."""
    text = "阿里巴巴雲業務收入為13億美元，去年同期2.73億美元，同比增長80%。"
    rows = [("13億美元", {}), ("2.73億美元", {}), ("80%", UP)]
    (finding,) = check(extraction(text, rows), rules)
    assert (finding.severity, [c.surface for c in finding.claims]) == ("error", ["80%", "13億美元", "2.73億美元"])
    assert finding.arithmetic is not None
    assert finding.arithmetic.formula.startswith("13億美元 ÷ 2.73億美元 − 1")
    assert "13億美元" in finding.message


def test_rose_to_from(rules: Any) -> None:
    """105 from 98 is about 7 %, not 5 %."""
    text = "Revenue rose 5% to $105 million from $98 million."
    assert found(rules, text, ("5%", UP), ("$105 million", {}), ("$98 million", {})) == [("error", "5%")]


def test_fall_printed_as_rise(rules: Any) -> None:
    """The direction counts: 327 after 339 is a fall."""
    text = "百度總營收327億元，去年同期339億元，按年增長4%。"
    assert found(rules, text, ("327億元", {}), ("339億元", {}), ("4%", UP)) == [("error", "4%")]


def test_premium_that_both_prices_contradict(rules: Any) -> None:
    """188.08 over 143.3 is a premium of 31.25 %."""
    text = "轉換價188.08港元，較昨日收報143.3港元溢價21.25%。"
    rows = [("188.08港元", {}), ("143.3港元", {}), ("21.25%", {"metric": "conversion_premium"})]
    assert found(rules, text, *rows) == [("error", "21.25%")]


def test_discount_in_english(rules: Any) -> None:
    """The reference may follow the discount."""
    text = "The shares were placed at $9.00, a 20% discount to the last close of $10.00."
    assert found(rules, text, ("$9.00", PRICE), ("20%", PRICE), ("$10.00", PRICE)) == [("error", "20%")]


def test_points_and_per_cent(rules: Any) -> None:
    """A gain of 260 points to 26,260 is 1 %, not 0.5 %."""
    text = "恒指升260點或0.5%，報26260點。"
    index = {"entity": "hang_seng_index", "metric": "index_level", "family": "index_level", "period": None}
    rows = [
        ("260點", index | {"direction": "up", "change": "delta"}),
        ("0.5%", index | MOVE | {"metric": "index_move", "family": "index_move"}),
        ("26260點", index),
    ]
    assert found(rules, text, *rows) == [("error", "0.5%")]
    text = "恒指收報26260點，升260點或0.5%。"
    assert found(rules, text, rows[2], rows[0], rows[1]) == [("error", "0.5%")]


def test_move_against_both_closes_of_two_sentences(rules: Any) -> None:
    """The previous close may stand in another paragraph."""
    text = "阿里昨日收報143.3港元。\n阿里今日升9.53%收報151.8港元。"
    rows = [("143.3港元", PRICE), ("9.53%", MOVE), ("151.8港元", PRICE)]
    assert found(rules, text, *rows) == [("error", "9.53%")]


def test_growth_between_two_paragraphs(rules: Any) -> None:
    """Both years and the growth are stated, each in its own sentence."""
    text = "阿里次季營收2,477億元。\n去年次季營收為2,432億元。\n阿里次季營收按年增長12%。"
    last = {"period": (date(2024, 4, 1), date(2024, 6, 30))}
    rows = [("2,477億元", {}), ("2,432億元", last), ("12%", UP | {"facets": (("basis", "yoy"),)})]
    assert found(rules, text, *rows) == [("error", "12%")]


def test_cumulative_move(rules: Any) -> None:
    """2 % and 3 % come to 5.06 %, not 8 %."""
    text = "阿里股價周一升2.0%，周二升3.0%，2日累升8.0%。"
    days = [MOVE | {"period": (date(2025, 9, d),) * 2} for d in (29, 30)]
    duration = MOVE | {"kind": "duration", "unit": "day", "direction": None}
    rows = [("2.0%", days[0]), ("3.0%", days[1]), ("2日", duration), ("8.0%", MOVE)]
    assert found(rules, text, *rows) == [("warning", "8.0%")]


def test_amount_added(rules: Any) -> None:
    """750 is 225 more than 525, and 43 % more; 255 and 53 % are not."""
    text = "谷歌計劃投入750億美元，比上年的525億美元多出255億美元，增幅53%。"
    rows = [("750億美元", {}), ("525億美元", {}), ("255億美元", {}), ("53%", UP)]
    assert found(rules, text, *rows) == [("error", "53%"), ("warning", "255億美元")]


def test_amount_added_after_a_semicolon(rules: Any) -> None:
    """The level may close the sentence before; a hedge there is no licence."""
    text = "元月營收近2933億元；與去年12月的約2781.6億元相比，多出約251億元。"
    rows = [("2933億元", {}), ("2781.6億元", {}), ("251億元", {})]
    assert found(rules, text, *rows) == [("warning", "251億元")]
    assert found(rules, text.replace("251", "151"), *rows[:2], ("151億元", {})) == []


def test_more_than_in_english(rules: Any) -> None:
    """1.3 million is 100 % more than 650 thousand; 13.10 is 5.40 less than 18.50."""
    text = "Honda wants 1.3 million cars, about 200% more than the 0.65 million of 2023."
    assert found(rules, text, ("1.3 million", {}), ("200%", UP), ("0.65 million", {"hedge": "over"})) == [
        ("warning", "200%")
    ]
    text = "The margin was $13.10, $4.50 less than the $18.50 of last year."
    assert found(rules, text, ("$13.10", {}), ("$4.50", {}), ("$18.50", {"hedge": "under"})) == [("warning", "$4.50")]


def test_times_more(rules: Any) -> None:
    """From 65 to 130 is one time more, not two."""
    text = "本田把銷量由2023年的65萬增加2倍，達到130萬。"
    unit = {"unit": "count:輛"}
    assert found(rules, text, ("65萬", unit), ("2倍", UP), ("130萬", unit)) == [("warning", "2倍")]


QUIET = {
    "less than, right": ("The margin was $13.10, $5.40 less than the $18.50 of last year.", [("$13.10", {}), ("$5.40", {}), ("$18.50", {})]),
    "times as much": ("銷量由2023年的65萬增至2倍，達到130萬。", [("65萬", {"unit": "count:輛"}), ("2倍", UP), ("130萬", {"unit": "count:輛"})]),
    "amount added": (
        "谷歌計劃投入750億美元，比上年的525億美元多出225億美元，增幅43%。",
        [("750億美元", {}), ("525億美元", {}), ("225億美元", {}), ("43%", UP)],
    ),
    "share and growth": (
        "國際業務去年佔25%，增長63%，整體29%。",
        [("25%", {"metric": "revenue_share"}), ("63%", UP), ("29%", {"metric": "revenue_growth"})],
    ),
    "right growth": ("收入13億元，去年同期7.22億元，同比增長80%。", [("13億元", {}), ("7.22億元", {}), ("80%", UP)]),
    "rounded premium": ("轉換價188.08港元，較昨收143.3港元溢價31%。", [("188.08港元", {}), ("143.3港元", {}), ("31%", {})]),
    "cut off, not rounded": ("收入139.9億元，去年同期100.0億元，增長39%。", [("139.9億元", {}), ("100.0億元", {}), ("39%", UP)]),
    "coarse level": ("收入約13億元，去年同期10億元，增長35%。", [("13億元", {}), ("10億元", {}), ("35%", UP)]),
    "more than": ("收入逾13億元，去年同期10.0億元，增長36%。", [("13億元", {}), ("10.0億元", {}), ("36%", UP)]),
    "growth of another metric": (
        "收入13億元，去年同期10億元，純利增長80%。",
        [("13億元", {}), ("10億元", {}), ("80%", UP | {"metric": "net_profit_growth"})],
    ),
    "growth of another company": (
        "阿里收入13億元，去年同期10億元，百度增長80%。",
        [("13億元", {}), ("10億元", {}), ("80%", UP | {"entity": "baidu"})],
    ),
    "quarter-on-quarter beside last year's base": (
        "收入13億元，去年同期10億元，環比增長5%。",
        [("13億元", {}), ("10億元", {}), ("5%", UP | {"facets": (("basis", "qoq"),)})],
    ),
    "list of two companies": ("阿里收入13億元，百度2.73億元，同比增長80%。", [("13億元", {}), ("2.73億元", {"entity": "baidu"}), ("80%", UP)]),
    "from a loss": ("盈利13億元，去年同期虧損2億元，增長80%。", [("13億元", {}), ("2億元", {}), ("80%", UP)]),
    "at constant currency": (
        "收入13億元，去年同期10億元，按固定匯率計增長35%。",
        [("13億元", {}), ("10億元", {}), ("35%", UP)],
    ),
    "semicolon between": ("收入13億元；去年同期2.73億元，同比增長80%。", [("13億元", {}), ("2.73億元", {}), ("80%", UP)]),
    "range": ("收入13億元，去年同期10億元，增長20%至40%。", [("13億元", {}), ("10億元", {}), ("20%", UP | {"kind": "range"})]),
    "share, not change": ("收入13億元，去年同期10億元，佔80%。", [("13億元", {}), ("10億元", {}), ("80%", {"metric": "revenue_share"})]),
    "half day against close": (
        "阿里昨日收報143.3港元。\n阿里曾升9.53%，收報151.8港元。",
        [("143.3港元", PRICE), ("9.53%", MOVE | {"facets": (("session", "intraday_high"),)}), ("151.8港元", PRICE | {"facets": (("session", "close"),)})],
    ),
    "depositary share against ordinary share": (
        "阿里昨日收報143.3港元。\n阿里升9.53%收報151.8港元。",
        [("143.3港元", PRICE | {"facets": (("share_class", "ordinary"),)}), ("9.53%", MOVE), ("151.8港元", PRICE | {"facets": (("share_class", "ads"),)})],
    ),
    "times more": ("收入40億元，去年同期10億元，增長3倍。", [("40億元", {}), ("10億元", {}), ("3倍", UP)]),
    "tick of a cheap share": ("仙股昨日收報0.10港元。\n仙股升8%收報0.11港元。", [("0.10港元", PRICE), ("8%", MOVE), ("0.11港元", PRICE)]),
    "index points rounded": (
        "恒指升123點或0.47%，報26259點。",
        [("123點", {"direction": "up", "change": "delta"}), ("0.47%", UP), ("26259點", {})],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", QUIET)
def test_look_alikes_stay_quiet(rules: Any, name: str) -> None:
    """Rounding, other bases, other subjects and other metrics are no contradiction."""
    text, rows = QUIET[name]
    assert found(rules, text, *rows) == []
