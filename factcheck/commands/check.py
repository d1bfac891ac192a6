"""`factcheck check`: the articles against themselves, each other and their sources, through the gate, as a report."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.baseline import accepted, read_baseline, write_baseline
from factcheck.commands.output import diagnose, say, stdout_encoding, wants_color, width, write
from factcheck.errors import UsageError
from factcheck.gate import Gate, apply_gate, exit_status, matches

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factcheck.baseline import Accepted
    from factcheck.config import Settings
    from factcheck.rulebook import Rulebook
    from factcheck.types import Report


def run(
    *,
    paths: Sequence[Path],
    output: Path | None,
    show_explained: bool,
    show_claims: bool,
    new_baseline: Path | None,
    color: str,
    stdin_filename: str,
    config: Path | None,
    **options: Any,
) -> int:
    """Prints the report and returns the exit status."""
    from factcheck.commands.session import open_session
    from factcheck.config import read_settings
    from factcheck.render import RenderOptions, render

    settings = read_settings(config).overridden(include=tuple(paths), **_lists(options))
    session = open_session(settings, stdin_filename)
    gate = _gate(settings, session.rulebook, with_baseline=new_baseline is None)
    report = session.report()
    if new_baseline is not None:
        gate = replace(gate, baseline=_accept(apply_gate(report, gate), new_baseline))
    report = apply_gate(report, gate)
    if output or settings.output_format != "rich" or not (sys.stdout.isatty() and sys.stderr.isatty()):
        diagnose(report.problems)  # a terminal that shows the report shows them there
    to_terminal = output is None and settings.output_format in ("rich", "concise")
    chosen = RenderOptions(
        width=None if output else width(),
        color=wants_color(color, sys.stdout, output),
        show_explained=show_explained,
        show_claims=show_claims,
        encoding=stdout_encoding() if to_terminal else "utf-8",
        rules=session.rulebook.checks.rules,
    )
    write(render(report, settings.output_format, options=chosen), output, encoding=chosen.encoding)
    return exit_status(report, settings.fail_on)


def _lists(options: dict[str, Any]) -> dict[str, Any]:
    """The options with `--select FC101,FC2 --select FC105` as one tuple of selectors."""
    for name in ("select", "ignore"):
        options[name] = tuple(part.strip() for text in options[name] for part in text.split(",") if part.strip())
    return options


def _gate(settings: Settings, rulebook: Rulebook, *, with_baseline: bool) -> Gate:
    """What shall count; errors in the settings come before any article is compared."""
    for selectors in (settings.select, settings.ignore, settings.severity):
        _known_checks(selectors, rulebook)
    entries = read_baseline(settings.baseline) if settings.baseline and with_baseline else ()
    return Gate(settings.select, settings.ignore, settings.severity, settings.min_confidence, entries)


def _accept(report: Report, path: Path) -> tuple[Accepted, ...]:
    """Writes the findings that count as a baseline, and returns its entries."""
    entries = accepted(report.findings)
    write_baseline(path, entries)
    say(f"{path}: baseline written, {len(entries)} finding{'' if len(entries) == 1 else 's'}")
    return entries


def _known_checks(selectors: Iterable[str], rulebook: Rulebook) -> None:
    """Refuses a selector that speaks of no check: it would be a gate that never closes."""
    from factcheck.suggest import did_you_mean

    known = {rule.id: rule.name for rule in rulebook.checks.rules.values()}
    for selector in selectors:
        if not any(matches(check, name, selector) for check, name in known.items()):
            hint = did_you_mean(selector, [*known, *known.values()])
            raise UsageError(f"unknown check {selector!r}{hint}; known: {', '.join(known)}")
