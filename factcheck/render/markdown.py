"""`markdown`: a comment for a pull request: the summary, a table of findings, each one's sentences folded away."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.render.conflict import evidence_lines
from factcheck.render.nouns import plural
from factcheck.render.summary import by_severity, summary_parts, totals
from factcheck.render.visible import visible
from factcheck.render.words import name_words, place

if TYPE_CHECKING:
    from factcheck.render.options import RenderOptions
    from factcheck.types import Finding, Report

_LIMIT = 60_000
"""Characters of a comment; GitHub takes 65,536."""
_ROWS = 100
_SIGNS = {"error": "✗ error", "warning": "! warning", "note": "· note"}


def render(report: Report, options: RenderOptions) -> str:
    """The comment; details that would break the host's limit are counted instead."""
    first, *rest = summary_parts(totals(report))
    parts = [f"### {escaped(first)}\n", f"{escaped(' · '.join(rest))}\n"]
    findings = by_severity(report.findings)
    if findings:
        rows = [_row(finding) for finding in findings[:_ROWS]]
        parts.append("\n".join(["| severity | check | where | what |", "| --- | --- | --- | --- |", *rows]) + "\n")
    left = _LIMIT - sum(map(len, parts))
    for at, finding in enumerate(findings):
        details = _details(finding, replace(options, width=100, links=False))
        left -= len(details)
        if left < 0 or at >= _ROWS:
            parts.append(f"{plural(len(findings) - at, 'more finding')} without details.\n")
            break
        parts.append(details)
    return "\n".join(parts)


def escaped(text: str) -> str:
    """Text that Markdown takes as text; a mention or issue number in it calls nobody."""
    plain = re.sub(r"([\\`*_{}\[\]<>()|~])", r"\\\1", visible(text))
    return re.sub(r"([@#])(?=\w)", r"\1&#8203;", plain.replace("&", "&amp;"))


def code(text: str) -> str:
    """A code span that holds the text whatever backticks it has; `|` escaped for tables."""
    fence = _fence(text, 1)
    room = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{room}{text.replace('|', chr(92) + '|')}{room}{fence}"


def _row(finding: Finding) -> str:
    where = code(place(finding.claims[0])) if finding.claims else ""
    check = f"{finding.check} {name_words(finding.name)}"
    return f"| {_SIGNS[finding.severity]} | {escaped(check)} | {where} | {escaped(finding.message[:2000])} |"


def _details(finding: Finding, options: RenderOptions) -> str:
    text = "\n".join(line.plain for line in evidence_lines(finding, options, set())).strip("\n")
    fence = _fence(text, 3)
    title = escaped(f"{finding.check} {name_words(finding.name)}")
    return f"<details><summary>{title}</summary>\n\n{fence}text\n{text}\n{fence}\n\n</details>\n"


def _fence(text: str, least: int) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1)
