"""FC208: what no market, price or count can show."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.checks.fc208_impossible_value import check

from .factory import extraction

SHARE: dict[str, Any] = {"metric": "market_share", "family": "market_share"}


def found(rules: Any, text: str, *rows: tuple[str, dict[str, Any]]) -> list[tuple[str, str]]:
    """Severity and first number of each finding."""
    return [(f.severity, f.claims[0].surface) for f in check(extraction(text, rows), rules)]


FALL: dict[str, Any] = {"metric": "share_move", "family": "share_move", "direction": "down", "change": "delta"}
WRONG = {
    "share over all": ("阿里雲份額達136%。", [("136%", SHARE)], ("error", "136%")),
    "fall by more than all": ("股價跌120%。", [("120%", FALL)], ("error", "120%")),
    "negative users": (
        "用戶數：-5萬。",
        [("-5萬", {"metric": "users", "family": "users", "unit": "people"})],
        ("error", "-5萬"),
    ),
    "rank zero": ("排名第0名。", [("0名", {"metric": "rank", "family": "rank"})], ("error", "0名")),
    "one fell to, the other rose to": (
        "英偉達在中國的份額降至70%，本土品牌的份額則升至40%。",
        [
            ("70%", SHARE | {"direction": "down", "change": "level"}),
            ("40%", SHARE | {"direction": "up", "change": "level"}),
        ],
        ("error", "70%"),
    ),
    "three shares of one market": (
        "阿里雲份額45%，華為雲38%，騰訊雲29%。",
        [("45%", SHARE), ("38%", SHARE | {"entity": "huawei_cloud"}), ("29%", SHARE | {"entity": "tencent_cloud"})],
        ("warning", "45%"),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_impossible(rules: Any, name: str) -> None:
    """Shares end at 100 %, counts begin at zero, ranks at one."""
    text, rows, expected = WRONG[name]
    assert found(rules, text, *rows) == [expected]


QUIET = {
    "an index below zero": ("指數為-7.5。", [("-7.5", {"metric": "survey", "family": "count"})]),
    "hyphen of a name": ("“北溪-2”項目。", [("-2", {"metric": "projects", "family": "count", "unit": "count:項"})]),
    "growth over 100 %": ("收入增長136%。", [("136%", {"metric": "revenue_growth", "family": "growth", "direction": "up"})]),
    "profit turned to loss": (
        "純利下跌136%。",
        [("136%", {"metric": "net_profit_growth", "family": "growth", "direction": "down", "change": "delta"})],
    ),
    "share that grew by more than all": ("份額增長136%。", [("136%", SHARE | {"direction": "up", "change": "delta"})]),
    "rounded shares": ("份額依次為34%、33%、34%。", [("34%", SHARE), ("33%", SHARE | {"entity": "b"}), ("34%", SHARE | {"entity": "c"})]),
    "two markets": (
        "阿里雲在公有雲佔60%，華為雲在政務雲佔55%。",
        [("60%", SHARE | {"facets": (("market", "public"),)}), ("55%", SHARE | {"entity": "huawei", "facets": (("market", "government"),)})],
    ),
    "one company twice": ("阿里雲份額由45%升至60%。", [("45%", SHARE), ("60%", SHARE)]),
    "outflow": ("淨流出5億元。", [("5億元", {"metric": "fund_flow", "family": "fund_flow", "direction": "down"})]),
}  # fmt: skip


@pytest.mark.parametrize("name", QUIET)
def test_look_alikes_stay_quiet(rules: Any, name: str) -> None:
    """Growth, swings to a loss, rounding and other markets are possible."""
    text, rows = QUIET[name]
    assert found(rules, text, *rows) == []
