"""Metrics and facets: what numbers measure and in which scope, from rules/metrics/*.toml and rules/facets/*.toml."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.errors import RuleError
from factcheck.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from factcheck.rulebook.files import RuleFile
    from factcheck.rulebook.schema import MetricFile
    from factcheck.types import Change, Direction

FAMILIES = frozenset(
    [
        "share_move",
        "share_price",
        "index_level",
        "index_move",
        "turnover",
        "market_cap",
        "price_target",
        "capex",
        "investment",
        "revenue",
        "profit",
        "growth",
        "margin",
        "market_share",
        "users",
        "shipments",
        "model_params",
        "performance_ratio",
        "cost_ratio",
        "efficiency_gain",
        "benchmark_score",
        "rank",
        "bond_terms",
        "fund_flow",
        "holding",
        "price",
        "count",
        "forecast",
        "duration",
        "physical",
        "other",
    ]
)
DIMENSIONS = frozenset(
    ["money", "percent", "points", "multiple", "count", "quantity", "rank", "duration", "number", "rate"]
)


class Trigger(NamedTuple):
    """A word that speaks of a metric."""

    text: str
    metric: str
    weight: int
    """3 names the metric outright (市佔率), 2 usually means it (營收), 1 only with the right entity kind and unit (升, 報)."""
    side: str
    """Where the number stands: `after` the word, `before` it, or `any`."""
    dimensions: frozenset[str]
    change: Change | None
    """Set where the word itself says level, delta or multiple."""
    direction: Direction | None
    aspect: str | None


@dataclass(frozen=True, slots=True)
class MetricRule:
    """One metric as its file states it."""

    id: str
    title: str
    family: str
    dimensions: frozenset[str]
    entity_kinds: frozenset[str]
    """Kinds of entity that can bear it; empty for any."""
    facets: tuple[str, ...]
    """Facets that must agree before two values are compared."""
    tolerance: Decimal
    """Relative difference that sources may show without being in conflict (0 for most)."""
    as_of: bool
    """Whether its value moves from day to day (price, followers), so that another date explains a difference."""
    cumulative: bool
    growth: str | None
    """Family of its percentage change, where that is a claim of its own (`revenue` → `growth`), id `<id>_growth`."""
    share: str | None
    """Family of its share of a whole (`revenue` → `revenue`), id `<id>_share`."""
    unit: str | None = None
    """Unit that a bare number of it counts (月活破1億 are people), where papers leave it out."""
    level: str | None = None
    """The metric that an amount reached is, where this one is a move (`share_move` → `share_price`)."""
    about: frozenset[str] = frozenset()
    """Kinds of entity that it is about rather than the one who acts: a flow is into a market, whoever's money it is."""
    per_share: str | None = None
    """The metric that an amount a share is (`net_profit` → `eps`)."""


class FacetValue(NamedTuple):
    """One value of a facet with the words that state it."""

    facet: str
    value: str
    scope: str
    """How far a stated value reaches: `clause`, `sentence`, `paragraph`."""


@dataclass(frozen=True, slots=True)
class MetricTables:
    """All metrics and facets, and the words that speak of them."""

    rules: Mapping[str, MetricRule]
    triggers: Mapping[str, tuple[tuple[Any, ...], ...]]
    """Folded word → readings."""
    facet_words: Mapping[str, tuple[FacetValue, ...]]
    facet_titles: Mapping[str, str]
    not_in: Mapping[str, tuple[str, ...]]
    """Folded longer string → metrics that its words do not speak of (資本公積 is not capex)."""
    moves: Mapping[str, MetricRule] = field(default_factory=dict)
    """Level metric → the metric of its move (`index_level` → `index_move`)."""
    defaults: tuple[MetricRule, ...] = ()
    """Metrics that a number of their dimension is of a bearer of their kind, where no word says what it is."""
    per_share: frozenset[str] = frozenset()
    """Metrics that are amounts a share (`eps`), however the amount is written."""

    def rule(self, metric: str) -> MetricRule | None:
        """The rule of a metric id, a derived aspect (`revenue_growth`) included; None for open metrics."""
        found = self.rules.get(metric)
        if found is None and "_" in metric:
            stem, _, aspect = metric.rpartition("_")
            if aspect in ("growth", "share"):
                found = self.rules.get(stem)
        return found


