"""FC102: the same digits with another scale word."""

from __future__ import annotations

from typing import Any

from factcheck.checks.across import compare_articles
from tests.comparison.factory import Book, extraction

BOOK: Any = Book()


def only(draft, *sources):
    """The single finding of the draft against the sources."""
    (finding,) = compare_articles([draft], sources, BOOK).findings
    return finding


def test_the_factor_is_said():
    """萬 for 億 is ten thousand times less."""
    finding = only(extraction("draft", {"surface": "173萬元"}), extraction("wire", {"surface": "173億元"}))
    assert (finding.check, finding.severity) == ("FC102", "error")
    assert "10,000 times less" in finding.message


def test_a_lost_decimal_point_is_a_power_of_ten():
    """35.8 printed as 358."""
    finding = only(extraction("draft", {"surface": "358億元"}), extraction("wire", {"surface": "35.8億元"}))
    assert (finding.check, "10 times more" in finding.message) == ("FC102", True)
