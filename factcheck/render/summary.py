"""The figures that every format opens or closes with, counted in one place so that no two formats disagree."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.render.nouns import plural

if TYPE_CHECKING:
    from factcheck.types import Finding, Report, Severity

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
STATUSES = ("confirmed", "contradicted", "explained", "alone")
CONTEXT_ROLES = ("date", "name", "code", "ordinal", "other")


@dataclass(frozen=True, slots=True)
class Totals:
    """What a report comes to."""

    articles: int
    sources: int
    numbers: int
    claims: int
    context: int
    unread: int
    severities: dict[str, int]
    statuses: dict[str, int]
    explained: int
    suppressed: int
    left_out: int

    @property
    def findings(self) -> int:
        return sum(self.severities.values())


def totals(report: Report) -> Totals:
    """The figures of a report; numbers are those of the articles that its coverage lists."""
    roles: Counter[str] = Counter()
    for coverage in report.coverage:
        roles.update(coverage.roles)
    return Totals(
        articles=len(report.articles),
        sources=len(report.sources),
        numbers=sum(coverage.numbers for coverage in report.coverage),
        claims=roles["claim"],
        context=sum(roles[role] for role in CONTEXT_ROLES),
        unread=roles["unread"],
        severities={severity: sum(f.severity == severity for f in report.findings) for severity in SEVERITIES},
        statuses={status: sum(v.status == status for v in report.claims) for status in STATUSES},
        explained=len(report.explained),
        suppressed=len(report.suppressed),
        left_out=sum(problem.fatal for problem in report.problems),
    )


def headline(total: Totals) -> str:
    """`2 errors, 3 warnings in 12 articles checked against 4 sources`, or what was found instead."""
    where = plural(total.articles, "article")
    if total.sources:
        where += f" against {plural(total.sources, 'source')}"
    if total.findings:
        counts = [plural(count, severity) for severity, count in total.severities.items() if count]
        return f"{', '.join(counts)} in {where}"
    if not total.claims:
        return f"nothing checked: no number in {where} was read as a claim"
    return f"no conflict in {where}"


def summary_parts(total: Totals) -> list[str]:
    """The summary as its parts: findings, coverage, statuses, and what was set aside."""
    roles = [plural(total.claims, "claim"), f"{total.context:,} context", f"{total.unread:,} unread"]
    parts = [headline(total), f"{plural(total.numbers, 'number')}: {', '.join(roles)}"]
    statuses = [f"{count:,} {status}" for status, count in total.statuses.items() if count]
    if statuses:
        parts.append(", ".join(statuses))
    if total.suppressed:
        parts.append(f"{total.suppressed:,} suppressed")
    if total.left_out:
        parts.append(f"{plural(total.left_out, 'file')} left out")
    return parts


def summary_line(report: Report) -> str:
    """The summary in one line."""
    return " · ".join(summary_parts(totals(report)))


def by_severity(findings: tuple[Finding, ...]) -> list[Finding]:
    """Errors first, then by place; findings of equal rank keep their order."""
    rank = {severity: at for at, severity in enumerate(SEVERITIES)}
    return sorted(
        findings, key=lambda f: (rank[f.severity], f.claims[0].article if f.claims else "", _start(f), f.check)
    )


def _start(finding: Finding) -> int:
    return finding.claims[0].start if finding.claims else 0
