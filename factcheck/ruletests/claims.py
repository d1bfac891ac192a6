"""Metrics: does the example's number come out as a claim of the metric, and the near miss's as none?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.rulebook.files import validate
from factcheck.ruletests.case import Case, article, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.files import RuleFile
    from factcheck.rulebook.schema import Example
    from factcheck.types import Claim


def metric_cases(file: RuleFile) -> Iterator[Case]:
    """An example's number is a claim of the metric or of an aspect of it; no number of a near miss is."""
    from factcheck.rulebook.schema import MetricFile

    row = validate(MetricFile, file)
    for example in row.examples:
        yield Case("metrics", row.id, example.text, False, partial(_example_fault, row.id, example))
    for near_miss in row.near_misses:
        yield Case("metrics", row.id, near_miss.text, True, partial(_near_miss_fault, row.id, near_miss.text))


def _example_fault(metric: str, example: Example, rulebook: Rulebook) -> str | None:
    claims = _claims(example.text, rulebook)
    at_number = [claim for claim in claims if example.number in claim.surface or claim.surface in example.number]
    if not at_number:
        return f"no claim at {example.number}; claims at: {listed([claim.surface for claim in claims])}"
    faults = [_difference(metric, example, claim) for claim in at_number]
    return None if None in faults else faults[0]


def _difference(metric: str, example: Example, claim: Claim) -> str | None:
    """The first thing that the claim says otherwise than the example, or None."""
    wanted = (example.metric,) if example.metric else _aspects(metric)
    if claim.metric not in wanted:
        return f"{claim.surface}: metric {claim.metric}, expected {wanted[0]}"
    for name, expected in (("entity", example.entity), ("direction", example.direction)):
        got = claim.entity if name == "entity" else claim.quantity.direction
        if expected is not None and got != expected:
            return f"{claim.surface}: {name} {got}, expected {expected}"
    for facet, value in example.facets.items():
        if claim.facet(facet) != value:
            return f"{claim.surface}: facet {facet} {claim.facet(facet)}, expected {value}"
    return None


def _near_miss_fault(metric: str, text: str, rulebook: Rulebook) -> str | None:
    read = [claim.surface for claim in _claims(text, rulebook) if claim.metric in _aspects(metric)]
    return f"{listed(read)} read as {metric}" if read else None


def _aspects(metric: str) -> tuple[str, str, str]:
    return metric, f"{metric}_growth", f"{metric}_share"


def _claims(text: str, rulebook: Rulebook) -> Sequence[Claim]:
    from factcheck.claims import extract

    return extract(article(text), rulebook).claims
