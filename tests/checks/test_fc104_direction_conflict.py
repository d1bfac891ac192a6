"""FC104: a rise in one article, a fall in the other."""

from __future__ import annotations

from datetime import date
from typing import Any

from factcheck.checks.across import compare_articles
from tests.comparison.factory import Book, extraction

BOOK: Any = Book()


def only(draft, *sources):
    """The single finding of the draft against the sources."""
    (finding,) = compare_articles([draft], sources, BOOK).findings
    return finding


MOVE = {
    "metric": "move",
    "family": "share_move",
    "period": (date(2025, 9, 10), date(2025, 9, 10)),
    "period_surface": "周三",
}


def move(name: str, surface: str, direction: str):
    """An article with a share move."""
    return extraction(name, {"surface": surface, **MOVE, "quantity": {"direction": direction, "change": "delta"}})


def test_both_directions_are_shown():
    """Up here, down there."""
    finding = only(move("draft", "3.45%", "up"), move("wire", "3.45%", "down"))
    assert "up 3.45% here, but down 3.45% in wire:1" in finding.message


def test_two_moments_of_a_session_are_no_error():
    """Up 0.4 % and down 1.3 % on one day are most often two moments of it."""
    findings = compare_articles([move("draft", "0.4%", "up")], [move("wire", "1.3%", "down")], BOOK).findings
    assert all(f.severity == "note" for f in findings)
