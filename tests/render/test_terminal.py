"""The terminal report: what an editor reads, at any width, with and without colour, in any encoding."""

import io
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from factcheck.render import RenderOptions, print_report, render
from factcheck.render.cells import cell_len
from factcheck.types import Coverage, Entry, Problem, Verified

from .factory import (
    article,
    base,
    claim,
    finding,
    group,
    growth,
    level,
    monthly,
    period_conflict,
    quarterly,
    report,
    wrong_growth,
)

MARKUP = "北島[bold]渡輪[/]公布[/nosuch]外資[link=http://x]淨買入46億美元[/]，[red]\\[。"
FULL = report(period_conflict, wrong_growth, group(), finding(quarterly, severity="note", fingerprint="n"))


def terminal(whole, width=100, **options):
    """The report's lines without colour."""
    return render(whole, "rich", options=RenderOptions(width=width, **options)).splitlines()


def printed(whole, *, encoding="utf-8", tty=False, width=None, **console):
    """What `print_report` writes, decoded."""
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, write_through=True)
    print_report(
        whole, Console(file=file, force_terminal=tty, legacy_windows=False, **console), RenderOptions(width=width)
    )
    return raw.getvalue().decode(encoding)


def test_a_conflict_shows_both_sentences_the_values_and_what_to_do():
    """From the severity down to the command that tells more."""
    lines = terminal(report(period_conflict))
    start = lines.index("error FC105 period conflict · confidence 0.93")
    assert lines[start : start + 17] == [
        "error FC105 period conflict · confidence 0.93",
        "  USD 4.6 billion of net inflow is September's in one article and the third quarter's in the other.",
        "",
        "  seeds/island.md:2:19 · 北島日報 · 2025-09-12",
        "    北島渡輪公布，外資九月淨買入其債券達46億美元，為近五年來最多，管理層形容反應「超出預期」。",
        "                                        ^^^^^^^^",
        "    = USD 4.6 billion · September 2025 · net inflow · foreign investors",
        "",
        "  seeds/harbour.md:2:29 · Harbour Post · 2025-10-02",
        "    Overseas funds bought a net US$4.6 billion of the ferry line's bonds in the third quarter, the",
        "                                ^^^^^^^^^^^^^^",
        "    harbour authority said.",
        "    = USD 4.6 billion · Q3 2025 · net inflow · foreign investors",
        "",
        "  matches     entity · metric · value",
        "  differs     period: September 2025 against Q3 2025",
        "  one side    market bonds",
    ]
    assert lines[start + 17 : start + 19] == [
        "  to do       Ask which period the source gives and correct the other article.",
        "  explain     factcheck explain 5f0c2a9be14d",
    ]


def test_a_sum_is_shown_with_its_figures_in_one_sentence():
    """Three numbers of one sentence take one frame, a line a value, then the arithmetic."""
    lines = terminal(report(wrong_growth))
    start = lines.index("    渡輪公司去年第三季收入2.73億元，今年同期13億元，同比增長80%。")
    assert lines[start + 1 : start + 7] == [
        "                          ^^^^^^^^          ^^^^^^          ^^^",
        "    80% = up 80% · revenue growth · 北島渡輪",
        "    2.73億元 = HKD 273 million · revenue · 北島渡輪",
        "    13億元 = HKD 1.3 billion (unit inferred) · revenue · 北島渡輪",
        "",
        "  computed    13 ÷ 2.73 − 1 = 376% · stated 80% · difference 296 percentage points · allowed 0.5",
    ]


def test_the_summary_comes_first():
    """Findings, coverage, statuses; what was lost is said at once."""
    assert terminal(report(wrong_growth, period_conflict))[:3] == [
        "✗ 1 error, 1 warning in 1 article against 1 source · 9 numbers: 4 claims, 4 context, 1 unread",
        "  1 confirmed, 1 contradicted, 1 explained, 1 alone · 1 suppressed · 1 file left out",
        "! drafts/photo.md: not text: holds NUL bytes",
    ]


