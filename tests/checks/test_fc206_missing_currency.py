"""FC206: a bare 元 is Hong Kong dollars in a Hong Kong article, until the article's own numbers say otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from factcheck.checks.fc206_missing_currency import check

from .factory import extraction

BOND: dict[str, Any] = {"metric": "principal_amount", "family": "bond_terms", "period": None}
PROCEEDS: dict[str, Any] = BOND | {"metric": "net_proceeds"}
STRIKE: dict[str, Any] = BOND | {"metric": "conversion_price"}
PREMIUM: dict[str, Any] = BOND | {"metric": "conversion_premium"}
PRICE: dict[str, Any] = {"metric": "share_price", "family": "share_price", "period": None}


def found(rules: Any, text: str, *rows: tuple[str, dict[str, Any]]) -> list[tuple[str, str]]:
    """Severity and first number of each finding."""
    return [(f.severity, f.claims[0].surface) for f in check(extraction(text, rows), rules)]


def test_principal_repeated_without_currency(rules: Any) -> None:
    """39.6億 is the principal that was 近40億美元 above, and the net proceeds beside it are in the same money."""
    text = "騰訊擬發行近40億美元票據。\n票據本金總額為39.6億元，募集資金淨額約39.2億元。\n股份收報612元。"
    rows = [("40億美元", BOND), ("39.6億元", BOND), ("39.2億元", PROCEEDS), ("612元", PRICE)]
    findings = list(check(extraction(text, rows), rules))
    assert [f.claims[0].surface for f in findings] == ["39.6億元", "39.2億元"]
    assert findings[0].message.endswith("line 1 has nearly 40億美元, so it is USD, not HKD")


def test_price_of_a_depositary_share(rules: Any) -> None:
    """96.5元 for a depositary share of eight equals 93.96港元 a share only in US dollars; so does the price with its reference."""
    text = (
        "擬發行近40億美元票據，每股美國存託股轉換價96.5元，即每股普通股轉換價93.96港元，比昨天收報72.28港元溢價30%。\n"
        "公司買入看漲期權，把轉換價格提高至118.77元，較參考股價溢價60%。"
    )
    rows = [
        ("40億美元", BOND),
        ("96.5元", STRIKE),
        ("93.96港元", STRIKE),
        ("72.28港元", PRICE),
        ("30%", PREMIUM),
        ("118.77元", BOND),
        ("60%", PREMIUM),
    ]
    assert found(rules, text, *rows) == [("warning", "96.5元"), ("warning", "118.77元")]


QUIET = {
    "more than, in dollars": ("進出口突破6萬億美元。\n進出口總值39.1萬億元。", [("6萬億美元", BOND | {"hedge": "over"}), ("39.1萬億元", BOND)]),
    "two listings": ("美股收報189.34美元。\n港股收報185元。", [("189.34美元", PRICE), ("185元", PRICE)]),
    "turnover and bond": ("發行近40億美元票據。\n股份成交39.5億元。", [("40億美元", BOND), ("39.5億元", {"metric": "turnover", "family": "turnover"})]),
    "another company": ("騰訊發行40億美元票據。\n百度發行39.6億元票據。", [("40億美元", BOND), ("39.6億元", BOND | {"entity": "baidu"})]),
    "converted": ("發行40億美元票據。\n票據本金約312億元。", [("40億美元", BOND), ("312億元", BOND)]),
    "everything in one currency": ("發行40億港元票據。\n本金39.6億元。", [("40億港元", BOND), ("39.6億元", BOND)]),
    "another year": (
        "發行40億美元票據。\n去年發行39.6億元票據。",
        [("40億美元", BOND | {"period": (date(2025, 1, 1),) * 2}), ("39.6億元", BOND | {"period": (date(2024, 1, 1),) * 2})],
    ),
    "equal prices in one currency": ("發行40億美元票據，轉換價96.5元，即每股96.5港元。", [("40億美元", BOND), ("96.5元", STRIKE), ("96.5港元", STRIKE)]),
    "premium over the printed reference": (
        "發行40億美元票據，轉換價93.96港元，比昨天收報72.28港元溢價30%。\n轉換價格提高至115.65元，較參考股價溢價60%。",
        [("40億美元", BOND), ("93.96港元", STRIKE), ("72.28港元", PRICE), ("30%", PREMIUM), ("115.65元", BOND), ("60%", PREMIUM)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", QUIET)
def test_look_alikes_stay_quiet(rules: Any, name: str) -> None:
    """Home prices, other companies, converted amounts and other years need no currency."""
    text, rows = QUIET[name]
    assert found(rules, text, *rows) == []
