"""FC210: a parameter count that contradicts the size in the model's name (an 80B-A3B model with 8000億 parameters)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.checks.arithmetic import Interval, disjoint, middle, show, show_interval, stated
from factcheck.checks.base import clause, folded, make_finding, words_of
from factcheck.checks.phrases import about, quoted
from factcheck.types import Arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim, Extraction, Finding

CHECK = "FC210"
SIZE = re.compile(r"(?<=[-_])(\d{1,5}(?:\.\d{1,3})?)[Bb](?:-[Aa](\d{1,5}(?:\.\d{1,3})?)[Bb])?(?![A-Za-z0-9])")
HEAD = re.compile(r"[A-Za-z0-9._-]{1,40}$")
BILLION = Decimal(10) ** 9
NEAR = Decimal("0.15")
"""Names round: a 7B model may have 6.7 or 7.6 billion parameters."""
FAR = Decimal("1.5")
REACH = 150
"""Code points between a name and a figure that still is about it, inside one paragraph."""


@dataclass(frozen=True, slots=True)
class Sized:
    """A model name with the sizes that it carries."""

    start: int
    end: int
    text: str
    total: Decimal
    active: Decimal | None


def check(extraction: Extraction, rulebook: Rulebook) -> Iterator[Finding]:
    """Every parameter count against the nearest name before it that carries a size."""
    rule = rulebook.checks[CHECK]
    counts = [claim for claim in extraction.claims if claim.family == "model_params"]
    names = _names(extraction.article.text) if counts else []
    for claim in counts:
        name = _bearer(claim, names, extraction, rule)
        found = _judge(claim, name, rule, rulebook) if name else None
        if found is not None:
            yield found


def _names(text: str) -> list[Sized]:
    found = []
    for match in SIZE.finditer(text):
        head = HEAD.search(text, max(0, match.start() - 40), match.start())
        start = head.start() if head else match.start()
        active = Decimal(match[2]) * BILLION if match[2] else None
        found.append(Sized(start, match.end(), text[start : match.end()], Decimal(match[1]) * BILLION, active))
    return found


def _bearer(claim: Claim, names: Sequence[Sized], extraction: Extraction, rule: CheckRule) -> Sized | None:
    """The name that the figure belongs to; None where another name, or a comparison, stands between."""
    text = extraction.article.text
    for name in reversed(names):
        if name.end > claim.start:
            continue
        gap = text[name.end : claim.start]
        if len(gap) > REACH or "\n" in gap:
            return None
        if _compared(text, name, rule):
            continue
        return None if _other_subject(claim, name, gap, extraction) else name
    return None


def _compared(text: str, name: Sized, rule: CheckRule) -> bool:
    """Whether the name is only the yardstick: 較Qwen3-32B, Qwen3-32B的十分之一."""
    lead, tail = folded(text[max(0, name.start - 12) : name.start]), folded(text[name.end : name.end + 8])
    return bool(
        words_of(rule, "compared_before", r"%s\s*$").search(lead)
        or words_of(rule, "compared_after", r"^\s*%s").match(tail)
    )


def _other_subject(claim: Claim, name: Sized, gap: str, extraction: Extraction) -> bool:
    """Whether another model or company is named between: the figure is theirs."""
    surface = claim.entity_surface
    if surface and surface in gap and surface not in name.text and not re.search("模型|model", surface, re.IGNORECASE):
        return True
    return any(
        entry.role == "name" and name.end <= entry.start < claim.start and re.search("[A-Za-z]", entry.surface)
        for entry in extraction.ledger
    )


def _judge(claim: Claim, name: Sized, rule: CheckRule, rulebook: Rulebook) -> Finding | None:
    value, interval = middle(claim.quantity), stated(claim.quantity)
    if value is None or value <= 0 or interval is None:
        return None
    active = claim.metric.startswith("active") or _called_active(claim, rule)
    sizes = [name.active] if active else [name.total, name.active]
    wanted = [size for size in sizes if size is not None]
    if not wanted or any(not disjoint(interval, _around(size)) for size in wanted):
        return None
    size = wanted[0]
    far = max(value / size, size / value) >= FAR
    kind = "active parameters" if active else "parameters"
    message = f"{about(claim, rulebook)}: {quoted(claim)} contradicts the name {name.text}, {show(size / BILLION)} billion {kind}"
    near = show_interval((size * (1 - NEAR) / BILLION, size * (1 + NEAR) / BILLION))
    arithmetic = Arithmetic(
        stated=claim.surface, computed=f"{show(size / BILLION)} billion {kind}", difference=f"{show(value / size)} times the name's",
        tolerance=f"{near} billion: names round", formula=f"{claim.surface} ÷ {show(size / BILLION)}B",
    )  # fmt: skip
    return make_finding(
        rule,
        (claim,),
        message,
        severity="error" if far else "warning",
        confidence=0.9 if far else 0.6,
        arithmetic=arithmetic,
    )


def _called_active(claim: Claim, rule: CheckRule) -> bool:
    """Whether the clause of the number speaks of active parameters."""
    return bool(words_of(rule, "active").search(clause(claim, 16)))


def _around(size: Decimal) -> Interval:
    return (size * (1 - NEAR), size * (1 + NEAR))
