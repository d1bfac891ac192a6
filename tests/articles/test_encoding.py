"""Files in the encodings of newsrooms, and bytes that are no text."""

from pathlib import Path

import pytest

from factcheck.articles import read_article
from factcheck.errors import InputError

SIMPLIFIED = (
    "北方银行去年净利润同比增长3.5%，达到120亿元。\n公司表示，今年将继续扩大对中小企业的贷款，预计全年增速不低于5%。\n"
)
TRADITIONAL = (
    "北方銀行去年淨利潤按年增長3.5%，達到120億元。\n公司表示，今年將繼續擴大對中小企業的貸款，預計全年增速不低於5%。\n"
)
ENGLISH = (
    "Northern Bank said net profit rose 3.5% to £120 million – the bank’s best year.\n“We expect more,” it said.\n"
)


def article_of(tmp_path: Path, data: bytes):
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    return read_article(path)


@pytest.mark.parametrize(
    ("text", "codec", "encoding", "assumed"),
    [
        (SIMPLIFIED, "utf-8", "utf-8", False),
        (TRADITIONAL, "utf-8-sig", "utf-8", False),
        (SIMPLIFIED, "utf-16", "utf-16-le", False),
        (SIMPLIFIED, "gb18030", "gb18030", True),
        (TRADITIONAL, "gb18030", "gb18030", True),
        (TRADITIONAL, "big5", "big5hkscs", True),
        (TRADITIONAL + "有人喺度講嘅嘢。", "big5hkscs", "big5hkscs", True),
        (SIMPLIFIED, "utf-16-le", "utf-16-le", True),
        (SIMPLIFIED, "utf-16-be", "utf-16-be", True),
        (ENGLISH.replace("’", "'"), "utf-16-be", "utf-16-be", True),
        (ENGLISH, "cp1252", "cp1252", True),
        ("恆指升3.5%，成交120億元", "big5", "big5hkscs", True),
        ("沪指涨3.5%，成交120亿元", "gbk", "gb18030", True),
    ],
)
def test_a_text_survives_its_encoding(tmp_path, text, codec, encoding, assumed):
    """A file reads the same text whatever it is saved in, and says how its encoding is known."""
    article = article_of(tmp_path, text.encode(codec))
    assert (article.text, article.encoding, article.encoding_assumed) == (text, encoding, assumed)


def test_offsets_are_those_of_text_mode(tmp_path):
    """CRLF and CR are one line feed, as Python's text mode reads them, and a BOM is no part of the text."""
    article = article_of(tmp_path, "\ufeff收盘\r\n涨3%\r跌2%\r\n".encode())
    assert article.text == "收盘\n涨3%\n跌2%\n"
    assert article.line_starts == (0, 3, 7, 11)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        ("\u3000\ufeff \n".encode(), "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "binary"),
        (b"revenue rose\0 3.5%", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"\xff\xfea\x00b", "BOM of utf-16-le but is not valid"),
        ("净利润增长，达到一百二十亿元，公司表示今年将继续扩大".encode()[:-1], "not valid UTF-8 at byte 75"),
    ],
)
def test_bytes_that_are_no_text_are_refused_in_one_line(tmp_path, data, message):
    """Empty, binary and damaged files raise InputError, one line that begins with the file."""
    with pytest.raises(InputError) as caught:
        article_of(tmp_path, data)
    line = str(caught.value)
    assert line.startswith(f"{tmp_path / 'article.txt'}: ")
    assert message in line
    assert "\n" not in line
