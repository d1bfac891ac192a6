"""The listing of claims for a terminal: a line a number, by article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factcheck.render.claims import unclaimed
from factcheck.render.layout import DIM, LABEL, STRONG, joined, line, paragraph
from factcheck.render.nouns import plural
from factcheck.render.rich import lines_as_text
from factcheck.render.visible import visible
from factcheck.render.words import claim_words, period_words, quantity_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.render.options import RenderOptions
    from factcheck.types import Claim, Entry, Extraction


def render_table(extractions: Sequence[Extraction], all_numbers: bool, options: RenderOptions) -> str:
    """Position, number and reading; with `all_numbers` also what is no claim, with its role and reason."""
    lines: list[Text] = []
    for extraction in extractions:
        lines += [Text()] if lines else []
        lines += _article_lines(extraction, all_numbers, options.columns())
    return lines_as_text(lines, options)


def _article_lines(extraction: Extraction, all_numbers: bool, width: int) -> list[Text]:
    article = extraction.article
    counts = f"{plural(len(extraction.claims), 'claim')} in {plural(len(extraction.ledger), 'number')}"
    lines = paragraph(visible(article.name), width, style=STRONG)
    lines += paragraph(counts, width, indent=2, style=DIM)
    rows = [(claim.start, claim.end, _claim_words(claim)) for claim in extraction.claims]
    if all_numbers:
        rows += [(e.start, e.end, _entry_words(e)) for e in unclaimed(extraction)]
    for start, _, words in sorted(rows, key=lambda row: row[:2]):
        number, column = article.position(start)
        first, *rest = joined(words, width - LABEL - 2, indent=2)
        lines.append(line("  ", (f"{number}:{column}".ljust(LABEL), DIM), first))
        lines += [line(" " * (LABEL + 2), more) for more in rest]
    return lines


def _claim_words(claim: Claim) -> list[str]:
    return [f"{visible(claim.surface)} = {quantity_words(claim.quantity)}", *claim_words(claim)]


def _entry_words(entry: Entry) -> list[str]:
    period = entry.period
    days = (period.first_day, period.last_day) if period else (None, None)
    first, last = days
    when = f" = {period_words((first, last))}" if first and last else ""
    reason = f": {visible(entry.reason)}" if entry.reason else ""
    return [f"{visible(entry.surface)}{when}", f"{entry.role}{reason}"]
