"""FC106: the same figure, given for another subject."""

from __future__ import annotations

from typing import Any

from factcheck.checks.across import compare_articles
from tests.comparison.factory import Book, extraction, joined

BOOK: Any = Book()


def only(draft, *sources):
    """The single finding of the draft against the sources."""
    (finding,) = compare_articles([draft], sources, BOOK).findings
    return finding


SENTENCE = "該機構最新報告指，今年上半年{}在當地公有雲市場的份額為35.8%，排名居首。"
FIELDS = {"metric": "market_share", "family": "market_share", "surface": "35.8%"}


def share(name: str, entity: str, surface: str):
    """An article that gives 35.8 % to that company."""
    made = extraction(name, {**FIELDS, "entity": entity, "entity_surface": surface})
    return joined(made, SENTENCE.format(surface))


def test_both_names_are_shown():
    """Alpha here, Beta there."""
    finding = only(share("draft", "beta", "貝塔"), share("wire", "alpha", "阿法"))
    assert finding.check == "FC106"
    assert "Beta: market share here, but Alpha: market share in wire:1" in finding.message


def test_the_same_share_in_sentences_of_their_own_is_chance():
    """Two companies may each have 35.8 % of something."""
    other = joined(
        extraction("wire", {**FIELDS, "entity": "alpha", "entity_surface": "阿法"}),
        "去年底統計顯示35.8%的門店屬於阿法。",
    )
    assert compare_articles([share("draft", "beta", "貝塔")], [other], BOOK).findings == ()
