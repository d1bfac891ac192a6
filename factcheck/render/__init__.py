"""Reports as text: one module a format, imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.render.options import CheckRule, RenderOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from factcheck.types import Explained, Extraction, Finding, Report

__all__ = [
    "CLAIM_FORMATS",
    "FORMATS",
    "CheckRule",
    "RenderOptions",
    "export_svg",
    "print_report",
    "render",
    "render_check_rule",
    "render_claims",
    "render_explained",
]

FORMATS: tuple[str, ...] = (
    "rich",
    "concise",
    "json",
    "jsonl",
    "sarif",
    "junit",
    "github",
    "gitlab",
    "html",
    "markdown",
)
"""The formats of `factcheck check`; each is the module of that name here, with `render(report, options) -> str`."""

CLAIM_FORMATS: tuple[str, ...] = ("table", "json", "jsonl", "csv")
"""The formats of `factcheck claims`."""

_DEFAULTS = RenderOptions()


def render(report: Report, output_format: str, *, options: RenderOptions = _DEFAULTS) -> str:
    """The report in that format, ending with a line feed; an unknown format raises UsageError."""
    if output_format not in FORMATS:
        raise UsageError(f"unknown output format {output_format!r}; known: {', '.join(FORMATS)}")
    text: str = import_module(f"factcheck.render.{output_format}").render(report, options)
    return text


def print_report(report: Report, console: Console, options: RenderOptions = _DEFAULTS) -> None:
    """The terminal report on that console."""
    from factcheck.render.rich import print_report as on_console

    on_console(report, console, options)


def export_svg(report: Report, options: RenderOptions = _DEFAULTS, *, title: str = "factcheck check") -> str:
    """The terminal report as a picture, the same bytes for the same report."""
    from factcheck.render.svg import export_svg as picture

    return picture(report, options, title)


def render_claims(
    extractions: Sequence[Extraction],
    output_format: str,
    *,
    all_numbers: bool = False,
    options: RenderOptions = _DEFAULTS,
) -> str:
    """The claims of each article, or with `all_numbers` every entry of its ledger, in text order."""
    from factcheck.render.claims import render_claims as listing

    if output_format not in CLAIM_FORMATS:
        raise UsageError(f"unknown output format {output_format!r}; known: {', '.join(CLAIM_FORMATS)}")
    return listing(extractions, output_format, all_numbers, options)


def render_explained(item: Finding | Explained, options: RenderOptions = _DEFAULTS) -> str:
    """One finding or explained pair with everything that is known of it."""
    from factcheck.render.explained import render_explained as explanation

    return explanation(item, options)


def render_check_rule(rule: CheckRule, options: RenderOptions = _DEFAULTS) -> str:
    """A check: its title, severity, why it matters, an example, what to do."""
    from factcheck.render.explained import render_check_rule as explanation

    return explanation(rule, options)
