"""A finding in the terminal report: what is wrong, its sentences framed, the values in words, the sum, what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from factcheck.render.cells import wrap
from factcheck.render.frame import excerpt_lines, marked
from factcheck.render.layout import SEVERITY_STYLES, STRONG, joined, labelled, line, paragraph
from factcheck.render.uris import artifact_uri
from factcheck.render.values import representatives, value_groups, value_table
from factcheck.render.visible import visible
from factcheck.render.words import claim_words, name_words, place, provenance, quantity_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.render.frame import Piece
    from factcheck.render.options import RenderOptions
    from factcheck.types import Arithmetic, Claim, Explanation, Finding

OTHER = "bold cyan"
"""The style of numbers that the primary claim is held against."""
_FRAMES = 6
"""Sentences framed for one finding; the places of the others are listed."""
Shown = set[tuple[str, int]]


def finding_lines(finding: Finding, options: RenderOptions, shown: Shown) -> list[Text]:
    """The block of one finding; sentences in `shown` were framed above and are only named again."""
    message = paragraph(visible(finding.message), options.columns(), indent=2, style=STRONG)
    return [*title_lines(finding, options.columns()), *message, *evidence_lines(finding, options, shown)]


def evidence_lines(finding: Finding, options: RenderOptions, shown: Shown) -> list[Text]:
    """What stands below the message: the table of values, the frames, and why."""
    width = options.columns()
    lines: list[Text] = []
    claims: Sequence[Claim] = finding.claims
    if spread_out(claims):
        lines += [Text(), *value_table(claims, width)]
        claims = representatives(claims)
    framed = sentences(claims)
    for sentence in framed[:_FRAMES]:
        key = (sentence[0].article, sentence[0].sentence_start)
        lines.append(Text())
        lines += frame_lines(sentence, finding, options, repeated=key in shown)
        shown.add(key)
    if framed[_FRAMES:]:
        lines += [Text(), *labelled("also", [place(sentence[0]) for sentence in framed[_FRAMES:]], width)]
    return [*lines, Text(), *why_lines(finding, width)]


def title_lines(finding: Finding, width: int) -> list[Text]:
    """`error FC105 period conflict · confidence 0.93`."""
    check = f"{finding.severity} {visible(finding.check)}"
    parts = [f"{check} {name_words(finding.name)}", f"confidence {finding.confidence:.2f}"]
    first, *rest = (line(text) for text in joined(parts, width, indent=2))
    first.stylize(SEVERITY_STYLES[finding.severity], 0, len(finding.severity))
    first.stylize(STRONG, len(finding.severity), len(check))
    return [first, *rest]


def spread_out(claims: Sequence[Claim]) -> bool:
    """Whether the claims are one figure in several articles with several values, best seen in a table.

    Operands of a sum, or one value told of several periods or subjects, are no vote; their sentences are shown instead.
    """
    articles = {(claim.article, claim.section) for claim in claims}
    figures = {(claim.entity, claim.metric) for claim in claims}
    return len(claims) > 2 and len(articles) > 1 and len(figures) == 1 and len(value_groups(claims)) > 1


def sentences(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims by the sentence that they stand in, in the order of their first claim."""
    groups: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((claim.article, claim.sentence_start), []).append(claim)
    return list(groups.values())


def frame_lines(
    claims: Sequence[Claim], finding: Finding | None, options: RenderOptions, *, repeated: bool = False
) -> list[Text]:
    """Place, outlet and date; the sentence with its numbers and carets; each value in words."""
    width = options.columns()
    lines = place_lines(claims[0], options)
    primary = finding.claims[0] if finding else None
    style = SEVERITY_STYLES[finding.severity] if finding else OTHER
    sentence, spans = marked(claims)
    own = primary.start - primary.sentence_start if primary is not None and primary in claims else None
    styles = [style if own is not None and start <= own < end else OTHER for start, end in spans]
    if not repeated:
        for shown in excerpt_lines(sentence, spans, width - 4):
            lines += [_styled(pieces, styles) for pieces in (shown.pieces, shown.carets()) if pieces]
    for claim in claims:
        lines += _value_lines(claim, width, named=len(claims) > 1 or repeated)
    return lines


def place_lines(claim: Claim, options: RenderOptions) -> list[Text]:
    """`seeds/a.md:12:8 · 明報 · 2025-09-12`, linked to the file if asked."""
    width = options.columns()
    where = place(claim)
    packed = joined([where, *provenance(claim)], width - 2, indent=2)
    lines = [line("  ", text) for text in packed]
    if options.links:
        link = artifact_uri(str(Path(claim.article).absolute()))
        for text in lines[: len(wrap(where, width - 4))]:
            text.stylize(Style(link=link), 2, min(len(text), 2 + len(where)))
    return lines


def why_lines(finding: Finding, width: int) -> list[Text]:
    """The arithmetic, what matched and what differs, what to do, and how to ask for more."""
    lines: list[Text] = []
    if finding.arithmetic is not None:
        lines += labelled("computed", arithmetic_words(finding.arithmetic), width)
    for label, parts in explanation_words(finding.explanation):
        lines += labelled(label, parts, width)
    if finding.remedy:
        lines += labelled("to do", visible(finding.remedy), width)
    return [*lines, *labelled("explain", f"factcheck explain {visible(finding.fingerprint)}", width)]


def arithmetic_words(arithmetic: Arithmetic) -> list[str]:
    """`13 ÷ 2.73 − 1 = 376%`, `stated 80%`, `difference 296 points`, `allowed 0.5`."""
    computed = arithmetic.formula
    if arithmetic.computed not in computed:
        computed = f"{computed} = {arithmetic.computed}" if computed else arithmetic.computed
    parts = [("stated", arithmetic.stated), ("difference", arithmetic.difference), ("allowed", arithmetic.tolerance)]
    return [visible(computed), *(visible(_measured(label, value)) for label, value in parts if value)]


def explanation_words(explanation: Explanation, *, values: bool = False) -> list[tuple[str, list[str]]]:
    """(label, parts) of what matched, differs, and is stated on one side only; with `values`, what the matches are."""
    rows = [
        ("matches", [name_words(f"{key} {value}" if values else key) for key, value in explanation.matched]),
        (
            "differs",
            [f"{name_words(key)}: {_side(key, a)} against {_side(key, b)}" for key, a, b in explanation.differs],
        ),
        ("one side", [f"{name_words(key)} {_side(key, value)}" for key, value in explanation.one_sided]),
    ]
    return [(label, parts) for label, parts in rows if parts]


def _side(key: str, value: str) -> str:
    """One side's value; a stretch of time, `first/last` in the data, as `first to last`, and `count:share` as `share`."""
    return name_words(value.replace("/", " to ") if key == "period" else value.removeprefix("count:"))


def _measured(label: str, value: str) -> str:
    """`difference 5`; but `no difference in that currency` for `none in that currency`, and `nothing allowed` for `none`."""
    if value.startswith("none"):
        return "nothing allowed" if label == "allowed" else f"no {label}{value.removeprefix('none')}"
    return f"{label} {value}"


def _styled(pieces: Sequence[Piece], styles: Sequence[str]) -> Text:
    text = line("    ")
    for piece in pieces:
        text.append(piece.text, "" if piece.mark is None else styles[piece.mark])
    return text


def _value_lines(claim: Claim, width: int, *, named: bool) -> list[Text]:
    said = f"{visible(claim.surface)} = " if named else "= "
    packed = joined([said + quantity_words(claim.quantity), *claim_words(claim)], width - 4, indent=2)
    return [line("    ", text) for text in packed]
