"""seeds/ give exactly the findings that were written down by hand before the program ran on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.process import ROOT, factcheck
from tests.seeds import Row, disturbed, expected, extra, finds, loud


@pytest.mark.parametrize("row", expected("finding"), ids=lambda row: row.title)
def test_expected_finding(row: Row) -> None:
    """The program reports it, with that check, that severity and every member."""
    assert any(finds(row, finding) for finding in loud())


def test_nothing_else_is_loud() -> None:
    """No error or warning beyond the expected ones."""
    assert [(finding.check, finding.message) for finding in extra()] == []


def test_look_alikes_stay_quiet() -> None:
    """Numbers that differ for a reason are in no error or warning together."""
    assert [(row.title, finding.message) for row, finding in disturbed()] == []


def test_the_gate_fails_on_the_seeds() -> None:
    """`factcheck check seeds/` ends with 1, and its text names every expected check."""
    ran = factcheck("check", "seeds/", cwd=ROOT)
    assert (ran.status, ran.err) == (1, "")
    assert [row.check for row in expected("finding") if row.check and row.check not in ran.out] == []


def test_every_article_is_spoken_of() -> None:
    """A seed that no row names would test nothing."""
    named = {name for kind in ("finding", "quiet") for row in expected(kind) for name, _, _ in row.members}
    assert {path.name for path in Path(ROOT, "seeds").glob("*.md")} - named == set()
