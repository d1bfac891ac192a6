"""What counts, what is silenced and by what, and the exit status that follows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.baseline import Accepted, accepted, read_baseline, write_baseline
from factcheck.errors import ConfigError
from factcheck.gate import Gate, apply_gate, exit_status, matches
from factcheck.types import Problem
from tests.cli.gatefactory import article, claim, finding, pragma, report


def test_pragma_silences_a_finding_of_its_check_on_its_line() -> None:
    """The finding is set apart with the pragma's reason, and nothing is left to fail on."""
    found = finding("a1", claim("draft.md", 3), claim("other.md", 1))
    gated = apply_gate(report([article("draft.md", pragma(3, "FC101"))], found), Gate())
    assert gated.findings == ()
    assert [(one.finding, one.by, one.reason) for one in gated.suppressed] == [(found, "pragma", "公司已更正")]
    assert gated.problems == ()
    assert exit_status(gated, "error") == 0


def test_pragma_on_any_claim_of_the_draft_silences() -> None:
    """A finding with two claims of the draft is silenced at either of them."""
    found = finding("a1", claim("draft.md", 3), claim("draft.md", 7))
    assert apply_gate(report([article("draft.md", pragma(7, "FC101"))], found), Gate()).findings == ()


def test_pragma_of_another_check_or_line_is_reported_as_unused() -> None:
    """A pragma that silences nothing is named with its line, and the finding stays."""
    found = finding("a1", claim("draft.md", 3))
    gated = apply_gate(report([article("draft.md", pragma(3, "FC205"), pragma(4, "FC101"))], found), Gate())
    assert gated.findings == (found,)
    assert [problem.message for problem in gated.problems] == [
        "line 3: unused pragma: no FC205 on line 3; remove it",
        "line 4: unused pragma: no FC101 on line 4; remove it",
    ]
    assert not any(problem.fatal for problem in gated.problems)


def test_malformed_pragma_silences_nothing_and_is_reported() -> None:
    """A pragma without ids is no pragma for everything."""
    found = finding("a1", claim("draft.md", 3))
    gated = apply_gate(report([article("draft.md", pragma(3, problem="names no check"))], found), Gate())
    assert gated.findings == (found,)
    assert [problem.message for problem in gated.problems] == ["line 3: pragma not obeyed: names no check"]


def test_pragma_of_a_source_silences_nothing() -> None:
    """What the archive says of itself does not decide on the draft."""
    found = finding("a1", claim("draft.md", 3), claim("old.md", 2))
    sources = [article("old.md", pragma(2, "FC101"))]
    gated = apply_gate(report([article("draft.md")], found, sources=sources), Gate())
    assert (gated.findings, gated.problems) == ((found,), ())


def test_selected_and_ignored_checks() -> None:
    """Selectors are ids, prefixes or names; what they leave out is counted as suppressed by the configuration."""
    first = finding("a1", claim("draft.md", 1))
    second = finding("a2", claim("draft.md", 2), check="FC204", name="headline_mismatch")
    whole = report([article("draft.md")], first, second)
    assert apply_gate(whole, Gate(select=("FC2",))).findings == (second,)
    assert apply_gate(whole, Gate(ignore=("headline-mismatch",))).findings == (first,)
    assert [one.by for one in apply_gate(whole, Gate(select=("fc101",))).suppressed] == ["config"]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("FC101", True),
        ("FC1", True),
        ("fc", True),
        ("value_conflict", True),
        ("Value-Conflict", True),
        ("value", False),
    ],
)
def test_selectors(selector: str, expected: bool) -> None:
    """Ids match by prefix, names only whole."""
    assert matches("FC101", "value_conflict", selector) is expected


def test_confidence_below_the_minimum() -> None:
    """A finding less sure than asked for is set apart with both figures."""
    gated = apply_gate(report([article("d")], finding("a1", claim("d", 1), confidence=0.4)), Gate(min_confidence=0.5))
    assert [one.reason for one in gated.suppressed] == ["confidence 0.40 below 0.50"]


def test_severity_of_the_configuration_decides_order_and_status() -> None:
    """An error lowered to a note stands last and does not fail the gate."""
    first = finding("a1", claim("d", 1))
    second = finding("a2", claim("d", 2), check="FC205", name="same_claim_twice", severity="warning")
    gated = apply_gate(report([article("d")], first, second), Gate(severity={"FC101": "note"}))
    assert [(one.fingerprint, one.severity) for one in gated.findings] == [("a2", "warning"), ("a1", "note")]
    assert exit_status(gated, "error") == 0


@pytest.mark.parametrize(
    ("severity", "fail_on", "expected"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("note", "warning", 0),
        ("note", "note", 1),
        ("error", "never", 0),
    ],
)
def test_exit_status_by_severity(severity: str, fail_on: str, expected: int) -> None:
    """The status is 1 from the named severity upward."""
    assert exit_status(report([], finding("a", claim("d", 1), severity=severity)), fail_on) == expected  # type: ignore[arg-type]


def test_unread_article_outweighs_findings() -> None:
    """A run that left an article out says 2, whatever it found and whatever should fail."""
    whole = replace(report([], finding("a", claim("d", 1))), problems=(Problem("x", "empty", fatal=True),))
    assert exit_status(whole, "never") == 2


def test_baseline_round_trip(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """What was written is read back, and silences exactly its findings."""
    old, new = finding("a1", claim("d", 1)), finding("b2", claim("d", 2))
    write_baseline(tmp_path / "base.json", accepted([old]))
    entries = read_baseline(tmp_path / "base.json")
    assert entries == (Accepted("a1", "FC101", ("d",), "收入3億元與5億元不符"),)
    gated = apply_gate(report([article("d")], old, new), Gate(baseline=entries))
    assert gated.findings == (new,)
    assert [one.by for one in gated.suppressed] == ["baseline"]


def test_baseline_does_not_depend_on_the_order_of_findings() -> None:
    """The same findings in another order, one of them twice, give the same entries."""
    first, second = finding("a1", claim("d", 1)), finding("b2", claim("c", 2))
    assert accepted([first, second, first]) == accepted([second, first])


def test_stale_baseline_entry_is_reported_where_its_articles_were_read() -> None:
    """An entry of another folder is no news; one of the checked articles that is gone is."""
    entries = (Accepted("gone", "FC101", ("d",), ""), Accepted("elsewhere", "FC101", ("other",), ""))
    gated = apply_gate(report([article("d")]), Gate(baseline=entries))
    assert [(problem.article, problem.message) for problem in gated.problems] == [
        ("d", "stale baseline entry gone (FC101): no longer found; write the baseline anew")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "not a baseline: not valid JSON"),
        ("[]", "baseline version None, expected 1"),
        ('{"version": 9, "findings": []}', "baseline version 9, expected 1"),
        ('{"version": 1}', "findings: expected a list"),
        ('{"version": 1, "findings": [{}]}', "findings.0.fingerprint: expected a text"),
        ("[" * 100_000, "not a baseline: not valid JSON"),
    ],
)
def test_broken_baseline(tmp_path, text: str, expected: str) -> None:  # type: ignore[no-untyped-def]
    """A file that is no baseline is refused in one line that names it."""
    path = tmp_path / "base.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        read_baseline(path)
    assert str(caught.value).startswith(f"{path}: {expected}")
