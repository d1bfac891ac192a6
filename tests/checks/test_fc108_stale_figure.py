"""FC108: a figure that a newer article replaced."""

from __future__ import annotations

from typing import Any

from factcheck.checks.across import compare_articles
from tests.comparison.factory import Book, extraction, later

BOOK: Any = Book()


def only(draft, *sources):
    """The single finding of the draft against the sources."""
    (finding,) = compare_articles([draft], sources, BOOK).findings
    return finding


TARGET = {"modality": "forecast", "metric": "target", "family": "price_target", "attribution": "goldman"}


def test_the_newer_figure_is_named():
    """The draft's 4,300 was raised to 4,900 a week later."""
    newer = extraction("news", {"surface": "4,900美元", **TARGET}, published=later(7))
    finding = only(extraction("draft", {"surface": "4,300美元", **TARGET}), newer)
    assert finding.message == ("Alpha: target: 4,300美元 is out of date; news:1 (2025-09-17) gives 4,900美元 instead.")
