"""Text measured, cut and wrapped by terminal cells."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.render.cells import cell_len, head, pad, tail, wrap

MIXED = st.text(
    alphabet=st.sampled_from("渡輪報３％，。（「ab 1.5%e\u0301\u0302한ｱ🚢\U0001f1ed\U0001f1f0㎡…\u200d\ufe0f"),
    max_size=120,
)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [(8, "北島渡輪"), (7, "北島渡…"), (6, "北島…"), (5, "北島…"), (1, "…"), (0, "")],
)
def test_a_beginning_is_never_cut_through_a_wide_character(cells, expected):
    """Five cells hold two Han characters and the ellipsis; so do six."""
    assert head("北島渡輪", cells) == expected


def test_an_end_keeps_the_last_characters_that_fit():
    """Six cells hold the ellipsis and two Han characters, not three."""
    assert tail("北島渡輪公司", 6) == "…公司"


def test_a_cell_of_a_table_is_filled_by_width_not_by_length():
    """Two Han characters take four of six cells."""
    assert (pad("渡輪", 6), pad("渡輪", 6, right=True)) == ("渡輪  ", "  渡輪")


def test_han_text_breaks_between_characters_but_not_before_a_closing_mark():
    """A full stop stays with the character before it, an opening bracket with the one after it."""
    assert wrap("北島渡輪。收入「大增」", 8) == ["北島渡", "輪。收入", "「大增」"]


def test_english_text_breaks_at_spaces():
    """No line ends or begins with the space that it was broken at."""
    assert wrap("The ferry line sold 46 bonds", 10) == ["The ferry", "line sold", "46 bonds"]


def test_a_word_longer_than_the_line_is_cut():
    """A path without spaces still stays inside the width."""
    assert wrap("see day/ferry/bonds.md", 8) == ["see", "day/ferr", "y/bonds.", "md"]


@given(MIXED, st.integers(2, 60))
@example("11\u200d11", 2)
def test_nothing_is_ever_wider_than_asked(text, cells):
    """Heads, tails and lines keep to their cells for any mix of wide, narrow and combining characters."""
    assert max(map(cell_len, [head(text, cells), tail(text, cells), *wrap(text, cells)])) <= cells


@given(MIXED, st.integers(2, 60))
def test_wrapping_loses_nothing_but_spaces(text, cells):
    """The lines put together are the text, spaces apart."""
    assert "".join("".join(wrap(text, cells)).split()) == "".join(text.split())


def test_a_figure_is_not_parted_from_its_scale_word_and_currency():
    """46 at the end of a line and 億美元 on the next would be misread."""
    assert wrap("淨買入46億美元債券", 12) == ["淨買入", "46億美元債券"]
