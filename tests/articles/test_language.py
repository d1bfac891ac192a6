"""Language and script by the characters of the text."""

import pytest

from factcheck.articles import article_from_text


@pytest.mark.parametrize(
    ("text", "asked", "language"),
    [
        ("南山電池周一升3%，報12元，成交增至4億元。", None, "zh-Hant"),
        ("南山电池周一涨3%，报12元，成交增至4亿元。", None, "zh-Hans"),
        ("Nanshan Battery (南山電池) rose 3% on Monday, its best day since June.", None, "en"),
        ("南山電池發布NS-Battery-Ultra-Max 2025 Edition，升3%。", None, "zh-Hant"),
        ("上台里后云", None, "zh-Hans"),
        ("他说「升3%」", "zh-Hant", "zh-Hant"),
        ("南山電池升3%", "zh", "zh-Hant"),
        ("南山電池は3%上昇した。終値は120円。", None, "zh-Hant"),
        ("삼성전자 3% 상승", None, "en"),
        ("3.5%", None, "en"),
    ],
)
def test_the_script_follows_from_marker_characters(text, asked, language):
    """Characters that only one script has decide; a name in the other language does not."""
    assert article_from_text(text, language=asked).language == language


def test_a_wrong_declaration_loses_to_a_plain_text():
    """A front matter that says zh-CN over a text in Traditional characters is a template's default."""
    text = (
        "---\nlang: zh-CN\n---\n南山電池周一升3%，報12元，成交增至4億元，創歷來最高，資金繼續湧入電動車與儲能業務。\n"
    )
    assert article_from_text(text).language == "zh-Hant"
