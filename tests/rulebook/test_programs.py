"""Patterns that stay compiled in the rule cache."""

from __future__ import annotations

import pickle
import re
from typing import TYPE_CHECKING

import pytest

from factcheck.rulebook.programs import program

if TYPE_CHECKING:
    from factcheck.rulebook.programs import Program

DATE = r"(?P<y>\d{4})年(?:(?P<m>1[0-2]|[1-9])月)?|(?P<q>第[一二三四]季)"


def groups(kept: Program, text: str) -> list[tuple[str, dict[str, str | None]]]:
    return [(match.group(), match.groupdict()) for match in kept.pattern().finditer(text)]


def test_a_kept_pattern_matches_as_its_source_does() -> None:
    """Spans, group names and the name of the last group survive the cache."""
    kept = pickle.loads(pickle.dumps(program(DATE)))
    match = kept.pattern().search("於2024年11月公布第三季業績")
    assert match is not None
    assert (match.span(), match.groupdict(), match.lastgroup) == ((1, 9), {"y": "2024", "m": "11", "q": None}, "m")
    assert groups(kept, "第三季") == [("第三季", {"y": None, "m": None, "q": "第三季"})]


def test_a_kept_pattern_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """What made a cold start slow is not done."""
    kept = program(DATE)

    def refuse(*_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr("re.compile", refuse)
    assert kept.pattern().fullmatch("2023年") is not None


@pytest.mark.parametrize("code", [b"", b"\xff" * 40], ids=["none", "damaged"])
def test_code_of_another_engine_is_not_used(code: bytes) -> None:
    """Where the engine refuses the code, the source is compiled."""
    kept = program(DATE)._replace(code=code)
    assert groups(kept, "2025年3月") == [("2025年3月", {"y": "2025", "m": "3", "q": None})]


def test_a_malformed_source_is_refused() -> None:
    """A rule file with a broken pattern is an error of that file, not of a later run."""
    with pytest.raises(re.error):
        program("(月")