@pytest.mark.parametrize(
    ("more", "first"),
    [
        ({"problems": ()}, "✓ no conflict in 1 article against 1 source · 9 numbers: 4 claims, 4 context, 1 unread"),
        ({}, "! no conflict in 1 article against 1 source · 9 numbers: 4 claims, 4 context, 1 unread"),
        (
            {"coverage": (Coverage("a.md", 3, {"date": 2, "unread": 1}),), "claims": (), "problems": ()},
            "! nothing checked: no number in 1 article against 1 source was read as a claim",
        ),
    ],
)
def test_a_clean_report_says_what_was_checked_and_never_boasts(more, first):
    """A tick needs claims that were checked and no file left out."""
    assert terminal(report(**more))[0] == first


def test_a_conflict_group_is_a_table_with_majority_outlier_and_oldest():
    """Four articles, three of one value: two sentences are framed, the others only listed."""
    lines = terminal(report(group()))
    start = lines.index("    value                              date        article")
    assert lines[start + 1 : start + 5] == [
        "    USD 4.6 billion  majority, oldest  2025-10-01  day/0.md:1:18 · 第0報",
        "    USD 4.6 billion  majority          2025-10-02  day/1.md:1:18 · 第1報",
        "    USD 4.6 billion  majority          2025-10-03  day/2.md:1:18 · 第2報",
        "    USD 6.4 billion  outlier           2025-10-04  day/3.md:1:18 · 第3報",
    ]
    assert [line for line in lines if line.startswith("  day/")] == [
        "  day/3.md:1:18 · 第3報 · 2025-10-04",
        "  day/2.md:1:18 · 第2報 · 2025-10-03",
    ]


def test_a_tie_has_no_majority():
    """Two against two is a tie, and nobody is the outlier."""
    text = "\n".join(terminal(report(group(("46", "46", "64", "64")))))
    assert "majority" not in text
    assert "outlier" not in text


def test_values_that_agree_within_their_digits_are_one_group():
    """46 and 46.2 overlap when the first is rounded to billions."""
    whole = group(("46", "46.2", "64"))
    rounded = replace(whole.claims[2].quantity, interval_low=Decimal("4.55E+9"), interval_high=Decimal("4.65E+9"))
    exact = replace(whole.claims[1].quantity, value_low=Decimal("4.62E+9"), value_high=Decimal("4.62E+9"))
    exact = replace(exact, interval_low=Decimal("4.615E+9"), interval_high=Decimal("4.625E+9"))
    claims = (whole.claims[0], replace(whole.claims[1], quantity=exact), replace(whole.claims[2], quantity=rounded))
    lines = terminal(report(replace(whole, claims=claims)))
    assert [line.split()[3] for line in lines if line.startswith("    USD")] == ["majority,", "majority", "outlier"]


def test_findings_on_one_number_stand_together_under_the_gravest():
    """A note on the same figure follows its error, and its sentences are not printed twice."""
    note = finding(monthly, quarterly, severity="note", check="FC106", name="subject_conflict", fingerprint="n")
    other = finding(quarterly, severity="warning", fingerprint="w")
    lines = terminal(report(note, other, period_conflict))
    heads = [line.split()[:2] for line in lines if " · confidence " in line]
    assert heads == [["error", "FC105"], ["note", "FC106"], ["warning", "FC105"]]
    assert sum("外資九月淨買入其債券達46億美元" in line for line in lines) == 1
    assert "    46億美元 = USD 4.6 billion · September 2025 · net inflow · foreign investors" in lines


def test_claims_are_shown_with_their_status():
    """By article and in text order; confirmed ones with who confirms them."""
    lines = terminal(report(period_conflict), show_claims=True)
    start = lines.index("seeds/island.md")
    assert lines[start + 1 : start + 7] == [
        "  2:19      ✗ 46億美元 = USD 4.6 billion · September 2025 · net inflow · foreign investors",
        "                contradicted: FC105 5f0c2a9be14d",
        "  4:12      · 2.73億元 = HKD 273 million · revenue · 北島渡輪",
        "  4:23      ~ 13億元 = HKD 1.3 billion (unit inferred) · revenue · 北島渡輪",
        "                explained: another currency",
        "  4:32      ✓ 80% = up 80% · revenue growth · 北島渡輪",
    ]
    assert lines[start + 7] == "                confirmed by 1 article (seeds/harbour.md:2:29)"


