"""FC101: two articles give different values for the same figure."""

from __future__ import annotations

from typing import Any

from factcheck.checks.across import compare_articles
from tests.comparison.factory import Q2, Book, extraction

BOOK: Any = Book()


def only(draft, *sources):
    """The single finding of the draft against the sources."""
    (finding,) = compare_articles([draft], sources, BOOK).findings
    return finding


def one(name: str, surface: str, **fields):
    """An article with one claim."""
    return extraction(name, {"surface": surface, **fields})


def test_the_message_names_both_values_their_places_and_the_slip():
    """An editor reads what stands here, what stands there, since when, and what likely happened."""
    assert only(one("desk/draft.md", "386億元"), one("wire.md", "368億元")).message == (
        "Alpha: revenue, 第三季 (2025-07-01 to 2025-09-30): 386億元 here, but 368億元 in wire.md:1 (2025-09-10)."
        " Two digits are transposed."
    )


def test_a_mistyped_digit_is_named():
    """386 for 336."""
    assert "One digit differs" in only(one("draft", "386億元"), one("wire", "336億元")).message


def test_a_dropped_digit_is_named():
    """1,386 for 138: a digit is missing."""
    assert "missing or too many" in only(one("draft", "1,386億元"), one("wire", "138億元")).message


def test_last_quarters_value_printed_as_this_quarters():
    """The source has the draft's number too, for the quarter before."""
    wire = extraction("wire", {"surface": "421億元"}, {"surface": "386億元", "period": Q2, "period_surface": "第二季"})
    finding = only(one("draft", "386億元"), wire)
    assert (finding.check, finding.severity) == ("FC101", "warning")
    assert (
        "There 386億元 is the figure of 第二季 (2025-04-01 to 2025-06-30): perhaps the wrong period" in finding.message
    )


def test_what_matched_is_explained():
    """`explain` shows which dimensions are the same."""
    matched = dict(only(one("draft", "386億元"), one("wire", "368億元")).explanation.matched)
    assert (matched["entity"], matched["metric"], matched["period"]) == ("alpha", "revenue", "2025-07-01/2025-09-30")


def test_many_articles_are_named_but_not_all():
    """Three places are named for a value, the rest counted."""
    sources = [one(f"wire{n}", "368億元", sentence=f"{'甲乙丙丁戊'[n] * 9}稱營收為368億元。") for n in range(5)]
    assert "and 2 more" in only(one("draft", "386億元"), *sources).message
