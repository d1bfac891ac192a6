"""Loading the Rulebook, and the cache that spares a cold process reading hundreds of TOML files."""

from __future__ import annotations

import hashlib
import os
import pickle
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.rulebook.files import RuleFile, read_rule_files, rule_paths, shipped_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.rulebook.checks import CheckTables
    from factcheck.rulebook.entities import EntityTables
    from factcheck.rulebook.lexicon import Lexicon
    from factcheck.rulebook.metrics import MetricTables
    from factcheck.rulebook.numbers import NumberTables
    from factcheck.rulebook.periods import PeriodTables
    from factcheck.rulebook.rates import RateTables

KEPT = 8
"""Compiled rule sets that stay in the cache: those of a few projects with rules of their own."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All compiled rules."""

    roots: tuple[Path, ...]
    numbers: NumberTables
    periods: PeriodTables
    entities: EntityTables
    metrics: MetricTables
    lexicon: Lexicon
    rates: RateTables
    checks: CheckTables


def load_rulebook(extra: Sequence[Path] = (), *, cache: bool = True) -> Rulebook:
    """The shipped rules and those of the extra folders, which add files but replace none; a malformed file raises RuleError."""
    return _load(tuple(Path(path).resolve() for path in extra), cache)


@lru_cache(maxsize=4)
def _load(extra: tuple[Path, ...], cache: bool) -> Rulebook:
    roots = (shipped_rules(), *extra)
    paths = rule_paths(roots)
    place = _cache_file(paths) if cache else None
    if place is not None:
        found = _unpickle(place)
        if found is not None:
            return found
    book = compile_rulebook(roots, read_rule_files(paths))
    if place is not None:
        _pickle(place, book)
    return book


def compile_rulebook(roots: Sequence[Path], files: Sequence[RuleFile]) -> Rulebook:
    """The Rulebook of those files."""
    from factcheck.rulebook.checks import compile_checks
    from factcheck.rulebook.entities import compile_entities
    from factcheck.rulebook.lexicon import compile_lexicon
    from factcheck.rulebook.metrics import compile_metrics
    from factcheck.rulebook.numbers import compile_numbers
    from factcheck.rulebook.periods import compile_periods
    from factcheck.rulebook.rates import compile_rates

    def of(*folders: str) -> list[RuleFile]:
        return [file for file in files if file.folder in folders]

    entities = compile_entities(of("entities"))
    metrics = compile_metrics(of("metrics"), of("facets"))
    languages = of("languages")
    return Rulebook(
        roots=tuple(roots),
        numbers=compile_numbers([file for file in languages if file.stem.startswith("numbers")], of("units")),
        periods=compile_periods([file for file in languages if file.stem.startswith("periods")]),
        entities=entities,
        metrics=metrics,
        lexicon=compile_lexicon([file for file in languages if file.stem.startswith("words")], entities, metrics),
        rates=compile_rates(of("rates")),
        checks=compile_checks(of("checks")),
    )


def _cache_file(paths: Sequence[tuple[str, Path]]) -> Path | None:
    """Where the compiled rules of exactly these files (path, size, time) and this program are kept."""
    import sys

    digest = hashlib.sha256(repr(sys.version_info).encode())
    for path in [path for _, path in paths] + sorted(Path(__file__).parent.glob("*.py")):
        try:
            stat = path.stat()
        except OSError:
            return None
        digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    try:
        from platformdirs import user_cache_path

        return user_cache_path("factcheck", appauthor=False) / f"rules-{digest.hexdigest()[:24]}.pickle"
    except (OSError, RuntimeError):
        return None


def _unpickle(place: Path) -> Rulebook | None:
    # Only files that this user owns are believed: a pickle runs code.
    try:
        if hasattr(os, "getuid") and place.stat().st_uid != os.getuid():
            return None
        book = pickle.loads(place.read_bytes())
    except Exception:
        return None
    return book if isinstance(book, Rulebook) else None


def _pickle(place: Path, book: Rulebook) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_suffix(f".{os.getpid()}")
        part.write_bytes(pickle.dumps(book, protocol=pickle.HIGHEST_PROTOCOL))
        part.replace(place)
        _forget_others(place)
    except (OSError, pickle.PicklingError):
        return


def _forget_others(place: Path) -> None:
    """Removes the oldest of the other rule sets: each change of a rule leaves one behind."""
    others = sorted(place.parent.glob("rules-*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in others[KEPT:]:
        path.unlink(missing_ok=True)
