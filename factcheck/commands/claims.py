"""`factcheck claims`: what is read from articles, one row a claim or a number."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.commands.output import diagnose, stdout_encoding, wants_color, width, write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def run(
    *,
    paths: Sequence[Path],
    everything: bool,
    output_format: str,
    output: Path | None,
    color: str,
    stdin_filename: str,
    config: Path | None,
    **options: Any,
) -> int:
    """Prints the claims and returns 0, or 2 where an article could not be read."""
    from factcheck.commands.session import open_session
    from factcheck.config import read_settings
    from factcheck.render import RenderOptions, render_claims

    settings = replace(read_settings(config).overridden(include=tuple(paths), **options), against=())
    session = open_session(settings, stdin_filename)
    extractions, _, problems = session.extractions()
    diagnose(problems)
    chosen = RenderOptions(
        width=None if output else width(),
        color=wants_color(color, sys.stdout, output),
        encoding=stdout_encoding() if output is None and output_format == "table" else "utf-8",
    )
    text = render_claims(extractions, output_format, all_numbers=everything, options=chosen)
    write(text, output, encoding=chosen.encoding)
    return 2 if any(problem.fatal for problem in problems) else 0
