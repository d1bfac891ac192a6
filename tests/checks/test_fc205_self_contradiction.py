"""FC205: one figure, two values, one article."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from factcheck.checks.fc205_self_contradiction import check

from .factory import extraction

GROWTH: dict[str, Any] = {"metric": "revenue_growth", "family": "growth", "direction": "up", "change": "delta"}
PRICE: dict[str, Any] = {"metric": "share_price", "family": "share_price", "period": (date(2025, 9, 30),) * 2}


def found(
    rules: Any, text: str, *rows: tuple[str, dict[str, Any]], headline: str | None = None
) -> list[tuple[str, str]]:
    """Severity and first number of each finding."""
    return [(f.severity, f.claims[0].surface) for f in check(extraction(text, rows, headline=headline), rules)]


def test_two_values_of_one_figure(rules: Any) -> None:
    """The later statement is pointed at, the earlier one stands beside it."""
    text = "阿里次季營收2477億元。\n分析師認為2747億元的營收符合預期。"
    (finding,) = check(extraction(text, [("2477億元", {}), ("2747億元", {})]), rules)
    assert (finding.severity, [c.surface for c in finding.claims]) == ("error", ["2747億元", "2477億元"])
    assert "2477億元 in line 1" in finding.message
    assert ("period", "2025-04-01/2025-06-30") in finding.explanation.matched


def test_the_majority_is_believed(rules: Any) -> None:
    """Two sentences against one: the one is the outlier, although it comes first."""
    text = "阿里次季營收2747億元。\n營收為2477億元。\n全季營收2477億元。"
    assert found(rules, text, ("2747億元", {}), ("2477億元", {}), ("2477億元", {})) == [("error", "2747億元")]


def test_turned_direction(rules: Any) -> None:
    """A rise and a fall of the same size exclude each other."""
    text = "阿里次季營收增長2%。\n營收下跌2%令人意外。"
    assert found(rules, text, ("2%", GROWTH), ("2%", GROWTH | {"direction": "down"})) == [("error", "2%")]


def test_a_figure_without_period_is_a_warning(rules: Any) -> None:
    """Where no time is stated on either side, two things may be meant."""
    text = "阿里營收2477億元。\n分析師認為2747億元的營收符合預期。"
    assert found(rules, text, ("2477億元", {"period": None}), ("2747億元", {"period": None})) == [
        ("warning", "2747億元")
    ]


LAST: dict[str, Any] = {"period": (date(2024, 4, 1), date(2024, 6, 30))}


def test_digits_swapped_in_a_loose_family(rules: Any) -> None:
    """Two spendings may be two things, but not where the digits only changed places."""
    text = "第三季雲服務支出102億美元。\n支出在第三季達到120億美元。"
    loose = {"metric": "spending", "family": "other"}
    assert found(rules, text, ("102億美元", loose), ("120億美元", loose)) == [("error", "120億美元")]


def test_close_printed_twice(rules: Any) -> None:
    """Two closes of one day that a slip of digits explains."""
    close = PRICE | {"facets": (("session", "close"),)}
    assert found(rules, "阿里收報151.8元。\n收報158.1元的阿里創新高。", ("151.8元", close), ("158.1元", close)) == [
        ("error", "158.1元")
    ]
    assert found(rules, "阿里收報151.8元。\n另一隻收報64.2元。", ("151.8元", close), ("64.2元", close)) == []


QUIET = {
    "two deals": ("阿里投資102億元。\n阿里投資350億元。", [("102億元", {"family": "investment"}), ("350億元", {"family": "investment"})]),
    "rounded": ("營收2477億元。\n營收近2480億元。", [("2477億元", {}), ("2480億元", {})]),
    "a period taken over from another sentence": ("營收2477億元。\n營收2747億元。", [("2477億元", {"period_inferred": True}), ("2747億元", {"period_inferred": True})]),
    "a part": ("營收2477億元。\n營收2477億元，其中334億元來自雲。", [("2477億元", {}), ("2477億元", {}), ("334億元", {})]),
    "another year": ("營收2477億元。\n營收2432億元。", [("2477億元", {}), ("2432億元", LAST)]),
    "another segment": ("營收2477億元。\n雲營收334億元。", [("2477億元", {}), ("334億元", {"facets": (("segment", "cloud"),)})]),
    "forecast": ("營收2477億元。\n營收料達2600億元。", [("2477億元", {}), ("2600億元", {"modality": "forecast"})]),
    "two forecasters": (
        "高盛料營收2500億元。\n大摩料營收2600億元。",
        [("2500億元", {"modality": "forecast", "attribution": "a"}), ("2600億元", {"modality": "forecast", "attribution": "b"})],
    ),
    "called earlier": ("營收2477億元。\n此前公布為2432億元。", [("2477億元", {}), ("2432億元", {})]),
    "revised": ("營收2477億元。\n初值為2432億元。", [("2477億元", {}), ("2432億元", {})]),
    "one sentence tells them apart": ("營收2477億元，撇除出售業務為2600億元。", [("2477億元", {}), ("2600億元", {})]),
    "a list of three": ("收入100億元。\n收入200億元。\n收入300億元。", [("100億元", {}), ("200億元", {}), ("300億元", {})]),
    "intraday prices": ("股價曾見150元。\n股價收報151.8元。", [("150元", PRICE), ("151.8元", PRICE)]),
    "open against close": (
        "開報150元。\n收報151.8元。",
        [("150元", PRICE | {"facets": (("session", "open"),)}), ("151.8元", PRICE | {"facets": (("session", "close"),)})],
    ),
    "other currency": ("營收2477億元。\n營收345億美元。", [("2477億元", {}), ("345億美元", {})]),
    "more than": ("營收2477億元。\n營收逾2400億元。", [("2477億元", {}), ("2400億元", {})]),
    "supposed": ("營收2477億元。\n若營收跌至2000億元，評級會調整。", [("2477億元", {}), ("2000億元", {})]),
    "two companies": ("阿里營收2477億元。\n京東營收3567億元。", [("2477億元", {}), ("3567億元", {"entity": "jd"})]),
}  # fmt: skip


@pytest.mark.parametrize("name", QUIET)
def test_look_alikes_stay_quiet(rules: Any, name: str) -> None:
    """Other times, scopes, forecasters, currencies and older values are no contradiction."""
    text, rows = QUIET[name]
    assert found(rules, text, *rows) == []
