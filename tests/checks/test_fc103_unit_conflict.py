"""FC103: the same figure in another unit or currency."""

from __future__ import annotations

from typing import Any

from factcheck.checks.across import compare_articles
from tests.comparison.factory import Book, extraction

BOOK: Any = Book()


def only(draft, *sources):
    """The single finding of the draft against the sources."""
    (finding,) = compare_articles([draft], sources, BOOK).findings
    return finding


def test_the_converted_value_is_offered():
    """52億美元 are some 370 億元: the message says so."""
    finding = only(extraction("draft", {"surface": "52億元"}), extraction("wire", {"surface": "52億美元"}))
    assert (finding.check, finding.severity) == ("FC103", "error")
    assert "the units (CNY, USD) do not" in finding.message
    assert "is about CNY 37" in finding.message


def test_a_currency_that_the_reader_supplied_is_no_evidence():
    """元 taken for yuan by default agrees with the same number in dollars."""
    draft = extraction("draft", {"surface": "52億元", "quantity": {"unit_inferred": True}})
    assert compare_articles([draft], [extraction("wire", {"surface": "52億美元"})], BOOK).findings == ()


def test_percent_for_points_in_a_change():
    """A share that rises 5.8% here and 5.8 points there."""
    fields = {"metric": "market_share", "family": "market_share", "surface": "5.8%"}
    draft = extraction("draft", {**fields, "quantity": {"change": "delta"}})
    wire = extraction("wire", {**fields, "quantity": {"change": "delta", "unit": "pp"}})
    finding = only(draft, wire)
    assert (finding.check, finding.severity) == ("FC103", "warning")
