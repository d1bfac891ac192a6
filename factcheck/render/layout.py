"""Lines of styled text and aligned columns: what the terminal report is built of.

Every line is a `rich.text.Text` of known width without trailing spaces; article text is only ever appended as text,
never parsed as rich markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factcheck.render.cells import cell_len, pad, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SEVERITY_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold blue"}
DIM = "dim"
STRONG = "bold"
LABEL = 12
"""Cells of the labels that stand left of what a finding says."""


def line(*parts: str | tuple[str, str]) -> Text:
    """A line of plain strings and (string, style) pairs."""
    text = Text(no_wrap=True, end="")
    for part in parts:
        if isinstance(part, str):
            text.append(part)
        else:
            text.append(*part)
    return text


def paragraph(text: str, width: int, *, indent: int = 0, style: str = "") -> list[Text]:
    """A text wrapped to the width."""
    return [line(" " * indent, (part, style)) for part in wrap(text, width - indent)]


def joined(parts: Iterable[str], width: int, *, indent: int = 0, joint: str = " · ") -> list[str]:
    """Parts packed into lines, broken between parts where they do not fit, later lines indented."""
    lines: list[str] = []
    for part in parts:
        if lines and cell_len(lines[-1] + joint + part) <= width:
            lines[-1] += joint + part
            continue
        first, *rest = wrap(part, width - indent)
        lines += [(" " * indent if lines else "") + first, *(" " * indent + more for more in rest)]
    return lines


def labelled(label: str, parts: str | Sequence[str], width: int) -> list[Text]:
    """A dim label, and to the right of it a text, or parts packed with ` · ` between them."""
    left = 2 + LABEL
    lines = wrap(parts, width - left) if isinstance(parts, str) else joined(parts, width - left)
    first = line("  ", (pad(label, LABEL), DIM), lines[0])
    return [first, *(line(" " * left, more) for more in lines[1:])]


def columns(
    rows: Sequence[Sequence[str]],
    width: int,
    *,
    indent: int = 0,
    flexible: int = 0,
    right: frozenset[int] = frozenset(),
    styles: Sequence[str] = (),
    header: bool = False,
) -> list[Text]:
    """Rows aligned in columns two cells apart; the flexible column gives way when the width does not hold them all.

    The last column is not filled; a header row is dim.
    """
    if not rows:
        return []
    count = len(rows[0])
    widths = [max(cell_len(row[at]) for row in rows) for at in range(count)]
    spare = width - indent - sum(widths) - 2 * (count - 1)
    if spare < 0:
        widths[flexible] = max(4, widths[flexible] + spare)
    return [
        _row(row, widths, indent, right, ["dim"] * count if header and not at else styles)
        for at, row in enumerate(rows)
    ]


def _row(row: Sequence[str], widths: Sequence[int], indent: int, right: frozenset[int], styles: Sequence[str]) -> Text:
    text = Text(" " * indent, no_wrap=True, end="")
    for at, cell in enumerate(row):
        text.append(pad(cell, widths[at], right=at in right), styles[at] if at < len(styles) else "")
        text.append("  ")
    text.rstrip()
    return text
