"""`github`: workflow commands that annotate a pull request's lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.render.nouns import plural
from factcheck.render.summary import SEVERITIES, by_severity, summary_line
from factcheck.render.visible import visible
from factcheck.render.words import name_words, place

if TYPE_CHECKING:
    from factcheck.render.options import RenderOptions
    from factcheck.types import Finding, Report

SHOWN = 10
"""Annotations of one level that GitHub shows for a step; what comes after is dropped in silence there."""
_OTHERS = 4
"""Sentences of other articles that an annotation quotes."""
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, options: RenderOptions) -> str:
    """Ten annotations a level, errors first; the rest as plain lines of the log, then the totals."""
    findings = by_severity(report.findings)
    lines: list[str] = []
    for severity in SEVERITIES:
        level = [finding for finding in findings if finding.severity == severity]
        lines += [_command(finding) for finding in level[:SHOWN]]
        if level[SHOWN:]:
            lines.append(f"{plural(len(level) - SHOWN, f'more {severity}')} without annotation:")
            lines += [_plain(finding) for finding in level[SHOWN:]]
    return "\n".join([*lines, summary_line(report)]) + "\n"


def _command(finding: Finding) -> str:
    properties: dict[str, object] = {"title": f"{finding.check} {name_words(finding.name)}"}
    lines = [visible(finding.message)]
    if finding.claims:
        first, *others = finding.claims
        span = {"line": first.line, "col": first.column}
        if "\n" not in first.surface:
            span["endColumn"] = first.column + len(first.surface)
        properties = {"file": visible(first.article), **span, **properties}
        lines += [f"{place(claim)}: {visible(claim.sentence)}" for claim in others[:_OTHERS]]
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {listed}::{_data(chr(10).join(lines))}"


def _plain(finding: Finding) -> str:
    """A line that the runner does not take for a command, whatever the article says."""
    where = f"{place(finding.claims[0])}: " if finding.claims else ""
    return f"- {where}{finding.check} {finding.severity} {visible(finding.message)}".replace("##[", "## [")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
