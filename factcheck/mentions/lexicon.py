"""Words of the rule packs as they stand in a text: entity mentions, metric triggers, facet words, function words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.rulebook.entities import Alias, EntityTables
    from factcheck.rulebook.lexicon import Hit, Lexicon
    from factcheck.rulebook.metrics import FacetValue, Trigger


SHUT = frozenset({"company", "person", "media", "agency", "central_bank"})
"""Kinds inside whose names words mean nothing else: the investment in Hartley Investment Management is none."""
LONGEST_WORD = 60
"""No word of a rule pack is longer, so that a look back over the hits stays short."""


@dataclass(frozen=True, slots=True)
class EntityMention:
    """An entity named at a place; open ones are named by the article itself and by no rule."""

    start: int
    end: int
    entity: str
    kind: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class TriggerMention:
    """A metric's word at a place."""

    start: int
    end: int
    trigger: Trigger


@dataclass(frozen=True, slots=True)
class FacetMention:
    """A facet's word at a place."""

    start: int
    end: int
    value: FacetValue


@dataclass(frozen=True, slots=True)
class Word:
    """A function word at a place."""

    start: int
    end: int
    role: str
    value: str
    text: str


@dataclass(slots=True)
class Scan:
    """All words found in one text, each list sorted by start."""

    entities: list[EntityMention] = field(default_factory=list)
    triggers: list[TriggerMention] = field(default_factory=list)
    facets: list[FacetMention] = field(default_factory=list)
    words: dict[str, list[Word]] = field(default_factory=dict)

    def role(self, name: str) -> list[Word]:
        """The words of one role."""
        return self.words.get(name, [])


def scan_words(
    text: str, folded: str, lexicon: Lexicon, entities: EntityTables, masked: Sequence[tuple[int, int]] = ()
) -> Scan:
    """Every word of the rule packs outside the masked spans; of overlapping ones of a sort the longest, then the first."""
    hits = (
        [hit for hit in lexicon.scan(folded) if not _inside(hit.start, hit.end, masked)]
        if masked
        else list(lexicon.scan(folded))
    )
    hits.sort(key=lambda hit: (hit.start, -hit.end))
    named = _entities(text, folded, hits, entities)
    closed = [(m.start, m.end) for m in named if m.kind in SHUT]
    hits = [hit for hit in hits if not _inside(hit.start, hit.end, closed)]
    return Scan(
        named,
        _triggers(hits),
        [
            FacetMention(hit.start, hit.end, value)
            for hit in _longest(h for h in hits if h.readings.facets)
            for value in hit.readings.facets
        ],
        _function_words(hits),
    )


def _inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return at >= 0 and end <= spans[at][1]


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """Hits (sorted by start, longest first) that do not overlap an earlier one."""
    kept: list[Hit] = []
    end = -1
    for hit in hits:
        if hit.start >= end:
            kept.append(hit)
            end = hit.end
    return kept


def _outer(hits: Iterable[Hit]) -> list[Hit]:
    """Hits that lie inside no other one of the same sort; partial overlaps stay."""
    kept: list[Hit] = []
    end = -1
    for hit in hits:
        if hit.end > end:
            kept.append(hit)
            end = hit.end
    return kept


def _triggers(hits: list[Hit]) -> list[TriggerMention]:
    """Metric words inside no longer metric word, without those that a longer word around them bars (資本公積)."""
    barred = [hit for hit in hits if hit.readings.not_metrics]
    starts = [hit.start for hit in barred]
    found = []
    for hit in _outer(hit for hit in hits if hit.readings.triggers):
        around = barred[bisect_left(starts, hit.end - LONGEST_WORD) : bisect_right(starts, hit.start)]
        bars = {metric for other in around if hit.end <= other.end for metric in other.readings.not_metrics}
        found += [TriggerMention(hit.start, hit.end, t) for t in hit.readings.triggers if t.metric not in bars]
    return found


def _function_words(hits: list[Hit]) -> dict[str, list[Word]]:
    by_role: dict[str, list[Word]] = {}
    ends: dict[str, int] = {}
    for hit in hits:
        for word in hit.readings.words:
            # Of the words of one role the longest at a place wins: 升至 is not also 升.
            if hit.end <= ends.get(word.role, -1):
                continue
            ends[word.role] = hit.end
            by_role.setdefault(word.role, []).append(Word(hit.start, hit.end, word.role, word.value, hit.readings.text))
    return by_role


def _entities(text: str, folded: str, hits: list[Hit], tables: EntityTables) -> list[EntityMention]:
    named = _longest(hit for hit in hits if hit.readings.aliases or hit.readings.not_entities)
    certain = {
        alias.entity
        for hit in named
        for alias in hit.readings.aliases
        if not alias.needs_context and _case_holds(text, hit, alias)
    }
    found = []
    for hit in named:
        chosen = _choose(text, folded, hit, certain, tables)
        if chosen is not None:
            found.append(EntityMention(hit.start, hit.end, chosen, tables.rules[chosen].kind))
    return found


def _case_holds(text: str, hit: Hit, alias: Alias) -> bool:
    return alias.exact_case is None or text[hit.start : hit.end] == alias.exact_case


def _choose(text: str, folded: str, hit: Hit, certain: set[str], tables: EntityTables) -> str | None:
    """The entity that the hit means: an unambiguous alias first, else one whose context words stand near or that is named in full."""
    readings = [
        alias
        for alias in hit.readings.aliases
        if alias.entity not in hit.readings.not_entities and _case_holds(text, hit, alias)
    ]
    for alias in readings:
        if not alias.needs_context:
            return alias.entity
    around = folded[max(0, hit.start - 60) : hit.end + 60]
    for alias in readings:
        if alias.entity in certain or any(word in around for word in tables.rules[alias.entity].context):
            return alias.entity
    return None
