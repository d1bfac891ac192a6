"""What an editor finds in seeds/, and what stays quiet there: seeds/expected.toml against the program."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import factcheck

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.types import Claim, Finding, Report

SEEDS = Path(__file__).parents[2] / "seeds"
EXPECTED: Mapping[str, Any] = tomllib.loads((SEEDS / "expected.toml").read_text(encoding="utf-8"))
IDS = [f"{row['check']}-{row['members'][0]['text']}" for row in EXPECTED["finding"]]


@dataclass(frozen=True)
class Place:
    """A number of an article by its offsets."""

    article: str
    start: int
    end: int
    text: str

    def __str__(self) -> str:
        return f"{self.article} “{self.text}”"


def place(member: Mapping[str, Any]) -> Place:
    """Where the member stands: its nth occurrence in the file."""
    text = (SEEDS / member["article"]).read_text(encoding="utf-8")
    found = list(re.finditer(re.escape(member["text"]), text))
    wanted = member.get("occurrence", 1)
    assert len(found) >= wanted, f"{member['article']} has “{member['text']}” {len(found)} times, not {wanted}"
    span = found[wanted - 1]
    return Place(member["article"], span.start(), span.end(), member["text"])


def places(row: Mapping[str, Any]) -> tuple[Place, ...]:
    """The places of all members of an expectation."""
    return tuple(place(member) for member in row["members"])


def stands_at(claim: Claim, where: Place) -> bool:
    """Whether the claim's number overlaps the place."""
    return Path(claim.article).name == where.article and claim.start < where.end and where.start < claim.end


def holds(finding: Finding, where: Place) -> bool:
    """Whether one of the finding's claims stands at the place."""
    return any(stands_at(claim, where) for claim in finding.claims)


def meets(finding: Finding, row: Mapping[str, Any]) -> bool:
    """Whether the finding is the expected one: check, severity, every member, and one of them the primary claim."""
    wanted = places(row)
    return (
        (finding.check, finding.severity) == (row["check"], row["severity"])
        and any(stands_at(finding.claims[0], where) for where in wanted)
        and all(holds(finding, where) for where in wanted)
    )


def described(finding: Finding) -> str:
    """The finding on a few lines, for a failure's message."""
    numbers = "".join(f"\n    {Path(claim.article).name}:{claim.line} “{claim.surface}”" for claim in finding.claims)
    return f"{finding.severity} {finding.check}: {finding.message}{numbers}"


def near(report: Report, row: Mapping[str, Any]) -> str:
    """The findings that touch a member of the expectation, for a failure's message."""
    touching = [f for f in report.findings if any(holds(f, where) for where in places(row))]
    return (
        "\n  ".join(["findings that touch a member:", *map(described, touching)])
        if touching
        else "no finding touches a member"
    )


def loud(report: Report) -> list[Finding]:
    """Errors and warnings; notes are not counted."""
    return [finding for finding in report.findings if finding.severity != "note"]


@pytest.fixture(scope="module")
def report() -> Report:
    """The check of the whole folder, once."""
    return factcheck.check(factcheck.read_article(path) for path in sorted(SEEDS.glob("*.md")))


@pytest.mark.parametrize("row", EXPECTED["finding"], ids=IDS)
def test_expected_finding_is_raised(report: Report, row: Mapping[str, Any]) -> None:
    """Every fault that an editor sees is one finding that holds all its numbers."""
    assert any(meets(finding, row) for finding in report.findings), (
        f"missing {row['severity']} {row['check']}: {row['why']}\n"
        f"  {' | '.join(map(str, places(row)))}\n{near(report, row)}"
    )


def test_nothing_else_is_raised(report: Report) -> None:
    """Each error and warning is one of the expected findings."""
    extra = [finding for finding in loud(report) if not any(meets(finding, row) for row in EXPECTED["finding"])]
    assert not extra, "not expected:\n  " + "\n  ".join(map(described, extra))


def test_each_fault_is_raised_once(report: Report) -> None:
    """No fault is reported twice under one check."""
    for row in EXPECTED["finding"]:
        found = [finding for finding in report.findings if meets(finding, row)]
        assert len(found) <= 1, f"{row['check']} {row['why']} twice:\n  " + "\n  ".join(map(described, found))


@pytest.mark.parametrize("row", EXPECTED["quiet"], ids=lambda row: row["why"])
def test_look_alikes_stay_quiet(report: Report, row: Mapping[str, Any]) -> None:
    """Two numbers that differ, or agree, for a reason stand together in no error or warning."""
    together = [finding for finding in loud(report) if all(holds(finding, where) for where in places(row))]
    assert not together, f"{row['why']}\n  " + "\n  ".join(map(described, together))


def test_every_article_takes_part() -> None:
    """Each article stands in a finding or a quiet pair, and each finding names the articles of its members."""
    rows = [*EXPECTED["finding"], *EXPECTED["quiet"]]
    named = {member["article"] for row in rows for member in row["members"]}
    assert named == {path.name for path in SEEDS.glob("*.md")}
    assert all(sorted({m["article"] for m in row["members"]}) == sorted(row["articles"]) for row in EXPECTED["finding"])
