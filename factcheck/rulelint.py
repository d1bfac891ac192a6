"""Faults of the rules among themselves: words that no example tries, and words that two rules claim alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.folding import fold
from factcheck.rulebook.files import line_of, read_rule_files, rule_paths, validate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from factcheck.rulebook.files import RuleFile
    from factcheck.rulebook.schema import MetricFile, TriggerRow


def lint(roots: Sequence[Path]) -> list[str]:
    """The faults, each as `path:line: what`; empty where there are none."""
    files = read_rule_files(rule_paths(roots))
    faults: list[str] = []
    for folder, check in (("metrics", _metrics), ("entities", _entities), ("facets", _facets)):
        faults += check([file for file in files if file.folder == folder])
    return faults


def _metrics(files: Sequence[RuleFile]) -> Iterator[str]:
    from factcheck.rulebook.schema import MetricFile

    claimed: dict[tuple[str, int, str], list[tuple[MetricFile, TriggerRow, str]]] = {}
    for file in files:
        row = validate(MetricFile, file)
        examples = " ".join(fold(example.text) for example in row.examples)
        for number, trigger in enumerate(row.trigger):
            place = f"{file.path}:{line_of(file.text, ('trigger', number))}"
            words = [fold(word) for word in trigger.words]
            if not any(word in examples for word in words):
                yield f"{place}: {row.id}: trigger {number + 1}: no example holds any of its words"
            for word in words:
                rivals = claimed.setdefault((word, trigger.weight, trigger.side), [])
                for other, other_trigger, other_place in rivals:
                    if _compete(row, trigger, other, other_trigger):
                        yield f"{place}: {row.id}: {word!r} is claimed alike by {other.id} ({other_place})"
                rivals.append((row, trigger, place))


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
