"""FC203: products, ratios and conversions come out or are wrong."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.checks.fc203_product_mismatch import check

from .factory import extraction

HOLD: dict[str, Any] = {"metric": "holding", "family": "holding"}
SHARES: dict[str, Any] = HOLD | {"unit": "count:股"}
CNY: dict[str, Any] = {"metric": "capex", "family": "capex", "unit": "CNY"}


def found(rules: Any, text: str, *rows: tuple[str, dict[str, Any]]) -> list[tuple[str, str]]:
    """Severity and first number of each finding."""
    return [(f.severity, f.claims[0].surface) for f in check(extraction(text, rows), rules)]


WRONG = {
    "price times count": (
        "該基金買入14453股，每股189.34美元，涉資約27.4萬美元。",
        [("14453股", SHARES), ("189.34美元", HOLD), ("27.4萬美元", HOLD)],
        ("error", "27.4萬美元"),
    ),
    "price a share in English": (
        "The firm sold 5 million shares at $20 a share, raising about $1.2 billion.",
        [("5 million shares", SHARES), ("$20", HOLD), ("$1.2 billion", HOLD)],
        ("error", "$1.2 billion"),
    ),
    "N times": ("收入13億元，是去年2.73億元的8倍。", [("13億元", {}), ("2.73億元", {}), ("8倍", {})], ("error", "8倍")),
    "share of": (
        "回購13億元，相當於市值100億元的23%。",
        [("13億元", {}), ("100億元", {}), ("23%", {})],
        ("error", "23%"),
    ),
    "times over an apposition": (
        "Net income reached $916 million, or $1.01 a share, roughly 3 times the $30 million of 2023.",
        [("$916 million", {}), ("$1.01", {"unit": "USD/share"}), ("3 times", {}), ("$30 million", {})],
        ("error", "3 times"),
    ),
    "share of the whole just given": (
        "大市成交約3802億港元，單是阿里就錄得549億港元，佔整體約24%。",
        [("3802億港元", HOLD), ("549億港元", HOLD), ("24%", HOLD)],
        ("error", "24%"),
    ),
    "share of a whole named in the sentence before": (
        "大市成交額近3795億港元。沽空金額約334.8億港元，佔整體成交約11.8%。",
        [("3795億港元", HOLD), ("334.8億港元", HOLD), ("11.8%", HOLD)],
        ("error", "11.8%"),
    ),
    "bare yuan beside Hong Kong dollars": (
        "大市成交約3802億港元，單是阿里就錄得549億元，佔整體約24%。",
        [("3802億港元", HOLD), ("549億元", HOLD | {"unit": "CNY"}), ("24%", HOLD)],
        ("error", "24%"),
    ),
    "conversion with the wrong scale word": (
        "阿里計劃投資3800億元人民幣（約53億美元）。",
        [("3800億元人民幣", CNY), ("53億美元", CNY | {"unit": "USD"})],
        ("error", "53億美元"),
    ),
    "Hong Kong dollars converted": (
        "集資78億港元（約相當於15.9億美元）。",
        [("78億港元", HOLD), ("15.9億美元", HOLD)],
        ("error", "15.9億美元"),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_result(rules: Any, name: str) -> None:
    """The third number is recomputed from the other two."""
    text, rows, expected = WRONG[name]
    assert found(rules, text, *rows) == [expected]


QUIET = {
    "a price a share and a count of buyers": (
        "募資15.74億美元，每股28.11美元，發行對象17家。",
        [("15.74億美元", HOLD), ("28.11美元", HOLD | {"unit": "USD/share"}), ("17", {"unit": "count:company"})],
    ),
    "two of a list": ("Losses of $6 million, HK$9 million.", [("$6 million", HOLD), ("HK$9 million", HOLD)]),
    "one or the other": ("A $6 million or HK$9 million loss.", [("$6 million", HOLD), ("HK$9 million", HOLD)]),
    "share of the whole": (
        "大市成交額近3795億港元。沽空金額約334.8億港元，佔整體成交約8.8%。",
        [("3795億港元", HOLD), ("334.8億港元", HOLD), ("8.8%", HOLD)],
    ),
    "share of another whole": (
        "大市成交額近3795億港元。阿里雲收入334億港元，佔整體收入約11.8%。",
        [("3795億港元", HOLD), ("334億港元", HOLD), ("11.8%", HOLD)],
    ),
    "right product": ("買入14453股，每股189.34美元，涉資約274萬美元。", [("14453股", SHARES), ("189.34美元", HOLD), ("274萬美元", HOLD)]),
    "net proceeds": ("發行1億股，每股10港元，集資淨額9.6億港元。", [("1億股", SHARES), ("10港元", HOLD), ("9.6億港元", HOLD)]),
    "two prices": ("買入100股，每股10港元至每股12港元，涉資1500港元。", [("100股", SHARES), ("10港元", HOLD), ("12港元", HOLD), ("1500港元", HOLD)]),
    "amount of something else": ("持有100股，每股10港元，公司去年盈利5億港元。", [("100股", SHARES), ("10港元", HOLD), ("5億港元", {})]),
    "right ratio": ("收入13億元，是去年2.73億元的4.8倍。", [("13億元", {}), ("2.73億元", {}), ("4.8倍", {})]),
    "ratio rounded": ("收入13億元，是去年2.73億元的近5倍。", [("13億元", {}), ("2.73億元", {}), ("5倍", {})]),
    "right conversion": ("阿里計劃投資3800億元人民幣（約530億美元）。", [("3800億元人民幣", CNY), ("530億美元", CNY | {"unit": "USD"})]),
    "two prices of two markets": ("阿里收報173.1港元，美股收報189.34美元。", [("173.1港元", HOLD), ("189.34美元", HOLD)]),
    "bare yuan that is another one": ("投資3800億元（約530億美元）。", [("3800億元", HOLD), ("530億美元", HOLD)]),
    "more than": ("計劃投資逾3800億元人民幣（約530億美元）。", [("3800億元人民幣", CNY), ("530億美元", CNY | {"unit": "USD"})]),
}  # fmt: skip


@pytest.mark.parametrize("name", QUIET)
def test_look_alikes_stay_quiet(rules: Any, name: str) -> None:
    """Rounding, fees, net amounts and unrelated amounts are no wrong product."""
    text, rows = QUIET[name]
    assert found(rules, text, *rows) == []
