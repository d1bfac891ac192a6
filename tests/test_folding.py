"""The matching key: as long as the source, one script, one width, one case."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.folding import SIMPLIFIED, fold
from tests.simplified import simplified


def test_the_table_is_opencc_s() -> None:
    """The file that ships with the program says what the converter says."""
    assert SIMPLIFIED.read_text(encoding="utf-8") == simplified()


def test_one_key_for_every_script_width_and_case() -> None:
    """An editor in Taipei, one in Shenzhen and a sloppy keyboard write one key."""
    assert {fold(text) for text in ("騰訊ＡＩ業務：８％", "腾讯ai业务:8%", "騰訊AI业务：8％")} == {"腾讯ai业务:8%"}


@given(st.text())
def test_the_key_is_as_long_as_the_text(text: str) -> None:
    """Offsets into the key are offsets into the source, whatever the text."""
    assert len(fold(text)) == len(text)
