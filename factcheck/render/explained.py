"""What `factcheck explain` prints: one finding or explained pair with everything known of it, or a check."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from factcheck.render.conflict import (
    arithmetic_words,
    explanation_words,
    frame_lines,
    sentences,
    spread_out,
    title_lines,
)
from factcheck.render.layout import DIM, SEVERITY_STYLES, STRONG, labelled, line, paragraph
from factcheck.render.rich import lines_as_text
from factcheck.render.values import value_table
from factcheck.render.visible import visible
from factcheck.render.words import interval_words, place
from factcheck.types import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.render.options import CheckRule, RenderOptions
    from factcheck.types import Claim, Explained, Explanation


def render_explained(item: Finding | Explained, options: RenderOptions) -> str:
    """Every sentence, how each number was read, the arithmetic, and what matched, differed or was unsaid."""
    width = options.columns()
    finding = item if isinstance(item, Finding) else None
    lines = title_lines(item, width) if isinstance(item, Finding) else _reason_lines(item, width)
    lines += paragraph(visible(item.message), width, indent=2, style=STRONG)
    if spread_out(item.claims):
        lines += [Text(), *value_table(item.claims, width)]
    for sentence in sentences(item.claims):
        lines += [Text(), *frame_lines(sentence, finding, options)]
        for claim in sentence:
            lines += _reading_lines(claim, width)
    lines += [Text(), *_comparison_lines(item.explanation, item.claims, width)]
    if finding is not None and finding.arithmetic is not None:
        lines += labelled("computed", arithmetic_words(finding.arithmetic), width)
    if finding is not None and finding.remedy:
        lines += labelled("to do", visible(finding.remedy), width)
    lines += labelled("fingerprint", visible(item.fingerprint), width)
    return lines_as_text(lines, options)


def render_check_rule(rule: CheckRule, options: RenderOptions) -> str:
    """A check: id, title and severity, then why it matters, an example, and what to do."""
    width = options.columns()
    style = SEVERITY_STYLES.get(rule.severity, STRONG)
    lines = paragraph(f"{rule.severity} {visible(rule.id)} {visible(rule.title)}", width)
    lines[0].stylize(style, 0, len(rule.severity))
    for label, text in (("why", rule.why), ("example", rule.example), ("to do", rule.remedy)):
        # A file's own line breaks are layout; an empty line parts paragraphs.
        for at, part in enumerate(re.split(r"\n\s*\n", text.strip()) if text.strip() else ()):
            lines += [Text(), *([] if at else [line((label, DIM))])]
            lines += paragraph(visible(part), width, indent=2)
    return lines_as_text(lines, options)


def _reason_lines(pair: Explained, width: int) -> list[Text]:
    return paragraph(f"explained by {visible(pair.reason)}", width, style=STRONG)


def _reading_lines(claim: Claim, width: int) -> list[Text]:
    """Which rule read a number, how surely, and the interval that it allows."""
    parts = [
        f"{visible(claim.surface)} at {place(claim)}",
        f"allows {interval_words(claim.quantity)}",
        f"hedge {claim.quantity.hedge}",
        f"read by {visible(claim.rule or 'no rule')}",
        f"confidence {claim.confidence:.2f}",
    ]
    return labelled("reading", parts, width)


def _comparison_lines(explanation: Explanation, claims: Sequence[Claim], width: int) -> list[Text]:
    lines: list[Text] = []
    for label, parts in explanation_words(explanation, values=True):
        lines += labelled(label, parts, width)
    unsaid = _unsaid(explanation, claims)
    return lines + (labelled("not stated", unsaid, width) if unsaid else [])


def _unsaid(explanation: Explanation, claims: Sequence[Claim]) -> list[str]:
    """The dimensions that no side states: nothing was compared there."""
    said = {key for key, *_ in (*explanation.matched, *explanation.differs, *explanation.one_sided)}
    blank = {
        "period": all(claim.period is None for claim in claims),
        "entity": all(claim.entity is None for claim in claims),
        "attribution": all(claim.attribution is None for claim in claims),
    }
    return [name for name, empty in blank.items() if empty and name not in said]