def test_an_article_that_confirms_twice_counts_once():
    """Confirmations are counted by article."""
    again = replace(quarterly, line=9)
    verified = Verified(growth, "confirmed", confirmed_by=(quarterly, again, replace(base, article="b.md")))
    text = " ".join(" ".join(terminal(report(claims=(verified,)), show_claims=True)).split())
    assert "confirmed by 2 articles (seeds/harbour.md:2:29, b.md:4:12)" in text


def test_what_is_set_aside_is_counted_and_shown_on_request():
    """Explained pairs and suppressed findings never vanish."""
    whole = report(period_conflict)
    assert terminal(whole)[-1] == (
        "not shown: 1 pair explained by period, scope or the like, 1 finding suppressed (--show-explained)"
    )
    lines = terminal(whole, show_explained=True)
    assert "explained by period · 1 pair" in lines
    assert "  46億美元 (seeds/island.md:2:19) ~ US$4.6 billion (seeds/harbour.md:2:29)" in lines
    assert "suppressed · 1 finding" in lines
    assert any("FC201 warning · by pragma: checked with the company" in line for line in lines)
    assert not lines[-1].startswith("not shown")


def test_the_ledger_counts_every_role_and_says_what_was_not_read():
    """A dot stands for none; reasons come with examples and their lines."""
    lines = terminal(report())
    start = next(at for at, line in enumerate(lines) if line.startswith("coverage"))
    assert lines[start : start + 7] == [
        "coverage         numbers  claims  dates  names  codes  ordinals  other  unread",
        "seeds/island.md        9       4      2      ·      ·         2      ·       1",
        "",
        "not read · 1 number",
        "  1           no unit or noun that a rule knows",
        "              37 (seeds/island.md:3)",
        "",
    ]
    assert lines[start + 7] == "! seeds/old.md: read as big5 (assumed)"


def test_a_ledger_of_many_articles_sums_the_rest():
    """Those with most unread numbers stay; the totals hold all."""
    unread = (Entry(0, 1, "7", "unread", reason="why"),)
    coverage = tuple(Coverage(f"{n}.md", 2, {"claim": 1, "unread": int(n > 37)}, unread * (n > 37)) for n in range(40))
    lines = terminal(report(coverage=coverage), max_articles=4)
    rows = [line.split() for line in lines if re.match(r"\d+\.md|\d+ other|total", line)]
    assert rows == [
        ["0.md", "2", "1", *"······"],
        ["38.md", "2", "1", *"·····", "1"],
        ["39.md", "2", "1", *"·····", "1"],
        ["37", "other", "articles", "74", "37", *"······"],
        ["total", "80", "40", *"·····", "2"],
    ]


def test_text_that_looks_like_markup_is_text():
    """Brackets of an article neither style nor break anything."""
    origin = article("[bold]a[/].md", MARKUP, source="[/]報")
    odd = finding(claim(origin, "46億美元", "4600000000"), message=MARKUP, remedy=MARKUP, fingerprint="[/]")
    for text in (
        "\n".join(terminal(report(odd))),
        re.sub(r"\x1b\[[\d;]*m", "", printed(report(odd), tty=True, width=100)),
    ):
        assert f"    {MARKUP}\n" in text
        assert "[bold]a[/].md:1:45 · [/]報" in text


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(width):
    """With everything shown, in Chinese and English."""
    many = (Problem("很長的檔名" * 30 + ".md", "讀不到" * 50, True),)
    whole = replace(FULL, problems=many, explained=FULL.explained * 2)
    lines = terminal(whole, width, show_claims=True, show_explained=True)
    assert [line for line in lines if cell_len(line) > width or line != line.rstrip()] == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.integers(40, 200))
def test_no_line_is_wider_whatever_the_text(before, after, width):
    """For any text around a number, in the sentence, the message, the file's name and the outlet."""
    origin = article(f"x{before}", f"文{before}46億美元{after}".replace("\n", " "), source=after or None)
    odd = claim(
        origin, "46億美元", "4600000000", entity=after, metric=before or "m", entity_open=True, entity_surface=after
    )
    lines = terminal(report(finding(odd, quarterly, message=after + before)), width)
    assert [line for line in lines if cell_len(line) > width] == []


