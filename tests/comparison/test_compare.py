"""Which claims conflict, which are left alone and why: hand-built claims, no reading."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.checks.across import compare_articles
from tests.comparison.factory import Q2, Q3, Book, extraction, joined, later

BOOK: Any = Book()


def found(*articles, sources=()):
    """(check, severity) of every finding among the articles."""
    return [(f.check, f.severity) for f in compare_articles(articles, sources, BOOK).findings]


def reasons(*articles):
    """The reasons of all explained pairs."""
    return [pair.reason for pair in compare_articles(articles, (), BOOK).explained]


def one(name: str, surface: str, published=None, **fields):
    """An article with a single claim."""
    days = {} if published is None else {"published": published}
    return extraction(name, {"surface": surface, **fields}, **days)


def test_a_different_value_of_the_same_figure_is_an_error():
    """386 and 368 for one company, metric and quarter: two digits are transposed."""
    comparison = compare_articles([one("draft", "386億元")], [one("wire", "368億元")], BOOK)
    (finding,) = comparison.findings
    assert (finding.check, finding.severity) == ("FC101", "error")
    assert "transposed" in finding.message
    assert [c.article for c in finding.claims] == ["draft", "wire"]
    assert [v.status for v in comparison.claims] == ["contradicted"]


def test_rounding_is_no_conflict():
    """390億 allows 386.2億 once the digits are taken as written to tens; 386億 and 386.2億 agree."""
    comparison = compare_articles([one("draft", "386億元")], [one("wire", "386.2億元")], BOOK)
    assert comparison.findings == ()
    (claim,) = comparison.claims
    assert (claim.status, [c.article for c in claim.confirmed_by]) == ("confirmed", ["wire"])


@pytest.mark.parametrize(
    ("a", "b", "check"),
    [
        ("46億元", "46萬元", "FC102"),
        ("52億元", "52億美元", "FC103"),
        ("3.86 billion dollars", "3.86 million dollars", "FC102"),
    ],
)
def test_the_same_digits_in_another_scale_or_unit(a, b, check):
    """Digits that agree under another scale word or currency are named as such."""
    assert found(one("draft", a), sources=[one("wire", b)]) == [(check, "error")]


def test_opposite_directions_with_one_magnitude():
    """Up 3.45 % here and down 3.45 % there."""
    fields = {"metric": "move", "family": "share_move", "period": (later(0), later(0))}
    up = one("draft", "3.45%", quantity={"direction": "up"}, **fields)
    down = one("wire", "3.45%", quantity={"direction": "down"}, **fields)
    assert found(up, sources=[down]) == [("FC104", "error")]


def test_converted_money_that_agrees_is_confirmed():
    """100億美元 are 724億元 in September 2025, give or take the rate's tolerance."""
    comparison = compare_articles([one("draft", "712億元")], [one("wire", "100億美元")], BOOK)
    assert comparison.findings == ()
    assert [v.status for v in comparison.claims] == ["confirmed"]


def test_a_facet_that_differs_explains():
    """The cloud segment's revenue is not the group's."""
    group = one("draft", "386億元", facets=(("segment", "group"),))
    cloud = one("wire", "112億元", facets=(("segment", "cloud"),))
    assert found(group, cloud) == []
    assert reasons(group, cloud) == ["scope"]


def test_a_facet_stated_by_one_side_lowers_the_severity():
    """Where one article names the segment and the other does not, an editor should look, the gate should pass."""
    cloud = one("wire", "368億元", facets=(("segment", "cloud"),))
    assert found(one("draft", "386億元"), sources=[cloud]) == [("FC101", "warning")]


def test_a_forecast_is_not_a_fact():
    """What a broker expected is no conflict with what was reported."""
    assert reasons(one("draft", "386億元"), one("wire", "368億元", modality="forecast")) == ["modality"]


def test_two_houses_may_forecast_differently():
    """Forecasts of different houses are explained."""
    fields = {"modality": "forecast", "metric": "target", "family": "price_target"}
    a = one("draft", "186元", attribution="goldman", **fields)
    b = one("wire", "168元", attribution="citi", **fields)
    assert reasons(a, b) == ["forecaster"]


def test_a_price_of_another_day_is_explained():
    """A share price moves: another date explains another value."""
    fields = {"metric": "price", "family": "share_price"}
    a = one("draft", "186.5元", period=(later(0), later(0)), **fields)
    b = one("wire", "168.2元", period=(later(4), later(4)), **fields)
    assert found(a, b) == []
    assert reasons(a, b) == ["as_of"]


def test_another_quarter_is_explained():
    """Second-quarter revenue is not third-quarter revenue."""
    assert reasons(one("draft", "386億元"), one("wire", "368億元", period=Q2, period_surface="第二季")) == ["period"]


def test_one_telling_value_under_two_periods():
    """47.3億美元 cannot be the second quarter's and the third's."""
    draft = one("draft", "47.3億美元")
    assert found(draft, sources=[one("wire", "47.3億美元", period=Q2, period_surface="第二季")]) == [
        ("FC105", "warning")
    ]


def test_round_percentages_under_two_periods_are_chance():
    """5% in one quarter and 5% in the next prove nothing."""
    assert found(one("draft", "5%"), sources=[one("wire", "5%", period=Q2, period_surface="第二季")]) == []


def test_a_value_that_the_article_also_confirms_is_not_in_conflict_with_it():
    """Where the source prints 386 as well as 368 for one key, the reader mixed two things up: silence."""
    wire = extraction("wire", {"surface": "386億元"}, {"surface": "368億元"})
    assert found(one("draft", "386億元"), sources=[wire]) == []


