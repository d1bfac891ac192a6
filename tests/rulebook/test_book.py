"""The cache of compiled rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulebook import book

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_the_cache_forgets_what_is_long_unused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each change of a rule makes a new file; the disk does not fill with the old ones."""
    monkeypatch.setattr(book, "KEPT", 2)
    rules = book.load_rulebook()
    for number in range(4):
        book._pickle(tmp_path / f"rules-{number}.pickle", rules)
    assert len(list(tmp_path.iterdir())) == 2
    assert book._unpickle(tmp_path / "rules-3.pickle") is not None


def test_a_damaged_cache_is_read_anew(tmp_path: Path) -> None:
    """A file cut off by a full disk is no rule book, and no error."""
    place = tmp_path / "rules-0.pickle"
    book._pickle(place, book.load_rulebook())
    place.write_bytes(place.read_bytes()[:1000])
    assert book._unpickle(place) is None
