"""seeds/ against seeds/expected.toml: `python -m tests.seeds` prints what is missing, what is extra, and what is loud that should not be."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import factcheck
from factcheck.articles import find_articles

if TYPE_CHECKING:
    from factcheck.types import Finding, Report

SEEDS = Path(__file__).parent.parent / "seeds"


@dataclass(frozen=True)
class Row:
    """An expected finding, or a group of numbers that no error or warning may hold together."""

    check: str | None
    severity: str | None
    members: tuple[tuple[str, int, int], ...]
    """(file name, start, end)."""
    title: str

    def held(self, finding: Finding) -> int:
        """How many of the members the claims of the finding overlap."""
        return sum(
            any(Path(c.article).name == name and c.start < end and start < c.end for c in finding.claims)
            for name, start, end in self.members
        )


@cache
def report() -> Report:
    """The report on all seeds, each against the others."""
    return factcheck.check([factcheck.read_article(path) for path in find_articles([SEEDS])])


def loud() -> list[Finding]:
    """The findings that an editor sees by default as more than a note."""
    return [finding for finding in report().findings if finding.severity != "note"]


@cache
def expected(kind: str) -> tuple[Row, ...]:
    """The rows of that kind, `finding` or `quiet`, with the offsets of their members."""
    data = tomllib.loads((SEEDS / "expected.toml").read_text(encoding="utf-8"))
    return tuple(_row(row) for row in data[kind])


def _row(row: dict[str, Any]) -> Row:
    members = tuple(_place(member["article"], member["text"], member["occurrence"]) for member in row["members"])
    title = f"{row.get('check', '')} {' | '.join(member['text'] for member in row['members'])}: {row['why']}".strip()
    return Row(row.get("check"), row.get("severity"), members, title)


def _place(name: str, text: str, occurrence: int) -> tuple[str, int, int]:
    source = (SEEDS / name).read_text(encoding="utf-8")
    start = -1
    for _ in range(occurrence):
        start = source.index(text, start + 1)
    return name, start, start + len(text)


def finds(row: Row, finding: Finding) -> bool:
    """Whether the finding is the one that the row expects."""
    return finding.check == row.check and finding.severity == row.severity and row.held(finding) == len(row.members)


def missing() -> list[Row]:
    """The rows that no finding is."""
    return [row for row in expected("finding") if not any(finds(row, finding) for finding in loud())]


def extra() -> list[Finding]:
    """The errors and warnings that no row expects."""
    return [finding for finding in loud() if not any(finds(row, finding) for row in expected("finding"))]


def disturbed() -> list[tuple[Row, Finding]]:
    """The quiet rows of which a loud finding holds two members or more."""
    return [(row, finding) for row in expected("quiet") for finding in loud() if row.held(finding) > 1]


def main() -> int:
    """Prints the figures; 1 where anything is not as expected."""
    for row in missing():
        print(f"MISSING {row.severity} {row.title}")
    for finding in extra():
        places = ", ".join(f"{Path(claim.article).name}:{claim.line} {claim.surface}" for claim in finding.claims)
        print(f"EXTRA {finding.severity} {finding.check} {finding.message}\n      {places}")
    for row, finding in disturbed():
        print(f"NOT QUIET {finding.check}: {row.title}")
    found = len(expected("finding")) - len(missing())
    print(f"found {found}/{len(expected('finding'))}, extra {len(extra())}, not quiet {len(disturbed())}")
    return int(bool(missing() or extra() or disturbed()))


if __name__ == "__main__":
    raise SystemExit(main())
