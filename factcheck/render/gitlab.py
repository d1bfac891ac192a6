"""`gitlab`: a Code Quality report, the JSON array that GitLab merge requests show."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.render.summary import by_severity
from factcheck.render.visible import visible

if TYPE_CHECKING:
    from factcheck.render.options import RenderOptions
    from factcheck.types import Finding, Report

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report, options: RenderOptions) -> str:
    """An object a finding, at its primary claim; an empty array without findings."""
    issues = [_issue(finding) for finding in by_severity(report.findings) if finding.claims]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding) -> dict[str, Any]:
    claim = finding.claims[0]
    return {
        "description": f"{finding.check}: {visible(finding.message)}",
        "check_name": finding.check,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": visible(claim.article.removeprefix("./")),
            "lines": {"begin": claim.line, "end": claim.line + claim.surface.count("\n")},
        },
    }
