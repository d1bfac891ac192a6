"""Every rule with the place and the text that an editor finds it at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factcheck.rulebook.files import read_rule_files, rule_paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from factcheck.rulebook.files import RuleFile

_HEADER = re.compile(r"\s*\[\[\s*(\w+)\s*\]\]")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: a whole file where that has an id, else one `[[table]]` of it."""

    kind: str
    """The folder: entities, metrics, …"""
    id: str
    title: str
    path: str
    line: int
    text: str

    @property
    def place(self) -> str:
        """`path:line`, as editors open it."""
        return f"{self.path}:{self.line}"


def catalogue(roots: Sequence[Path]) -> tuple[Rule, ...]:
    """The rules under those folders, in the order of folders, files and lines."""
    return tuple(rule for file in read_rule_files(rule_paths(roots)) for rule in _rules(file))


def _rules(file: RuleFile) -> Iterator[Rule]:
    if "id" in file.data:
        yield Rule(file.folder, str(file.data["id"]), _title(file.data), file.path, 1, file.text.strip())
        return
    seen: dict[str, int] = {}
    for table, line, text in _tables(file.text):
        number = seen[table] = seen.get(table, -1) + 1
        row = file.data[table][number]
        yield Rule(file.folder, _id(row, file.stem, table, number), _title(row), file.path, line, text)


def _tables(text: str) -> Iterator[tuple[str, int, str]]:
    """(name, 1-based line, text) of every `[[name]]` table, its `[[name.sub]]` tables with it."""
    lines = text.splitlines()
    starts = [(number, match[1]) for number, line in enumerate(lines) if (match := _HEADER.match(line))]
    ends = [number for number, _ in starts[1:]] + [len(lines)]
    for (start, name), end in zip(starts, ends, strict=True):
        yield name, start + 1, "\n".join(lines[start:end]).strip()


def _id(row: dict[str, Any], stem: str, table: str, number: int) -> str:
    """The row's id; rows without one are named by what they say, else by their place."""
    if "id" in row:
        return str(row["id"])
    parts = [str(row[key]) for key in ("role", "value", "name", "currency", "date") if row.get(key)]
    return ".".join(parts) or f"{stem}.{table}.{number}"


def _title(row: dict[str, Any]) -> str:
    return str(row.get("title") or row.get("name") or "")
