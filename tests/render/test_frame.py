"""Sentences shown with carets beneath their numbers."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.render.cells import cell_len
from factcheck.render.frame import excerpt_lines, marked

from .factory import ARITHMETIC, ISLAND, base, growth, level

MIXED = st.text(alphabet=st.sampled_from("渡輪報３，。（「ab e\u0301\u0302한ｱ🚢㎡\t\x1b\u202e\n[]"), max_size=150)
NUMBERS = st.sampled_from(["46億美元", "US$4.6 billion", "３５.８％", "7", "20%~30%"])


def drawn(sentence, *surfaces, cells=76):
    """The excerpt's lines and caret lines as strings, each surface marked at its first place."""
    spans = [(sentence.index(surface), sentence.index(surface) + len(surface)) for surface in surfaces]
    rows = []
    for line in excerpt_lines(sentence, spans, cells):
        rows.append(line.text)
        rows += ["".join(piece.text for piece in line.carets())] if line.carets() else []
    return rows


def test_carets_stand_under_a_number_in_han_text():
    """Nineteen Han characters and marks before the number are thirty-six cells."""
    assert drawn(ISLAND, "46億美元", cells=100) == [ISLAND, " " * 36 + "^" * 8]


def test_several_numbers_of_one_sentence_share_its_excerpt():
    """Base, level and growth are read in one line."""
    assert drawn(ARITHMETIC, "2.73億元", "13億元", "80%") == [
        ARITHMETIC,
        "                      ^^^^^^^^          ^^^^^^          ^^^",
    ]


def test_a_longer_sentence_is_wrapped_with_carets_under_the_line_that_holds_the_number():
    """At forty cells the sentence takes three lines, the number standing on the first."""
    assert drawn(
        "北島渡輪公布外資淨買入債券46億美元，為近五年來最多，管理層形容反應超出預期。", "46億美元", cells=40
    ) == [
        "北島渡輪公布外資淨買入債券46億美元，為近",
        " " * 26 + "^" * 8,
        "五年來最多，管理層形容反應超出預期。",
    ]


def test_a_number_is_not_broken_over_two_lines():
    """A figure that does not fit at the end of a line moves to the next."""
    rows = drawn("外資九月於北島淨買入債券合計46億美元。", "46億美元", cells=30)
    assert rows == ["外資九月於北島淨買入債券合計", "46億美元。", "^^^^^^^^"]


def test_a_space_before_the_sentence_breaks_no_number():
    """The space takes a cell of the first line, and the number moves to the second whole."""
    assert drawn(f" {'輪' * 14}46億美元", "46億美元", cells=36) == [" " + "輪" * 14, "46億美元", "^" * 8]


def test_what_is_cut_off_never_leaves_half_a_number():
    """An excerpt that began within 13,500 would read as 3,500."""
    sentence = "船" * 3 + "13,500" + "渡" * 60 + "46億美元" + "輪" * 60 + "98,765人"
    shown = "".join(row for row in drawn(sentence, "46億美元", cells=40) if "^" not in row)
    assert [shown.startswith("…渡"), shown.endswith("輪…")] == [True, True]
    for cells in range(40, 90):
        shown = "".join(row for row in drawn(sentence, "46億美元", cells=cells) if "^" not in row)
        digits = "".join(c if c.isdigit() or c == "," else " " for c in shown).split()
        assert set(digits) <= {"13,500", "46", "98,765"}, cells


def test_numbers_far_apart_get_an_excerpt_each():
    """Four hundred characters between two figures are not shown."""
    rows = drawn("收入13億元" + "船" * 400 + "增長80%。", "13億元", "80%", cells=40)
    assert [row for row in rows if "^" in row] == ["    ^^^^^^", rows[-1]]
    assert len(rows) <= 8


def test_overlapping_claims_are_marked_once():
    """Two claims on one span, as in a distributive list, make one run of carets."""
    assert marked([growth, growth, base, level])[1] == [(11, 17), (22, 26), (31, 34)]


def test_a_claim_outside_its_sentence_is_shown_by_its_surface():
    """A sentence that does not hold the claim cannot mislead the carets."""
    from dataclasses import replace

    assert marked([replace(base, sentence="短", sentence_start=0)]) == ("2.73億元", [(0, 6)])


@given(MIXED, NUMBERS, MIXED, st.integers(36, 196))
def test_the_caret_column_is_the_width_of_the_text_before_the_number(before, number, after, cells):
    """For any mix of wide, narrow, combining, control and markup characters, on whichever line the number stands."""
    sentence = f"{before}{number}{after}"
    lines = excerpt_lines(sentence, [(len(before), len(before) + len(number))], cells)
    assert all(cell_len(line.text) <= cells for line in lines)
    (line,) = [line for line in lines if line.carets()]
    carets = "".join(piece.text for piece in line.carets())
    at = next(index for index, piece in enumerate(line.pieces) if piece.mark is not None)
    left = "".join(piece.text for piece in line.pieces[:at])
    assert line.pieces[at].text == number
    assert carets == " " * cell_len(left) + "^" * (cell_len(left + number) - cell_len(left))
