"""The baseline: findings that were there before the gate was, by fingerprint."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factcheck.types import Finding

VERSION = 1


@dataclass(frozen=True, slots=True)
class Accepted:
    """One finding of a baseline; all but the fingerprint is for the people who read the file."""

    fingerprint: str
    check: str
    articles: tuple[str, ...]
    message: str


def accepted(findings: Iterable[Finding]) -> tuple[Accepted, ...]:
    """The baseline entries of those findings, one a fingerprint, sorted by check, articles and fingerprint."""
    entries = {
        finding.fingerprint: Accepted(
            finding.fingerprint,
            finding.check,
            tuple(sorted({claim.article for claim in finding.claims})),
            finding.message,
        )
        for finding in findings
    }
    return tuple(sorted(entries.values(), key=lambda entry: (entry.check, entry.articles, entry.fingerprint)))


def write_baseline(path: Path, entries: Iterable[Accepted]) -> None:
    """Writes the entries as JSON, so that a change of one finding is a change of one block of lines."""
    rows = [
        {
            "fingerprint": entry.fingerprint,
            "check": entry.check,
            "articles": list(entry.articles),
            "message": entry.message,
        }
        for entry in entries
    ]
    text = json.dumps({"version": VERSION, "findings": rows}, ensure_ascii=False, indent=2)
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{path}: baseline cannot be written: {error.strerror}; check the folder") from error


def read_baseline(path: Path) -> tuple[Accepted, ...]:
    """The entries of a baseline file; ConfigError where it is missing, no JSON, or of another version."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise ConfigError(f"{path}: no such baseline; write one with --write-baseline {path}") from error
    except OSError as error:
        raise ConfigError(f"{path}: baseline cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: not a baseline: not valid JSON: {error}; write it with --write-baseline") from error
    if not isinstance(data, dict) or data.get("version") != VERSION:
        found = data.get("version") if isinstance(data, dict) else None
        raise ConfigError(
            f"{path}: baseline version {found!r}, expected {VERSION}; write it anew with --write-baseline"
        )
    rows = data.get("findings")
    if not isinstance(rows, list):
        raise ConfigError(f"{path}: findings: expected a list; write it anew with --write-baseline")
    return tuple(_entry(path, number, row) for number, row in enumerate(rows))


def _entry(path: Path, number: int, row: object) -> Accepted:
    if not isinstance(row, dict) or not isinstance(row.get("fingerprint"), str):
        raise ConfigError(
            f"{path}: findings.{number}.fingerprint: expected a text; write it anew with --write-baseline"
        )
    articles = row.get("articles")
    return Accepted(
        row["fingerprint"],
        str(row.get("check", "")),
        tuple(str(name) for name in articles) if isinstance(articles, list) else (),
        str(row.get("message", "")),
    )
