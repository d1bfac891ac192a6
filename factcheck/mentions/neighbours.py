"""What two quantities side by side say together: two bounds of one range, a hedge that holds for a list."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.mentions.hedges import hedge_after, hedge_before
from factcheck.mentions.intervals import interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.mentions.amounts import Reading
    from factcheck.types import Quantity

FURTHEST = 40
LOWER = frozenset(("over", "at_least"))
UPPER = frozenset(("under", "at_most"))
BOTH = re.compile(r"[,，、]? *(?:and|but|且|并且|而且|同时|但|又)? *")
MOVING = re.compile(r"[升跌涨降增减破穿]|失守|站|surpass|topp|broke|breach|exceeded")
SUSPENDED = re.compile(r"-(?:, |,? (?:or|and|to) )| or | of (?:the|its|their|those|these) ")
LIST = re.compile(r" ?(?:、|和|及|与|以及|, and|and) ?")


def join_neighbours(reading: Reading, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities, two bounds made one range (1000以上、1500以下), a hedge spread over its list (逾3億和5億)."""
    done: list[Quantity] = []
    for quantity in found:
        before = done[-1] if done else None
        if before is not None and before.hedge != "exact" and quantity.start - before.end <= FURTHEST:
            joined = _bounds(reading, before, quantity)
            if joined is not None:
                done[-1] = joined
                continue
            quantity = _hedged_alike(reading, before, quantity)
        done.append(quantity)
        if before is not None and before.unit is None and quantity.unit is not None:
            _share_unit(reading, done)
    return done


def _share_unit(reading: Reading, done: list[Quantity]) -> None:
    """Gives the last quantity's unit to those before it that leave it out: "7- or 8-inch", "3 of its 5 plants"."""
    last = done[-1]
    for index in range(len(done) - 2, -1, -1):
        first = done[index]
        if first.unit is not None or first.kind != "number":
            return
        if last.kind == "rank" or not SUSPENDED.fullmatch(reading.folded, first.end, done[index + 1].start):
            return
        done[index] = replace(first, kind=last.kind, unit=last.unit, unit_inferred=last.unit_inferred, noun=last.noun)


def _bounds(reading: Reading, first: Quantity, second: Quantity) -> Quantity | None:
    """ "more than 10 and less than 20" as one range; None where the two bounds are no stretch of one unit."""
    if {first.hedge in LOWER, second.hedge in LOWER} != {True, False}:
        return None
    low, high = (first, second) if first.hedge in LOWER else (second, first)
    least, most = low.value_low, high.value_high
    if high.hedge not in UPPER or least is None or most is None or least >= most or not _alike(first, second):
        return None
    if not BOTH.fullmatch(_between(reading, first, second)) or _moves(reading, first) or _moves(reading, second):
        return None
    kind = "range" if second.kind == "number" else second.kind
    return replace(
        second, start=first.start, surface=reading.text[first.start : second.end], kind=kind, value_low=least,
        value_high=most, unit=second.unit or first.unit, hedge="exact", interval_low=least, interval_high=most, rule="range:bounds",
    )  # fmt: skip


def _between(reading: Reading, first: Quantity, second: Quantity) -> str:
    """The text between two quantities without the hedges of both."""
    after = hedge_after(reading.folded, first.end, reading.scan.tables)
    before = hedge_before(reading.folded, second.start, reading.scan.tables)
    start = after[0] if after and after[1] == first.hedge else first.end
    end = before[0] if before and before[1] == second.hedge else second.start
    return reading.folded[start:end] if start <= end else "\0"


def _moves(reading: Reading, quantity: Quantity) -> bool:
    """Whether the hedge tells of a move (跌超5000美元, 跌破12萬美元), which bounds nothing."""
    before = hedge_before(reading.folded, quantity.start, reading.scan.tables)
    if before is None:
        return False
    return bool(MOVING.search(reading.folded, max(0, before[0] - 1), quantity.start))


def _alike(first: Quantity, second: Quantity) -> bool:
    """Whether both are in one unit, or only the second names it."""
    if first.kind in ("rank", "duration") or second.kind == "rank":
        return False
    return first.unit == second.unit or (first.unit is None and first.kind == "number")


def _hedged_alike(reading: Reading, first: Quantity, second: Quantity) -> Quantity:
    """The second quantity of a list, under the hedge that stands before the first."""
    least, most = second.value_low, second.value_high
    if second.hedge != "exact" or least is None or most is None or second.unit != first.unit:
        return second
    if first.kind == "rank" or not LIST.fullmatch(reading.folded, first.end, second.start):
        return second
    before = hedge_before(reading.folded, first.start, reading.scan.tables)
    if before is None or before[1] != first.hedge:
        return second
    half = most - most if second.interval_high is None else second.interval_high - most
    low, high = interval(least, most, half, first.hedge, exact=False)
    return replace(second, hedge=first.hedge, interval_low=low, interval_high=high)
