"""FC211: percent where percentage points are meant, the reverse, and percentage points that two percentages contradict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks.arithmetic import (
    HUNDRED,
    Interval,
    disjoint,
    gap,
    generous,
    growth,
    middle,
    negate,
    show,
    stated,
    step,
    subtract,
)
from factcheck.checks.base import make_finding
from factcheck.checks.phrases import about, matched, quoted
from factcheck.checks.relations import triples
from factcheck.types import Arithmetic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.checks.relations import Triple
    from factcheck.rulebook import Rulebook
    from factcheck.types import Extraction, Finding

CHECK = "FC211"
BASES = "FC201"
"""The check whose word lists tell the earlier value from the later."""


def check(extraction: Extraction, rulebook: Rulebook) -> Iterator[Finding]:
    """Two percentages of one sentence with the change that the text gives between them."""
    for triple in triples(extraction.claims, rulebook.checks[BASES]):
        if triple.level.quantity.unit == "%" and triple.change.quantity.unit in ("%", "pp"):
            found = _judge(triple, rulebook)
            if found is not None:
                yield found


def _judge(triple: Triple, rulebook: Rulebook) -> Finding | None:
    level, base = stated(triple.level.quantity), stated(triple.base.quantity)
    change = _signed(triple)
    if level is None or base is None or change is None:
        return None
    points, relative = subtract(level, base), growth(level, base)
    is_points, is_relative = not disjoint(change, points), relative is None or not disjoint(change, relative)
    as_points, as_relative = _as_printed(triple)
    if triple.change.quantity.unit == "%":
        return (
            _finding(triple, points, change, rulebook, "percentage points") if as_points and not is_relative else None
        )
    if is_points:
        return _finding(triple, points, change, rulebook, "", rounding=True) if _printed_otherwise(triple) else None
    if relative is not None and as_relative:
        return _finding(triple, relative, change, rulebook, "per cent")
    return _finding(triple, points, change, rulebook, "")


def _as_printed(triple: Triple) -> tuple[bool, bool]:
    """Whether the change is that of the printed percentages, to its last digit: in points, and relative."""
    level, base, change = (middle(claim.quantity) for claim in (triple.level, triple.base, triple.change))
    if level is None or not base or change is None:
        return False, False
    unit = step(triple.change.quantity)
    return abs(abs(level - base) - change) <= unit, abs(abs(level / base - 1) * HUNDRED - change) <= unit


def _printed_otherwise(triple: Triple) -> bool:
    """Whether the printed numbers, all of one precision, do not come out, though rounding of each may explain it."""
    quantities = [claim.quantity for claim in (triple.level, triple.base, triple.change)]
    values = [middle(quantity) for quantity in quantities]
    if len({step(quantity) for quantity in quantities}) != 1 or step(quantities[0]) == 0 or None in values:
        return False
    level, base, change = (value for value in values if value is not None)
    return level - base != (change if _rises(triple) else -change)


def _signed(triple: Triple) -> Interval | None:
    change = stated(triple.change.quantity) if triple.change.quantity.unit == "pp" else generous(triple.change.quantity)
    if change is None or (triple.sign == 0 and triple.change.quantity.unit != "pp"):
        return None
    return change if _rises(triple) else negate(change)


def _rises(triple: Triple) -> bool:
    """Whether the change goes up; where the text does not say, as its two percentages go."""
    level, base = middle(triple.level.quantity), middle(triple.base.quantity)
    return triple.sign > 0 or (triple.sign == 0 and level is not None and base is not None and level >= base)


def _finding(
    triple: Triple, computed: Interval, change: Interval, rulebook: Rulebook, meant: str, *, rounding: bool = False
) -> Finding:
    """`meant` is the unit that makes the change right, empty where neither does; `rounding` where it may explain the gap."""
    first, last = middle(triple.base.quantity), middle(triple.level.quantity)
    value = show(abs(last - first)) if first is not None and last is not None else show(computed[0])
    path = f"from {quoted(triple.base)} to {quoted(triple.level)}"
    if meant:
        message = f"{about(triple.level, rulebook)}: {quoted(triple.change)} {path} is a change in {meant}"
    else:
        message = f"{about(triple.level, rulebook)}: {path} is {value} percentage points, not {quoted(triple.change)}"
    if meant == "percentage points":
        message += f": {value} percentage points"
    arithmetic = Arithmetic(
        stated=triple.change.surface,
        computed=f"{value} percentage points",
        difference=f"{show(gap(change, computed))} percentage points" if not meant else "none, once the unit is right",
        tolerance=f"{show(computed[0])} to {show(computed[1])} with every rounding of the written digits",
        formula=f"{triple.level.surface} − {triple.base.surface} = {value} percentage points",
    )
    wrong = not meant and not rounding and triple.sure
    return make_finding(
        rulebook.checks[CHECK], (triple.change, triple.level, triple.base), message,
        severity="error" if wrong else "note" if rounding else "warning", confidence=0.9 if triple.sure else 0.6, arithmetic=arithmetic,
        explanation=matched((triple.level, triple.base)),
    )  # fmt: skip
