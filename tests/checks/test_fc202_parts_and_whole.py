"""FC202: what the text calls complete must add up."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.checks.fc202_parts_and_whole import check

from .factory import extraction

FLOW: dict[str, Any] = {"metric": "fund_flow", "family": "fund_flow", "entity": "foreign_investors"}
IN: dict[str, Any] = FLOW | {"direction": "up"}
OUT: dict[str, Any] = FLOW | {"direction": "down"}
USE: dict[str, Any] = {"metric": "proceeds_use", "family": "bond_terms"}


def found(rules: Any, text: str, *rows: tuple[str, dict[str, Any]]) -> list[tuple[str, str]]:
    """Severity and first number of each finding."""
    return [(f.severity, f.claims[0].surface) for f in check(extraction(text, rows), rules)]


def test_two_sides_of_a_net_flow(rules: Any) -> None:
    """52 in and 16 out is 36 net, not 46."""
    text = "9月外資淨流入46億美元，其中被動型基金流入52億美元，主動型基金流出16億美元。"
    rows = [("46億美元", IN), ("52億美元", IN), ("16億美元", OUT)]
    (finding,) = check(extraction(text, rows), rules)
    assert (finding.severity, [c.surface for c in finding.claims]) == ("error", ["46億美元", "52億美元", "16億美元"])
    assert finding.arithmetic is not None
    assert finding.arithmetic.formula == "52億美元 − 16億美元"
    assert finding.arithmetic.computed == "35億美元 to 37億美元"
    assert finding.arithmetic.difference == "8億美元"


def test_sides_in_the_next_sentence(rules: Any) -> None:
    """The whole may stand in the sentence before, in the same paragraph."""
    text = "9月外資淨流入46億美元。被動基金流入52億美元，主動基金流出16億美元。"
    assert found(rules, text, ("46億美元", IN), ("52億美元", IN), ("16億美元", OUT)) == [("error", "46億美元")]


def test_remainder(rules: Any) -> None:
    """80 % and the remaining 30 % are more than everything."""
    text = "集資所得80%用於雲基礎設施，其餘30%用於國際業務。"
    assert found(rules, text, ("80%", USE), ("30%", USE)) == [("error", "30%")]


def test_total_after_a_list(rules: Any) -> None:
    """12 and 8 make 20."""
    text = "雲業務收入12億元，遊戲收入8億元，合計收入25億元。"
    assert found(rules, text, ("12億元", {}), ("8億元", {}), ("25億元", {})) == [("error", "25億元")]


def test_net_total_of_flows(rules: Any) -> None:
    """180 in and 120 out leave 60."""
    text = "被動型基金累計流入180億美元，主動型基金累計流出120億美元，兩者合計淨流入80億美元。"
    rows = [("180億美元", IN), ("120億美元", OUT), ("80億美元", IN)]
    assert found(rules, text, *rows) == [("error", "80億美元")]
    assert found(rules, text.replace("80億美元。", "60億美元。"), rows[0], rows[1], ("60億美元", IN)) == []


def test_part_larger_than_the_whole(rules: Any) -> None:
    """A segment cannot take in more than the group."""
    text = "營收100億元，其中雲業務150億元。"
    assert found(rules, text, ("100億元", {}), ("150億元", {})) == [("warning", "150億元")]


QUIET = {
    "sides that add up": (
        "9月外資淨流入46億美元，其中被動型基金流入52億美元，主動型基金流出6億美元。",
        [("46億美元", IN), ("52億美元", IN), ("6億美元", OUT)],
    ),
    "of which, not all of it": ("公司投資100億元，其中數據中心35億元，研發20億元。", [("100億元", {}), ("35億元", {}), ("20億元", {})]),
    "remainder that fits": ("約80%用於雲，其餘20%用於國際業務。", [("80%", USE), ("20%", USE)]),
    "three shares and the rest": ("甲佔40%、乙佔30%、丙佔20%，其餘10%屬其他。", [("40%", USE), ("30%", USE), ("20%", USE), ("10%", USE)]),
    "a percentage of something else before": (
        "毛利率50%，集資所得80%用於雲，其餘20%用於國際業務。",
        [("50%", {"metric": "gross_margin", "family": "bond_terms"}), ("80%", USE), ("20%", USE)],
    ),
    "rounded total": ("雲業務12.4億元，遊戲8.4億元，合計21億元。", [("12.4億元", {}), ("8.4億元", {}), ("21億元", {})]),
    "the last two of three": ("營收90億元，其中雲12億元、遊戲8億元，合計20億元。", [("90億元", {}), ("12億元", {}), ("8億元", {}), ("20億元", {})]),
    "another total": ("甲投入3億元，乙投入5億元，全行業合計500億元。", [("3億元", {}), ("5億元", {}), ("500億元", {})]),
    "units differ": ("雲業務12億元，遊戲8億美元，合計25億元。", [("12億元", {}), ("8億美元", {}), ("25億元", {})]),
    "profit of a part above the whole": (
        "純利100億元，其中雲業務150億元。",
        [("100億元", {"metric": "net_profit", "family": "profit"}), ("150億元", {"metric": "net_profit", "family": "profit"})],
    ),
    "domestic and overseas that add up": (
        "出貨100萬，國內60萬，海外40萬。",
        [("100萬", {"unit": "count:臺"}), ("60萬", {"unit": "count:臺"}), ("40萬", {"unit": "count:臺"})],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", QUIET)
def test_look_alikes_stay_quiet(rules: Any, name: str) -> None:
    """Open lists, rounding, other wholes and other units add up to nothing."""
    text, rows = QUIET[name]
    assert found(rules, text, *rows) == []
