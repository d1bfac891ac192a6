"""FC203: price × count ≠ amount, "A is N times B" that is not, and conversions at an impossible rate."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.checks.arithmetic import (
    Interval,
    disjoint,
    generous,
    measured,
    middle,
    multiply,
    show,
    stretch,
)
from factcheck.checks.base import after, before, by_sentence, make_finding, sentence_before, words_of
from factcheck.checks.exchange import described, wrong_conversions
from factcheck.checks.phrases import about, distance, in_words_of, matched, quoted, span_in_words_of
from factcheck.checks.ratios import wrong_ratios
from factcheck.checks.relations import FILLER, numbers
from factcheck.types import Arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim, Extraction, Finding

CHECK = "FC203"
FEES = Decimal("0.02")
"""What commissions and rounding of a price by its traders may take from a product."""


def check(extraction: Extraction, rulebook: Rulebook) -> Iterator[Finding]:
    """Products, ratios and conversions, sentence by sentence."""
    rule = rulebook.checks[CHECK]
    earlier: list[Claim] = []
    for sentence in by_sentence(extraction.claims):
        listed = numbers(sentence)
        if len(listed) > 1:
            yield from _products(listed, rule, rulebook)
            yield from _ratios(listed, sentence_before(earlier, listed, extraction), rule, rulebook)
            yield from _conversions(listed, rule, rulebook)
        earlier = listed


def _products(listed: Sequence[Claim], rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
    """The one count, unit price and amount of a sentence."""
    if words_of(rule, "net").search(before(listed[-1], 400)):
        return
    prices = [claim for claim in listed if _is_price(claim, rule)]
    counts = [claim for claim in listed if _is_count(claim)]
    if len(prices) != 1 or len(counts) != 1:
        return
    (price,), (count,) = prices, counts
    per = (price.quantity.unit or "").partition("/")[2]
    if per and per != (count.quantity.unit or "").removeprefix("count:"):
        return
    currency = (price.quantity.unit or "").partition("/")[0]
    amounts = [
        claim for claim in listed if claim.quantity.unit == currency and claim is not price and _is_amount(claim, rule)
    ]
    if len(amounts) != 1:
        return
    amount, one, many = amounts[0], measured(price.quantity), measured(count.quantity)
    if one is None or many is None:
        return
    computed = stretch(multiply(one, many), FEES)
    interval = generous(amount.quantity)
    if interval is not None and disjoint(interval, computed):
        value = _times(price, count)
        product = in_words_of(value, amount)
        message = (
            f"{about(amount, rulebook)}: {quoted(count)} at {quoted(price)} come to {product}, not {quoted(amount)}"
        )
        formula = f"{count.surface} × {price.surface} = {product}"
        sure = amount.entity is not None and amount.entity == price.entity
        severity = "error" if sure else "warning"
        yield _finding((amount, count, price), message, formula, value, computed, rule, severity=severity)


def _is_price(claim: Claim, rule: CheckRule) -> bool:
    unit = claim.quantity.unit or ""
    if claim.quantity.kind != "money" and not re.match("[A-Z]{3}/", unit):
        return False
    near = words_of(rule, "each", "%s.{0,4}?" + FILLER + "$").search(before(claim, 16))
    return "/" in unit or bool(near) or bool(words_of(rule, "each_after", r"^[ ,]{0,2}%s").match(after(claim, 16)))


def _is_count(claim: Claim) -> bool:
    unit = claim.quantity.unit or ""
    counted = unit.startswith("count:") or unit in ("shares", "barrel", "oz", "ounce", "tonne")
    return counted and claim.quantity.kind != "range"


def _is_amount(claim: Claim, rule: CheckRule) -> bool:
    near = words_of(rule, "amount", r"%s[^\d，,。；]{0,8}?$").search(before(claim, 28))
    return bool(near) and claim.quantity.change in (None, "level")


def _ratios(listed: Sequence[Claim], lead: Sequence[Claim], rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
    for factor, value, base, computed, printed in wrong_ratios(listed, lead, rule):
        mark = "% of" if factor.quantity.unit == "%" else " times"
        message = (
            f"{about(value, rulebook)}: {quoted(value)} is {show(printed)}{mark} {quoted(base)}, not {quoted(factor)}"
        )
        formula = f"{value.surface} ÷ {base.surface} = {show(printed)}{mark.removesuffix(' of')}"
        yield _finding((factor, value, base), message, formula, printed, computed, rule)


def _conversions(listed: Sequence[Claim], rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
    for first, second, computed, far in wrong_conversions(listed, rule, rulebook):
        value, formula = described(first, second, computed)
        message = (
            f"{about(first, rulebook)}: {quoted(first)} is about {in_words_of(value, second)}, not {quoted(second)}"
        )
        yield _finding((second, first), message, formula, value, computed, rule, severity="error" if far else "warning")


def _times(price: Claim, count: Claim) -> Decimal | None:
    one, many = middle(price.quantity), middle(count.quantity)
    return None if one is None or many is None else one * many


def _finding(
    claims: Sequence[Claim],
    message: str,
    formula: str,
    value: Decimal | None,
    computed: Interval,
    rule: CheckRule,
    severity: str = "",
) -> Finding:
    first = claims[0]
    sure = severity == "error" or (
        not severity and first.entity is not None and len({claim.entity for claim in claims}) == 1
    )
    arithmetic = Arithmetic(
        stated=first.surface, computed=in_words_of(value, first),
        difference=distance(generous(first.quantity) or computed, computed, first),
        tolerance=f"{span_in_words_of(computed, first)} with the rounding of both", formula=formula,
    )  # fmt: skip
    return make_finding(
        rule, claims, message, severity="error" if sure else "warning", confidence=0.85 if sure else 0.6,
        arithmetic=arithmetic, explanation=matched(claims),
    )  # fmt: skip
