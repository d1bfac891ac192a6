"""FC207: one figure with the same digits and two units inside one article."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.checks.arithmetic import disjoint, growth, measured, negate, show_percent, stated
from factcheck.checks.base import before, make_finding, words_of
from factcheck.checks.phrases import about, matched, quoted
from factcheck.checks.relations import mixed_triples
from factcheck.types import Arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim, Extraction, Finding

CHECK = "FC207"
BASES = "FC201"
MONEY = re.compile("[A-Z]{3}(?:/.+)?")
LOOSE = frozenset(("%", "pp", "bp", "x", "points", "rank", "people"))


def check(extraction: Extraction, rulebook: Rulebook) -> Iterator[Finding]:
    """Every pair of statements of one figure whose stated units differ while the digits do not."""
    rule = rulebook.checks[CHECK]
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in extraction.claims:
        if _states_unit(claim) and claim.entity is not None and not claim.metric_open and not claim.negated:
            key = (claim.section, claim.entity, claim.metric, claim.quantity.change, claim.quantity.value_low)
            groups[key].append(claim)
    for group in groups.values():
        if len({claim.quantity.unit for claim in group}) > 1:
            found = _judge(group, rule, rulebook)
            if found is not None:
                yield found
    yield from _changes(extraction, rulebook)


def _changes(extraction: Extraction, rulebook: Rulebook) -> Iterator[Finding]:
    """188.08美元，較143.3港元溢價31%: the percentage holds only if both amounts are in one currency."""
    for triple in mixed_triples(extraction.claims, rulebook.checks[BASES]):
        level, base, told = (
            measured(triple.level.quantity),
            measured(triple.base.quantity),
            measured(triple.change.quantity),
        )
        computed = growth(level, base) if level and base else None
        if computed is None or told is None or triple.sign == 0 or triple.change.quantity.unit != "%":
            continue
        if disjoint(told if triple.sign > 0 else negate(told), computed):
            continue
        message = (
            f"{about(triple.level, rulebook)}: {quoted(triple.level)} is {quoted(triple.change)} from {quoted(triple.base)}"
            " only if both are in one currency"
        )
        arithmetic = Arithmetic(
            stated=f"{triple.level.surface}, {triple.base.surface}", computed=show_percent(computed),
            difference="none in one currency", tolerance="the rounding of both",
            formula=f"{triple.level.surface} ÷ {triple.base.surface} − 1",
        )  # fmt: skip
        yield make_finding(
            rulebook.checks[CHECK], (triple.level, triple.base, triple.change), message, confidence=0.85,
            arithmetic=arithmetic, explanation=matched((triple.level, triple.base)),
        )  # fmt: skip


def _states_unit(claim: Claim) -> bool:
    """Whether the text itself gives the number a currency or physical unit."""
    quantity = claim.quantity
    unit = quantity.unit
    if unit is None or unit in LOOSE or unit.startswith("count:") or quantity.unit_inferred:
        return False
    return quantity.value_low is not None and quantity.kind != "range"


def _judge(group: Sequence[Claim], rule: CheckRule, rulebook: Rulebook) -> Finding | None:
    """The first pair that can only be one figure; the unit that more sentences give is believed."""
    units: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in group:
        units[claim.quantity.unit].append(claim)
    if len(units) != 2:
        return None
    wrong, right = sorted(units.values(), key=lambda claims: (len(claims), -claims[0].start))
    first, other = wrong[0], right[0]
    if not _comparable(first, other) or first.sentence_start == other.sentence_start:
        return None
    message = (
        f"{about(first, rulebook)}: {quoted(first)} here, {quoted(other)} in line {other.line}:"
        " the digits agree and the units do not"
    )
    sure = first.period == other.period and first.facets == other.facets and _telling(first, rule)
    return make_finding(
        rule, (first, other), message, severity="error" if sure else "warning", confidence=0.85 if sure else 0.6,
        explanation=matched((first, other)),
    )  # fmt: skip


def _comparable(first: Claim, other: Claim) -> bool:
    """Whether both are money or both physical, of compatible scope and time, and allow one value."""
    one, two = first.quantity, other.quantity
    if bool(MONEY.fullmatch(one.unit or "")) != bool(MONEY.fullmatch(two.unit or "")):
        return False
    scope = dict(other.facets)
    if any(scope.get(name, value) != value for name, value in first.facets):
        return False
    if (first.modality == "forecast") != (other.modality == "forecast"):
        return False
    known = first.period and other.period and not (first.period_inferred or other.period_inferred)
    if known and first.period != other.period:
        return False
    a, b = stated(one), stated(two)
    return a is not None and b is not None and not disjoint(a, b)


def _telling(claim: Claim, rule: CheckRule) -> bool:
    """Whether the digits are hardly chance: two significant ones at least, and no value that the text supposes."""
    value = claim.quantity.value_low
    digits = len(value.normalize().as_tuple().digits) if value else 0
    return digits >= 2 and not words_of(rule, "supposed").search(before(claim, 10))
