"""What was verified and what was set aside: claims with their status, explained pairs, suppressed findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factcheck.render.layout import DIM, LABEL, STRONG, joined, line, paragraph
from factcheck.render.nouns import plural
from factcheck.render.visible import visible
from factcheck.render.words import claim_words, place, quantity_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.render.options import RenderOptions
    from factcheck.types import Explained, Report, Suppressed, Verified

_MARKS = {
    "confirmed": ("✓", "green"),
    "contradicted": ("✗", "bold red"),
    "explained": ("~", "yellow"),
    "alone": ("·", DIM),
}


def claim_status_lines(report: Report, options: RenderOptions) -> list[Text]:
    """The checked claims by article, in text order, each with its mark and what stands behind it."""
    checks = {finding.fingerprint: finding.check for finding in report.findings}
    by_article: dict[str, list[Verified]] = {}
    for verified in report.claims:
        by_article.setdefault(verified.claim.article, []).append(verified)
    lines: list[Text] = []
    for article, claims in by_article.items():
        lines += [Text(), *paragraph(visible(article), options.columns(), style=STRONG)]
        lines += _claim_rows(sorted(claims, key=lambda v: v.claim.start), checks, options.columns())
    return lines


def explained_lines(report: Report, options: RenderOptions) -> list[Text]:
    """The pairs that differ for a known reason, by reason, in short form."""
    by_reason: dict[str, list[Explained]] = {}
    for explained in report.explained:
        by_reason.setdefault(explained.reason, []).append(explained)
    lines: list[Text] = []
    for reason, pairs in by_reason.items():
        count = plural(len(pairs), "pair")
        lines += [Text(), line(("explained", STRONG), f" by {visible(reason)}", (f" · {count}", DIM))]
        for pair in pairs:
            lines += explained_pair_lines(pair, options.columns())
    return lines


def explained_pair_lines(pair: Explained, width: int) -> list[Text]:
    """`46億美元 (a.md:12:8) ~ US$4.6 billion (b.md:9:14)`, then the reason in words."""
    sides = [f"{visible(claim.surface)} ({place(claim)})" for claim in pair.claims]
    sides[1:] = [f"~ {side}" for side in sides[1:]]
    lines = [line("  ", text) for text in joined(sides, width - 2, joint=" ")]
    return [*lines, *paragraph(visible(pair.message), width, indent=4, style=DIM)]


def suppressed_lines(report: Report, options: RenderOptions) -> list[Text]:
    """The findings that are not counted, and by what."""
    if not report.suppressed:
        return []
    lines = [Text(), line(("suppressed", STRONG), (f" · {plural(len(report.suppressed), 'finding')}", DIM))]
    for suppressed in report.suppressed:
        lines += _suppressed_line(suppressed, options.columns())
    return lines


def set_aside_line(report: Report, options: RenderOptions) -> list[Text]:
    """How much is not shown, and how to see it."""
    hidden = []
    if report.explained and not options.show_explained:
        hidden.append(f"{plural(len(report.explained), 'pair')} explained by period, scope or the like")
    if report.suppressed and not options.show_explained:
        hidden.append(f"{plural(len(report.suppressed), 'finding')} suppressed")
    if not hidden:
        return []
    return [Text(), *paragraph(f"not shown: {', '.join(hidden)} (--show-explained)", options.columns(), style=DIM)]


def _suppressed_line(suppressed: Suppressed, width: int) -> list[Text]:
    finding = suppressed.finding
    where = f"{place(finding.claims[0])} " if finding.claims else ""
    reason = f": {visible(suppressed.reason)}" if suppressed.reason else ""
    by = f"by {suppressed.by}{reason}"
    text = f"{where}{finding.check} {finding.severity} · {by} · {visible(finding.message)}"
    return paragraph(text, width, indent=2)


def _claim_rows(claims: Sequence[Verified], checks: Mapping[str, str], width: int) -> list[Text]:
    """`12:8  ✗ 46億美元 = USD 4.6 billion · …`: position, mark, surface, reading; wrapped where it is long."""
    lines: list[Text] = []
    for verified in claims:
        mark, style = _MARKS[verified.status]
        claim = verified.claim
        head = f"{claim.line}:{claim.column}".ljust(LABEL - 2)
        lines.append(line("  ", (head, DIM), (mark, style), " "))
        words = joined(
            [
                f"{visible(claim.surface)} = {quantity_words(claim.quantity)}",
                *claim_words(claim),
                *_behind(verified, checks),
            ],
            width - LABEL - 2,
            indent=2,
        )
        lines[-1].append(words[0])
        lines += [line(" " * (LABEL + 2), more) for more in words[1:]]
    return lines


def _behind(verified: Verified, checks: Mapping[str, str]) -> list[str]:
    """What the status rests on."""
    if verified.status == "confirmed":
        sources = {claim.article: claim for claim in reversed(verified.confirmed_by)}
        firsts = [place(claim) for claim in list(sources.values())[::-1][:2]]
        return [f"confirmed by {plural(len(sources), 'article')} ({', '.join(firsts)})"] if sources else ["confirmed"]
    if verified.status == "contradicted":
        faults = [" ".join([checks[one], visible(one)]) for one in verified.findings if one in checks]
        return [f"contradicted: {fault}" for fault in faults] or ["contradicted"]
    if verified.status == "explained":
        return [f"explained: {visible(verified.reason)}" if verified.reason else "explained"]
    return []
