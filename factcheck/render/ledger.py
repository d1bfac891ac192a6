"""The coverage ledger of the terminal report: what became of every number, what was not read and why, and problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factcheck.render.layout import DIM, STRONG, columns, labelled, line, paragraph
from factcheck.render.nouns import plural
from factcheck.render.summary import CONTEXT_ROLES
from factcheck.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.render.options import RenderOptions
    from factcheck.types import Coverage, Entry, Report

_ROLES = ("claim", *CONTEXT_ROLES, "unread")
_HEADER = ["coverage", "numbers", "claims", "dates", "names", "codes", "ordinals", "other", "unread"]
_EXAMPLES = 4
_REASONS = 12


def coverage_lines(report: Report, options: RenderOptions) -> list[Text]:
    """A row an article, the total, then the unread numbers by reason."""
    if not report.coverage:
        return []
    rows = [_HEADER, *_article_rows(report.coverage, options.max_articles)]
    if len(report.coverage) > 1:
        rows.append(_row("total", report.coverage))
    right = frozenset(range(1, len(_HEADER)))
    lines = [Text(), *columns(rows, options.columns(), right=right)]
    unread = [(coverage.article, entry) for coverage in report.coverage for entry in coverage.unread]
    return [*lines, *_unread_lines(unread, report, options.columns())]


def problem_lines(report: Report, options: RenderOptions, *, fatal: bool) -> list[Text]:
    """The files left out, or those read with a reservation."""
    lines: list[Text] = []
    for problem in report.problems:
        if problem.fatal == fatal:
            text = f"{visible(problem.article)}: {visible(problem.message)}"
            wrapped = paragraph(text, options.columns(), indent=2)
            wrapped[0].plain = "! " + wrapped[0].plain[2:]
            wrapped[0].stylize("bold yellow", 0, 1)
            lines += wrapped
    return lines


def _article_rows(coverage: Sequence[Coverage], most: int) -> list[list[str]]:
    """A row an article; beyond the limit those with most unread numbers, the others in one row."""
    if len(coverage) <= most:
        return [_row(visible(c.article), [c]) for c in coverage]
    kept = set(sorted(range(len(coverage)), key=lambda at: -coverage[at].roles.get("unread", 0))[: most - 1])
    rows = [_row(visible(c.article), [c]) for at, c in enumerate(coverage) if at in kept]
    rest = [c for at, c in enumerate(coverage) if at not in kept]
    return [*rows, _row(f"{len(rest):,} other articles", rest)]


def _row(name: str, coverage: Iterable[Coverage]) -> list[str]:
    several = list(coverage)
    numbers = sum(c.numbers for c in several)
    counts = [sum(c.roles.get(role, 0) for c in several) for role in _ROLES]
    return [name, *(f"{count:,}" if count else "·" for count in (numbers, *counts))]


def _unread_lines(unread: Sequence[tuple[str, Entry]], report: Report, width: int) -> list[Text]:
    """The unread numbers grouped by reason, the commonest first, each with a few examples and their places."""
    if not unread:
        return []
    reasons: dict[str, list[tuple[str, Entry]]] = {}
    for article, entry in unread:
        reasons.setdefault(entry.reason or "no reason recorded", []).append((article, entry))
    ranked = sorted(reasons.items(), key=lambda item: -len(item[1]))
    lines = [Text(), line(("not read", STRONG), (f" · {plural(len(unread), 'number')}", DIM))]
    for reason, entries in ranked[:_REASONS]:
        lines += labelled(f"{len(entries):,}", visible(reason), width)
        examples = [_example(article, entry, report) for article, entry in entries[:_EXAMPLES]]
        more = [f"{len(entries) - _EXAMPLES:,} more"] if len(entries) > _EXAMPLES else []
        lines += labelled("", [*examples, *more], width)
    if len(ranked) > _REASONS:
        rest = sum(len(entries) for _, entries in ranked[_REASONS:])
        lines += labelled(f"{rest:,}", f"for {plural(len(ranked) - _REASONS, 'other reason')}", width)
    return lines


def _example(name: str, entry: Entry, report: Report) -> str:
    """`46 (seeds/a.md:12)`."""
    article = next((a for a in (*report.articles, *report.sources) if a.name == name), None)
    where = f"{visible(name)}:{article.position(entry.start)[0]}" if article else visible(name)
    return f"{visible(entry.surface)} ({where})"
