"""FC204: headlines may round, not invent."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.checks.fc204_headline_mismatch import check

from .factory import extraction

UP: dict[str, Any] = {"metric": "revenue_growth", "family": "growth", "direction": "up", "change": "delta"}


def found(rules: Any, head: str, body: str, *rows: tuple[str, dict[str, Any]]) -> list[tuple[str, str]]:
    """Severity and first number of each finding."""
    read = extraction(f"{head}\n{body}", rows, headline=head)
    return [(f.severity, f.claims[0].surface) for f in check(read, rules)]


def test_headline_and_body_differ(rules: Any) -> None:
    """The headline's number is pointed at, the body's stands beside it."""
    rows = [("51%", UP), ("15%", UP)]
    read = extraction("阿里次季營收增51%\n阿里公布次季營收按年增長15%。", rows, headline="阿里次季營收增51%")
    (finding,) = check(read, rules)
    assert (finding.severity, [c.surface for c in finding.claims]) == ("error", ["51%", "15%"])
    assert "the headline has 51%, the body 15% (line 2)" in finding.message


def test_turned_direction(rules: Any) -> None:
    """A fall in the headline is a rise in the body."""
    rows = [("15%", UP | {"direction": "down"}), ("15%", UP)]
    assert found(rules, "阿里次季營收跌15%", "營收按年增長15%。", *rows) == [("error", "15%")]


def test_digits_turned_round_in_an_open_metric(rules: Any) -> None:
    """A metric that no rule knows is told by its words, and the slip by its digits."""
    head = UP | {"metric": "登場事實性提升", "metric_open": True}
    body = UP | {"metric": "事實性提升", "metric_open": True, "entity": "ernie"}
    assert found(rules, "X1.1登場　事實性提升43.8%", "新版事實性提升34.8%。", ("43.8%", head), ("34.8%", body)) == [
        ("error", "43.8%")
    ]
    assert (
        found(
            rules,
            "X1.1登場　事實性提升43.8%",
            "新版速度提升34.8%。",
            ("43.8%", head),
            ("34.8%", body | {"metric": "速度提升"}),
        )
        == []
    )


def test_several_values_in_the_body(rules: Any) -> None:
    """Which of the body's values is meant is not sure, but none of them fits."""
    rows = [("51%", UP), ("15%", UP), ("18%", UP)]
    assert found(rules, "阿里次季營收增51%", "營收增長15%。營收增長18%。", *rows) == [("warning", "51%")]


QUIET = {
    "another number of the headline": ("營收增15%，料再增51%", "營收增長15%。", [("15%", UP), ("51%", UP), ("15%", UP)]),
    "an open value that allows anything": ("恒指失守21800點", "恒指曾升逾660點。", [("21800點", UP | {"direction": "down"}), ("660點", UP)]),
    "rounded": ("營收增15%", "營收增長15.4%。", [("15%", UP), ("15.4%", UP)]),
    "cut off": ("營收增15%", "營收增長15.9%。", [("15%", UP), ("15.9%", UP)]),
    "nearly": ("發債近32億美元", "本金31.68億美元。", [("32億美元", {}), ("31.68億美元", {})]),
    "over": ("營收逾2400億元", "營收2477億元。", [("2400億元", {}), ("2477億元", {})]),
    "one digit": ("發債30億美元", "本金31.7億美元。", [("30億美元", {}), ("31.7億美元", {})]),
    "one of several": ("營收增15%", "營收增長18%。營收增長15.2%。", [("15%", UP), ("18%", UP), ("15.2%", UP)]),
    "read as another metric below": ("營收增15%", "營收增長18%，純利增15%。", [("15%", UP), ("18%", UP), ("15%", UP | {"metric": "net_profit_growth"})]),
    "another segment": ("雲營收增26%", "營收增長2%。", [("26%", UP | {"facets": (("segment", "cloud"),)}), ("2%", UP | {"facets": (("segment", "retail"),)})]),
    "forecast above, actual below": ("料營收增30%", "營收增長15%。", [("30%", UP | {"modality": "forecast"}), ("15%", UP)]),
    "not in the body": ("營收增51%", "純利增長15%。", [("51%", UP), ("15%", UP | {"metric": "net_profit_growth"})]),
}  # fmt: skip


@pytest.mark.parametrize("name", QUIET)
def test_look_alikes_stay_quiet(rules: Any, name: str) -> None:
    """Rounding, other scopes and numbers read otherwise below are no contradiction."""
    head, body, rows = QUIET[name]
    assert found(rules, head, body, *rows) == []
