"""What claims say of a sentence: who, what, how much, when, in which scope, said by whom."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from factcheck import article_from_text
from factcheck.claims import extract
from factcheck.rulebook import load_rulebook

if TYPE_CHECKING:
    from factcheck.types import Claim

DAY = date(2025, 9, 12)


def claims_of(text: str, *, day: date = DAY) -> list[Claim]:
    return list(extract(article_from_text(text, date=day), load_rulebook()).claims)


def only(text: str, surface: str, *, day: date = DAY) -> Claim:
    found = [claim for claim in claims_of(text, day=day) if claim.surface == surface]
    assert len(found) == 1, [(c.surface, c.entity) for c in claims_of(text, day=day)]
    return found[0]


def test_share_move_with_close() -> None:
    """A Hong Kong close names company, move and price; the bare 元 is Hong Kong dollars."""
    text = "港股午後回穩，騰訊(00700)升2.86%，收報647.5元。"
    move, price = only(text, "2.86%"), only(text, "647.5元")
    assert (move.entity, move.metric, move.family, move.quantity.direction) == (
        "tencent",
        "share_move",
        "share_move",
        "up",
    )
    assert (
        price.entity, price.metric, price.quantity.unit, price.quantity.unit_inferred,
    ) == ("tencent", "share_price", "HKD", True)  # fmt: skip


def test_list_shares_one_value() -> None:
    """Two companies before one number are two claims."""
    found = [(c.entity, c.quantity.direction) for c in claims_of("美團、京東跌逾3%。") if c.surface == "3%"]
    assert found == [("meituan", "down"), ("jd", "down")]


def test_respectively_pairs_in_order() -> None:
    """分別 deals the numbers out to the names in their order."""
    text = "阿里巴巴和百度的資本開支按季增速分別達57%和30%。"
    assert {c.surface: c.entity for c in claims_of(text)} == {"57%": "alibaba", "30%": "baidu"}


def test_respectively_pairs_years_with_amounts() -> None:
    """A list of years before a list of amounts pairs year with amount."""
    text = "大行預計，2025年、2026年及2027年行業資本開支將分別達4500億美元、5200億美元和5400億美元。"
    found = {c.surface: c.period for c in claims_of(text)}
    assert {
        "4500億美元": (date(2025, 1, 1), date(2025, 12, 31)),
        "5200億美元": (date(2026, 1, 1), date(2026, 12, 31)),
        "5400億美元": (date(2027, 1, 1), date(2027, 12, 31)),
    } == found


def test_subject_is_carried_over() -> None:
    """A sentence without a name speaks of the company of the sentence before."""
    text = "小米昨日公布季度業績。期內公司收入為1159億元，毛利率為22.5%。"
    assert [c.entity for c in claims_of(text)] == ["xiaomi", "xiaomi"]


def test_growth_is_not_the_level() -> None:
    """Revenue and its growth are two metrics of one company."""
    text = "Nvidia's revenue rose 62% to $57.0 billion in the quarter."
    growth, level = only(text, "62%"), only(text, "$57.0 billion")
    assert (
        growth.metric, growth.family, growth.quantity.direction, growth.quantity.change,
    ) == ("revenue_growth", "growth", "up", "delta")  # fmt: skip
    assert (level.metric, level.family, level.quantity.change) == ("revenue", "revenue", "level")


def test_source_is_not_the_subject() -> None:
    """The bank that forecasts the gold price is its source, not what it is the price of."""
    claim = only("高盛預計2026年12月金價將升至每盎司4900美元。", "每盎司4900美元")
    assert (claim.entity, claim.attribution, claim.modality) == ("gold", "goldman_sachs", "forecast")


def test_session_is_a_facet() -> None:
    """A half-day close is not the close."""
    assert only("阿里巴巴半日升5.93%。", "5.93%").facet("session") == "half_day"
    assert only("阿里巴巴收市升5.93%。", "5.93%").facet("session") == "close"


def test_same_period_last_year_is_resolved() -> None:
    """去年同期 is the period named before it, a year earlier."""
    text = "華虹半導體2024年第四季度收入5.39億美元，去年同期收入4.55億美元。"
    assert (date(2023, 10, 1), date(2023, 12, 31)) == only(text, "4.55億美元", day=date(2025, 2, 13)).period


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("三大指數今早齊跌，恒指報25000點。", "三大"),
        ("兩家公司均未回應查詢，百度股價升2%。", "兩家"),
        ("公司的第一步是招人，料增聘300人。", "第一"),
    ],
)
def test_rhetorical_numbers_claim_nothing(text: str, surface: str) -> None:
    """A group label, an anaphoric count and a plain ordinal are no claims, yet they stand in the ledger."""
    extraction = extract(article_from_text(text, date=DAY), load_rulebook())
    assert not [c for c in extraction.claims if c.surface.startswith(surface[:1])]
    assert any(e.surface.startswith(surface[:1]) and e.role in ("other", "ordinal") for e in extraction.ledger)


def test_unknown_company_becomes_an_open_entity() -> None:
    """A company that no rule knows is taken from its ticker bracket and kept under its name."""
    text = "長風藥業(02652)首日掛牌高開逾218%。截至中午，長風藥業升180%，成交6.2億元。"
    assert {"長風藥業"} == {c.entity_surface for c in claims_of(text)}
    assert len({c.entity for c in claims_of(text)}) == 1


def test_number_outside_every_rule_is_an_open_claim() -> None:
    """What no metric file knows is kept under the words that govern it."""
    claim = only("該博物館去年展出4200件陶器。", "4200件")
    assert (True, Decimal(4200)) == (claim.metric_open, claim.quantity.value_low)


def test_every_numeral_is_in_the_ledger() -> None:
    """Every digit of a text lies inside some ledger entry."""
    text = (
        "據《2025智能報告》，H100於2023年3月售3.5萬美元，見 https://example.org/a/123 。第1260H條、(09988.HK)、10:30。"
    )
    extraction = extract(article_from_text(text, date=DAY), load_rulebook())
    covered = {i for e in extraction.ledger for i in range(e.start, e.end)}
    assert [(i, c) for i, c in enumerate(text) if c.isdigit() and i not in covered] == []
    assert all(text[e.start : e.end] == e.surface for e in extraction.ledger)
