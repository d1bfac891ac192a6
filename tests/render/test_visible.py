"""No character of an article moves the cursor, turns a line round or hides, in any format."""

import json
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.render import FORMATS, RenderOptions, render, render_claims, render_explained
from factcheck.render.cells import cell_len
from factcheck.render.visible import encodable, escaped_json, visible
from factcheck.types import Extraction

from .factory import article, claim, finding, monthly, report

HOSTILE = "\x1b[31m北島\x07渡輪\r稱[bold]外資[/]\u202e淨買入46億美元\x00，::error file=x::\x9b0m\u2066完\ud800。"
UNSAFE = set("\x1b\x07\r\x00\x9b\u202e\u2066\ud800")


def hostile_report():
    """A finding whose article, sentence, message, names and reasons all hold control characters."""
    origin = article("a\x1b[2J\u202e.md", HOSTILE, source="報\x1b]0;x\x07")
    bad = claim(origin, "46億美元", "4600000000", entity="e\x1b\u202e", attribution="a\x07\x1b")
    fault = finding(bad, monthly, message=HOSTILE, remedy=HOSTILE, fingerprint="f\x1b", name="n\x1b")
    return report(fault), origin, bad


@pytest.mark.parametrize("output_format", FORMATS)
def test_no_format_lets_control_characters_through(output_format):
    """ESC, BEL, CR, NUL, CSI, bidirectional overrides and lone surrogates are shown or escaped, never written."""
    hostile, _, _ = hostile_report()
    options = RenderOptions(show_claims=True, show_explained=True)
    text = render(hostile, output_format, options=options)
    assert not UNSAFE & set(text)
    text.encode("utf-8")


def test_listings_and_explanations_let_none_through():
    """`claims` and `explain` print article text as well."""
    hostile, origin, bad = hostile_report()
    extraction = Extraction(origin, (bad,), ())
    linked = render(hostile, "rich", options=RenderOptions(links=True, color=True))
    assert not (UNSAFE - {"\x1b"}) & set(linked)
    for output_format in ("table", "json", "jsonl", "csv"):
        assert not UNSAFE & set(render_claims([extraction], output_format))
    assert not UNSAFE & set(render_explained(hostile.findings[0]))


def test_json_keeps_the_very_text():
    """Escaping in JSON is lossless: a parser gets the article's own characters."""
    hostile, _, _ = hostile_report()
    assert json.loads(render(hostile, "json"))["findings"][0]["claims"][0]["sentence"] == HOSTILE


def test_junit_stays_well_formed():
    """XML has no way to write ESC or NUL; the picture of them stands instead."""
    hostile, _, _ = hostile_report()
    failure = ElementTree.fromstring(render(hostile, "junit")).find(".//failure")
    assert failure is not None
    assert "␛[31m北島␇渡輪␍稱[bold]外資[/]<U+202E>淨買入46億美元␀" in failure.attrib["message"]


def test_a_line_break_inside_a_sentence_is_a_space():
    """CRLF and tabs part words; a lone CR would overwrite the line and is shown."""
    assert visible("北島\r\n渡輪\t報\r完") == "北島 渡輪 報␍完"


def test_a_terminal_without_han_characters_keeps_its_columns():
    """Each character is replaced by as many cells as it took."""
    text = "✗ 明報 · 46億…"
    assert encodable(text, "ascii") == "x ???? - 46??."
    assert cell_len(encodable(text, "ascii")) == cell_len(text)


def test_an_unknown_encoding_is_treated_as_ascii():
    """A terminal may call itself anything."""
    assert encodable("報", "klingon") == "??"


@given(st.text())
def test_escaped_json_is_the_same_document(text):
    """For any text at all."""
    assert json.loads(escaped_json(json.dumps([text], ensure_ascii=False))) == [text]
