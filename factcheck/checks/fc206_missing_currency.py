"""FC206: a bare 元 whose currency the article's own numbers decide, and not as a reader would take it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.checks.arithmetic import exactly, middle, printed, show, within
from factcheck.checks.base import between, by_sentence, folded, make_finding, words_of
from factcheck.checks.phrases import about, matched, quoted
from factcheck.checks.reference_prices import same_reference
from factcheck.checks.relations import numbers
from factcheck.types import Arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim, Extraction, Finding

CHECK = "FC206"
MONEY = re.compile("[A-Z]{3}")
CLOSE = Decimal("0.03")
"""Two statements of one amount, one of them rounded."""
SIMILAR = Decimal("0.12")
"""An amount and what costs leave of it."""
MOST_SHARES = 40
"""Ordinary shares that one depositary share stands for, at most."""
RATIO = Decimal("0.01")


def check(extraction: Extraction, rulebook: Rulebook) -> Iterator[Finding]:
    """Bare amounts that repeat an amount stated in another currency, that equal another price, or that share its premium."""
    rule = rulebook.checks[CHECK]
    money = [claim for claim in extraction.claims if MONEY.fullmatch(claim.quantity.unit or "") and not claim.negated]
    bare = [claim for claim in money if _is_bare(claim, rule)]
    named = [claim for claim in money if not claim.quantity.unit_inferred]
    if not bare or not named:
        return
    found: dict[int, Finding] = {}
    for one in (_repeated(bare, named, rule, rulebook), _joined(extraction, bare, named, rule, rulebook)):
        for start, finding in one:
            found.setdefault(start, finding)
    for start, finding in _neighbours(bare, found, rule, rulebook):
        found.setdefault(start, finding)
    for start, finding in same_reference(extraction, bare, found, rule, rulebook):
        found.setdefault(start, finding)
    for start in sorted(found):
        yield found[start]


def _is_bare(claim: Claim, rule: CheckRule) -> bool:
    return claim.quantity.unit_inferred and folded(claim.surface).endswith(rule.words.get("bare", ()))


def _foreign(named: Claim, rule: CheckRule) -> bool:
    """Whether the currency is one that nobody prints as a bare 元 at home."""
    return (named.quantity.unit or "").lower() not in rule.words.get("native", ())


def _same_thing(bare: Claim, named: Claim, rule: CheckRule) -> bool:
    if bare.section != named.section or bare.family != named.family or bare.family in rule.words.get("traded", ()):
        return False
    if bare.start == named.start or bare.quantity.change != named.quantity.change:
        return False
    return bare.entity == named.entity or bare.sentence_start == named.sentence_start


def _repeated(
    bare: Sequence[Claim], named: Sequence[Claim], rule: CheckRule, rulebook: Rulebook
) -> Iterator[tuple[int, Finding]]:
    """本金31.68億元 where the same principal is 近32億美元 elsewhere."""
    for claim in bare:
        for other in named:
            if not _foreign(other, rule) or not _same_thing(claim, other, rule) or not _same_figure(claim, other):
                continue
            if _close(claim, other, CLOSE):
                yield claim.start, _repeat(claim, other, rule, rulebook, 0.85)
                break


def _same_figure(claim: Claim, other: Claim) -> bool:
    known = claim.period and other.period and not (claim.period_inferred or other.period_inferred)
    return claim.metric == other.metric and (not known or claim.period == other.period)


def _neighbours(
    bare: Sequence[Claim], found: dict[int, Finding], rule: CheckRule, rulebook: Rulebook
) -> Iterator[tuple[int, Finding]]:
    """Other bare amounts of the thing whose currency was just decided, of like size: the net proceeds of that principal."""
    decided = [finding.claims for finding in found.values() if len(finding.claims) > 1]
    for claim in bare:
        for pair in decided:
            first, other = pair[0], pair[1]
            near = (
                abs(claim.start - first.start) <= 400
                and claim.section == first.section
                and claim.family == first.family
            )
            if claim.start not in found and near and _foreign(other, rule) and _close(claim, other, SIMILAR):
                yield claim.start, _repeat(claim, other, rule, rulebook, 0.7)
                break


def _close(claim: Claim, other: Claim, margin: Decimal) -> bool:
    one, two = middle(claim.quantity), printed(other.quantity)
    return one is not None and two is not None and within(exactly(one), two, margin)


def _repeat(claim: Claim, other: Claim, rule: CheckRule, rulebook: Rulebook, confidence: float) -> Finding:
    unit = other.quantity.unit
    message = (
        f"{about(claim, rulebook)}: {quoted(claim)} does not say which currency; line {other.line} has {quoted(other)},"
        f" so it is {unit}, not {claim.quantity.unit}"
        if claim.quantity.unit != unit
        else f"{about(claim, rulebook)}: {quoted(claim)} does not say that it is {unit}, as {quoted(other)} in line {other.line}"
    )
    arithmetic = Arithmetic(
        stated=claim.surface, computed=f"{show(middle(claim.quantity))} {unit}", difference="none in that currency",
        tolerance="the rounding of both", formula=f"{claim.surface} ≈ {other.surface}",
    )  # fmt: skip
    return make_finding(
        rule, (claim, other), message, confidence=confidence, arithmetic=arithmetic, explanation=matched((claim, other))
    )


def _joined(
    extraction: Extraction, bare: Sequence[Claim], named: Sequence[Claim], rule: CheckRule, rulebook: Rulebook
) -> Iterator[tuple[int, Finding]]:
    """每股存託股193.15元，即每股普通股188.08港元: one price, twice, so the bare one is in the currency that makes it so."""
    starts = {claim.start for claim in bare}
    currencies = sorted({claim.quantity.unit or "" for claim in named if _foreign(claim, rule)})
    joint = words_of(rule, "equals")
    for sentence in by_sentence(extraction.claims):
        listed = numbers(sentence)
        for place in range(len(listed) - 1):
            pair = listed[place : place + 2]
            first, other = pair if pair[0].start in starts else pair[::-1]
            lead = between(pair[0], pair[1])
            if (
                first.start not in starts
                or other.quantity.unit_inferred
                or not MONEY.fullmatch(other.quantity.unit or "")
            ):
                continue
            if len(lead) > 24 or not joint.search(lead) or _whole_ratio(first, other, Decimal(1)):
                continue
            for currency in currencies:
                rate = rulebook.rates.rate(currency, other.quantity.unit or "", first.published)
                shares = _whole_ratio(first, other, rate[0]) if rate else None
                if shares and currency != other.quantity.unit:
                    yield first.start, _price(first, other, currency, shares, rule, rulebook)
                    break


def _whole_ratio(first: Claim, other: Claim, rate: Decimal) -> int | None:
    """How many shares of the one price make the other at that rate; None where that is no whole number."""
    one, two = middle(first.quantity), middle(other.quantity)
    if not one or not two:
        return None
    ratio = one * rate / two
    whole = int(ratio.to_integral_value())
    return whole if 1 <= whole <= MOST_SHARES and abs(ratio - whole) <= RATIO * whole else None


def _price(first: Claim, other: Claim, currency: str, shares: int, rule: CheckRule, rulebook: Rulebook) -> Finding:
    one, two = middle(first.quantity) or Decimal(1), middle(other.quantity) or Decimal(0)
    formula = (
        f"{other.surface} × {shares} ÷ {first.surface} = {show(two * shares / one, 4)} {other.quantity.unit}/{currency}"
    )
    message = (
        f"{about(first, rulebook)}: {quoted(first)} can equal {quoted(other)} only in {currency}"
        f" ({shares} shares each): the currency is missing"
    )
    arithmetic = Arithmetic(
        stated=f"{first.surface}, read as {first.quantity.unit}", computed=f"{show(one)} {currency}",
        difference=f"{show(abs(one - two))} if both were {other.quantity.unit}", tolerance="1% of the rate of the day", formula=formula,
    )  # fmt: skip
    return make_finding(
        rule, (first, other), message, confidence=0.8, arithmetic=arithmetic, explanation=matched((first, other))
    )
