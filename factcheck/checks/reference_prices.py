"""A bare price with a premium, whose reference price is that of another bare price: both are in one unstated currency."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.checks.arithmetic import HUNDRED, Interval, add, disjoint, divide, exactly, show, stated
from factcheck.checks.base import after, between, by_sentence, make_finding, words_of
from factcheck.checks.phrases import about, matched, quoted
from factcheck.checks.relations import Triple, numbers, triples
from factcheck.types import Arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim, Extraction, Finding

BASES = "FC201"


def same_reference(
    extraction: Extraction, bare: Sequence[Claim], found: dict[int, Finding], rule: CheckRule, rulebook: Rulebook
) -> Iterator[tuple[int, Finding]]:
    """235.46元，較參考股價溢價60%: its reference price is that of a price whose currency was just decided."""
    premiums = [t for t in triples(extraction.claims, rulebook.checks[BASES]) if t.premium]
    known = _references(premiums, found)
    if not known:
        return
    starts = {claim.start for claim in bare}
    for sentence in by_sentence(extraction.claims):
        listed = numbers(sentence)
        for claim, percent in pairwise(listed):
            if claim.start not in starts or claim.start in found or not _has_premium(claim, percent, rule):
                continue
            reference = _reference(claim, percent)
            for decided, other in known:
                same = reference is not None and not disjoint(reference, other)
                explained = any(_fits(claim, percent, triple.base) for triple in premiums)
                if same and not explained and reference is not None:
                    yield claim.start, _shared(claim, percent, decided, reference, rule, rulebook)
                    break


def _references(premiums: Sequence[Triple], found: dict[int, Finding]) -> list[tuple[Claim, Interval]]:
    """(decided bare price, its reference price): it shares the premium of the price that it was set equal to."""
    known = []
    for finding in found.values():
        first, other = finding.claims[0], finding.claims[-1]
        for triple in premiums:
            if triple.level.start == other.start:
                reference = _reference(first, triple.change)
                if reference is not None:
                    known.append((first, reference))
    return known


def _has_premium(claim: Claim, percent: Claim, rule: CheckRule) -> bool:
    lead = between(claim, percent)
    if percent.quantity.unit != "%" or len(lead) > 32 or not words_of(rule, "over").search(lead):
        return False
    return bool(words_of(rule, "premium").search(lead[-6:] + "|" + after(percent, 10)))


def _reference(claim: Claim, percent: Claim) -> Interval | None:
    amount, share = stated(claim.quantity), stated(percent.quantity)
    part = divide(share, exactly(HUNDRED)) if share else None
    return divide(amount, add(exactly(1), part)) if amount and part else None


def _fits(claim: Claim, percent: Claim, base: Claim) -> bool:
    """Whether the premium holds over a reference price that the article prints in the currency that 元 was read as."""
    reference, printed = _reference(claim, percent), stated(base.quantity)
    return reference is not None and printed is not None and not disjoint(reference, printed)


def _shared(
    claim: Claim, percent: Claim, decided: Claim, reference: Interval, rule: CheckRule, rulebook: Rulebook
) -> Finding:
    message = (
        f"{about(claim, rulebook)}: {quoted(claim)} at a premium of {percent.surface} has the reference price of"
        f" {quoted(decided)} (line {decided.line}), so it is in the same unstated currency"
    )
    low, high = reference
    arithmetic = Arithmetic(
        stated=claim.surface, computed=f"reference price {show(low)} to {show(high)}", difference="none in that currency",
        tolerance="the rounding of price and premium", formula=f"{claim.surface} ÷ (1 + {percent.surface})",
    )  # fmt: skip
    return make_finding(
        rule,
        (claim, decided, percent),
        message,
        confidence=0.75,
        arithmetic=arithmetic,
        explanation=matched((claim, decided)),
    )
