"""What of a report counts: pragmas, the selection of checks, severities, the baseline, and the exit status.

Nothing vanishes: a finding that does not count moves from `Report.findings` to `Report.suppressed` with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from factcheck.types import Problem, Suppressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.baseline import Accepted
    from factcheck.types import Article, Finding, Pragma, Report, Severity

RANK: Mapping[str, int] = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Gate:
    """What shall count."""

    select: tuple[str, ...] = ()
    """Check ids, prefixes of ids, or names; empty for all."""
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    """Check id or name → severity in place of the finding's own."""
    min_confidence: float = 0.0
    baseline: tuple[Accepted, ...] = ()


def apply_gate(report: Report, gate: Gate) -> Report:
    """The report with what does not count moved to `suppressed`; unused pragmas and stale entries become problems."""
    counted: list[Finding] = []
    silenced: list[Suppressed] = list(report.suppressed)
    silencers = _Pragmas(report.articles)
    known = {entry.fingerprint for entry in gate.baseline}
    for finding in (_with_severity(finding, gate.severity) for finding in report.findings):
        reason = _excluded(finding, gate)
        pragma = silencers.silencing(finding)
        if pragma is not None:
            silenced.append(Suppressed(finding, "pragma", pragma.reason))
        elif reason is not None:
            silenced.append(Suppressed(finding, "config", reason))
        elif finding.fingerprint in known:
            silenced.append(Suppressed(finding, "baseline"))
        else:
            counted.append(finding)
    counted.sort(key=lambda finding: RANK[finding.severity])
    problems = (*report.problems, *silencers.problems(), *_stale(report, gate.baseline))
    return replace(report, findings=tuple(counted), suppressed=tuple(silenced), problems=problems)


def exit_status(report: Report, fail_on: str) -> int:
    """0 clean, 1 with findings at or above that severity, 2 where an article could not be read."""
    if any(problem.fatal for problem in report.problems):
        return 2
    limit = RANK.get(fail_on, -1)
    return int(any(RANK[finding.severity] <= limit for finding in report.findings))


def matches(check: str, name: str, selector: str) -> bool:
    """Whether `FC101`, `FC1` or `value_conflict` speaks of that check; case does not matter, nor `-` for `_`."""
    key = selector.strip().lower().replace("-", "_")
    return bool(key) and (check.lower().startswith(key) or name.lower() == key)


def _with_severity(finding: Finding, severities: Mapping[str, str]) -> Finding:
    for selector, severity in severities.items():
        if matches(finding.check, finding.name, selector) and severity != finding.severity:
            return replace(finding, severity=cast("Severity", severity))
    return finding


def _excluded(finding: Finding, gate: Gate) -> str | None:
    """Why the settings leave the finding out, or None."""

    def named(selectors: Iterable[str]) -> bool:
        return any(matches(finding.check, finding.name, selector) for selector in selectors)

    if gate.select and not named(gate.select):
        return "not selected"
    if named(gate.ignore):
        return "ignored"
    if finding.confidence < gate.min_confidence:
        return f"confidence {finding.confidence:.2f} below {gate.min_confidence:.2f}"
    return None


class _Pragmas:
    """The pragmas of the checked articles, and which of their checks silenced something.

    A source's pragma silences nothing: an archive must not decide what is wrong with a draft.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        self.by_line: dict[tuple[str, int], list[Pragma]] = {}
        self.used: set[tuple[str, int, str]] = set()
        for article in articles:
            for pragma in article.pragmas:
                if pragma.problem is None:
                    self.by_line.setdefault((article.name, pragma.line), []).append(pragma)

    def silencing(self, finding: Finding) -> Pragma | None:
        """The first pragma on the line of one of the finding's claims that names its check."""
        hit = None
        for claim in finding.claims:
            for pragma in self.by_line.get((claim.article, claim.line), ()):
                for check in pragma.checks:
                    if check.upper() == finding.check:
                        self.used.add((claim.article, pragma.start, check))
                        hit = hit or pragma
        return hit

    def problems(self) -> Iterable[Problem]:
        """A line for every malformed pragma and for every check of a pragma that silenced nothing."""
        for article in self.articles:
            for pragma in article.pragmas:
                line, _ = article.position(pragma.start)
                if pragma.problem is not None:
                    yield Problem(article.name, f"line {line}: pragma not obeyed: {pragma.problem}", fatal=False)
                    continue
                for check in pragma.checks:
                    if (article.name, pragma.start, check) not in self.used:
                        text = f"line {line}: unused pragma: no {check} on line {pragma.line}; remove it"
                        yield Problem(article.name, text, fatal=False)


def _stale(report: Report, baseline: Sequence[Accepted]) -> Iterable[Problem]:
    """A line for every baseline entry whose articles were all read and whose finding is gone."""
    found = {finding.fingerprint for finding in report.findings}
    read = {article.name for article in (*report.articles, *report.sources)}
    for entry in baseline:
        if entry.fingerprint not in found and entry.articles and read.issuperset(entry.articles):
            where = entry.articles[0]
            text = f"stale baseline entry {entry.fingerprint} ({entry.check}): no longer found; write the baseline anew"
            yield Problem(where, text, fatal=False)