def test_a_counterpart_that_another_claim_of_the_draft_matches_is_taken():
    """The draft's 368 answers to the source's 368, so its 386 is something else."""
    draft = extraction("draft", {"surface": "386億元"}, {"surface": "368億元"})
    assert found(draft, sources=[one("wire", "368億元")]) == []


def test_unknown_entity_and_metric_in_unlike_sentences_stay_a_note():
    """Open text against open text is too weak to alarm anyone without a date."""
    fields = {
        "entity": "某某科技",
        "entity_open": True,
        "metric": "工廠面積",
        "metric_open": True,
        "family": "other",
        "period": None,
        "period_surface": None,
    }
    draft = one("draft", "386億元", sentence="新廠區的工廠面積據說高達386億元，令人側目。", **fields)
    wire = one("wire", "368億元", sentence="工廠面積在去年底已經是368億元了。", **fields)
    assert [severity for _, severity in found(draft, sources=[wire])] == ["note"]
    far = one("far", "612億元", sentence="工廠面積在去年底已經是612億元了。", **fields)
    assert found(draft, sources=[far]) == []


def test_far_apart_values_are_no_error():
    """Numbers with nothing in common are as often two figures as one: a warning."""
    assert found(one("draft", "386億元"), sources=[one("wire", "1,275億元")]) == [("FC101", "warning")]


def test_a_conflict_over_many_articles_is_shown_once():
    """Four sources against one draft: one finding, with the vote in its message."""
    sources = [
        one(f"wire{n}", "368億元", sentence=f"{n}家媒體在{n}號說營收為368億元，{'甲乙丙丁'[n] * 9}。") for n in range(4)
    ]
    (finding,) = compare_articles([one("draft", "386億元")], sources, BOOK).findings
    assert finding.claims[0].article == "draft"
    assert len(finding.claims) == 5
    assert "4 independent sources" in finding.message


def test_without_sources_the_outlier_comes_first():
    """Among equals the value that fewest articles print is the one to look at."""
    articles = [one(f"wire{n}", "368億元", sentence=f"{'甲乙丙'[n] * 9}報道營收為368億元。") for n in range(2)]
    (finding,) = compare_articles([*articles, one("other", "386億元")], (), BOOK).findings
    assert finding.claims[0].article == "other"


def test_sources_are_not_compared_with_each_other():
    """Only findings that touch a checked article are shown."""
    assert found(one("draft", "5%"), sources=[one("a", "386億元"), one("b", "368億元")]) == []


def test_the_fingerprint_does_not_depend_on_the_order():
    """One conflict has one name whichever article is read first."""
    a, b = one("a", "386億元"), one("b", "368億元")
    (first,) = compare_articles([a, b], (), BOOK).findings
    (second,) = compare_articles([b, a], (), BOOK).findings
    assert first.fingerprint == second.fingerprint


def test_an_empty_run_compares_nothing():
    """No articles, no findings."""
    assert compare_articles([], [], BOOK).claims == ()


def test_periods_equal_in_days_are_one():
    """The third quarter and July to September are the same days."""
    assert found(one("draft", "386億元"), sources=[one("wire", "368億元", period=Q3, period_surface="7月至9月")]) == [
        ("FC101", "error")
    ]


FORECAST = {"modality": "forecast", "metric": "target", "family": "price_target", "attribution": "goldman"}


def test_a_newer_forecast_of_the_same_house_replaces_the_older():
    """The old target in last week's article is no conflict with this week's."""
    old, new = one("old", "4,300美元", **FORECAST), one("new", "4,900美元", published=later(7), **FORECAST)
    assert found(old, new) == []
    assert reasons(old, new) == ["superseded"]


def test_a_draft_older_than_its_source_is_stale():
    """The draft prints the target that a newer source has replaced."""
    new = one("new", "4,900美元", published=later(7), **FORECAST)
    assert found(one("draft", "4,300美元", **FORECAST), sources=[new]) == [("FC108", "warning")]
    assert found(one("draft", "4,300美元", published=later(9), **FORECAST), sources=[new]) == []


def test_a_source_that_names_the_old_value_makes_it_stale():
    """Raised from 4,300 to 4,900: the draft's 4,300 is the old one."""
    sentence = "該行把目標價由4,300美元上調到4,900美元。"
    new = extraction(
        "new",
        *({"surface": s, "sentence": sentence, **FORECAST} for s in ("4,300美元", "4,900美元")),
        published=later(7),
    )
    in_one = joined(new, sentence)
    assert found(one("draft", "4,300美元", **FORECAST), sources=[in_one]) == [("FC108", "warning")]


def test_digits_cut_off_are_no_conflict():
    """3.569億 for 3.5699億: the writer cut instead of rounding."""
    assert found(one("draft", "3.569億元"), sources=[one("wire", "3.5699億元")]) == []
    assert found(one("draft", "3.571億元"), sources=[one("wire", "3.5699億元")]) == [("FC101", "error")]


def test_a_whole_against_its_part_is_no_alarm():
    """230億 in the headline are the 200億 and 30億 of the body."""
    parts = ({"surface": "200億元"}, {"surface": "30億元", "metric": "price", "metric_surface": "另"})
    wire = joined(extraction("wire", *parts), "銀行將分別向母公司和物管子公司提供200億元、30億元的授信。")
    assert all(severity == "note" for _, severity in found(one("draft", "230億元"), sources=[wire]))


def test_a_draft_that_prints_the_new_value_too_is_not_stale():
    """Old and new target side by side: the draft knows of the change."""
    draft = extraction("draft", {"surface": "4,300美元", **FORECAST}, {"surface": "4,900美元", **FORECAST})
    assert found(draft, sources=[one("new", "4,900美元", published=later(7), **FORECAST)]) == []
