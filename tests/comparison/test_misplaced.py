"""A right number in the wrong place: the high of the day printed as its close, one company's figure given to another."""

from __future__ import annotations

from typing import Any

from factcheck.checks.across import compare_articles
from tests.comparison.factory import DAY, Book, extraction, joined

BOOK: Any = Book()
UP = {"quantity": {"direction": "up", "change": "delta"}}
MOVE: dict[str, Any] = {"metric": "move", "family": "share_move", "period": (DAY, DAY), "period_surface": "周三", **UP}
BETA: dict[str, Any] = {"entity": "beta", "entity_surface": "貝塔"}


def found(draft, *wires):
    """(check, severity, surfaces) of every finding on a draft."""
    findings = compare_articles([draft], wires, BOOK).findings
    return [(f.check, f.severity, tuple(c.surface for c in f.claims)) for f in findings]


def moved(name, surface, hour, **fields):
    """An article with the move of a share at that hour of the day."""
    return extraction(name, {"surface": surface, "facets": (("session", hour),), **MOVE, **fields})


def wire_of_the_day():
    """Up as much as 4.2% during the day, 1.3% at the close."""
    hours = ({"surface": s, "facets": (("session", h),), **MOVE} for s, h in (("4.2%", "intraday"), ("1.3%", "close")))
    return joined(extraction("wire", *hours), "Alpha盤中曾升4.2%，收市升1.3%。")


def test_the_high_of_the_day_is_no_close():
    """The draft closes up 4.2%, which the wire has as the high."""
    assert found(moved("draft", "4.2%", "close"), wire_of_the_day()) == [("FC101", "warning", ("4.2%", "1.3%"))]


def test_the_close_is_the_close():
    """The draft has the wire's close, or its high as the high."""
    assert found(moved("draft", "1.3%", "close"), wire_of_the_day()) == []
    assert found(moved("draft", "4.2%", "intraday"), wire_of_the_day()) == []


def test_the_move_of_one_share_given_to_another():
    """Beta rose 8.55% and Alpha 1.3% in the wire: the draft gives 8.55% to Alpha."""
    draft = extraction("draft", {"surface": "8.55%", **MOVE, "sentence": "Alpha升8.55%。"})
    shares = ({"surface": "8.55%", **MOVE, **BETA}, {"surface": "1.3%", **MOVE})
    wire = joined(extraction("wire", *shares), "貝塔升8.55%，Alpha升1.3%。")
    assert ("FC106", "warning", ("8.55%", "8.55%", "Alpha")) in found(draft, wire)


def test_two_shares_may_rise_alike():
    """The wire says nothing of Alpha: that Beta rose as much is chance."""
    draft = extraction("draft", {"surface": "8.55%", **MOVE, "sentence": "Alpha升8.55%。"})
    assert found(draft, extraction("wire", {"surface": "8.55%", **MOVE, **BETA, "sentence": "貝塔升8.55%。"})) == []
