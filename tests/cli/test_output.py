"""When there is colour."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from factcheck.commands.output import wants_color


class Terminal(io.StringIO):
    """A stream that somebody watches."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "environment", "terminal", "output", "expected"),
    [
        ("auto", {"TERM": "xterm"}, True, None, True),
        ("auto", {"TERM": "xterm"}, False, None, False),
        ("auto", {"TERM": "dumb"}, True, None, False),
        ("auto", {"TERM": "xterm", "NO_COLOR": "1"}, True, None, False),
        ("auto", {"FORCE_COLOR": "1"}, False, None, True),
        ("auto", {"FORCE_COLOR": "0"}, False, None, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, None, False),
        ("auto", {"FORCE_COLOR": "1"}, True, Path("report.txt"), False),
        ("always", {"NO_COLOR": "1"}, False, None, True),
        ("never", {"FORCE_COLOR": "1"}, True, None, False),
    ],
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch,
    choice: str,
    environment: dict[str, str],
    terminal: bool,
    output: Path | None,
    expected: bool,
) -> None:
    """The option decides, then NO_COLOR, then FORCE_COLOR, then the terminal; a file gets none unasked."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_color(choice, Terminal() if terminal else io.StringIO(), output) is expected
