"""FC201: a percentage change, premium or point gain that the article's own numbers contradict."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.checks.arithmetic import (
    HUNDRED,
    Interval,
    add,
    disjoint,
    divide,
    exactly,
    gap,
    generous,
    growth,
    middle,
    multiply,
    negate,
    show,
    show_interval,
    stated,
    stretch,
    subtract,
)
from factcheck.checks.base import between, by_sentence, make_finding, words_of
from factcheck.checks.closes import move_and_closes
from factcheck.checks.phrases import about, matched, quoted
from factcheck.checks.relations import Triple, numbers, related, same_scope, triples
from factcheck.checks.series import cumulative_moves, growth_of_periods
from factcheck.types import Arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim, Extraction, Finding

CHECK = "FC201"
COARSE = Decimal("0.1")
"""Multiples are told roughly: 翻兩番 of 4.1 times."""


def check(extraction: Extraction, rulebook: Rulebook) -> Iterator[Finding]:
    """Triples of one sentence first, then gains in points and per cent, moves with both closes, and whole series."""
    rule = rulebook.checks[CHECK]
    seen: set[int] = set()
    for triple in _all_triples(extraction, rule):
        if triple.change.start in seen or _counts_points(triple):
            continue
        found = _judge(triple, rule, rulebook)
        if found is not None:
            seen.add(triple.change.start)
            yield found
    for sentence in by_sentence(extraction.claims):
        yield from _gains(numbers(sentence), rule, rulebook)
    yield from cumulative_moves(extraction, rule, rulebook)


def _all_triples(extraction: Extraction, rule: CheckRule) -> Iterator[Triple]:
    yield from triples(extraction.claims, rule)
    yield from move_and_closes(extraction.claims, rule)
    yield from growth_of_periods(extraction.claims)


def _judge(triple: Triple, rule: CheckRule, rulebook: Rulebook) -> Finding | None:
    level, base = stated(triple.level.quantity), stated(triple.base.quantity)
    readings = _readings(triple)
    computed = growth(level, base) if level and base else None
    if computed is None or not readings or not all(disjoint(reading, computed) for reading in readings):
        return None
    likely = _likely(triple) or _percent(computed)
    kind = "premium" if triple.premium else "change"
    message = (
        f"{about(triple.level, rulebook)}: a {kind} of {_signed(triple)} does not lead from {quoted(triple.base)} to"
        f" {quoted(triple.level)}; the two amounts make it {likely}"
    )
    arithmetic = Arithmetic(
        stated=triple.change.surface,
        computed=likely,
        difference=f"{show(min(gap(reading, computed) for reading in readings))} percentage points",
        tolerance=f"{_percent(computed)} with every rounding of the written digits",
        formula=f"{triple.level.surface} ÷ {triple.base.surface} − 1 = {likely}",
    )
    sure = triple.sure and triple.change.quantity.unit == "%"
    return make_finding(
        rule, (triple.change, triple.level, triple.base), message, severity="error" if sure else "warning",
        confidence=0.9 if sure else 0.6, arithmetic=arithmetic, explanation=matched((triple.level, triple.base)),
    )  # fmt: skip


def _readings(triple: Triple) -> list[Interval]:
    """The percentage changes that the change may state, with sign; 增長3倍 is read as 3 times more and as 3 times as much."""
    interval = generous(triple.change.quantity)
    if interval is None:
        return []
    if triple.change.quantity.unit == "x":
        percent = multiply(stretch(interval, COARSE), exactly(HUNDRED))
        return [percent, add(percent, exactly(-HUNDRED))]
    if triple.change.quantity.unit != "%":
        return []
    if triple.sign == 0:
        return [interval, negate(interval)]
    return [interval if triple.sign > 0 else negate(interval)]


def _gains(listed: list[Claim], rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
    """升123點或0.5%，報26000點: points gained, the same gain in per cent, and the level reached."""
    for delta, percent, level in zip(listed, listed[1:], listed[2:], strict=False):
        if not _is_gain(delta, percent, level, rule):
            continue
        sign = 1 if "up" in (delta.quantity.direction, percent.quantity.direction) else -1
        computed, base = _gain(delta, level, sign)
        share = generous(percent.quantity)
        if computed is None or share is None or not disjoint(share, computed):
            continue
        message = (
            f"{about(level, rulebook)}: {quoted(delta)} to {quoted(level)} is {_percent(computed)}, not {quoted(percent)};"
            f" the previous value would be {show_interval(base)}"
        )
        arithmetic = Arithmetic(
            stated=percent.surface,
            computed=_percent(computed),
            difference=f"{show(gap(share, computed))} percentage points",
            tolerance=f"{_percent(computed)} with every rounding of the written digits",
            formula=f"{delta.surface} ÷ ({level.surface} {'−' if sign > 0 else '+'} {delta.surface})",
        )
        sure = level.entity is not None and level.entity == percent.entity == delta.entity
        yield make_finding(
            rule, (percent, delta, level), message, severity="error" if sure else "warning",
            confidence=0.9 if sure else 0.6, arithmetic=arithmetic, explanation=matched((delta, level)),
        )  # fmt: skip


def _is_gain(delta: Claim, percent: Claim, level: Claim, rule: CheckRule) -> bool:
    if percent.quantity.unit != "%" or delta.quantity.unit != level.quantity.unit or delta.quantity.unit in (None, "%"):
        return False
    if delta.quantity.change == "level" or (delta.quantity.direction is None and percent.quantity.direction is None):
        return False
    if level.quantity.change == "delta" or {delta.quantity.direction, percent.quantity.direction} == {"up", "down"}:
        return False
    joint, lead = between(delta, percent), between(percent, level)
    if len(joint) > 8 or not words_of(rule, "or_words").search(joint):
        return False
    if len(lead) > 16 or any(mark in lead for mark in "；;。由从") or " from " in lead:
        return False
    return related(delta, level) and related(percent, level) and same_scope(level, percent)


def _gain(delta: Claim, level: Claim, sign: int) -> tuple[Interval | None, Interval]:
    """The gain in per cent, and the value before it."""
    gained, reached = stated(delta.quantity), stated(level.quantity)
    if gained is None or reached is None:
        return None, (None, None)
    base = subtract(reached, gained) if sign > 0 else add(reached, gained)
    ratio = divide(gained, base) if base[0] is not None and base[0] > 0 else None
    return (multiply(ratio, exactly(HUNDRED)) if ratio else None), base


def _likely(triple: Triple) -> str | None:
    """The change that the two values give as printed: what the text would have to say."""
    level, base = middle(triple.level.quantity), middle(triple.base.quantity)
    return f"{show((level / base - 1) * HUNDRED)}%" if level is not None and base else None


def _counts_points(triple: Triple) -> bool:
    """Whether two percentages lie as far apart as the change says: percentage points, which are FC211's."""
    level, base = stated(triple.level.quantity), stated(triple.base.quantity)
    if triple.level.quantity.unit != "%" or level is None or base is None:
        return False
    difference = subtract(level, base)
    return any(not disjoint(reading, difference) for reading in _readings(triple))


def _signed(triple: Triple) -> str:
    return {1: "+", -1: "−", 0: ""}[triple.sign] + triple.change.surface


def _percent(interval: Interval) -> str:
    ends = [end for end in interval if end is not None]
    places = 2 if ends and max(map(abs, ends)) < Decimal(20) else 1
    return show_interval(interval, places) + "%"
