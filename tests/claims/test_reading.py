"""How movement, time, scope and subject are told from each other inside a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.test_extract import claims_of, only

FEBRUARY = date(2025, 2, 12)


@pytest.mark.parametrize(
    ("text", "surface", "direction", "change"),
    [
        ("公司毛利率由31%升至35%。", "31%", "up", "level"),
        ("公司毛利率由31%升至35%。", "35%", "up", "level"),
        ("公司全年收入增長3倍。", "3倍", "up", "multiple"),
        ("公司全年收入下降12%。", "12%", "down", "delta"),
        ("Revenue fell to $3.1 billion from $3.4 billion.", "$3.1 billion", None, "level"),
        ("Revenue fell to $3.1 billion from $3.4 billion.", "$3.4 billion", None, "level"),
        ("Sales posted a 5% increase in the year.", "5%", "up", "delta"),
        ("公司斥資2億元增強產能。", "2億元", None, "level"),
    ],
)
def test_direction_and_change(text: str, surface: str, direction: str | None, change: str) -> None:
    """Rose by, rose to and stands at are three readings."""
    quantity = only(text, surface).quantity
    assert (direction, change) == (quantity.direction, quantity.change)


def test_base_of_a_change_is_not_its_period() -> None:
    """Up 62 % from a year ago speaks of the quarter named, not of the year before."""
    text = "Nvidia reported revenue of $57.0 billion for the third quarter of 2025, up 62% from a year ago."
    assert (date(2025, 7, 1), date(2025, 9, 30)) == only(text, "62%", day=date(2025, 11, 20)).period


def test_profit_a_share_is_earnings_per_share() -> None:
    """The amount after "or" is per share, so it is another metric than the profit before it."""
    text = "Lyft said net income was $61.7 million, or 15 cents per share, in the quarter."
    assert [c.metric for c in claims_of(text, day=FEBRUARY)] == ["net_profit", "eps"]


def test_weekly_move_covers_the_week() -> None:
    """周漲 after a Friday's close is the move from Monday to that Friday."""
    text = "周五，恆生指數收盤跌0.54%，周漲3.88%。"
    assert (date(2025, 9, 8), date(2025, 9, 12)) == only(text, "3.88%").period


def test_year_to_date_ends_with_the_article() -> None:
    """A share's rise this year runs from 1 January to the article's day."""
    assert (date(2025, 1, 1), date(2025, 9, 12)) == only("騰訊股價今年以來累升52%。", "52%").period


def test_figures_as_of_a_day_end_there() -> None:
    """年內 with figures as of 31 August ends on 31 August."""
    text = "截至8月31日，年內外資被動基金累計流入達150億美元。"
    assert (date(2025, 1, 1), date(2025, 8, 31)) == only(text, "150億美元").period


def test_comparison_is_not_the_subject() -> None:
    """What the new model costs is said of the new model, not of the one it is compared with."""
    text = "阿里開源Qwen9-Tiny-8B模型。新模型的訓練成本僅為Qwen8-32B的十分之一。"
    assert only(text, "十分之一").entity == "qwen9_tiny_8b"


def test_amount_has_no_base() -> None:
    """Month-on-month belongs to the growth, not to the amount before it."""
    text = "台積電1月營收2932.9億元，月增5.4%。"
    level, growth = only(text, "2932.9億元", day=FEBRUARY), only(text, "5.4%", day=FEBRUARY)
    assert (level.facet("basis"), growth.facet("basis")) == (None, "mom")


def test_unit_that_the_metric_implies() -> None:
    """Monthly users are people, though papers leave the word out; the unit is marked as inferred."""
    quantity = only("微信月活躍用戶達13.9億。", "13.9億").quantity
    assert (quantity.unit, quantity.unit_inferred) == ("people", True)


def test_undated_day_stays_symbolic() -> None:
    """Without any date in the article a weekday is never guessed."""
    from factcheck import article_from_text, extract_claims

    found = extract_claims(article_from_text("週五，恆指跌1.2%。"))
    assert [claim.period for claim in found] == [None]
