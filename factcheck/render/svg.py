"""The terminal report as a picture for a README, the same bytes whenever the report is the same."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.console import Console

from factcheck.render.rich import Lines, report_lines
from factcheck.render.visible import visible

if TYPE_CHECKING:
    from factcheck.render.options import RenderOptions
    from factcheck.types import Report

_WIDTH = 100


def export_svg(report: Report, options: RenderOptions, title: str) -> str:
    """An SVG of the report, 100 columns wide unless the options say otherwise, whatever the terminal."""
    options = replace(options, width=options.width or _WIDTH, links=False)
    console = Console(
        file=io.StringIO(),
        record=True,
        width=options.columns(),
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
    )
    console.print(Lines(report_lines(report, options), "utf-8"), soft_wrap=True, end="")
    return console.export_svg(title=visible(title), unique_id="factcheck")
