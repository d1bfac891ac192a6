"""Numbers of one sentence that determine each other: an earlier value, a later one and the change between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.checks.base import after, before, between, by_sentence, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim

MONEY = re.compile("[A-Z]{3}")
HAN_YUAN = ("CNY", "HKD", "TWD", "MOP")
"""Currencies that their own markets print as a bare 元."""
FILLER = r"[的為为是僅仅只有約约近逾超報报之:,，~ ]{0,4}"
"""What may stand between a base word and its number."""
DATED = r"(?:(?:a |the |its )?[0-9一二三四上下半全第年月日季度底末的同期财]{0,10}(?:'s )?)"
"""A date between a base word and its number: 由2023年的65萬."""
BASE_LISTS = ("base_before", "base_year", "base_other")
NEAR = 10
"""Code points from a change to the percentages that it lies between: "the richest 1% went from 44% to 48%" is no change."""
PAIRED = (
    {"share_price", "share_move"},
    {"index_level", "index_move"},
    {"price", "share_move"},
    {"bond_terms", "share_price"},
)
LONGER = frozenset(("qoq", "mom", "wow"))
CHANGES = ("%", "pp", "x")
OTHER = frozenset(("ytd", "cagr", "annualised", "cumulative", "since_listing"))


@dataclass(frozen=True, slots=True)
class Triple:
    """Base, level and the change that the text gives for them."""

    base: Claim
    level: Claim
    change: Claim
    sign: int
    """1 for a rise or premium, −1 for a fall or discount, 0 where the text does not say."""
    premium: bool = False

    @property
    def sure(self) -> bool:
        """Whether the three are certainly about one thing: one known subject, and one metric of base and level."""
        entity = self.level.entity
        if entity is None or self.change.entity != entity or self.base.entity != entity:
            return False
        one = stem(self.change) == stem(self.level) or self.change.family == self.level.family
        return self.premium or (self.base.metric == self.level.metric and one)


def stem(claim: Claim) -> str:
    """The metric without its derived aspect: revenue for revenue_growth."""
    return claim.metric.removesuffix("_growth").removesuffix("_change").removesuffix("_share")


def related(first: Claim, second: Claim) -> bool:
    """Whether two claims may speak of one thing: no subject or closed metric says otherwise."""
    if first.entity and second.entity and first.entity != second.entity:
        return False
    if stem(first) == stem(second) or first.metric_open or second.metric_open:
        return True
    return first.family == second.family == "other" or any({first.family, second.family} <= pair for pair in PAIRED)


def _apposed(level: Claim, change: Claim, rule: CheckRule) -> bool:
    """Whether the change hangs on the level by a comma alone, whatever it was read as: to 70% in 2024, a drop of 15%."""
    if level.entity != change.entity or level.end > change.start:
        return False
    return bool(words_of(rule, "apposed", r"^[^,，]{0,12}[,，]\s*%s" + FILLER + "$").match(between(level, change)))


def _one_metric(first: Claim, second: Claim) -> bool:
    """Whether two values can be one metric's: a share and a growth of the same thing cannot."""
    return related(first, second) and (first.metric == second.metric or first.metric_open or second.metric_open)


def numbers(sentence: Sequence[Claim]) -> list[Claim]:
    """The claims of a sentence that can take part: one reading a number, and neither ranks nor durations."""
    spans: dict[int, list[Claim]] = {}
    for claim in sentence:
        if claim.family not in ("rank", "duration") and claim.quantity.kind not in (
            "rank",
            "duration",
            "date",
            "period",
        ):
            spans.setdefault(claim.start, []).append(claim)
    # A number shared out to several subjects belongs to no triple, but still parts its neighbours.
    return [readings[0] for readings in spans.values()]


def triples(claims: Sequence[Claim], rule: CheckRule) -> Iterator[Triple]:
    """Every base, level and change that stand side by side in one sentence, in whatever order."""
    for sentence in by_sentence(claims):
        listed = numbers(sentence)
        yield from _windows(listed, _premium, rule)
        # An amount added (比去年的525億多出225億，增幅43%) parts neither the values nor their change.
        values = [claim for claim in listed if claim.quantity.unit in CHANGES or not is_added(claim, rule)]
        yield from _windows(values, _change, rule)


def mixed_triples(claims: Sequence[Claim], rule: CheckRule) -> Iterator[Triple]:
    """The same where base and level are printed in two currencies."""
    for sentence in by_sentence(claims):
        listed = numbers(sentence)
        yield from _windows(listed, _premium, rule, two_currencies)
        yield from _windows(listed, _change, rule, two_currencies)


def _windows(
    listed: Sequence[Claim],
    reading: Callable[[Claim, Claim, Claim, CheckRule], Triple | None],
    rule: CheckRule,
    fitting: Callable[[Claim, Claim], bool] | None = None,
) -> Iterator[Triple]:
    for window in zip(listed, listed[1:], listed[2:], strict=False):
        for place in (2, 1, 0):
            change = window[place]
            first, second = [claim for index, claim in enumerate(window) if index != place]
            if not (fitting or alike)(first, second) or not _is_change(change):
                continue
            found = reading(first, second, change, rule)
            if found is not None:
                if not _parted(window, rule):
                    yield found
                break


