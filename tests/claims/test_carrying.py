"""What a sentence, a bracket or a paragraph hands on from one number to the next."""

from __future__ import annotations

from datetime import date

import pytest

from tests.claims.test_extract import claims_of, only

FEBRUARY = date(2025, 2, 12)


def test_gloss_says_the_same_of_the_same() -> None:
    """The amount in brackets only converts the one before it."""
    text = "小米斥資20億美元（約合人民幣146億元）擴建廠房。"
    found = [(c.entity, c.metric, c.quantity.unit) for c in claims_of(text)]
    assert found == [("xiaomi", "investment_plan", "USD"), ("xiaomi", "investment_plan", "CNY")]


def test_one_move_in_two_units() -> None:
    """跌225點或0.5% is one fall, said twice."""
    found = [(c.metric, c.quantity.direction, c.quantity.change) for c in claims_of("恒指收市跌225點或0.5%。")]
    assert found == [("index_move", "down", "delta")] * 2


def test_group_means_the_company_named_before_the_market() -> None:
    """集團 is the company, though a market was named since."""
    text = "騰訊公布業績。港股大市成交3802億港元。業績方面，集團收入1845億元。"
    assert only(text, "1845億元").entity == "tencent"


def test_full_year_beside_a_quarter() -> None:
    """全年 in a report of a quarter is the year that the quarter ends."""
    text = "麥當勞2024年第四季度收入63.9億美元。公司全年收入259億美元。"
    assert only(text, "259億美元", day=FEBRUARY).period == (date(2024, 1, 1), date(2024, 12, 31))


def test_currency_stated_for_all_amounts() -> None:
    """（美元，下同） makes every bare 元 of the report a US dollar."""
    text = "華虹半導體去年盈利5810萬元（美元，下同），收入20億元。"
    assert {c.quantity.unit for c in claims_of(text, day=FEBRUARY)} == {"USD"}


def test_rater_is_not_rated() -> None:
    """The bank that raises a target is its source; the target is the company's."""
    claim = only("大摩將阿里目標價由165港元上調至200港元。", "200港元")
    assert (claim.entity, claim.metric) == ("alibaba", "price_target")


@pytest.mark.parametrize(
    "text",
    [
        "The Labor Department said the consumer price index rose 0.5% in January.",
        "美國勞工部公布，1月消費物價指數按月升0.5%。",
    ],
)
def test_statistics_are_of_a_country(text: str) -> None:
    """The office that counts stands for its country."""
    assert only(text, "0.5%", day=FEBRUARY).entity == "united_states"


def test_person_is_no_bearer() -> None:
    """What the chief executive says is said of the company."""
    text = "Shell reported results. Chief Executive Anna Berg said the buyback would be $3.5 billion."
    assert only(text, "$3.5 billion", day=FEBRUARY).entity == "shell"


def test_results_do_not_date_the_move_of_the_share() -> None:
    """A share that jumps after fourth-quarter results jumps on the day of the article."""
    text = "Shares of Robinhood jumped 12% on Wednesday after fourth-quarter results."
    assert only(text, "12%", day=FEBRUARY).period == (FEBRUARY, FEBRUARY)


def test_japanese_fiscal_year_begins_in_its_year() -> None:
    """Fiscal 2024 of Toyota runs from April 2024 to March 2025."""
    claim = only("豐田2024財年營業利潤4.7萬億日圓。", "4.7萬億日圓", day=FEBRUARY)
    assert claim.period == (date(2024, 4, 1), date(2025, 3, 31))


def test_bracket_of_capitals_makes_no_firm() -> None:
    """消費物價指數（CPI） is a measure, 人工智能（AI） a field: neither bears the number."""
    text = "百度加碼人工智能（AI），全年投入120億元。"
    assert only(text, "120億元").entity == "baidu"


def test_condition_is_no_fact() -> None:
    """如企穩150元 says what would have to be."""
    assert only("阿里股價如企穩150元，可看160元。", "150元").modality == "forecast"


def test_owner_of_a_model_is_not_its_bearer() -> None:
    """百度的文心X1.1 improves, not Baidu."""
    assert only("百度的文心X1.1事實性提升34.8%。", "34.8%").entity == "ernie_x1_1"


def test_side_of_the_base_is_a_direction() -> None:
    """低0.8個百分點 than the quarter before is a fall by that much."""
    quantity = only("毛利率為11.4%，比上一季度低0.8個百分點。", "0.8個百分點").quantity
    assert (quantity.direction, quantity.change) == ("down", "delta")


def test_basis_word_goes_on_about_the_last_measure() -> None:
    """按月升幅 in the sentence after the revenue is the revenue's growth."""
    text = "台積電元月營收2933億元。按月升幅為5.4%。"
    assert only(text, "5.4%", day=FEBRUARY).metric == "revenue_growth"


def test_forecast_does_not_leak_over_but() -> None:
    """What follows 但 is said as a fact."""
    text = "豐田預計全年虧損800億日圓，但股價昨日上漲3.9%。"
    assert only(text, "3.9%", day=FEBRUARY).modality == "actual"