def test_a_pipe_gets_no_escape_codes_and_a_hundred_columns(monkeypatch):
    """Unless COLUMNS says otherwise."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    text = printed(FULL)
    assert "\x1b" not in text
    assert max(map(cell_len, text.splitlines())) in range(90, 101)
    monkeypatch.setenv("COLUMNS", "72")
    assert max(map(cell_len, printed(FULL).splitlines())) in range(64, 73)


def test_a_terminal_gets_its_width_and_colour_for_severity_and_numbers(monkeypatch):
    """The text without the escape codes is what a pipe of that width gets."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "84")
    text = printed(FULL, tty=True, color_system="standard")
    assert "\x1b[1;31merror\x1b[0m" in text
    assert "達\x1b[1;31m46億美元\x1b[0m，" in text
    assert "net \x1b[1;36mUS$4.6 billion\x1b[0m of" in text
    assert re.sub(r"\x1b\[[\d;]*m", "", text).splitlines() == terminal(FULL, 84)


def test_colour_on_request_is_the_same_text(monkeypatch):
    """`render` with colour adds escape codes only."""
    coloured = render(FULL, "rich", options=RenderOptions(width=90, color=True))
    assert coloured != re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured).splitlines() == terminal(FULL, 90)


def test_an_ascii_terminal_gets_ascii_with_columns_intact():
    """Signs have a likeness, Han characters as many question marks as cells; carets still line up."""
    lines = printed(report(period_conflict), encoding="ascii").splitlines()
    assert lines[0].startswith("x 1 error in 1 article against 1 source - 9 numbers")
    at = lines.index("  seeds/island.md:2:19 - ???????? - 2025-09-12")
    assert lines[at + 1][40:48] == "46??????"
    assert lines[at + 2] == " " * 40 + "^" * 8


def test_a_big5_terminal_keeps_what_it_can_show():
    """Han characters stay; only the cross has no place in Big5."""
    lines = printed(report(period_conflict), encoding="big5").splitlines()
    assert lines[0].startswith("x 1 error")
    assert any("外資九月淨買入其債券達46億美元" in line for line in lines)


def test_places_are_links_on_request():
    """A terminal that knows OSC 8 opens the file; the text stays the same."""
    text = render(report(period_conflict), "rich", options=RenderOptions(color=True, links=True))
    assert re.search(r"\x1b\]8;id=\d+;file:///\S*/seeds/island\.md\x1b\\seeds/island\.md:2:19\x1b\]8;;\x1b\\", text)


def test_a_negative_level_does_not_hide():
    """Level and base in one sentence keep their own words."""
    assert level.surface in "\n".join(terminal(report(finding(level, base))))


def test_a_formula_that_holds_its_result_is_not_given_it_twice():
    """Checks write `a ÷ b = c` or only `a ÷ b`."""
    arithmetic = wrong_growth.arithmetic
    assert arithmetic is not None
    whole = replace(wrong_growth, arithmetic=replace(arithmetic, formula="13 ÷ 2.73 − 1 = 376%"))
    assert terminal(report(whole)) == terminal(report(wrong_growth))


def test_one_value_of_several_periods_is_no_vote():
    """Three articles agree on the value and not on the period: every sentence is shown, nothing is called a majority."""
    claims = [replace(c, period=None if at else quarterly.period) for at, c in enumerate(group(("46",) * 3).claims)]
    lines = terminal(report(finding(*claims)))
    assert [line[:10] for line in lines if line.startswith("  day/")] == ["  day/2.md", "  day/1.md", "  day/0.md"]
    assert "majority" not in "\n".join(lines)


def test_many_sentences_of_one_finding_are_framed_up_to_six():
    """The places of the others are listed."""
    lines = terminal(report(group(("46",) * 8)))
    assert sum(line.startswith("  day/") for line in lines) == 6
    assert "  also        day/1.md:1:18 · day/0.md:1:18" in lines


def test_both_sides_of_an_explained_pair_are_seen_where_they_do_not_fit_a_line():
    """The second begins with the sign, so that the message below is not taken for it."""
    lines = terminal(report(), 50, show_explained=True)
    at = lines.index("  46億美元 (seeds/island.md:2:19)")
    assert lines[at + 1 : at + 3] == [
        "  ~ US$4.6 billion (seeds/harbour.md:2:29)",
        "    One month against one quarter.",
    ]
