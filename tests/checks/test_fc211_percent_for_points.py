"""FC211: between two percentages lie percentage points."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.checks import fc201_percentage_contradiction, fc211_percent_for_points

from .factory import extraction

MARGIN: dict[str, Any] = {"metric": "gross_margin", "family": "margin"}
UP: dict[str, Any] = MARGIN | {"direction": "up", "change": "delta"}
DOWN: dict[str, Any] = UP | {"direction": "down"}


def found(rules: Any, text: str, *rows: tuple[str, dict[str, Any]]) -> list[tuple[str, str, str]]:
    """Check, severity and first number of each finding of FC201 and FC211."""
    read = extraction(text, rows)
    return [
        (f.check, f.severity, f.claims[0].surface)
        for module in (fc201_percentage_contradiction, fc211_percent_for_points)
        for f in module.check(read, rules)
    ]


WRONG = {
    "percent for points": (
        "毛利率由31%升至35%，上升4%。",
        [("31%", MARGIN), ("35%", MARGIN), ("4%", UP)],
        "warning",
        "4%",
    ),
    "points for percent": (
        "毛利率由50%升至75%，上升50個百分點。",
        [("50%", MARGIN), ("75%", MARGIN), ("50個百分點", UP)],
        "warning",
        "50個百分點",
    ),
    "points that do not come out": (
        "毛利率由31%上升4個百分點至37%。",
        [("31%", MARGIN), ("4個百分點", UP), ("37%", MARGIN)],
        "error",
        "4個百分點",
    ),
    "points that only rounding could explain": (
        "毛利率由31%上升4個百分點至36%。",
        [("31%", MARGIN), ("4個百分點", UP), ("36%", MARGIN)],
        "note",
        "4個百分點",
    ),
    "widened, neither up nor down": (
        "Gross margin widened 2.1 percentage points to 45.3% from 41.2%.",
        [("2.1 percentage points", MARGIN), ("45.3%", MARGIN), ("41.2%", MARGIN)],
        "error",
        "2.1 percentage points",
    ),
    "English": (
        "Gross margin fell 6 percentage points to 35% from 39%.",
        [("6 percentage points", DOWN), ("35%", MARGIN), ("39%", MARGIN)],
        "error",
        "6 percentage points",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_unit_of_a_change(rules: Any, name: str) -> None:
    """The two percentages tell which unit the change has."""
    text, rows, severity, surface = WRONG[name]
    assert found(rules, text, *rows) == [("FC211", severity, surface)]


def test_neither_unit_fits(rules: Any) -> None:
    """A per cent change that is neither relative nor in points is a contradiction of FC201."""
    rows = [("31%", MARGIN), ("35%", MARGIN), ("24%", UP)]
    assert found(rules, "毛利率由31%升至35%，上升24%。", *rows) == [("FC201", "error", "24%")]


QUIET = {
    "points": ("毛利率由31%升至35%，上升4個百分點。", [("31%", MARGIN), ("35%", MARGIN), ("4個百分點", UP)]),
    "relative": ("毛利率由40%升至50%，升幅25%。", [("40%", MARGIN), ("50%", MARGIN), ("25%", UP)]),
    "rounded points": (
        "毛利率由31.4%升至35.3%，上升約4個百分點。",
        [("31.4%", MARGIN), ("35.3%", MARGIN), ("4個百分點", UP)],
    ),
    "whole per cents": (
        "毛利率由31%升至35%，上升4.6個百分點。",
        [("31%", MARGIN), ("35%", MARGIN), ("4.6個百分點", UP)],
    ),
    "another margin": (
        "毛利率由31%升至35%，淨利率上升9個百分點。",
        [("31%", MARGIN), ("35%", MARGIN), ("9個百分點", UP | {"metric": "net_margin"})],
    ),
    "three shares": ("份額依次為31%、35%和4%。", [("31%", MARGIN), ("35%", MARGIN), ("4%", MARGIN)]),
}


@pytest.mark.parametrize("name", QUIET)
def test_look_alikes_stay_quiet(rules: Any, name: str) -> None:
    """Rounded points, relative changes and lists are right."""
    text, rows = QUIET[name]
    assert found(rules, text, *rows) == []
