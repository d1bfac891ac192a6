"""A telling slip is a conflict even where the period or a facet of one of the two figures was only carried over."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.checks.across import compare_articles
from tests.comparison.factory import Q2, Book, extraction, joined, later

BOOK: Any = Book()
CARRIED: dict[str, Any] = {"period": Q2, "period_inferred": True, "period_surface": None}
DOWN = {"quantity": {"direction": "down", "change": "delta"}}
UP = {"quantity": {"direction": "up", "change": "delta"}}


def found(draft, *wires):
    """(check, severity) of every finding on a draft."""
    return [(f.check, f.severity) for f in compare_articles([draft], wires, BOOK).findings]


def one(name, surface, **fields):
    """An article with a single claim."""
    return extraction(name, {"surface": surface, **fields})


@pytest.mark.parametrize(
    ("mine", "theirs", "check"),
    [
        ("851億元", "581億元", "FC101"),
        ("3340億元", "333.98億元", "FC102"),
        ("52億美元", "52億元", "FC103"),
    ],
)
def test_a_slip_shows_through_a_period_carried_over(mine, theirs, check):
    """The wire's quarter was taken from another sentence: the digits tell that it is the same figure."""
    assert found(one("draft", mine), one("wire", theirs, **CARRIED)) == [(check, "warning")]


def test_the_other_direction_shows_through_a_period_carried_over():
    """Up 17% here and down 17% there."""
    assert found(one("draft", "17%", **UP), one("wire", "17%", **DOWN, **CARRIED)) == [("FC104", "warning")]


def test_another_quarter_is_no_slip():
    """851 in the third quarter, 581 in the second: both are stated."""
    assert found(one("draft", "851億元"), one("wire", "581億元", period=Q2, period_surface="第二季")) == []


def test_what_another_source_prints_is_no_slip():
    """Another wire has 851 as well."""
    draft = one("draft", "851億元")
    assert found(draft, one("wire", "581億元", **CARRIED), one("paper", "851億元", **CARRIED)) == []


def test_different_digits_are_no_slip():
    """851 and 627 are two figures, as far as anyone knows."""
    assert found(one("draft", "851億元"), one("wire", "627億元", **CARRIED)) == []


def test_moves_of_two_days_are_two_moves():
    """Shares fall one day by as much as they rose the day before."""
    moves = {"metric": "move", "family": "share_move", "period": None, "period_surface": None}
    draft = one("draft", "3.9%", **moves, **UP)
    wire = extraction("wire", {"surface": "3.9%", **moves, **DOWN}, published=later(4))
    assert found(draft, wire) == []


def test_a_shared_number_vouches_for_another_subject_read():
    """Both say that sales rose 26%: 3340 and 334 are one figure, though one reader took it for the market's."""
    market = {"entity": None, "entity_surface": None, "entity_open": True}
    draft = joined(
        extraction("draft", {"surface": "3340億元", **market}, {"surface": "26%", **market, **UP}),
        "雲業務收入近3340億元，增26%。",
    )
    wire = joined(
        extraction("wire", {"surface": "333.98億元"}, {"surface": "26%", **UP}), "收入333.98億元，按年增26%。"
    )
    assert ("FC102", "warning") in found(draft, wire)
