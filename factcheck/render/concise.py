"""`concise`: one line a finding, as compilers print them, then the totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.render.summary import by_severity, summary_line
from factcheck.render.visible import visible
from factcheck.render.words import place

if TYPE_CHECKING:
    from factcheck.render.options import RenderOptions
    from factcheck.types import Finding, Report


def render(report: Report, options: RenderOptions) -> str:
    """`file:line:column: FC101 error [0.93] message` for each finding, errors first, then one line of totals."""
    lines = [*(_line(finding) for finding in by_severity(report.findings)), summary_line(report)]
    return "\n".join(lines) + "\n"


def _line(finding: Finding) -> str:
    where = f"{place(finding.claims[0])}: " if finding.claims else ""
    return f"{where}{finding.check} {finding.severity} [{finding.confidence:.2f}] {visible(finding.message)}"
