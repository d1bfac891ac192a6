"""FC201: a percentage change, premium or point gain that the article's own numbers contradict."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.checks.arithmetic import (
    HUNDRED,
    Interval,
    add,
    disjoint,
    exactly,
    gap,
    generous,
    growth,
    measured,
    middle,
    multiply,
    negate,
    show,
    show_percent,
    stated,
    stretch,
    subtract,
)
from factcheck.checks.base import before, by_sentence, make_finding, sentence_before, words_of
from factcheck.checks.closes import move_and_closes
from factcheck.checks.gains import amounts_added, more_than, point_gains
from factcheck.checks.phrases import about, matched, quoted
from factcheck.checks.relations import FILLER, Triple, numbers, triples
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
        if triple.change.start in seen or _counts_points(triple, rule):
            continue
        found = _judge(triple, rule, rulebook)
        if found is not None:
            seen.add(triple.change.start)
            yield found
    earlier: list[Claim] = []
    for sentence in by_sentence(extraction.claims):
        listed = numbers(sentence)
        yield from point_gains(listed, rule, rulebook)
        yield from amounts_added(listed, sentence_before(earlier, listed, extraction), rule, rulebook)
        yield from more_than(listed, rule, rulebook)
        earlier = listed
    yield from cumulative_moves(extraction, rule, rulebook)


def _all_triples(extraction: Extraction, rule: CheckRule) -> Iterator[Triple]:
    yield from triples(extraction.claims, rule)
    yield from move_and_closes(extraction.claims, rule)
    yield from growth_of_periods(extraction.claims)


def _judge(triple: Triple, rule: CheckRule, rulebook: Rulebook) -> Finding | None:
    level, base = measured(triple.level.quantity), measured(triple.base.quantity)
    readings = _readings(triple, rule)
    computed = growth(level, base) if level and base else None
    if computed is None or not readings or not all(disjoint(reading, computed) for reading in readings):
        return None
    likely = _likely(triple) or show_percent(computed)
    kind = "premium" if triple.premium else "change"
    message = (
        f"{about(triple.level, rulebook)}: a {kind} of {_signed(triple)} does not lead from {quoted(triple.base)} to"
        f" {quoted(triple.level)}; the two amounts make it {likely}"
    )
    arithmetic = Arithmetic(
        stated=triple.change.surface,
        computed=likely,
        difference=f"{show(min(gap(reading, computed) for reading in readings))} percentage points",
        tolerance=f"{show_percent(computed)} with every rounding of the written digits",
        formula=f"{triple.level.surface} ÷ {triple.base.surface} − 1 = {likely}",
    )
    sure = triple.sure and triple.change.quantity.unit == "%"
    return make_finding(
        rule, (triple.change, triple.level, triple.base), message, severity="error" if sure else "warning",
        confidence=0.9 if sure else 0.6, arithmetic=arithmetic, explanation=matched((triple.level, triple.base)),
    )  # fmt: skip


def _readings(triple: Triple, rule: CheckRule) -> list[Interval]:
    """The percentage changes that the change may state, with sign.

    增長3倍 is three times more; elsewhere a multiple may be three times more or three times as much.
    """
    coarse = triple.change.quantity.unit == "x"
    interval = measured(triple.change.quantity) if coarse else generous(triple.change.quantity)
    if interval is None:
        return []
    if coarse:
        percent = multiply(stretch(interval, COARSE), exactly(HUNDRED))
        strict = words_of(rule, "by_times", "%s" + FILLER + "$").search(before(triple.change, 8))
        return [percent] if strict else [percent, add(percent, exactly(-HUNDRED))]
    if triple.change.quantity.unit != "%":
        return []
    if triple.sign == 0:
        return [interval, negate(interval)]
    return [interval if triple.sign > 0 else negate(interval)]


def _likely(triple: Triple) -> str | None:
    """The change that the two values give as printed: what the text would have to say."""
    level, base = middle(triple.level.quantity), middle(triple.base.quantity)
    return f"{show((level / base - 1) * HUNDRED)}%" if level is not None and base else None


def _counts_points(triple: Triple, rule: CheckRule) -> bool:
    """Whether two percentages lie as far apart as the change says: percentage points, which are FC211's."""
    level, base = stated(triple.level.quantity), stated(triple.base.quantity)
    if triple.level.quantity.unit != "%" or level is None or base is None:
        return False
    difference = subtract(level, base)
    return any(not disjoint(reading, difference) for reading in _readings(triple, rule))


def _signed(triple: Triple) -> str:
    return {1: "+", -1: "−", 0: ""}[triple.sign] + triple.change.surface
