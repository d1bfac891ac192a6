"""Markdown comments, HTML pages and the picture."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

from factcheck.render import export_svg, render

from .factory import finding, monthly, period_conflict, report, wrong_growth

MARKUP = "<script>alert(1)</script> | [x](y) *a* `b` @editor #12 [bold]c[/]"


def test_markdown_opens_with_the_summary_and_a_table():
    """A pull request's reader sees counts, then a row a finding."""
    lines = render(report(period_conflict), "markdown").splitlines()
    assert lines[0] == "### 1 error in 1 article against 1 source"
    assert lines[4:7] == [
        "| severity | check | where | what |",
        "| --- | --- | --- | --- |",
        "| ✗ error | FC105 period conflict | `seeds/island.md:2:19` | USD 4.6 billion of net inflow is September's "
        "in one article and the third quarter's in the other. |",
    ]


def test_markdown_folds_the_frames_away_in_a_code_block():
    """The carets stand under the number there too."""
    text = render(report(period_conflict), "markdown")
    assert "<details><summary>FC105 period conflict</summary>\n\n```text\n  seeds/island.md:2:19 · 北島日報" in text
    assert "\n" + " " * 40 + "^^^^^^^^\n" in text


def test_markdown_takes_article_text_as_text():
    """No tag, table cell, link, emphasis, mention or issue number comes out of an article."""
    text = render(report(finding(monthly, message=MARKUP)), "markdown")
    row = next(line for line in text.splitlines() if line.startswith("| ✗"))
    assert row.endswith(
        r"| \<script\>alert\(1\)\</script\> \| \[x\]\(y\) \*a\* \`b\` @&#8203;editor #&#8203;12 \[bold\]c\[/\] |"
    )


def test_markdown_fences_are_longer_than_any_in_the_article():
    """Three backticks in a sentence do not end the block."""
    fenced = replace(monthly, sentence="```" + monthly.sentence, sentence_start=monthly.sentence_start - 3)
    assert "````text\n" in render(report(finding(fenced)), "markdown")


def test_markdown_stays_within_what_a_comment_may_hold():
    """What does not fit is counted."""
    many = [finding(monthly, fingerprint=str(n)) for n in range(400)]
    text = render(report(*many), "markdown")
    assert len(text) < 65_536
    assert re.search(r"\n\d+ more findings without details\.", text)


class Reader(HTMLParser):
    """Collects the tags and the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data


def test_html_is_one_page_with_language_charset_and_title():
    """It can be mailed: no script, no other file."""
    page = render(report(period_conflict), "html")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">')
    assert "<title>factcheck: 1 error in 1 article against 1 source · 9 numbers" in page
    assert "prefers-color-scheme: dark" in page
    assert not re.search(r"(?:src|href)=|@import|url\(", page)


def test_html_shows_article_text_as_text():
    """Tags in a message stay characters."""
    reader = Reader()
    reader.feed(render(report(finding(monthly, message=MARKUP)), "html"))
    assert "script" not in reader.tags
    assert MARKUP in " ".join(reader.text.split())


def test_html_marks_numbers_by_class_and_leaves_the_carets_out():
    """Browsers give Han characters no fixed width, so carets could mislead."""
    page = render(report(period_conflict), "html")
    assert '達<span class="bold red">46億美元</span>，' in page
    assert "^" not in page


def test_the_picture_is_the_same_whenever_the_report_is():
    """Its ids are fixed, its width does not follow the terminal's."""
    first = export_svg(report(period_conflict, wrong_growth), title="factcheck check seeds/")
    assert first == export_svg(report(period_conflict, wrong_growth), title="factcheck check seeds/")
    assert "factcheck check seeds/" in first.replace("&#160;", " ")
    ElementTree.fromstring(first)
