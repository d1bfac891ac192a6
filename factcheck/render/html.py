"""`html`: the terminal report as one self-contained page, readable on light and on dark."""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.render.rich import report_lines
from factcheck.render.summary import summary_line

if TYPE_CHECKING:
    from rich.text import Text

    from factcheck.render.options import RenderOptions
    from factcheck.types import Report

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; --ink: #1f2328; --paper: #ffffff; --red: #b3261e; --yellow: #7a5900;
  --blue: #0b57d0; --cyan: #00677a; --green: #1a6e34; --dim: #59636e; }}
@media (prefers-color-scheme: dark) {{ :root {{ --ink: #e6e8eb; --paper: #16181c; --red: #ff8a80; --yellow: #f2c14e;
  --blue: #8ab4f8; --cyan: #7fd6e6; --green: #81c995; --dim: #9aa4af; }} }}
body {{ margin: 2rem auto; max-width: 64rem; padding: 0 1rem; background: var(--paper); color: var(--ink); }}
pre {{ font: 0.9rem/1.5 "Sarasa Mono TC", "Noto Sans Mono CJK TC", ui-monospace, Consolas, monospace;
  white-space: pre-wrap; overflow-wrap: anywhere; }}
.bold {{ font-weight: 600; }} .dim {{ color: var(--dim); }}
.red {{ color: var(--red); }} .yellow {{ color: var(--yellow); }} .blue {{ color: var(--blue); }}
.cyan {{ color: var(--cyan); }} .green {{ color: var(--green); }}
</style>
</head>
<body>
<pre>
{body}
</pre>
</body>
</html>
"""


def render(report: Report, options: RenderOptions) -> str:
    """The page; its title is the summary.

    The carets stay out: browsers give Han characters no fixed width, and the numbers stand out by colour and weight.
    """
    lines = [_html(line) for line in report_lines(report, options) if not _is_carets(line.plain)]
    return _PAGE.format(title=escape(f"factcheck: {summary_line(report)}"), body="\n".join(lines))


def _is_carets(text: str) -> bool:
    return "^" in text and not text.strip(" ^")


def _html(line: Text) -> str:
    """The line with a `span` for each style, whose words are its classes."""
    cuts = sorted({0, len(line), *(at for span in line.spans for at in (span.start, span.end))})
    return "".join(_span(line.plain[start:end], _classes(line, start)) for start, end in pairwise(cuts))


def _classes(line: Text, at: int) -> str:
    return " ".join(span.style for span in line.spans if span.start <= at < span.end and isinstance(span.style, str))


def _span(text: str, classes: str) -> str:
    return f'<span class="{classes}">{escape(text)}</span>' if classes.strip() else escape(text)
