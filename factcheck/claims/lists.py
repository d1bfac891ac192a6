"""分別 and respectively: which of several subjects, periods or metrics each number of a list belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.measures import dimension
from factcheck.claims.view import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.claims.view import Spanned, View
    from factcheck.mentions.lexicon import EntityMention, TriggerMention
    from factcheck.types import Period, Quantity


@dataclass(frozen=True, slots=True)
class Share:
    """What a number of a distributive list gets from its place in the list."""

    entity: EntityMention | None = None
    period: Period | None = None
    trigger: TriggerMention | None = None
    first: Quantity | None = None
    """The list's first number, before which the verb stands."""
    confidence: float = 0.9


def distribute(view: View) -> dict[int, Share]:
    """Start offset of a number → its share of the list, for every distributive list of the sentence."""
    shares: dict[int, Share] = {}
    words = view.role("respectively")
    for run in listed(view, view.quantities):
        if len(run) < 2:
            continue
        sized = [q for q in run if dimension(q) == dimension(run[0])]
        if len(sized) != len(run):
            continue
        marked = any(word.end <= run[0].start or word.start >= run[-1].end for word in words)
        shares |= _pair(view, run, marked=marked)
    return shares


def _pair(view: View, run: list[Quantity], *, marked: bool) -> dict[int, Share]:
    size = len(run)
    entities = _run_before(view, _distinct(view.entities), run[0].start, size) if marked else None
    periods = _run_before(view, [p for p in view.periods if p.grain != "time"], run[0].start, size)
    triggers = _run_before(view, _one_each(view), run[0].start, size) if marked else None
    if entities is not None and periods is not None:
        # The list nearer to the numbers is the one that is dealt out.
        if periods[-1].end < entities[-1].end:
            periods = None
        else:
            entities = None
    if entities is None and periods is None and triggers is None:
        return {q.start: Share(first=run[0], confidence=0.7) for q in run[1:]}
    return {
        q.start: Share(
            entities[i] if entities else None,
            periods[i] if periods else None,
            triggers[i] if triggers and not entities and not periods else None,
            run[0],
        )
        for i, q in enumerate(run)
    }


def _distinct(mentions: Sequence[EntityMention]) -> list[EntityMention]:
    """The names without products and without a name's own abbreviation in brackets: 萬國數據（GDS）和世紀互聯（VNET）."""
    kept: list[EntityMention] = []
    for mention in mentions:
        again = kept and kept[-1].entity == mention.entity and mention.start - kept[-1].end <= 2
        if not again and not (mention.open and mention.kind == "product"):
            kept.append(mention)
    return kept


def _one_each(view: View) -> list[TriggerMention]:
    seen: dict[int, TriggerMention] = {}
    for mention in view.triggers:
        if mention.trigger.weight >= 2:
            seen.setdefault(mention.start, mention)
    return list(seen.values())


def _run_before(view: View, items: Sequence[Spanned], before: int, size: int) -> list | None:  # type: ignore[type-arg]  # the items' own type comes back
    runs = [run for run in listed(view, [item for item in items if item.end <= before]) if len(run) == size]
    return runs[-1] if runs else None
