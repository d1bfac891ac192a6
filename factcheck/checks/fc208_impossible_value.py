"""FC208: values that cannot be: shares over 100 %, falls by more than all, negative counts, rank zero."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.checks.arithmetic import HUNDRED, generous, show, stated
from factcheck.checks.base import before, make_finding
from factcheck.checks.phrases import about, matched, quoted
from factcheck.checks.relations import same_scope
from factcheck.types import Arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim, Extraction, Finding

CHECK = "FC208"
Market = tuple[object, ...]
MOST = 30
"""Subjects that a sentence gives shares of; longer lists are tables of something else."""


def check(extraction: Extraction, rulebook: Rulebook) -> Iterator[Finding]:
    """Each claim by itself, then the shares of each market together."""
    rule = rulebook.checks[CHECK]
    markets: dict[Market, list[Claim]] = defaultdict(list)
    for claim in extraction.claims:
        problem = _problem(claim, rule)
        if problem:
            message = f"{about(claim, rulebook)}: {quoted(claim)} cannot be: {problem}"
            sure = not claim.metric_open and claim.confidence >= 0.5
            yield make_finding(
                rule, (claim,), message, severity="error" if sure else "warning", confidence=0.9 if sure else 0.6
            )
        elif claim.family == "market_share" and _is_share(claim) and claim.entity and not claim.negated:
            markets[_market(claim)].append(claim)
    for shares in markets.values():
        found = _too_many(shares, rule, rulebook)
        if found is not None:
            yield found


def _problem(claim: Claim, rule: CheckRule) -> str | None:
    """Why the value is impossible; None where it is not."""
    quantity = claim.quantity
    interval = stated(quantity)
    if interval is None:
        return None
    low = interval[0]
    if quantity.unit == "%" and low is not None and low > HUNDRED:
        if _is_share(claim) and (claim.family == "market_share" or claim.metric.endswith("_share")):
            return "a share of a whole ends at 100%"
        if _is_fall(claim, rule):
            return "nothing falls by more than 100%"
    if claim.family == "rank" and quantity.value_high is not None and quantity.value_high < 1:
        return "ranks begin at one"
    if claim.family in rule.words.get("counted", ()) and _is_negative(claim):
        return "it is counted from zero"
    return None


def _is_negative(claim: Claim) -> bool:
    """Whether the value is below zero by a minus sign, not by a hyphen in a name (Nord Stream-2)."""
    interval = stated(claim.quantity)
    if (
        claim.quantity.unit is None
        or claim.quantity.change == "delta"
        or interval is None
        or interval[1] is None
        or interval[1] >= 0
    ):
        return False
    return not before(claim, 1).isalnum()


def _is_share(claim: Claim) -> bool:
    """Whether the percentage is a share held or reached, not a change."""
    quantity = claim.quantity
    return quantity.unit == "%" and (
        quantity.change == "level" or (quantity.change is None and quantity.direction is None)
    )


def _is_fall(claim: Claim, rule: CheckRule) -> bool:
    """Whether it is a percentage fall of something that cannot go below zero, unlike profits."""
    if claim.metric_open or claim.quantity.direction != "down" or claim.quantity.change == "level":
        return False
    families = rule.words.get("never_below_zero", ())
    return claim.family in families or (claim.family == "growth" and claim.metric.removesuffix("_growth") in families)


def _market(claim: Claim) -> Market:
    """What must agree before shares are shares of one whole: sentence, metric, time, source."""
    return (claim.section, claim.sentence_start, claim.metric, claim.period, claim.attribution, claim.modality)


def _too_many(shares: Sequence[Claim], rule: CheckRule, rulebook: Rulebook) -> Finding | None:
    """A finding where the least that distinct subjects hold together is more than everything."""
    crossed = _crossed(shares)
    by_entity: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in shares:
        by_entity[claim.entity].append(claim)
    repeated = any(len(claims) > 1 for claims in by_entity.values())
    listed = list(shares) if crossed else [claims[0] for claims in by_entity.values()]
    if not 2 <= len(listed) <= MOST or (repeated and not crossed) or _nested(listed, rulebook):
        return None
    if not all(same_scope(listed[0], claim) and same_scope(claim, listed[0]) for claim in listed):
        return None
    lows = [(generous(claim.quantity) or (None, None))[0] for claim in listed]
    least = sum((low for low in lows if low is not None), Decimal(0))
    if least <= HUNDRED:
        return None
    total = sum((claim.quantity.value_low or Decimal(0) for claim in listed), Decimal(0))
    first = max(listed, key=lambda claim: claim.quantity.value_low or Decimal(0))
    names = " + ".join(claim.surface for claim in listed)
    arithmetic = Arithmetic(
        stated=names, computed=f"{show(total)}%", difference=f"{show(total - HUNDRED)} percentage points",
        tolerance=f"at least {show(least)}% with every rounding", formula=f"{names} = {show(total)}%",
    )  # fmt: skip
    message = f"{about(first, rulebook)}: the shares {names} of one market come to {show(total)}%, more than all of it"
    others = [claim for claim in listed if claim is not first]
    return make_finding(
        rule, (first, *others), message, severity="error" if crossed else "warning", confidence=0.7, arithmetic=arithmetic,
        explanation=matched((first, *others)),
    )  # fmt: skip


def _crossed(shares: Sequence[Claim]) -> bool:
    """Whether one share fell to its value and another rose to its own: two holders, whoever they were read as."""
    ways = [claim.quantity.direction for claim in shares]
    return len(shares) == 2 and sorted(way or "" for way in ways) == ["down", "up"]


def _nested(listed: Sequence[Claim], rulebook: Rulebook) -> bool:
    """Whether one subject is part of another (a company and its cloud arm): their shares may overlap."""
    names = {claim.entity for claim in listed}
    entities = [rulebook.entities.rule(name) for name in names]
    return any(entity is not None and entity.parent in names for entity in entities)
