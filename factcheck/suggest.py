"""What a mistyped name was probably meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """`, did you mean 'x'?` for the nearest known name, or nothing where none is near."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(given.lower(), {name: name.lower() for name in known}, scorer=fuzz.ratio, score_cutoff=60)
    return f" (did you mean {best[2]!r}?)" if best else ""