def compile_metrics(files: Sequence[RuleFile], facet_files: Sequence[RuleFile]) -> MetricTables:
    """The tables of all metric and facet files; a metric defined twice or an unknown facet raises RuleError."""
    facet_words, titles = _facets(facet_files)
    rows = read_metrics(files)
    rules: dict[str, MetricRule] = {}
    for file, row in rows:
        _refuse(file, row, rules, titles)
        rules[row.id] = _rule(row)
    _refuse_unknown_others(rows, rules)
    triggers: dict[str, list[Trigger]] = {}
    not_in: dict[str, list[str]] = {}
    for _, row in rows:
        for trigger in _triggers(row):
            triggers.setdefault(trigger.text, []).append(trigger)
        for longer in row.not_in:
            not_in.setdefault(fold(longer), []).append(row.id)
    return MetricTables(
        rules,
        {word: tuple(tuple(trigger) for trigger in found) for word, found in triggers.items()},
        {word: tuple(found) for word, found in facet_words.items()},
        titles,
        {text: tuple(found) for text, found in not_in.items()},
        {rule.level: rule for rule in rules.values() if rule.level is not None},
        tuple(rules[row.id] for _, row in rows if row.default),
        frozenset(rule.per_share for rule in rules.values() if rule.per_share is not None),
    )


def read_metrics(files: Sequence[RuleFile]) -> list[tuple[RuleFile, MetricFile]]:
    """Each metric file as its model; one that is `like` another has the other's triggers and `not_in` behind its own."""
    from factcheck.rulebook.files import validate
    from factcheck.rulebook.schema import MetricFile

    rows = [(file, validate(MetricFile, file)) for file in files]
    by_id = {row.id: row for _, row in rows}
    return [(file, _with_words_of_its_like(file, row, by_id)) for file, row in rows]


def _with_words_of_its_like(file: RuleFile, row: MetricFile, by_id: Mapping[str, MetricFile]) -> MetricFile:
    if row.like is None:
        return row
    other = by_id.get(row.like)
    if other is None or other.like is not None:
        raise _error(
            file, "like", f"{row.like!r} is no metric, or has its words from a third; name one with words of its own"
        )
    return row.model_copy(update={"trigger": row.trigger + other.trigger, "not_in": row.not_in + other.not_in})


def _facets(files: Sequence[RuleFile]) -> tuple[dict[str, list[FacetValue]], dict[str, str]]:
    """(folded word → values that it states, facet → title)."""
    from factcheck.rulebook.files import validate
    from factcheck.rulebook.schema import FacetFile

    words: dict[str, list[FacetValue]] = {}
    titles: dict[str, str] = {}
    for file in files:
        facet = validate(FacetFile, file)
        titles[facet.id] = facet.title
        for value in facet.value:
            stated = FacetValue(facet.id, value.id, value.scope or facet.scope)
            for word in value.words:
                words.setdefault(fold(word), []).append(stated)
    return words, titles


def _rule(row: MetricFile) -> MetricRule:
    return MetricRule(
        row.id, row.title, row.family, frozenset(row.dimensions), frozenset(row.entity_kinds), tuple(row.facets), row.tolerance,
        row.as_of, row.cumulative, row.growth, row.share,
        row.unit, row.level, frozenset(row.about), row.per_share,
    )  # fmt: skip


def _triggers(row: MetricFile) -> Iterator[Trigger]:
    for trigger in row.trigger:
        dimensions = frozenset(trigger.dimensions or row.dimensions)
        for word in map(fold, trigger.words):
            yield Trigger(
                word,
                row.id,
                trigger.weight,
                trigger.side,
                dimensions,
                trigger.change,
                trigger.direction,
                trigger.aspect,
            )


def _refuse(file: RuleFile, row: MetricFile, known: Mapping[str, MetricRule], facets: Mapping[str, str]) -> None:
    """Raises RuleError for a metric that is there already, is not its file's, or has a facet that no file defines."""
    if row.id in known:
        raise RuleError(f"{file.path}: metric {row.id!r} is defined twice")
    if row.id != file.stem:
        raise _error(file, "id", f"id is {row.id!r}, expected the file's name {file.stem!r}")
    unknown = [name for name in row.facets if name not in facets]
    if unknown:
        raise _error(file, "facets", f"unknown facet {unknown[0]!r}; known: {', '.join(sorted(facets))}")


def _refuse_unknown_others(rows: Sequence[tuple[RuleFile, MetricFile]], rules: Mapping[str, MetricRule]) -> None:
    """Raises RuleError for a metric that refers to one that is not there."""
    for file, row in rows:
        for key, other in (("level", row.level), ("per_share", row.per_share)):
            if other is not None and other not in rules:
                raise _error(file, key, f"metric {row.id!r}: unknown metric {other!r}")


def _error(file: RuleFile, key: str, what: str) -> RuleError:
    from factcheck.rulebook.files import line_of

    return RuleError(f"{file.path}:{line_of(file.text, (key,))}: {what}")
