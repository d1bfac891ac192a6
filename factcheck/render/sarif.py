"""`sarif`: Static Analysis Results Interchange Format 2.1.0 (OASIS), for code hosts and editors."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from factcheck.render.summary import by_severity
from factcheck.render.uris import artifact_uri
from factcheck.render.visible import escaped_json
from factcheck.render.words import claim_words, name_words, quantity_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.render.options import RenderOptions
    from factcheck.types import Claim, Finding, Problem, Report, Suppressed

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report, options: RenderOptions) -> str:
    """One run: a rule a check that fired, a result a finding, suppressed ones marked; columns count code points."""
    silenced = {id(s.finding): s for s in report.suppressed}
    findings = by_severity((*report.findings, *(s.finding for s in report.suppressed)))
    ids = sorted({finding.check for finding in findings})
    run = {
        "tool": {"driver": _driver(report.version, [_rule(check, findings, options) for check in ids])},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report.problems)],
        "results": [_result(finding, ids, silenced.get(id(finding))) for finding in findings],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaped_json(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def message(text: str) -> dict[str, str]:
    """A message whose brackets and braces mean themselves, not SARIF's embedded links and placeholders."""
    if "](" in text:
        text = re.sub(r"([\\\[\]])", r"\\\1", text)
    if re.search(r"\{\d+\}", text):
        text = text.replace("{", "{{").replace("}", "}}")
    return {"text": text}


def _driver(version: str, rules: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {"name": "factcheck", "version": version, "rules": list(rules)}


def _rule(check: str, findings: Sequence[Finding], options: RenderOptions) -> dict[str, Any]:
    """The check's own text where the options carry it, else what its first finding says."""
    first = next(finding for finding in findings if finding.check == check)
    rule = options.rules.get(check)
    title = rule.title if rule else name_words(first.name)
    remedy = rule.remedy if rule else first.remedy
    parts = [rule.why, f"Example: {rule.example}", f"To do: {remedy}"] if rule else [remedy or title]
    return {
        "id": check,
        "name": "".join(word.capitalize() for word in first.name.split("_")) or check,
        "shortDescription": {"text": title},
        "fullDescription": {"text": rule.why if rule else title},
        "help": {"text": "\n\n".join(parts)},
        "defaultConfiguration": {"level": rule.severity if rule else first.severity},
    }


def _result(finding: Finding, ids: Sequence[str], suppressed: Suppressed | None) -> dict[str, Any]:
    claims = finding.claims
    return {
        "ruleId": finding.check,
        "ruleIndex": ids.index(finding.check),
        "level": finding.severity,
        "message": message(finding.message),
        "locations": [_location(claim) for claim in claims[:1]],
        "relatedLocations": [
            {"id": at, **_location(claim), "message": message(_claim_text(claim))}
            for at, claim in enumerate(claims[1:], 1)
        ],
        "partialFingerprints": {"factcheck/v1": finding.fingerprint},
        "rank": round(100 * finding.confidence, 1),
        "suppressions": [_suppression(suppressed)] if suppressed else [],
    }


def _location(claim: Claim) -> dict[str, Any]:
    lines = claim.surface.split("\n")
    last = len(lines) - 1
    region = {
        "startLine": claim.line,
        "startColumn": claim.column,
        "endLine": claim.line + last,
        "endColumn": len(lines[-1]) + (1 if last else claim.column),
        "snippet": {"text": claim.surface},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": artifact_uri(claim.article)}, "region": region}}


def _claim_text(claim: Claim) -> str:
    return " · ".join([f"{claim.surface} = {quantity_words(claim.quantity)}", *claim_words(claim)])


def _suppression(suppressed: Suppressed) -> dict[str, Any]:
    kind = "inSource" if suppressed.by == "pragma" else "external"
    return {"kind": kind, "status": "accepted", "justification": suppressed.reason or f"by {suppressed.by}"}


def _invocation(problems: Sequence[Problem]) -> dict[str, Any]:
    notifications = [
        {
            "level": "error" if problem.fatal else "note",
            "message": message(problem.message),
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": artifact_uri(problem.article)}}}],
        }
        for problem in problems
    ]
    successful = not any(problem.fatal for problem in problems)
    return {"executionSuccessful": successful, "toolExecutionNotifications": notifications}
