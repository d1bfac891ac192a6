"""Lines of styled text and aligned columns: what the terminal report is built of.

Every line is a `rich.text.Text` of known width without trailing spaces; article text is only ever appended as text,
never parsed as rich markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factcheck.render.cells import cell_len, pad, tail, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SEVERITY_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold blue"}
DIM = "dim"
STRONG = "bold"
LABEL = 12
"""Cells of the labels that stand left of what a finding says."""
_LEAST = 14
"""Cells that a table's flexible column keeps; a table that cannot leave it so many is written out."""


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
) -> list[Text]:
    """Rows aligned in columns, the first row a dim header.

    Where the width does not hold them all, first the gaps and then the flexible column (paths: cut at their left) give
    way; where that leaves too little, each row is written out with the names of its numbers.
    """
    widths = [max(cell_len(row[at]) for row in rows) for at in range(len(rows[0]))]
    gap, spare = "  ", width - indent - sum(widths) - 2 * (len(widths) - 1)
    if spare < 0:
        gap, spare = " ", spare + len(widths) - 1
    least = min(widths[flexible], _LEAST)
    widths[flexible] += min(spare, 0)
    if widths[flexible] < least:
        return [text for row in rows[1:] for text in _written_out(row, rows[0], width, indent, right)]
    cut = [[tail(cell, widths[at]) if at == flexible else cell for at, cell in enumerate(row)] for row in rows]
    header, *others = cut
    head_styles = [DIM] * len(widths)
    return [
        _row(header, widths, gap, indent, right, head_styles),
        *(_row(row, widths, gap, indent, right, styles) for row in others),
    ]


def _written_out(
    row: Sequence[str], header: Sequence[str], width: int, indent: int, right: frozenset[int]
) -> list[Text]:
    """`seeds/a.md · numbers 9 · claims 4`: a row of a table that is too wide."""
    cells = [f"{header[at]} {cell}" if at in right else cell for at, cell in enumerate(row) if cell not in ("", "·")]
    return [line(" " * indent, text) for text in joined(cells, width - indent, indent=2)]


def _row(
    row: Sequence[str], widths: Sequence[int], gap: str, indent: int, right: frozenset[int], styles: Sequence[str]
) -> Text:
    text = line(" " * indent)
    for at, cell in enumerate(row):
        text.append(pad(cell, widths[at], right=at in right), styles[at] if at < len(styles) else "")
        text.append(gap)
    text.rstrip()
    return text
