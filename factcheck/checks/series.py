"""Changes over several periods: growth between two stated periods, and daily moves that a cumulative one adds up."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
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
    show,
    show_interval,
)
from factcheck.checks.base import before, by_sentence, make_finding, words_of
from factcheck.checks.phrases import about, matched, quoted
from factcheck.checks.relations import Triple, numbers, stem
from factcheck.types import Arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim, Extraction, Finding

Key = tuple[int, str, str, str | None, tuple[tuple[str, str], ...]]


def growth_of_periods(claims: Sequence[Claim]) -> Iterator[Triple]:
    """Year-on-year growth with the values of both years, wherever in the article they stand."""
    levels: dict[Key, dict[tuple[date, date], list[Claim]]] = defaultdict(lambda: defaultdict(list))
    changes: list[Claim] = []
    for claim in claims:
        if claim.entity is None or claim.period is None or claim.metric_open or claim.modality != "actual":
            continue
        if claim.metric.endswith("_growth"):
            if claim.quantity.unit == "%" and claim.facet("basis") == "yoy" and claim.quantity.direction:
                changes.append(claim)
        elif claim.quantity.unit != "%" and claim.quantity.change in (None, "level"):
            levels[_key(claim, claim.metric, claim.quantity.unit)][claim.period].append(claim)
    by_subject: dict[tuple[int, str, str, tuple[tuple[str, str], ...]], list[Key]] = defaultdict(list)
    for key in levels:
        by_subject[key[0], key[1], key[2], key[4]].append(key)
    for change in changes:
        if change.entity is None or change.period is None:
            continue
        for key in by_subject.get((change.section, change.entity, stem(change), _scope(change)), ()):
            level, base = _only(levels[key].get(change.period)), _only(levels[key].get(_year_before(change.period)))
            if level is not None and base is not None:
                yield Triple(base, level, change, 1 if change.quantity.direction == "up" else -1)


def _key(claim: Claim, metric: str, unit: str | None) -> Key:
    return (claim.section, claim.entity or "", metric, unit, _scope(claim))


def _scope(claim: Claim) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in claim.facets if pair[0] != "basis")


def _only(claims: Sequence[Claim] | None) -> Claim | None:
    """The one value of a period; None where the article gives several."""
    return claims[0] if claims and len({claim.quantity.value_low for claim in claims}) == 1 else None


def _year_before(period: tuple[date, date]) -> tuple[date, date]:
    return _back(period[0]), _back(period[1])


def _back(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return date(day.year - 1, 2, 28)


def cumulative_moves(extraction: Extraction, rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
    """首日升2%、次日升3%，兩日累升8%: the moves of a sentence compounded against the cumulative one that closes it."""
    for sentence in by_sentence(extraction.claims):
        moves = [claim for claim in numbers(sentence) if claim.quantity.unit == "%"]
        total = moves[-1] if len(moves) > 2 else None
        if total is None or not words_of(rule, "cumulative").search(before(total, 8)):
            continue
        if not _daily(moves[:-1], total) or not _counted(sentence, total, len(moves) - 1):
            continue
        found = _compounded(moves[:-1], total, rule, rulebook)
        if found is not None:
            yield found


def _daily(moves: Sequence[Claim], total: Claim) -> bool:
    """Whether the moves are of one subject on different days."""
    periods = {claim.period for claim in moves}
    same = all(claim.entity == total.entity and claim.family == total.family for claim in moves)
    return same and all(claim.quantity.direction for claim in (*moves, total)) and len(periods) == len(moves)


def _counted(sentence: Sequence[Claim], total: Claim, count: int) -> bool:
    """Whether the text counts as many days as it lists moves."""
    days = [c for c in sentence if c.quantity.kind == "duration" and c.start < total.start]
    return any(claim.quantity.value_low == count for claim in days)


def _compounded(moves: Sequence[Claim], total: Claim, rule: CheckRule, rulebook: Rulebook) -> Finding | None:
    factor: Interval = exactly(1)
    for move in moves:
        signed = _signed(move)
        part = divide(signed, exactly(HUNDRED)) if signed else None
        if part is None:
            return None
        factor = multiply(factor, add(exactly(1), part))
    computed, claimed = multiply(add(factor, exactly(-1)), exactly(HUNDRED)), _signed(total)
    if claimed is None or not disjoint(claimed, computed):
        return None
    listed = " and ".join(("+" if m.quantity.direction == "up" else "−") + m.surface for m in moves)
    arithmetic = Arithmetic(
        stated=total.surface,
        computed=show_interval(computed) + "%",
        difference=f"{show(gap(claimed, computed))} percentage points",
        tolerance="the rounding of every daily move",
        formula=f"{listed}, compounded",
    )
    message = f"{about(total, rulebook)}: moves of {listed} come to {show_interval(computed)}%, not {quoted(total)}"
    return make_finding(
        rule,
        (total, *moves),
        message,
        confidence=0.8,
        severity="warning",
        arithmetic=arithmetic,
        explanation=matched((total, *moves)),
    )


def _signed(claim: Claim) -> Interval | None:
    interval = generous(claim.quantity)
    return interval if interval is None or claim.quantity.direction == "up" else multiply(interval, exactly(-1))
