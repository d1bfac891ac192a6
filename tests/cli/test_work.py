"""Extraction over many articles."""

from __future__ import annotations

import pytest

from factcheck import article_from_text
from factcheck.commands.work import extract_all
from factcheck.rulebook import load_rulebook
from factcheck.types import Extraction, Problem
from tests.cli.process import DRAFT, SOURCE


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    """An extractor with a bug that one article brings out."""
    import factcheck.claims

    real = factcheck.claims.extract

    def extract(article, rulebook):  # type: ignore[no-untyped-def]
        if article.name == "bad":
            raise ZeroDivisionError("of all things")
        return real(article, rulebook)

    monkeypatch.setattr(factcheck.claims, "extract", extract)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.usefixtures("failing")
def test_a_bug_on_one_article_leaves_the_others(jobs: int) -> None:
    """The article becomes a fatal problem that names it; the others are read, in their order."""
    given = [article_from_text(text, name=name) for name, text in (("a", DRAFT), ("bad", DRAFT), ("c", SOURCE))]
    first, second, third = extract_all(given, load_rulebook(), jobs)
    assert isinstance(first, Extraction)
    assert isinstance(third, Extraction)
    assert (first.article.name, third.article.name) == ("a", "c")
    assert isinstance(second, Problem)
    assert (second.article, second.fatal) == ("bad", True)
    assert second.message.startswith("internal error: ZeroDivisionError: of all things")
