"""Points or money gained, with the same gain in per cent, or with the values before and after."""

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
    multiply,
    negate,
    show,
    show_interval,
    show_percent,
    stated,
    subtract,
)
from factcheck.checks.base import between, make_finding, words_of
from factcheck.checks.phrases import about, matched, quoted
from factcheck.checks.relations import CHANGES, is_added, is_base, related, same_scope
from factcheck.types import Arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim, Finding


def point_gains(listed: list[Claim], rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
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
            f"{about(level, rulebook)}: {quoted(delta)} to {quoted(level)} is {show_percent(computed)}, not {quoted(percent)};"
            f" the previous value would be {show_interval(base)}"
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


def amounts_added(listed: list[Claim], rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
    """750億，比上年的525億多出225億: two values and the amount between them."""
    for first, second, added in zip(listed, listed[1:], listed[2:], strict=False):
        if len({claim.quantity.unit for claim in (first, second, added)}) != 1 or added.quantity.unit in (
            None,
            *CHANGES,
        ):
            continue
        bases = [is_base(claim, rule) for claim in (first, second)]
        if sum(bases) != 1 or not is_added(added, rule) or any(is_added(claim, rule) for claim in (first, second)):
            continue
        level, base = (second, first) if bases[0] else (first, second)
        one, two, between_them = stated(level.quantity), stated(base.quantity), generous(added.quantity)
        if one is None or two is None or between_them is None or not related(level, base) or not related(level, added):
            continue
        computed = subtract(one, two)
        if disjoint(between_them, computed) and disjoint(between_them, negate(computed)):
            size = computed if (computed[1] or Decimal(0)) > 0 else negate(computed)
            message = (
                f"{about(level, rulebook)}: from {quoted(base)} to {quoted(level)} is {show_interval(size)},"
                f" not {quoted(added)}"
            )
            arithmetic = Arithmetic(
                stated=added.surface, computed=show_interval(size), difference=show(gap(between_them, size)),
                tolerance="the rounding of both", formula=f"{level.surface} − {base.surface}",
            )  # fmt: skip
            yield make_finding(
                rule, (added, level, base), message, severity="warning", confidence=0.7, arithmetic=arithmetic,
                explanation=matched((level, base)),
            )  # fmt: skip
