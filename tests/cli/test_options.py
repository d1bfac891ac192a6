"""How the command line reads its arguments."""

from __future__ import annotations

import pytest

from factcheck.commands.options import spread


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("d.md --against a b c", "d.md --against a --against b --against c"),
        ("--against a b --jobs 2 d.md", "--against a --against b --jobs 2 d.md"),
        ("--against a - --jobs 2", "--against a - --jobs 2"),
        ("--against a b -- d.md e.md", "--against a --against b -- d.md e.md"),
        ("--against=a d.md", "--against=a d.md"),
        ("d.md --against a --against b c", "d.md --against a --against b --against c"),
        ("d.md --against", "d.md --against"),
    ],
)
def test_against_takes_every_path_up_to_the_next_option(given: str, expected: str) -> None:
    """`-` is the article on standard input and so ends the list, as an option does."""
    assert spread(given.split(), "--against") == expected.split()
