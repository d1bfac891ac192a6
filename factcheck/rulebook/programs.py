"""Regular expressions that stay compiled in the rule cache.

Python pickles a pattern as its source and compiles it anew in each process; for the alternatives of all period forms
that was a quarter of a cold run. A Program keeps what the engine runs, so that loading it takes a millisecond.
The engine has no public name for this: where the private ones are missing or refuse, the source is compiled as usual.
"""

from __future__ import annotations

import re
from array import array
from importlib import import_module
from typing import Any, NamedTuple


class Program(NamedTuple):
    """A pattern over folded text with the engine's code for it."""

    source: str
    code: bytes
    """The engine's words, four bytes each; empty where only the source is known."""
    flags: int = 0
    names: tuple[str | None, ...] = ()
    """Name of each group by its number; the whole match is number 0."""

    def pattern(self) -> re.Pattern[str]:
        """The pattern, ready to match; a caller keeps it."""
        if self.code:
            try:
                return self._restored()
            except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
                pass  # another engine than the one that wrote it: the source says the same
        return re.compile(self.source)

    def _restored(self) -> re.Pattern[str]:
        words = list(array("I", self.code))
        groups = {name: number for number, name in enumerate(self.names) if name is not None}
        engine: Any = import_module("_sre")
        found: re.Pattern[str] = engine.compile(self.source, self.flags, words, len(self.names) - 1, groups, self.names)
        return found


def program(source: str) -> Program:
    """The source with the engine's code; a malformed one raises re.error."""
    flags = re.compile(source).flags
    try:
        tree: Any = import_module("re._parser").parse(source)
        words = import_module("re._compiler")._code(tree, 0)
        names: list[str | None] = [None] * tree.state.groups
        for name, number in tree.state.groupdict.items():
            names[number] = name
        return Program(source, array("I", words).tobytes(), flags, tuple(names))
    except (ImportError, AttributeError, TypeError, OverflowError):
        return Program(source, b"")
