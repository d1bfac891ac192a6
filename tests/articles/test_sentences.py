"""Sentences end where a reader ends them, and lines have their kinds."""

import pytest

from factcheck.articles import article_from_text


def read(text):
    article = article_from_text(text)
    return [(item.kind, text[item.start : item.end]) for item in article.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲公司涨3.5%。乙公司跌2%！丙呢？", ["甲公司涨3.5%。", "乙公司跌2%！", "丙呢？"]),
        ("甲漲3%；乙跌2%;丙持平。", ["甲漲3%；", "乙跌2%;", "丙持平。"]),
        ("他說：「升3%。」她不信。", ["他說：「升3%。」", "她不信。"]),
        ("「值得嗎？」，他問。", ["「值得嗎？」，他問。"]),
        ("明天就能上手!公司称售价2199元。", ["明天就能上手!", "公司称售价2199元。"]),
        ("It rose to $1.2 billion. The U.S. unit fell 3.5%.", ["It rose to $1.2 billion.", "The U.S. unit fell 3.5%."]),
        (
            "Apex Inc. said Mr. J. Smith left on Dec. 31. No. 2 rival Beta Corp. grew.",
            ["Apex Inc. said Mr. J. Smith left on Dec. 31.", "No. 2 rival Beta Corp. grew."],
        ),
        ("It bought Apex Inc. The price was $3 million.", ["It bought Apex Inc.", "The price was $3 million."]),
        ('"We doubled sales." Analysts agreed.', ['"We doubled sales."', "Analysts agreed."]),
        ("Growth slowed, e.g. in Asia, to 3 p.m. levels.", ["Growth slowed, e.g. in Asia, to 3 p.m. levels."]),
        ("See https://example.com/a.b?c=1;d. The rest rose 3%.", ["See", "The rest rose 3%."]),
        ("**甲涨3%。**乙跌2%。", ["甲涨3%。", "乙跌2%。"]),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text, expected):
    """Full stops of decimals, abbreviations, initials and addresses end nothing; closing marks stay inside."""
    surfaces = [surface for _, surface in read(text)]
    assert [surface.split("https")[0].strip("* ") for surface in surfaces] == expected


def test_lines_have_kinds():
    """Headline, caption, heading, list, table and quotation are told by their line, and their markers are outside the sentence."""
    text = (
        "# Chip maker lifts outlook\n\nBy Jane Doe, Feb. 13, 2025\n\nSales rose 3%. Shares fell.\n\n## Asia\n\n- Japan rose 5%\n- -3% in Korea\n"
        "1. First 6%\n▲ 三角 7%\n▲圖：工廠 8%\n> Quoted 9%.\n\n| Region | 2025 |\n|---|---:|\n| Asia | 1 |\n\n小標題\n\n公司說，長長的一段文字升3%。\n"
    )
    assert read(text) == [
        ("headline", "Chip maker lifts outlook"),
        ("caption", "By Jane Doe, Feb. 13, 2025"),
        ("body", "Sales rose 3%."),
        ("body", "Shares fell."),
        ("heading", "Asia"),
        ("list", "Japan rose 5%"),
        ("list", "-3% in Korea"),
        ("list", "1. First 6%"),
        ("list", "三角 7%"),
        ("caption", "▲圖：工廠 8%"),
        ("body", "Quoted 9%."),
        ("table", "Region | 2025"),
        ("table", "Asia | 1"),
        ("heading", "小標題"),
        ("body", "公司說，長長的一段文字升3%。"),
    ]


def test_wrapped_english_is_one_sentence():
    """A sentence that an old newspaper file wraps goes on over the line break; a list of headlines does not."""
    wrapped = "The company, which wraps its lines in the old manner, said that\nsales would be between $1.2 billion and\n$1.4 billion.\n"
    assert [surface for _, surface in read(wrapped)] == [wrapped.strip()]
    headlines = "Exchange to widen its trading hours from next year in spring\nChip maker raises its outlook for the third time this year\n"
    assert len(read(headlines)) == 2


def test_text_without_punctuation_is_parted():
    """No sentence is longer than 2,000 code points."""
    article = article_from_text("中" * 5000 + "，" + "文" * 1500)
    assert [item.end - item.start for item in article.sentences] == [2000, 2000, 1001, 1500]


def test_paragraphs_run():
    """Sentences of one line share a paragraph number, which rises from line to line."""
    article = article_from_text("甲涨3%。乙跌2%。\n\n丙持平，公司没有回应。")
    assert [item.paragraph for item in article.sentences] == [0, 0, 1]


def test_an_empty_text_has_no_sentences():
    """An empty text is an article of one section without sentences."""
    article = article_from_text("")
    assert (article.sentences, len(article.sections), article.position(0)) == ((), 1, (1, 1))
