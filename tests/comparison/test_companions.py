"""Sentences that share a telling number speak of one thing: their other numbers are compared as well."""

from __future__ import annotations

from typing import Any

from factcheck.checks.across import compare_articles
from tests.comparison.factory import Book, extraction, joined

BOOK: Any = Book()
NOBODY: dict[str, Any] = {"entity": None, "entity_surface": None, "entity_open": True, "confidence": 0.36}
EXPECTED = {"modality": "forecast", "facets": (("consensus", "market_consensus"),)}


def article(name: str, actual: str, expected: str, sentence: str, **fields):
    """An article with a figure and what was expected, in one sentence."""
    made = ({"surface": actual, **NOBODY, **fields}, {"surface": expected, **NOBODY, **EXPECTED, **fields})
    return joined(extraction(name, *made), sentence)


def found(*articles):
    """(check, severity, surfaces) of every finding of the first against the others."""
    findings = compare_articles(articles[:1], articles[1:], BOOK).findings
    return [(f.check, f.severity, tuple(c.surface for c in f.claims)) for f in findings]


def test_a_shared_figure_vouches_for_the_other_number():
    """Both report 3,973億元 of revenue: then 4,037 and 4,070 are one consensus, misprinted."""
    draft = article("draft", "3,973億元", "4,037億元", "期內收入3,973億元，市場原先預期是4,037億元。")
    wire = article(
        "wire", "3,973億元", "4,070億元", "Sales of 3,973億元 missed the 4,070億元 that analysts had pencilled in."
    )
    assert found(draft, wire) == [("FC101", "warning", ("4,037億元", "4,070億元"))]


def test_a_shared_round_number_vouches_for_nothing():
    """Many companies have 50億元 of something."""
    draft = article("draft", "50億元", "4,037億元", "期內收入50億元，市場原先預期是4,037億元。")
    wire = article(
        "wire", "50億元", "4,070億元", "Sales of 50億元 missed the 4,070億元 that analysts had pencilled in."
    )
    assert found(draft, wire) == []


def test_two_named_companies_stay_two():
    """Where both sentences name their company and they differ, no number vouches for anything."""
    alpha = {"entity": "alpha", "entity_surface": "阿法", "entity_open": False}
    beta = {"entity": "beta", "entity_surface": "Beta", "entity_open": False}
    draft = article("draft", "3,973億元", "4,037億元", "阿法期內收入3,973億元，市場原先預期是4,037億元。", **alpha)
    wire = article(
        "wire",
        "3,973億元",
        "4,070億元",
        "Beta's 3,973億元 missed the 4,070億元 that analysts had pencilled in.",
        **beta,
    )
    assert found(draft, wire) == []


def test_a_subject_carried_over_is_outweighed():
    """A company that the sentence does not name was taken over from an earlier one: the shared number knows better."""
    alpha = {"entity": "alpha", "entity_surface": "阿法", "entity_open": False}
    draft = article("draft", "3,973億元", "4,037億元", "期內收入3,973億元，市場原先預期是4,037億元。", **alpha)
    wire = article(
        "wire", "3,973億元", "4,070億元", "Sales of 3,973億元 missed the 4,070億元 that analysts had pencilled in."
    )
    assert [check for check, _, _ in found(draft, wire)] == ["FC101"]


def test_equal_numbers_beside_a_shared_one_are_confirmed():
    """The consensus that both print alike is confirmed by the other article."""
    draft = article("draft", "3,973億元", "4,037億元", "期內收入3,973億元，市場原先預期是4,037億元。")
    wire = article(
        "wire", "3,973億元", "4,037億元", "Sales of 3,973億元 missed the 4,037億元 that analysts had pencilled in."
    )
    assert [v.status for v in compare_articles([draft], [wire], BOOK).claims] == ["confirmed", "confirmed"]
