"""Points or money gained, with the same gain in per cent, or with the values before and after."""

from __future__ import annotations

from collections import defaultdict
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
    measured,
    multiply,
    negate,
    printed,
    show,
    show_percent,
    subtract,
)
from factcheck.checks.base import between, make_finding, words_of
from factcheck.checks.phrases import about, distance, matched, quoted, span_in_words_of
from factcheck.checks.relations import CHANGES, alike, is_added, is_base, related, same_scope
from factcheck.types import Arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim, Finding


def point_gains(listed: list[Claim], rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
    """升123點或0.5%，報26000點: points gained, the same gain in per cent, and the level reached."""
    for first, second, third in zip(listed, listed[1:], listed[2:], strict=False):
        # 升538點或2.15%，報25617點, and 報25617點，升538點或2.15%.
        delta, percent, level = (first, second, third) if second.quantity.unit == "%" else (second, third, first)
        if not _is_gain(delta, percent, level, rule):
            continue
        sign = 1 if "up" in (delta.quantity.direction, percent.quantity.direction) else -1
        computed, base = _gain(delta, level, sign)
        share = generous(percent.quantity)
        if computed is None or share is None or not disjoint(share, computed):
            continue
        message = (
            f"{about(level, rulebook)}: {quoted(delta)} to {quoted(level)} is {show_percent(computed)}, not {quoted(percent)};"
            f" the previous value would be {span_in_words_of(base, level)}"
        )
        arithmetic = Arithmetic(
            stated=percent.surface,
            computed=show_percent(computed),
            difference=f"{show(gap(share, computed))} percentage points",
            tolerance=f"{show_percent(computed)} with every rounding of the written digits",
            formula=f"{delta.surface} ÷ ({level.surface} {'−' if sign > 0 else '+'} {delta.surface})",
        )
        sure = level.entity is not None and level.entity == percent.entity == delta.entity
        yield make_finding(
            rule, (percent, delta, level), message, severity="error" if sure else "warning",
            confidence=0.9 if sure else 0.6, arithmetic=arithmetic, explanation=matched((delta, level)),
        )  # fmt: skip


def _is_gain(delta: Claim, percent: Claim, level: Claim, rule: CheckRule) -> bool:
    if percent.quantity.unit != "%" or delta.quantity.unit in (None, "%") or not _same_scale(delta, level):
        return False
    if delta.quantity.change == "level" or (delta.quantity.direction is None and percent.quantity.direction is None):
        return False
    if level.quantity.change == "delta" and level.start > delta.start:
        return False
    if {delta.quantity.direction, percent.quantity.direction} == {"up", "down"}:
        return False
    joint = between(delta, percent)
    lead = between(percent, level) if level.start > percent.start else between(level, delta)
    if len(joint) > 8 or not words_of(rule, "or_words").search(joint):
        return False
    if len(lead) > 16 or any(mark in lead for mark in "；;。由从") or " from " in lead:
        return False
    return related(delta, level) and related(percent, level) and same_scope(level, percent)


def _same_scale(delta: Claim, level: Claim) -> bool:
    """Whether the level is in the unit of the gain; an index may stand without its points (to 35,400.12)."""
    return delta.quantity.unit == level.quantity.unit or (
        delta.quantity.unit == "points" and level.quantity.unit is None
    )


def _gain(delta: Claim, level: Claim, sign: int) -> tuple[Interval | None, Interval]:
    """The gain in per cent, and the value before it."""
    gained, reached = measured(delta.quantity), measured(level.quantity)
    if gained is None or reached is None:
        return None, (None, None)
    base = subtract(reached, gained) if sign > 0 else add(reached, gained)
    ratio = divide(gained, base) if base[0] is not None and base[0] > 0 else None
    return (multiply(ratio, exactly(HUNDRED)) if ratio else None), base


def amounts_added(listed: list[Claim], lead: list[Claim], rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
    """The level may stand in the sentence before (`lead`), base and difference may not.

    750億，比上年的525億多出225億; $13.10, $4.50 less than the $18.50: two values and the amount between them.
    """
    here = listed[0].sentence_start if listed else 0
    for window in _of_one_unit([*lead, *listed]):
        found = _added(window, rule) if window[1].sentence_start == here else None
        if found is None:
            continue
        level, base, added = found
        one, two, gained = measured(level.quantity), printed(base.quantity), generous(added.quantity)
        if one is None or two is None or gained is None or not related(level, base) or not related(level, added):
            continue
        computed = subtract(one, two)
        if not disjoint(gained, computed) or not disjoint(gained, negate(computed)):
            continue
        size = computed if (computed[1] or Decimal(0)) > 0 else negate(computed)
        difference = span_in_words_of(size, added)
        message = (
            f"{about(level, rulebook)}: from {base.surface} to {quoted(level)} is {difference}, not {quoted(added)}"
        )
        yield _finding(added, level, base, message, size, gained, f"{level.surface} − {base.surface}", rule)


def _of_one_unit(listed: list[Claim]) -> Iterator[tuple[Claim, Claim, Claim]]:
    """Three amounts of one unit in a row, whatever other units stand between (2933億元，約89億美元)."""
    units: dict[str, list[Claim]] = defaultdict(list)
    for claim in listed:
        if claim.quantity.unit is not None and claim.quantity.unit not in CHANGES:
            units[claim.quantity.unit.partition("/")[0]].append(claim)
    for same in units.values():
        yield from zip(same, same[1:], same[2:], strict=False)


def _added(window: tuple[Claim, Claim, Claim], rule: CheckRule) -> tuple[Claim, Claim, Claim] | None:
    """(level, base, amount between them), where the words tell which is which."""
    first, second, third = window
    if _compared(second, third, rule) and not is_added(first, rule):
        return first, third, second
    bases = [is_base(first, rule), is_base(second, rule)]
    if sum(bases) != 1 or not is_added(third, rule) or any(is_added(claim, rule) for claim in (first, second)):
        return None
    return (second, first, third) if bases[0] else (first, second, third)


def _compared(amount: Claim, base: Claim, rule: CheckRule) -> int:
    """1 for "5% more than the 98", −1 for "less than", 0 where the two are not compared."""
    joint = between(amount, base)
    for name, sign in (("more", 1), ("less", -1)):
        if words_of(rule, name, r"^\s*%s\s*(?:the |its |about )?$").match(joint):
            return sign
    return 0


def more_than(listed: list[Claim], rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
    """1.3 million, 200% more than the 650,000: a value, a percentage and what it is compared with."""
    for level, percent, base in zip(listed, listed[1:], listed[2:], strict=False):
        sign = _compared(percent, base, rule) if percent.quantity.unit == "%" else 0
        kinds = {level.quantity.kind, base.quantity.kind} & {"percent", "money"}
        if not sign or not (alike(level, base) or not kinds) or len(between(level, percent)) > 40:
            continue
        one, two, share = measured(level.quantity), printed(base.quantity), generous(percent.quantity)
        computed = growth(one, two) if one and two else None
        if computed is None or share is None or not disjoint(share if sign > 0 else negate(share), computed):
            continue
        size = computed if sign > 0 else negate(computed)
        message = (
            f"{about(level, rulebook)}: {quoted(level)} is {show_percent(size)} {'more' if sign > 0 else 'less'} than"
            f" {base.surface}, not {quoted(percent)}"
        )
        yield _finding(percent, level, base, message, size, share, f"{level.surface} ÷ {base.surface} − 1", rule)


def _finding(
    wrong: Claim,
    level: Claim,
    base: Claim,
    message: str,
    computed: Interval,
    told: Interval,
    formula: str,
    rule: CheckRule,
) -> Finding:
    arithmetic = Arithmetic(
        stated=wrong.surface, computed=span_in_words_of(computed, wrong), difference=distance(told, computed, wrong),
        tolerance="the rounding of both", formula=formula,
    )  # fmt: skip
    return make_finding(
        rule, (wrong, level, base), message, severity="warning", confidence=0.7, arithmetic=arithmetic,
        explanation=matched((level, base)),
    )  # fmt: skip
