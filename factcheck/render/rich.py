"""`rich`: the terminal report that an editor reads: summary, conflicts, what was verified, what was not read."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.console import Console
from rich.segment import Segment
from rich.text import Text

from factcheck.render.conflict import finding_lines
from factcheck.render.layout import SEVERITY_STYLES, joined, line
from factcheck.render.ledger import coverage_lines, problem_lines
from factcheck.render.statuses import claim_status_lines, explained_lines, set_aside_line, suppressed_lines
from factcheck.render.summary import SEVERITIES, Totals, by_severity, summary_parts, totals
from factcheck.render.visible import encodable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import ConsoleOptions, RenderResult

    from factcheck.render.options import RenderOptions
    from factcheck.types import Claim, Finding, Report


def render(report: Report, options: RenderOptions) -> str:
    """The report as text: with escape codes if `options.color`, else without any; ends with a line feed."""
    return lines_as_text(report_lines(report, options), options)


def print_report(report: Report, console: Console, options: RenderOptions) -> None:
    """The report on a console: as wide as the terminal, or as a pipe's 100 columns (COLUMNS where set)."""
    if options.width is None and console.is_terminal:
        options = replace(options, width=console.width)
    console.print(Lines(report_lines(report, options), console.encoding), soft_wrap=True, end="")


def lines_as_text(lines: Sequence[Text], options: RenderOptions) -> str:
    """Lines of the report as a string."""
    if not options.color:
        return "".join(f"{encodable(text.plain, options.encoding).rstrip()}\n" for text in lines)
    console = Console(
        file=io.StringIO(), force_terminal=True, color_system="standard", width=options.columns(), legacy_windows=False
    )
    with console.capture() as capture:
        console.print(Lines(lines, options.encoding), soft_wrap=True, end="")
    return capture.get()


def report_lines(report: Report, options: RenderOptions) -> list[Text]:
    """Every line of the report, none wider than `options.columns()`."""
    lines = [*_summary_lines(totals(report), options.columns()), *problem_lines(report, options, fatal=True)]
    for conflict in conflicts(report.findings):
        shown: set[tuple[str, int]] = set()
        for finding in conflict:
            lines += [Text(), *finding_lines(finding, options, shown)]
    if options.show_claims:
        lines += claim_status_lines(report, options)
    if options.show_explained:
        lines += [*explained_lines(report, options), *suppressed_lines(report, options)]
    lines += coverage_lines(report, options)
    reservations = problem_lines(report, options, fatal=False)
    lines += [Text(), *reservations] if reservations else []
    return [*lines, *set_aside_line(report, options)]


def conflicts(findings: tuple[Finding, ...]) -> list[list[Finding]]:
    """The findings by conflict: those that hold the same primary number, under the gravest of them; gravest first."""
    groups: dict[object, list[Finding]] = {}
    for finding in by_severity(findings):
        key = _number(finding.claims[0]) if finding.claims else finding.fingerprint
        groups.setdefault(key, []).append(finding)
    return list(groups.values())


class Lines:
    """Lines as a rich renderable; what the console's encoding lacks is replaced cell for cell."""

    def __init__(self, lines: Iterable[Text], encoding: str) -> None:
        self.lines = lines
        self.encoding = encoding

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for text in self.lines:
            for segment in text.render(console):
                yield Segment(encodable(segment.text, self.encoding), segment.style, segment.control)
            yield Segment.line()


def _summary_lines(total: Totals, width: int) -> list[Text]:
    """The summary: on one line where it fits, else broken between its parts."""
    worst = next((severity for severity in SEVERITIES if total.severities[severity]), None)
    if worst is not None:
        mark, style = "✗", SEVERITY_STYLES[worst]
    elif total.claims and not total.left_out:
        mark, style = "✓", "bold green"
    else:
        mark, style = "!", "bold yellow"
    first, *rest = joined(summary_parts(total), width - 2)
    return [line((mark, style), " ", (first, "bold")), *(line("  ", more) for more in rest)]


def _number(claim: Claim) -> tuple[str, int, int]:
    return claim.article, claim.start, claim.end
