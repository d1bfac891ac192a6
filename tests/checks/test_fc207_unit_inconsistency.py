"""FC207: the same digits in two units are one slip."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.checks.fc207_unit_inconsistency import check

from .factory import extraction

BOND: dict[str, Any] = {"metric": "principal_amount", "family": "bond_terms", "period": None}
POWER: dict[str, Any] = {"metric": "capacity", "family": "physical", "period": None}


def found(rules: Any, text: str, *rows: tuple[str, dict[str, Any]]) -> list[tuple[str, str]]:
    """Severity and first number of each finding."""
    return [(f.severity, f.claims[0].surface) for f in check(extraction(text, rows), rules)]


PREMIUM: dict[str, Any] = BOND | {"metric": "premium"}
WRONG = {
    "premium over another currency": (
        "轉換價188.08美元，較前一日收報143.3港元溢價約31%。",
        [("188.08美元", BOND), ("143.3港元", BOND), ("31%", PREMIUM)],
        ("error", "188.08美元"),
    ),
    "currency": (
        "發行32億美元票據。\n該32億港元票據反應良好。",
        [("32億美元", BOND), ("32億港元", BOND)],
        ("error", "32億港元"),
    ),
    "physical unit": (
        "機房容量50兆瓦。\n50吉瓦的容量明年投產。",
        [("50兆瓦", POWER), ("50吉瓦", POWER)],
        ("warning", "50吉瓦"),
    ),
    "the majority is believed": (
        "發行32億港元票據。\n該32億美元票據零息。\n32億美元票據反應良好。",
        [("32億港元", BOND), ("32億美元", BOND), ("32億美元", BOND)],
        ("error", "32億港元"),
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_same_digits_in_two_units(rules: Any, name: str) -> None:
    """Both statements cannot hold."""
    text, rows, expected = WRONG[name]
    assert found(rules, text, *rows) == [expected]


QUIET = {
    "premium in one currency": (
        "轉換價188.08港元，較前一日收報143.3港元溢價約31%。",
        [("188.08港元", BOND), ("143.3港元", BOND), ("31%", PREMIUM)],
    ),
    "premium after conversion": (
        "轉換價24.2美元，較前一日收報143.3港元溢價約31%。",
        [("24.2美元", BOND), ("143.3港元", BOND), ("31%", PREMIUM)],
    ),
    "converted": ("發行32億美元票據。\n約249億港元的票據零息。", [("32億美元", BOND), ("249億港元", BOND)]),
    "another figure": ("發行32億美元票據。\n營收32億港元。", [("32億美元", BOND), ("32億港元", {})]),
    "bare yuan": ("發行32億美元票據。\n本金32億元。", [("32億美元", BOND), ("32億元", BOND)]),
    "one sentence": ("發行32億美元及32億港元票據。", [("32億美元", BOND), ("32億港元", BOND)]),
    "another company": ("騰訊發行32億美元票據。\n百度發行32億港元票據。", [("32億美元", BOND), ("32億港元", BOND | {"entity": "baidu"})]),
    "other scope": (
        "國內收入32億美元。\n海外收入32億港元。",
        [("32億美元", {"facets": (("geography", "cn"),)}), ("32億港元", {"facets": (("geography", "overseas"),)})],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", QUIET)
def test_look_alikes_stay_quiet(rules: Any, name: str) -> None:
    """Conversions, other figures and other scopes are right."""
    text, rows = QUIET[name]
    assert found(rules, text, *rows) == []
