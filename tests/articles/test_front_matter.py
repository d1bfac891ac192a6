"""Front matter: title, date, language and source, and where the title stands."""

from datetime import date

import pytest

from factcheck.articles import article_from_text, read_article


def headline(article):
    return [article.text[item.start : item.end] for item in article.sentences if item.kind == "headline"]


def test_front_matter_gives_title_date_language_and_source():
    """The title is a headline at its place in the file; the rest of the block is masked."""
    text = '---\ntitle: "南洋航運去年多賺12%"\ndate: "2025-02-13 17:30:11"\nlang:\n  - "zh-HK"\nsource: 港報\n---\n\n公司盈利達3億元。\n'
    article = article_from_text(text)
    section = article.sections[0]
    assert (article.title, article.date, article.language) == ("南洋航運去年多賺12%", date(2025, 2, 13), "zh-Hant")
    assert (section.source, section.date, section.date_inferred) == ("港報", date(2025, 2, 13), False)
    assert [(item.kind, text[item.start : item.end]) for item in article.sentences] == [
        ("headline", "南洋航運去年多賺12%"),
        ("body", "公司盈利達3億元。"),
    ]
    assert [text[mask.start : mask.end] for mask in article.masks] == [
        '---\ntitle: "',
        text[text.index('"\ndate') : text.index("\n公司")],
    ]


@pytest.mark.parametrize(
    ("block", "title", "day"),
    [
        ("title: Sales rise 3%   # draft\ndate: 2025-02-13", "Sales rise 3%", date(2025, 2, 13)),
        ("title: 'It''s up 3%'\npubDate: Feb. 13, 2025", "It's up 3%", date(2025, 2, 13)),
        ("title: >-\n  Sales rise\n  3%\ndate: 2025-02-13T17:30:11+08:00", "Sales rise 3%", date(2025, 2, 13)),
        ("title: Sales: up 3%\ndate: 2025-02-13", "Sales: up 3%", date(2025, 2, 13)),
        ("title: 'Sales rise\ndate: 2025-02-13", "'Sales rise", date(2025, 2, 13)),
        ("date: 2025-02-30\ntitle: Sales", "Sales", None),
        ("a: &a [x, x]\nb: &b [*a, *a]\ntitle: *a\ndate: 2025年2月13日", None, date(2025, 2, 13)),
        ("Title: Sales\nDATE: 2025/2/13\n\ttabs: bad", "Sales", date(2025, 2, 13)),
    ],
)
def test_odd_front_matter_is_read_as_far_as_it_goes(block, title, day):
    """Quotes, comments, folded scalars, aliases and malformed YAML give what can be read, and never raise."""
    article = article_from_text(
        f"---\n{block}\n---\n\nThe company said so on Monday, and more will follow in the next days.\n"
    )
    assert (article.title, article.date) == (title, day)
    assert article.sentences[-1].kind == "body"


def test_a_rule_at_the_start_is_no_front_matter():
    """An article that opens with a rule keeps its first paragraph."""
    article = article_from_text("---\n\nShares rose 3% on Monday.\n\n---\n\nMore follows.\n")
    assert article.masks == ()
    assert len(article.sentences) == 2


def test_the_heading_that_repeats_the_title_is_a_headline():
    """A # heading equal to the front matter's title is a headline; another one is a heading."""
    text = "---\ntitle: Sales rise 3%\n---\n# Sales rise 3%\n\n# Outlook\n\nThe company expects more.\n"
    article = article_from_text(text)
    assert [item.kind for item in article.sentences] == ["headline", "headline", "heading", "body"]
    assert headline(article) == ["Sales rise 3%", "Sales rise 3%"]


def test_the_caller_knows_better(tmp_path):
    """date, language and title given by the caller win over the file's."""
    path = tmp_path / "2024-01-31_a.md"
    path.write_text("---\ntitle: A\ndate: 2025-02-13\nlang: en\n---\nShares rose.\n", encoding="utf-8")
    article = read_article(path, date=date(2025, 3, 1), language="zh-Hant")
    assert (article.date, article.language) == (date(2025, 3, 1), "zh-Hant")
    assert article_from_text("Shares rose.", title="B").title == "B"


def test_the_file_name_is_the_last_resort_for_a_date(tmp_path):
    """A file name that starts with an ISO date gives it where the text has none."""
    path = tmp_path / "2025-02-13_shares.txt"
    path.write_text("Shares rose 3% on Monday, the exchange said.\n", encoding="utf-8")
    article = read_article(path)
    assert (article.date, article.sections[0].date) == (date(2025, 2, 13), date(2025, 2, 13))
