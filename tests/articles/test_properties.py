"""What holds for every text, however hostile."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.articles import article_from_text, content_key, read_article
from factcheck.errors import InputError

PIECES = st.sampled_from(
    (
        *(
            "---\n",
            "title: ",
            "date: ",
            "2025-02-13",
            "\n",
            "\r\n",
            "# ",
            "- ",
            "> ",
            "| ",
            "![a](b",
            ")",
            "](/x)",
            "<!--",
            "-->",
            "`",
            "```\n",
        ),
        *(
            "<p>",
            "&#3;",
            "http://a.b/c",
            "a@b.co",
            "甲公司漲3.5%",
            "。",
            "！」",
            ". ",
            "The ",
            "U.S. ",
            "(海峽財經)\n",
            "11月10日訊",
            "**",
            "1. ",
        ),
        *("周二（9月30日）", "\ufeff", "\0", "factcheck: ignore[FC101]", "来源：", "\u2028", "圖："),
    )
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_spans_lie_inside_the_text_in_order(text):
    """Sentences and masks are inside the text, sorted, without overlap and not empty; sections tile it; positions count code points."""
    article = article_from_text(text)
    for spans in (article.sentences, article.masks):
        bounds = [(item.start, item.end) for item in spans]
        assert all(0 <= start < end <= len(text) for start, end in bounds)
        assert all(left[1] <= right[0] for left, right in pairwise(bounds))
    for item in article.sentences:
        assert text[item.start : item.end] == text[item.start : item.end].strip()
        assert article.sections[item.section].start <= item.start < item.end <= article.sections[item.section].end
        line, column = article.position(item.start)
        assert article.line_starts[line - 1] + column - 1 == item.start
    assert [section.start for section in article.sections] == [0, *(section.end for section in article.sections[:-1])]
    assert article.sections[-1].end == len(text)


@settings(max_examples=200, deadline=None)
@given(st.binary())
def test_any_bytes_give_a_text_or_one_line(tmp_path_factory, data):
    """Any file is an article or an InputError of one line."""
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(data)
    try:
        outcome = read_article(path).text.strip()
    except InputError as error:
        outcome = str(error) if "\n" not in str(error) else ""
    assert outcome


def test_copies_have_one_content_key():
    """White space does not make another article; a figure does."""
    first, copy, other = (
        article_from_text(text) for text in ("升3%。\n\n跌2%。", "\ufeff升3%。\r\n跌2%。 ", "升3%。\n\n跌20%。")
    )
    assert content_key(first) == content_key(copy) != content_key(other)


HOSTILE = [
    "(",
    "[",
    "<!--",
    "|",
    "---",
    "---\n",
    "\0",
    "`",
    "```\n",
    "![",
    "](",
    "![](",
    "<a ",
    "://",
    ".com/",
    "@",
    "http://",
    "”",
    "周一(1月1日)",
]


@pytest.mark.parametrize("piece", [*HOSTILE, "<!-- factcheck: ignore[FC101] -->\n"])
def test_a_million_characters_of_one_sign_take_linear_time(piece):
    """Hostile text of a million characters is read in two seconds."""
    text = (piece * (1_000_000 // len(piece) + 1))[:1_000_000]
    started = time.process_time()
    article_from_text(text)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("value", ["[" * 500_000, "- " * 50_000, "a" * 1_000_000, '"' * 100_000, "{a: " * 100_000])
def test_hostile_front_matter_takes_linear_time(value):
    """Deep nesting and endless scalars in front matter neither hang nor overflow."""
    started = time.process_time()
    article_from_text(f"---\ntitle: {value}\n---\nShares rose.\n")
    assert time.process_time() - started < 2
