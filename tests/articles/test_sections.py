"""Feed pages, titles, sources and dates of sections."""

from datetime import date
from itertools import pairwise

import pytest

from factcheck.articles import article_from_text

FEED = (
    "#能源\n"
    "電池廠上調全年目標\n"
    "北岸日報11月10日報導,南山電池周一宣佈把全年出貨目標上調至120GWh,比2025年9月公佈的目標多兩成。公司說,海外訂單佔四成,為歷來最高,新廠將於明年投產,屆時產能再增三成。 (北岸日報)\n"
    "油價回落,三大油企跌超2%\n"
    "10月8日,油價開盤走低。截至2025年10月7日收市,布蘭特期油報每桶64.5美元。\n分析員指,庫存連升三周,累計多出1200萬桶,拖累油企股價普遍下跌超過百分之二,成交也見縮減。(海峽財經)\n"
    "誰來建電網?\n"
    "電網投資多年落後於發電。業內估計,未來五年要投入3兆元,才能接上所有已批准的風場與光伏電站,而資金從何而來仍沒有答案,各地政府也沒有給出時間表。 (電力觀察)\n"
)


def test_a_feed_page_is_split_at_its_sources():
    """Each article of a feed page is a section with its own title, source and date; sections tile the text."""
    article = article_from_text(FEED)
    assert [(item.title, item.source, item.date, item.date_inferred) for item in article.sections] == [
        ("電池廠上調全年目標", "北岸日報", date(2025, 11, 10), True),
        ("油價回落,三大油企跌超2%", "海峽財經", date(2025, 10, 8), True),
        ("誰來建電網?", "電力觀察", None, False),
    ]
    bounds = [(item.start, item.end) for item in article.sections]
    assert bounds[0][0] == 0
    assert bounds[-1][1] == len(FEED)
    assert all(left[1] == right[0] for left, right in pairwise(bounds))
    assert [item.section for item in article.sentences if item.kind == "headline"] == [0, 1, 2]
    assert article.date is None


def test_with_the_page_dated_the_dateline_takes_the_year_before_it():
    """A dateline without a year is the nearest day on or before the page's own date."""
    article = article_from_text(FEED, date=date(2026, 1, 5))
    assert [(item.date, item.date_inferred) for item in article.sections] == [
        (date(2025, 11, 10), True),
        (date(2025, 10, 8), True),
        (date(2026, 1, 5), False),
    ]


@pytest.mark.parametrize(
    ("foot", "source"),
    [
        ("(文章來源:海峽財經)", "海峽財經"),
        ("（海峡财经 陈一）", "海峡财经"),
        ("來源：海峽財經", "海峽財經"),
        ("Source: The Daily Wire", "The Daily Wire"),
        ("資料來源：公司公告", None),
        ("（完）", None),
        ("(00001.HK)", None),
    ],
)
def test_a_single_article_names_its_source_without_being_split(foot, source):
    """The credit at the foot is the section's source; a data source, a ticker or (完) is none."""
    article = article_from_text(f"南山電池升3%\n\n南山電池周一升3%，報12元，成交增至4億元，公司未有回應。\n\n{foot}\n")
    assert [item.source for item in article.sections] == [source]


@pytest.mark.parametrize(
    ("head", "day", "title"),
    [
        (" date 2025-09-12 南山電池升3%，還能追嗎？", date(2025, 9, 12), "南山電池升3%，還能追嗎？"),
        ("南山電池升3%\n2025-02-13 17:30", date(2025, 2, 13), "南山電池升3%"),
        ("南山電池升3%\n來源：港報 發布時間：2025年2月13日", date(2025, 2, 13), "南山電池升3%"),
        (
            "Battery maker rises 3%\n\nBy Jane Doe, Feb. 13, 2025 5:30 pm ET",
            date(2025, 2, 13),
            "Battery maker rises 3%",
        ),
        ("2025年2月13日", date(2025, 2, 13), None),
        ("港報2025年2月13日訊（記者 陳一）南山電池升3%。", date(2025, 2, 13), None),
        ("南山電池升3%\n10/08", None, "南山電池升3%"),
        ("截至2024年12月31日，南山電池收入升3%。", None, None),
        ("2025年2月13日，南山電池宣佈升3%。", None, None),
    ],
)
def test_the_head_gives_date_and_title(head, day, title):
    """A date line, byline or dateline in the head dates the article; a sentence that mentions a date does not."""
    article = article_from_text(
        f"{head}\n\n南山電池周一升3%，報12元，成交增至4億元，公司對此未有回應，分析員則看好後市表現。\n"
    )
    assert (article.date, article.title) == (day, title)


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("10月7日美股開盤，油企跌3%。資金流入為2024年11月以來最高，到2026年料再增。", date(2025, 10, 7)),
        ("10月7日美股開盤，油企跌3%。", None),
        ("基金周二（9月30日）買入400萬美元，周三（10月1日）再買500萬美元，2025年已買一億美元。", date(2025, 10, 1)),
        ("2025年9月，三家電池廠開源設計。9月23日甲公司先行，9月29日乙公司跟上。", date(2025, 9, 29)),
        ("該批債券將於2032年9月15日到期，利率3%。", None),
        ("2月13日訊，公司將於2025年2月20日公佈業績，去年同期升3%。", None),
    ],
)
def test_the_year_of_a_section_is_inferred_with_caution(body, day):
    """A dateline takes the year that the text's own past dates allow; days to come and lone datelines give none."""
    article = article_from_text(f"油企股價下跌\n\n{body}\n")
    assert (article.date, article.sections[0].date, article.sections[0].date_inferred) == (None, day, day is not None)


def test_english_wire_copy_is_no_feed_page():
    """One closing credit does not split an article."""
    text = "Sales rise\n\nSales rose 3% in the quarter, the company said on Monday in a statement to the exchange. (Daily Wire)\n\nOutlook\n\nThe company expects more of the same in the year to come, it said in the same statement.\n"
    assert len(article_from_text(text).sections) == 1
