"""FC202: parts that the text calls complete, and that do not make the whole."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.checks.arithmetic import (
    HUNDRED,
    Interval,
    add,
    disjoint,
    exactly,
    generous,
    middle,
    negate,
    stated,
    subtract,
)
from factcheck.checks.base import after, before, between, by_sentence, make_finding, sentence_before, words_of
from factcheck.checks.phrases import about, distance, matched, quoted, span_in_words_of
from factcheck.checks.relations import FILLER, is_base, numbers, stem
from factcheck.types import Arithmetic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Claim, Extraction, Finding

CHECK = "FC202"
BASES = "FC201"
"""The check whose word lists tell an earlier value."""
MOST = 12
"""Parts looked at: longer lists are tables."""


def check(extraction: Extraction, rulebook: Rulebook) -> Iterator[Finding]:
    """Totals after a list, remainders, the two sides of a whole, and parts larger than the whole."""
    rule = rulebook.checks[CHECK]
    earlier: list[Claim] = []
    for sentence in by_sentence(extraction.claims):
        listed = [claim for claim in numbers(sentence) if claim.quantity.kind != "range" and claim.quantity.unit]
        yield from _totals(listed, rule, rulebook)
        yield from _remainders(listed, rule, rulebook)
        yield from _sides(listed, sentence_before(earlier, listed, extraction), rule, rulebook)
        yield from _larger(listed, rule, rulebook)
        earlier = listed


def _totals(listed: Sequence[Claim], rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
    """A 12億、B 8億，合計21億: no run of numbers before the total adds up to it."""
    marked = words_of(rule, "total_before", r"%s[^\d，,。；]{0,4}?" + FILLER + "$")
    for place, total in enumerate(listed):
        if place < 2 or total.quantity.unit == "%" or not marked.search(before(total, 16)):
            continue
        signed = total.quantity.direction is not None
        parts = [part for part in listed[max(0, place - MOST) : place] if _alike(part, total, signed=signed)]
        if len(parts) < 2 or words_of(rule, "overlap").search(between(parts[0], total)):
            continue
        reading, meets = (_signed, _meets_signed) if signed else (stated, _meets)
        sums = [_sum(parts[-count:], reading) for count in range(2, len(parts) + 1)]
        if not any(meets(total, one) for one in sums) and (signed or _same_size(total, sums[-1])):
            yield _finding(total, parts, sums[-1], rule, rulebook, len(between(parts[-1], total)) <= 8)


def _remainders(listed: Sequence[Claim], rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
    """約80%用於…，其餘30%: the shares before and the rest are not 100 %."""
    marked = words_of(rule, "rest", "%s.{0,2}?" + FILLER + "$")
    for place, rest in enumerate(listed):
        if rest.quantity.unit != "%" or rest.quantity.direction or not marked.search(before(rest, 20)):
            continue
        parts = [part for part in listed[max(0, place - MOST) : place] if _alike(part, rest)]
        wanted = [subtract(exactly(HUNDRED), _sum(parts[-count:], stated)) for count in range(1, len(parts) + 1)]
        if wanted and not any(_meets(rest, one) for one in wanted):
            yield _finding(rest, parts, wanted[-1], rule, rulebook, len(parts) == 1, whole="100%")


def _sides(listed: Sequence[Claim], lead: Sequence[Claim], rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
    """淨流入46億，被動流入52億、主動流出16億: the two sides of a whole, with sign, are not the whole."""
    for place in range(len(listed) - 1):
        first, second = listed[place], listed[place + 1]
        if not _alike(first, second, signed=True) or first.quantity.unit == "%" or not _complement(listed, place, rule):
            continue
        if any(is_base(claim, rulebook.checks[BASES]) for claim in (first, second)):
            continue
        candidates = [
            claim for claim in (*lead, *listed[:place]) if _alike(claim, first, signed=True) and _one_time(claim, first)
        ]
        computed = _sum((first, second), _signed)
        signs = {claim.quantity.direction for claim in (first, second)}
        if not candidates or any(_meets_signed(claim, computed) for claim in candidates):
            continue
        total = candidates[-1]
        if total.metric == first.metric or signs == {"up", "down"}:
            yield _finding(
                total, (first, second), computed, rule, rulebook, first.metric == second.metric == total.metric
            )


def _complement(listed: Sequence[Claim], place: int, rule: CheckRule) -> bool:
    """Whether the words before the two numbers, or right behind them, name the two sides of one whole."""
    first, second = listed[place], listed[place + 1]
    start = between(listed[place - 1], first) if place else before(first, 24)
    one, two = start[-24:], between(first, second)
    for pair in rule.words.get("complements", ()):
        left, right = pair.split("|")
        if (left in one and right in two) or (right in one and left in two):
            return True
        tail = after(second, 8)
        if (left in two[:8] and right in tail) or (right in two[:8] and left in tail):
            return True
    return False


def _larger(listed: Sequence[Claim], rule: CheckRule, rulebook: Rulebook) -> Iterator[Finding]:
    """營收100億，其中雲業務150億: a part is larger than its whole."""
    marked = words_of(rule, "part")
    families = rule.words.get("additive", ())
    for whole, part in pairwise(listed):
        if whole.family not in families or whole.metric != part.metric or not _alike(whole, part):
            continue
        if (
            whole.quantity.direction
            or ")" in between(whole, part)
            or not marked.search(between(whole, part))
            or words_of(rule, "net").search(before(whole, 6))
        ):
            continue
        most, least = stated(whole.quantity), generous(part.quantity)
        if most and least and most[1] is not None and least[0] is not None and least[0] > most[1]:
            message = f"{about(whole, rulebook)}: the part {quoted(part)} is larger than the whole {quoted(whole)}"
            yield make_finding(
                rule, (part, whole), message, severity="warning", confidence=0.7, explanation=matched((part, whole))
            )


def _alike(part: Claim, total: Claim, *, signed: bool = False) -> bool:
    """Whether two numbers can be added: of one unit, kind of change and family."""
    if part.quantity.unit != total.quantity.unit or part.modality != total.modality:
        return False
    if not signed and part.quantity.direction != total.quantity.direction:
        return False
    related = part.family == total.family or part.metric_open or total.metric_open or stem(part) == stem(total)
    return related and (part.quantity.change == "multiple") == (total.quantity.change == "multiple")


def _one_time(total: Claim, part: Claim) -> bool:
    """Whether no stated period of the two differs."""
    known = total.period and part.period and not (total.period_inferred or part.period_inferred)
    return not known or total.period == part.period


def _sum(parts: Sequence[Claim], reading: Callable[..., Interval | None]) -> Interval:
    result: Interval = exactly(0)
    for part in parts:
        result = add(result, reading(part if reading is _signed else part.quantity) or (None, None))
    return result


def _signed(claim: Claim) -> Interval | None:
    interval = stated(claim.quantity)
    return negate(interval) if interval and claim.quantity.direction == "down" else interval


def _meets(total: Claim, computed: Interval) -> bool:
    interval = generous(total.quantity)
    return interval is None or not disjoint(interval, computed)


def _meets_signed(total: Claim, computed: Interval) -> bool:
    interval = generous(total.quantity)
    return interval is None or not disjoint(
        negate(interval) if total.quantity.direction == "down" else interval, computed
    )


def _same_size(total: Claim, computed: Interval) -> bool:
    """Whether the total is of the order of the sum: another total (全行業共500億) is not what the parts make."""
    value, low, high = middle(total.quantity), computed[0], computed[1]
    return value is not None and low is not None and high is not None and low / 2 <= value <= high * 2


def _finding(
    total: Claim,
    parts: Sequence[Claim],
    computed: Interval,
    rule: CheckRule,
    rulebook: Rulebook,
    sure: bool,
    whole: str = "",
) -> Finding:
    groups: dict[str | None, list[str]] = defaultdict(list)
    for part in parts:
        groups[part.quantity.direction].append(part.surface)
    listed = " + ".join(groups.pop("up", []) + groups.pop(None, []))
    taken = "".join(f" − {surface}" for surface in groups.pop("down", []))
    inner = f"({listed}{taken})" if len(parts) > 1 else f"{listed}{taken}"
    formula = f"{whole} − {inner}" if whole else f"{listed}{taken}"
    formula = formula.strip()
    interval = generous(total.quantity) or (None, None)
    arithmetic = Arithmetic(
        stated=total.surface, computed=span_in_words_of(computed, total), difference=distance(interval, computed, total),
        tolerance="the rounding of every part and of the whole", formula=formula,
    )  # fmt: skip
    message = f"{about(total, rulebook)}: {formula} is {span_in_words_of(computed, total)}, not {quoted(total)}"
    return make_finding(
        rule, (total, *parts), message, severity="error" if sure else "warning", confidence=0.85 if sure else 0.6,
        arithmetic=arithmetic, explanation=matched((total, *parts)),
    )  # fmt: skip
