"""A day's percentage move with the price it led to, and the close of the day before from elsewhere in the article."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.checks.base import before, between, by_sentence, words_of
from factcheck.checks.relations import FILLER, Triple, numbers, same_scope

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim

PRICES = frozenset(("share_price", "index_level", "price"))
MOVES = frozenset(("share_move", "index_move"))
REACH = 10
"""Code points between a move and the price that it led to (升5.93%收報151.8元)."""


def move_and_closes(claims: Sequence[Claim], rule: CheckRule) -> Iterator[Triple]:
    """Previous close, price and one-day move of one security, wherever the previous close stands."""
    previous = _previous_closes(claims, rule)
    if not previous:
        return
    for sentence in by_sentence(claims):
        listed = numbers(sentence)
        for move, price in pairwise(listed):
            if not _led_to(move, price):
                continue
            base = _one(previous.get((price.entity, price.quantity.unit), ()), price)
            if base is not None:
                yield Triple(base, price, move, 1 if move.quantity.direction == "up" else -1, premium=True)


def _previous_closes(claims: Sequence[Claim], rule: CheckRule) -> dict[tuple[str | None, str | None], list[Claim]]:
    found: dict[tuple[str | None, str | None], list[Claim]] = defaultdict(list)
    pattern = words_of(rule, "previous_close", "%s" + FILLER + "$")
    for claim in claims:
        if claim.entity and claim.family in PRICES and pattern.search(before(claim, 20)):
            found[claim.entity, claim.quantity.unit].append(claim)
    return found


def _led_to(move: Claim, price: Claim) -> bool:
    if move.family not in MOVES or price.family not in PRICES or move.entity != price.entity or price.entity is None:
        return False
    if move.quantity.unit != "%" or move.quantity.direction is None or move.facet("basis") is not None:
        return False
    if move.period != price.period or move.modality != "actual" or price.quantity.change == "delta":
        return False
    return len(between(move, price)) <= REACH and same_scope(price, move)


def _one(closes: Sequence[Claim], price: Claim) -> Claim | None:
    """The previous close that belongs to the price: of the same share class, the day before, and the only one."""
    fitting = [
        claim
        for claim in closes
        if claim.section == price.section
        and claim.start != price.start
        and claim.facet("share_class") == price.facet("share_class")
        and (claim.period is None or price.period is None or 1 <= (price.period[0] - claim.period[1]).days <= 4)
    ]
    return fitting[0] if len({claim.quantity.value_low for claim in fitting}) == 1 else None
