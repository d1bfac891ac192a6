"""Claims and conflicts in an editor's words."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from factcheck.comparison import Conflict, Figure, Tally
    from factcheck.rulebook import Rulebook
    from factcheck.types import Claim

MOST_NAMED = 3
"""Articles named for one value; the rest are counted."""


def subject(claim: Claim, rules: Rulebook) -> str:
    """Who and what: `Alibaba: market share`; the words of the text where no rule knows them."""
    entity = rules.entities.rule(claim.entity)
    metric = rules.metrics.rule(claim.metric)
    who = entity.name if entity else (claim.entity_surface or claim.entity or "")
    what = (metric.title if metric else (claim.metric_surface or claim.metric)).lower()
    if metric is not None and claim.metric != metric.id:
        what += " (" + claim.metric.rpartition("_")[2] + ")"
    return f"{who}: {what}" if who else what


def when(claim: Claim) -> str:
    """The period in words of the text, or its days; empty where unknown."""
    if claim.period is None:
        return ""
    first, last = claim.period
    days = first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
    return f"{claim.period_surface} ({days})" if claim.period_surface else days


def place(claim: Claim) -> str:
    """Where a claim stands: `report.md:12 (Reuters, 2025-02-10)`."""
    details = ", ".join(part for part in (claim.source, _day(claim.published)) if part)
    where = f"{PurePath(claim.article).name}:{claim.line}"
    return f"{where} ({details})" if details else where


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def value(figure: Figure) -> str:
    """The number as printed, with the direction where the number does not show it."""
    quantity = figure.claim.quantity
    arrow = {"up": "up ", "down": "down "}.get(quantity.direction or "", "")
    return f"{arrow}{quantity.surface.strip()}"


def otherwise_alike(conflict: Conflict) -> str:
    """Two dates, scores or ordinals that differ in sentences otherwise the same."""
    primary, other = conflict.primary, conflict.counterpart
    place_of = place(other.claim)
    return f"{value(primary)} here, but {value(other)} in {place_of}: the sentences are otherwise the same."


def others_say(conflict: Conflict) -> str:
    """The other value with the articles that print it."""
    mine = next((entry for entry in conflict.tallies if conflict.primary in entry.figures), None)
    parts = [_stated(entry) for entry in conflict.tallies if entry is not mine]
    return "; ".join(parts)


def _stated(entry: Tally) -> str:
    named = list(dict.fromkeys(place(figure.claim) for figure in entry.figures))
    more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    return f"{value(entry.figures[0])} in {', '.join(named[:MOST_NAMED])}{more}"


def vote(conflict: Conflict) -> str:
    """Which value most sources print, where there is a majority; empty otherwise."""
    first, *rest = conflict.tallies
    if not rest or first.sources <= rest[0].sources or first.sources < 2:
        return ""
    alone = ", ".join(f"{value(t.figures[0])} ({t.sources})" for t in rest)
    return f" {first.sources} independent sources print {value(first.figures[0])}, against {alone}."
