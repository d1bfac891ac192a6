"""A telling number said of the same company is support, though the two sentences were read a little differently."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.checks.across import compare_articles
from tests.comparison.factory import Q2, Book, extraction

BOOK: Any = Book()
CARRIED: dict[str, Any] = {"period": Q2, "period_inferred": True, "period_surface": None}
OPEN: dict[str, Any] = {"metric": "taken_in", "metric_open": True, "family": "other"}


def status(mine, theirs, surface="386.2億元", other="386.2億元"):
    """The status of the draft's claim."""
    draft, wire = extraction("draft", {"surface": surface, **mine}), extraction("wire", {"surface": other, **theirs})
    (claim,) = compare_articles([draft], [wire], BOOK).claims
    return claim.status


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({}, CARRIED),
        (OPEN, {}),
        ({"modality": "forecast"}, {}),
        ({"metric": "price", "family": "share_price"}, {"metric": "cost", "family": "share_price"}),
        ({"entity": None, "entity_surface": None, "entity_open": True}, {}),
    ],
    ids=["period carried over", "metric of no rule", "outlook misread", "one family", "subject unknown"],
)
def test_a_telling_number_supports(mine, theirs):
    """Four digits of one company's money are not in both articles by chance."""
    assert status(mine, theirs) == "confirmed"


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({}, {"period": Q2, "period_surface": "第二季"}),
        ({}, {"entity": "beta", "entity_surface": "Beta", "sentence": "Beta說是386.2億元。"}),
        (
            {"quantity": {"direction": "up", "change": "delta"}},
            {"quantity": {"direction": "down", "change": "delta"}, **CARRIED},
        ),
    ],
    ids=["another quarter", "another company", "turned"],
)
def test_what_both_state_parts_them(mine, theirs):
    """The same number of another quarter, company or direction supports nothing."""
    own = {"sentence": "Alpha說是386.2億元。"}
    assert status({**own, **mine}, theirs) != "confirmed"


def test_a_round_number_supports_nothing_but_its_like():
    """5% of something is said of every company."""
    assert status(OPEN, {}, "5%", "5%") == "alone"
