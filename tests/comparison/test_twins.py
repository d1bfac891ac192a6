"""Sentences that two articles print almost alike: their numbers are compared even where nobody knows the subject."""

from __future__ import annotations

from typing import Any

from factcheck.checks.across import compare_articles
from tests.comparison.factory import Book, extraction, joined, later

BOOK: Any = Book()
OPEN: dict[str, Any] = {
    "entity": None,
    "entity_surface": None,
    "metric": "數目",
    "metric_open": True,
    "family": "count",
    "period": None,
    "period_surface": None,
}


def article(name: str, sentence: str, *surfaces: str, published=None, **fields):
    """An article of one sentence with those numbers."""
    days = {} if published is None else {"published": published}
    numbers = [{"surface": surface, "sentence": sentence, **OPEN, **fields} for surface in surfaces]
    return joined(extraction(name, *numbers, **days), sentence)


def found(draft, *sources):
    """(check, severity) of every finding against the sources."""
    return [(f.check, f.severity) for f in compare_articles([draft], sources, BOOK).findings]


SENTENCE = "警方在碼頭一帶的行動中檢查了{}人，其中{}人因持有假證件被帶返警署調查。"


def test_a_number_that_differs_in_the_same_sentence_is_found_without_any_rule():
    """Nobody knows the subject, but the rest of the sentence and its other number agree."""
    draft = article("draft", SENTENCE.format("236", "17"), "236", "17")
    wire = article("wire", SENTENCE.format("263", "17"), "263", "17")
    comparison = compare_articles([draft], [wire], BOOK)
    assert [(f.check, f.severity) for f in comparison.findings] == [("FC101", "error")]
    assert [v.status for v in comparison.claims] == ["contradicted", "confirmed"]


def test_sentences_in_two_scripts_are_one():
    """Traditional and Simplified fold to one key."""
    draft = article("draft", "警方在码头一带的行动中检查了236人，其中17人因持有假证件被带返警署调查。", "236", "17")
    wire = article("wire", SENTENCE.format("263", "17"), "263", "17")
    assert found(draft, wire) == [("FC101", "error")]


def test_equal_numbers_in_one_sentence_confirm_each_other():
    """An aligned sentence confirms what no rule could key."""
    text = SENTENCE.format("236", "17")
    comparison = compare_articles(
        [article("draft", text, "236", "17")], [article("wire", text + "　", "236", "17")], BOOK
    )
    assert [v.status for v in comparison.claims] == ["confirmed", "confirmed"]


def test_a_formula_filled_in_day_by_day_is_left_alone():
    """All numbers of a market line differ: it is another day's line."""
    line = "綜合指數收市報{}點，全日成交{}，較上日多{}。"
    draft = article("draft", line.format("2,183", "186億元", "3.2%"), "2,183", "186億元", "3.2%")
    wire = article("wire", line.format("2,207", "211億元", "1.7%"), "2,207", "211億元", "1.7%", published=later(9))
    assert found(draft, wire) == []


def test_sentences_about_two_subjects_are_not_aligned():
    """The same words about another company prove nothing about this one."""
    line = "{}公布截至六月底的中期業績，期內整體毛利率上升至{}，並宣派中期息。"
    draft = article(
        "draft",
        line.format("甲方實業", "38.5%"),
        "38.5%",
        entity="甲方實業",
        entity_surface="甲方實業",
        entity_open=True,
    )
    wire = article(
        "wire",
        line.format("乙庚實業", "35.8%"),
        "35.8%",
        entity="乙庚實業",
        entity_surface="乙庚實業",
        entity_open=True,
    )
    assert found(draft, wire) == []


def test_one_telling_figure_of_two_subjects_in_one_sentence():
    """35.8 % is Alpha's share in one article and Beta's in the other."""
    line = "研究機構的報告顯示，今年上半年{}在當地雲服務市場的份額為{}，排名第一。"
    fields = {"metric": "market_share", "metric_open": False, "family": "market_share", "entity_open": False}
    draft = article("draft", line.format("貝塔", "35.8%"), "35.8%", **fields, entity="beta", entity_surface="貝塔")
    wire = article("wire", line.format("阿法", "35.8%"), "35.8%", **fields, entity="alpha", entity_surface="阿法")
    assert found(draft, wire) == [("FC106", "warning")]


def test_a_currency_changed_in_a_reused_sentence():
    """52億港元 for 52億美元."""
    line = "發言人說，集團計劃分兩批發行總值{}的可換股票據，所得款項用於擴建{}個數據中心。"
    draft = article("draft", line.format("52億港元", "14"), "52億港元", "14")
    wire = article("wire", line.format("52億美元", "14"), "52億美元", "14")
    assert found(draft, wire) == [("FC103", "error")]


def test_two_numbers_that_changed_places():
    """236 and 57 have swapped places: a conflict, and named so."""
    draft = article("draft", SENTENCE.format("57", "236"), "57", "236")
    wire = article("wire", SENTENCE.format("236", "57"), "236", "57")
    findings = compare_articles([draft], [wire], BOOK).findings
    assert {f.check for f in findings} == {"FC101"}
    assert all("changed places" in f.message for f in findings)


def test_a_single_number_in_a_short_phrase_proves_nothing():
    """收市升1.2% is every day's phrase."""
    assert (
        found(article("draft", "收市後個股上升1.25%。", "1.25%"), article("wire", "收市後個股上升2.15%。", "2.15%"))
        == []
    )
