"""Findings point somewhere, and their fingerprints outlive edits elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from factcheck.checks.base import fingerprint, make_finding, scan

from .factory import article, claim, extraction

TEXT = "阿里次季營收2477億元，高於市場預期。\n分析師認為2747億元的營收符合預期。"


def two(text: str = TEXT) -> tuple[Any, Any]:
    """The two claims of the text."""
    return extraction(text, [("2477億元", {}), ("2747億元", {})]).claims  # type: ignore[return-value]


def test_order_does_not_matter() -> None:
    """A pair is a pair, whichever comes first."""
    first, second = two()
    assert fingerprint("FC205", (first, second)) == fingerprint("FC205", (second, first))
    assert len(fingerprint("FC205", (first, second))) == 16


def test_lines_offsets_and_wrapping_do_not_matter() -> None:
    """A paragraph put in front and a line wrapped inside leave the fingerprint alone."""
    longer = "新增一段。\n\n" + TEXT.replace("分析師認為", "分析師 認為")
    assert fingerprint("FC205", two()) == fingerprint("FC205", two(longer))


def test_folder_does_not_matter() -> None:
    """A checkout elsewhere, or on Windows, gives the same fingerprint; another file does not."""
    first, second = two()
    moved = tuple(replace(one, article="C:\\drafts\\draft.md") for one in (first, second))
    other = tuple(replace(one, article="drafts/other.md") for one in (first, second))
    assert fingerprint("FC205", moved) == fingerprint("FC205", (first, second))
    assert fingerprint("FC205", other) != fingerprint("FC205", (first, second))


def test_what_is_said_matters() -> None:
    """Another check, another number or another metric is another finding."""
    first, second = two()
    prints = {
        fingerprint("FC205", (first, second)),
        fingerprint("FC204", (first, second)),
        fingerprint("FC205", (first,)),
        fingerprint("FC205", (first, replace(second, metric="profit"))),
        fingerprint("FC205", (first, replace(second, sentence=second.sentence.replace("認為", "相信")))),
    }
    assert len(prints) == 5


def test_a_finding_that_points_nowhere_is_refused(rules: Any) -> None:
    """A builder's mistake shows at once, not in the report."""
    with pytest.raises(ValueError, match="FC205: a finding needs at least one claim"):
        make_finding(rules.checks["FC205"], (), "nothing", confidence=1)


def test_a_finding_takes_its_defaults_from_the_rule(rules: Any) -> None:
    """Name, severity and remedy stand in the rule file."""
    whole = article("阿里次季營收2477億元。")
    finding = make_finding(rules.checks["FC205"], (claim(whole, "2477億元", 6),), "twice", confidence=1.7)
    assert (finding.check, finding.name, finding.severity, finding.confidence) == (
        "FC205",
        "self_contradiction",
        "error",
        1.0,
    )
    assert finding.remedy == "Decide which of the two the source gives, and correct the other."


def test_latin_words_match_whole_and_han_words_anywhere() -> None:
    """`or` is not found in "for"; 共 is found in 合共."""
    assert scan(("or", "共")).search("for") is None
    assert scan(("or", "共")).search("5% or 3") is not None
    assert scan(("or", "共")).search("合共20亿") is not None
