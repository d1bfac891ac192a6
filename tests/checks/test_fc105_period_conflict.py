"""FC105: the same figure, given for another period."""

from __future__ import annotations

from datetime import date
from typing import Any

from factcheck.checks.across import compare_articles
from tests.comparison.factory import Q2, Book, extraction

BOOK: Any = Book()


def only(draft, *sources):
    """The single finding of the draft against the sources."""
    (finding,) = compare_articles([draft], sources, BOOK).findings
    return finding


def test_both_periods_are_named():
    """47.3億美元 of the third quarter here, of the second there."""
    finding = only(
        extraction("draft", {"surface": "47.3億美元"}),
        extraction("wire", {"surface": "47.3億美元", "period": Q2, "period_surface": "第二季"}),
    )
    assert finding.check == "FC105"
    assert "第三季 (2025-07-01 to 2025-09-30) here" in finding.message
    assert "第二季 (2025-04-01 to 2025-06-30) in wire:1" in finding.message


def test_a_day_inside_the_quarter_is_no_conflict():
    """The day of the announcement stands as often for the figure's quarter."""
    day = date(2025, 8, 20)
    wire = extraction("wire", {"surface": "47.3億美元", "period": (day, day), "period_surface": "8月20日"})
    assert compare_articles([extraction("draft", {"surface": "47.3億美元"})], [wire], BOOK).findings == ()