def alike(first: Claim, second: Claim) -> bool:
    """Whether two values are of one unit; a price a share or a barrel is of its currency, a bare 元 that of its neighbour."""
    one, two = ((claim.quantity.unit or "").partition("/")[0] for claim in (first, second))
    if not one or not two:
        return False
    bare = first.quantity.unit_inferred != second.quantity.unit_inferred
    return one == two or (bare and one in HAN_YUAN and two in HAN_YUAN)


def two_currencies(first: Claim, second: Claim) -> bool:
    """Whether two amounts are printed in two currencies, both stated."""
    one, two = ((claim.quantity.unit or "").partition("/")[0] for claim in (first, second))
    money = first.quantity.kind == second.quantity.kind == "money" or bool(
        MONEY.fullmatch(one) and MONEY.fullmatch(two)
    )
    return money and one != two and not (first.quantity.unit_inferred or second.quantity.unit_inferred)


def _is_change(claim: Claim) -> bool:
    return claim.quantity.unit in CHANGES and claim.quantity.kind != "range"


def _parted(window: tuple[Claim, Claim, Claim], rule: CheckRule) -> bool:
    """Whether a semicolon or the name of another base stands between the three."""
    gap = between(window[0], window[1]) + "|" + between(window[1], window[2])
    return any(mark in gap for mark in "；;。") or bool(words_of(rule, "other_base").search(gap + after(window[2], 12)))


def _premium(first: Claim, second: Claim, change: Claim, rule: CheckRule) -> Triple | None:
    near = before(change, 8) + "|" + after(change, 10)
    sign = 1 if words_of(rule, "premium").search(near) else -1 if words_of(rule, "discount").search(near) else 0
    if not sign or change.quantity.unit != "%":
        return None
    lead = between(first, second) if change.start > second.start else between(change, second)
    if not words_of(rule, "over").search(lead):
        return None
    if first.entity and second.entity and first.entity != second.entity:
        return None
    return Triple(second, first, change, sign, premium=True)


def _change(first: Claim, second: Claim, change: Claim, rule: CheckRule) -> Triple | None:
    quantity = change.quantity
    plain = quantity.direction is None and quantity.change != "delta" and quantity.unit != "pp"
    if plain or _reached(change, rule):
        return None
    base = _base(first, second, rule)
    if base is None or (
        first.quantity.unit == "%" and change.start < first.start and len(between(change, first)) > NEAR
    ):
        return None
    level = second if base is first else first
    if (
        not _one_metric(level, base)
        or not (related(level, change) or _apposed(level, change, rule))
        or _basis_differs(base, change, rule)
    ):
        return None
    if _is_loss(base, rule) != _is_loss(level, rule) or not same_scope(level, change):
        return None
    return Triple(base, level, change, {"up": 1, "down": -1, None: 0}[change.quantity.direction])


def _reached(change: Claim, rule: CheckRule) -> bool:
    """Whether the percentage is the level that a change led to: 由2.3%上調至2.45%."""
    return change.quantity.unit != "x" and bool(
        words_of(rule, "reached", "%s" + FILLER + "$").search(before(change, 12))
    )


def _base(first: Claim, second: Claim, rule: CheckRule) -> Claim | None:
    """Which of two values is the earlier: the one that a base word marks, if exactly one is marked."""
    marked = [claim for claim in (first, second) if is_base(claim, rule)]
    return marked[0] if len(marked) == 1 else None


def is_base(claim: Claim, rule: CheckRule) -> bool:
    """Whether a word beside the number makes it an earlier value: 去年同期2.73億, from 98, 98 a year earlier."""
    lead, tail = before(claim, 24), after(claim, 28)
    if any(words_of(rule, name, "%s" + DATED + FILLER + "$").search(lead) for name in BASE_LISTS):
        return True
    return bool(words_of(rule, "base_after", r"^[ ,(]{0,2}(?:for |in )?(?:the )?%s").match(tail))


def is_added(claim: Claim, rule: CheckRule) -> bool:
    """Whether an amount is what was added or lost, not what there is: 多出225億, an increase of $3 million."""
    if is_base(claim, rule):
        return False
    if claim.quantity.change == "delta":
        return True
    return bool(words_of(rule, "added", "%s" + FILLER + "$").search(before(claim, 20)))


def _basis_differs(base: Claim, change: Claim, rule: CheckRule) -> bool:
    """Whether the change is measured on another basis than the base printed beside it: 去年同期 beside 環比."""
    basis = change.facet("basis")
    if basis in OTHER:
        return True
    near = before(base, 12)
    return (basis in LONGER and bool(words_of(rule, "base_year").search(near))) or (
        basis == "yoy" and bool(words_of(rule, "base_other").search(near))
    )


def _is_loss(claim: Claim, rule: CheckRule) -> bool:
    return bool(words_of(rule, "loss").search(before(claim, 8)))


def same_scope(first: Claim, second: Claim) -> bool:
    """Whether no facet that both state differs; the basis aside, which only changes have."""
    stated = dict(second.facets)
    return all(stated.get(name, value) == value for name, value in first.facets if name != "basis")
