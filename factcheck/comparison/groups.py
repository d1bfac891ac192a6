"""Conflict groups: a conflict over many articles is one thing, with its values, who states each, and which is the outlier."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.comparison.intervals import disjoint
from factcheck.comparison.values import other_state, touching

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from factcheck.comparison.figures import Figure
    from factcheck.comparison.verdicts import Verdict

MOST_PER_VALUE = 4
"""Claims shown for one value of a group; the tally counts them all."""

RANK = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Tally:
    """One of the values that a group states."""

    figures: tuple[Figure, ...]
    """Oldest first."""
    sources: int
    """Independent ones: identical wire copy counts once."""

    @property
    def surface(self) -> str:
        """The value as the oldest of them prints it."""
        return self.figures[0].claim.surface

    @property
    def first_day(self) -> date:
        """When it was first published; the far future where nobody is dated."""
        return min((f.claim.published for f in self.figures if f.claim.published), default=date.max)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict to show: the claim most likely wrong, what it is held against, and the vote."""

    check: str
    lead: Verdict
    """The clearest verdict that touches the primary."""
    primary: Figure
    others: tuple[Figure, ...]
    tallies: tuple[Tally, ...]
    """Most sources first."""

    @property
    def counterpart(self) -> Figure:
        """The figure that contradicts the primary most clearly."""
        return self.lead.other(self.primary)

    @property
    def members(self) -> tuple[Figure, ...]:
        """The primary, its counterpart, then the others, and the dates that stand beside them."""
        rest = [figure for figure in (*self.others, *self.lead.beside) if figure is not self.counterpart]
        return (self.primary, self.counterpart, *rest)


def group_conflicts(verdicts: Sequence[Verdict], agreeing: Mapping[int, Sequence[Figure]]) -> list[Conflict]:
    """The conflict groups, in the order of their primary claims; notes stay pairs, loud verdicts meet where they share a figure.

    `agreeing` are the figures of other documents that confirm a figure, by its number: they have a vote as well.
    """
    loud = [verdict for verdict in verdicts if verdict.severity != "note"]
    groups = _components(loud)
    told = {figure.number for group in groups for verdict in group for figure in (verdict.first, verdict.second)}
    for verdict in sorted((v for v in verdicts if v.severity == "note"), key=lambda v: v.doubt):
        if verdict.first.number not in told:
            told.add(verdict.first.number)
            groups.append([verdict])
    return sorted((_conflict(group, agreeing) for group in groups), key=lambda conflict: conflict.primary.number)


def _components(verdicts: Iterable[Verdict]) -> list[list[Verdict]]:
    """Verdicts that hang together by shared figures; who or when (FC105, FC106) apart from how much."""
    parent: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    listed = [(verdict, verdict.check if verdict.check in ("FC105", "FC106") else "value") for verdict in verdicts]
    for verdict, sort in listed:
        first, second = root((sort, verdict.first.number)), root((sort, verdict.second.number))
        parent[max(first, second)] = min(first, second)
    groups: dict[tuple[str, int], list[Verdict]] = defaultdict(list)
    for verdict, sort in listed:
        groups[root((sort, verdict.first.number))].append(verdict)
    return list(groups.values())


def _conflict(group: Sequence[Verdict], agreeing: Mapping[int, Sequence[Figure]]) -> Conflict:
    members = {f.number: f for verdict in group for f in (verdict.first, verdict.second)}
    tallies = tally([*members.values(), *_votes(members, agreeing)])
    primary = _primary(tallies, members)
    lead = min(
        (v for v in group if primary in (v.first, v.second)),
        key=lambda v: (v.doubt - 5 * bool(v.aligned), v.second.number),
    )
    shown = [figure for entry in tallies for figure in entry.figures[:MOST_PER_VALUE] if figure is not primary]
    return Conflict(lead.check, lead, primary, tuple(shown), tallies)


def _votes(members: Mapping[int, Figure], agreeing: Mapping[int, Sequence[Figure]]) -> Iterator[Figure]:
    """One figure of each further source that confirms a member; another copy of a member's own article is none."""
    seen = {figure.document.copy for figure in members.values()}
    for number in sorted(members):
        for figure in agreeing.get(number, ()):
            if figure.document.copy not in seen:
                seen.add(figure.document.copy)
                yield figure


def tally(figures: Iterable[Figure]) -> tuple[Tally, ...]:
    """The values among those figures, most independent sources first, then the older."""
    clusters: list[list[Figure]] = []
    for figure in sorted(figures, key=lambda f: (f.value or Decimal(0), f.number)):
        home = next((c for c in clusters if _one_value(c[0], figure)), None)
        if home is None:
            clusters.append([figure])
        else:
            home.append(figure)
    found = [Tally(tuple(sorted(c, key=_age)), len({f.document.copy for f in c})) for c in clusters]
    return tuple(sorted(found, key=lambda t: (-t.sources, t.first_day, t.figures[0].number)))


def _one_value(a: Figure, b: Figure) -> bool:
    if a.unit != b.unit or a.claim.quantity.direction != b.claim.quantity.direction:
        return False
    return not (disjoint(a.interval, b.interval) or touching(a, b) or other_state(a, b))


def _age(figure: Figure) -> tuple[date, int]:
    return figure.claim.published or date.max, figure.number


def _primary(tallies: Sequence[Tally], members: Container[int]) -> Figure:
    """The checked claim of the value with the fewest sources; among equals that of the newest article."""
    listed = [
        (entry.sources, figure)
        for entry in tallies
        for figure in entry.figures
        if figure.document.checked and figure.number in members
    ]
    fewest = min(sources for sources, _ in listed)
    outliers = [figure for sources, figure in listed if sources == fewest]
    newest = max(figure.claim.published or date.min for figure in outliers)
    return min((f for f in outliers if (f.claim.published or date.min) == newest), key=lambda f: f.number)
