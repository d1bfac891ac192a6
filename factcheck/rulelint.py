"""Faults of the rules among themselves: words that no example tries, and words that two rules claim alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.folding import fold
from factcheck.rulebook.files import line_of, read_rule_files, rule_paths, validate
from factcheck.rulebook.metrics import read_metrics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from factcheck.rulebook.files import RuleFile
    from factcheck.rulebook.schema import MetricFile, TriggerRow

MAX_WORDS = 5
"""Words that a fault names before it leaves the rest to the reader."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A trigger with its metric, its place and its folded words."""

    metric: MetricFile
    trigger: TriggerRow
    place: str
    words: tuple[str, ...]


def lint(roots: Sequence[Path]) -> list[str]:
    """The faults, each as `path:line: what`; empty where there are none."""
    files = read_rule_files(rule_paths(roots))
    faults: list[str] = []
    for folder, check in (("metrics", _metrics), ("entities", _entities), ("facets", _facets)):
        faults += check([file for file in files if file.folder == folder])
    return faults


def _metrics(files: Sequence[RuleFile]) -> Iterator[str]:
    triggers: list[_Placed] = []
    for file, row in read_metrics(files):
        examples = " ".join(fold(example.text) for example in row.examples)
        for number, trigger in enumerate(row.trigger):
            own = number < len(file.data["trigger"])
            place = f"{file.path}:{line_of(file.text, ('trigger', number) if own else ('like',))}"
            words = tuple(fold(word) for word in trigger.words)
            if not any(word in examples for word in words):
                yield f"{place}: {row.id}: trigger {number + 1}: no example holds any of its words"
            triggers.append(_Placed(row, trigger, place, words))
    yield from _rivals(triggers)


def _rivals(triggers: Sequence[_Placed]) -> Iterator[str]:
    """A line for each pair of triggers that claim words alike."""
    owners: dict[tuple[str, int, str], list[_Placed]] = {}
    shared: dict[tuple[str, str], list[str]] = {}
    for placed in triggers:
        for word in dict.fromkeys(placed.words):
            rivals = owners.setdefault((word, placed.trigger.weight, placed.trigger.side), [])
            for other in rivals:
                if _compete(placed.metric, placed.trigger, other.metric, other.trigger):
                    both = (f"{placed.place}: {placed.metric.id}", f"{other.metric.id} ({other.place})")
                    shared.setdefault(both, []).append(word)
            rivals.append(placed)
    for (one, rival), words in shared.items():
        named = ", ".join(map(repr, words[:MAX_WORDS])) + (", …" if len(words) > MAX_WORDS else "")
        yield f"{one}: {len(words)} word{'s' if len(words) > 1 else ''} claimed alike by {rival}: {named}"


def _compete(one: MetricFile, trigger: TriggerRow, other: MetricFile, other_trigger: TriggerRow) -> bool:
    """Whether nothing tells two triggers on one word apart: neither the dimension, nor who bears the metric, nor the aspect."""
    if one.id == other.id:
        return trigger.aspect == other_trigger.aspect and _share(
            _dimensions(one, trigger), _dimensions(one, other_trigger)
        )
    return (
        trigger.aspect == other_trigger.aspect
        and _share(_dimensions(one, trigger), _dimensions(other, other_trigger))
        and (not one.entity_kinds or not other.entity_kinds or _share(one.entity_kinds, other.entity_kinds))
    )


def _dimensions(metric: MetricFile, trigger: TriggerRow) -> Sequence[str]:
    return trigger.dimensions or metric.dimensions


def _share(one: Sequence[str], other: Sequence[str]) -> bool:
    return bool(set(one) & set(other))


def _entities(files: Sequence[RuleFile]) -> Iterator[str]:
    from factcheck.rulebook.schema import EntityFile

    owners: dict[str, tuple[str, str]] = {}
    for file in files:
        for number, row in enumerate(validate(EntityFile, file).entity):
            place = f"{file.path}:{line_of(file.text, ('entity', number))}"
            for alias in {*row.aliases} - {*row.ambiguous} | {*row.cased} - {*row.ambiguous}:
                owner, where = owners.setdefault(fold(alias), (row.id, place))
                if owner != row.id:
                    yield f"{place}: {row.id}: alias {alias!r} is {owner}'s as well ({where}); list it under `ambiguous`"


def _facets(files: Sequence[RuleFile]) -> Iterator[str]:
    from factcheck.rulebook.schema import FacetFile

    for file in files:
        facet = validate(FacetFile, file)
        owners: dict[str, str] = {}
        for number, value in enumerate(facet.value):
            place = f"{file.path}:{line_of(file.text, ('value', number))}"
            for word in value.words:
                owner = owners.setdefault(fold(word), value.id)
                if owner != value.id:
                    yield f"{place}: {facet.id}.{value.id}: {word!r} states {owner} as well"
            if not any(fold(word) in fold(example) for word in value.words for example in value.examples):
                yield f"{place}: {facet.id}.{value.id}: no example holds any of its words"
