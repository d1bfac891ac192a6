"""What a number measures: the best-placed metric word that fits its unit, else the words that govern it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.mentions.opennames import normalise

if TYPE_CHECKING:
    from factcheck.claims.view import View
    from factcheck.mentions.lexicon import TriggerMention
    from factcheck.rulebook.metrics import MetricRule, MetricTables
    from factcheck.types import Change, Direction, Quantity

THRESHOLD = 4.0
PRICED = frozenset({"share_move", "index_move"})
TIME_UNITS = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds", "quarters", "trading_days"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A metric chosen for a number."""

    metric: str
    surface: str | None
    family: str
    open: bool
    rule: MetricRule | None
    aspect: str | None
    score: float
    weight: int
    change: Change | None = None
    direction: Direction | None = None
    start: int = -1
    end: int = -1


def dimension(quantity: Quantity) -> str:
    """Which sort of number it is, in the words of the metric files."""
    unit = quantity.unit
    if unit is None:
        return "number"
    if unit in ("%", "pp", "bp", "‰"):
        return "percent"
    if unit == "x":
        return "multiple"
    if unit == "points":
        return "points"
    if unit == "rank":
        return "rank"
    if unit in TIME_UNITS:
        return "duration"
    if unit == "people" or unit.startswith("count:"):
        return "count"
    if len(unit.split("/")[0]) == 3 and unit[:3].isupper():
        return "money"
    return "quantity"


def choose_measure(
    view: View,
    quantity: Quantity,
    tables: MetricTables,
    direction: Direction | None,
    change: Change | None,
    kinds: tuple[str, ...],
) -> Measure | None:
    """The metric of a rule that fits the number best, or None; `kinds` are those of the likely subjects, best first."""
    best: Measure | None = None
    for mention in view.triggers:
        found = _measure(view, quantity, mention, tables, direction, change, kinds)
        if found is not None and (best is None or found.score > best.score):
            best = found
    if best is not None and best.score >= THRESHOLD:
        return best
    return _default(quantity, tables, kinds)


def _default(quantity: Quantity, tables: MetricTables, kinds: tuple[str, ...]) -> Measure | None:
    """What a number of that sort is of such a bearer where no word says so: an index and 27,140.92 are its level."""
    size = dimension(quantity)
    for rule in tables.defaults:
        if kinds and kinds[0] in rule.entity_kinds and size in rule.dimensions:
            return Measure(rule.id, None, rule.family, False, rule, None, THRESHOLD, 1, "level")
    return None


def _measure(
    view: View, quantity: Quantity, mention: TriggerMention, tables: MetricTables,
    direction: Direction | None, change: Change | None, kinds: tuple[str, ...],
) -> Measure | None:  # fmt: skip
    trigger = mention.trigger
    if mention.start < quantity.end and quantity.start < mention.end and not _shares_noun(quantity, mention):
        return None
    rule = tables.rules[trigger.metric]
    if trigger.weight == 1 and quantity.unit in ("pp", "bp") and rule.family in PRICED:
        return None  # a price moves by per cent, a margin by points
    aspect = _aspect(view, quantity, mention, rule, direction, change)
    if aspect is None:
        return None
    placed = _place(view, quantity, mention)
    if placed is None:
        return None
    fit = _fit(rule, trigger.weight, kinds)
    if fit is None:
        return None
    if not aspect:
        rule = _sibling(rule, quantity, change, tables)
    family = rule.family
    metric = rule.id
    if aspect:
        family = (rule.growth if aspect == "growth" else rule.share) or rule.family
        metric = f"{rule.id}_{aspect}"
    score = 10 * trigger.weight + placed + fit + _specific(trigger.text)
    surface = view.between(mention.start, mention.end)
    return Measure(
        metric, surface, family, False, rule, aspect or None, score, trigger.weight, trigger.change, trigger.direction,
        mention.start, mention.end,
    )  # fmt: skip


def _specific(word: str) -> float:
    """What a longer word is worth: "conversion price" before "price of", 海外收入 before 收入."""
    return min(len(word) * (0.08 if word.isascii() else 0.4), 2.0)


def _fit(rule: MetricRule, weight: int, kinds: tuple[str, ...]) -> float | None:
    """What the likely subjects speak for or against the metric; None where a weak word needs another sort of subject."""
    bearers = rule.entity_kinds
    if not bearers:
        return 0.0
    if not kinds:
        return 0.5 if "company" in bearers else -0.5
    fitting = ["company" if kind == "open" else kind for kind in kinds]
    if fitting[0] in bearers:
        return 3.0
    if any(kind in bearers for kind in fitting):
        return 1.0
    return None if weight == 1 else -6.0


def _sibling(rule: MetricRule, quantity: Quantity, change: Change | None, tables: MetricTables) -> MetricRule:
    """The metric that the unit makes of it: a move's amount reached is a price, profit a share is earnings per share."""
    if rule.per_share is not None and (quantity.unit or "").endswith("/share"):
        return tables.rules[rule.per_share]
    if rule.level is not None and change == "level" and dimension(quantity) in ("money", "points", "number", "rate"):
        return tables.rules[rule.level]
    if change == "delta" and rule.id in tables.moves and dimension(quantity) in ("money", "points", "number"):
        return tables.moves[rule.id]
    return rule


def _shares_noun(quantity: Quantity, mention: TriggerMention) -> bool:
    """A metric word may be the very unit or noun of the number (800億參數), or the whole of it (零息)."""
    if (mention.start, mention.end) == (quantity.start, quantity.end):
        return True
    if (quantity.unit or "").endswith("/share"):
        return False  # "per share" is the unit, no word for what is measured
    return bool(quantity.number_end) and mention.start >= quantity.number_end


def _aspect(
    view: View,
    quantity: Quantity,
    mention: TriggerMention,
    rule: MetricRule,
    direction: Direction | None,
    change: Change | None,
) -> str | None:
    """`""` for the metric itself, `growth` or `share` for a derived one, None where the unit does not fit."""
    trigger = mention.trigger
    size = dimension(quantity)
    moving = size in ("percent", "multiple") and (change in ("delta", "multiple") or direction is not None)
    if trigger.aspect:
        near = view.clause(mention.start) == view.clause(quantity.start) or not moving
        return trigger.aspect if size in ("percent", "multiple") and near else None
    if size in trigger.dimensions or (
        size == "number" and trigger.dimensions & {"money", "count", "quantity", "rate", "points"}
    ):
        return ""
    if size == "percent" and rule.share and _share_word(view, quantity):
        return "share"
    if rule.growth and moving:
        return "growth"
    return None


def _share_word(view: View, quantity: Quantity) -> bool:
    start = view.clause_start(quantity.start)
    end = min(view.clause_end(quantity.end), quantity.end + (8 if view.chinese else 30))
    return any(start <= word.start and word.end <= end for word in view.role("share"))


def _place(view: View, quantity: Quantity, mention: TriggerMention) -> float | None:
    """What the distance costs, or None where the word cannot govern the number from there."""
    trigger = mention.trigger
    scale = 0.14 if view.chinese else 0.06
    gap = abs(view.clause(mention.start) - view.clause(quantity.start))
    if mention.end <= quantity.start:
        if trigger.side == "before" or (trigger.weight == 1 and gap):
            return None
        crossed = _crossed(view, quantity, mention.end, quantity.start)
        if trigger.weight == 1 and crossed > 1:
            return None
        return -6.0 * gap - min(scale * (quantity.start - mention.end), 8) - 3.0 * crossed
    if trigger.side == "after" or gap or (trigger.weight == 1 and dimension(quantity) == "money"):
        return None
    near = mention.start - (quantity.number_end or quantity.end)
    if (view.chinese and near > 14) or near > 50:
        return None
    return -1.5 - scale * 2 * max(near, 0) - 6.0 * _crossed(view, quantity, quantity.end, mention.start)


def _crossed(view: View, quantity: Quantity, start: int, end: int) -> int:
    """Numbers of the same sort between: they had the first call on the word."""
    size = dimension(quantity)
    return sum(start <= other.start and other.end <= end and dimension(other) == size for other in view.quantities)


_POSSESSIVE = re.compile(r"^['’]?s\b\s*")
_NOISE = re.compile(r"[\d.,%％+\-~～$€£¥()（）\[\]\"'“”「」『』《》]+")


def open_measure(view: View, quantity: Quantity, subject_end: int, family: str) -> Measure:
    """The words that govern the number, folded and stripped of time, hedges and fillers, as an open metric."""
    start = max(view.clause_start(quantity.start), subject_end)
    stops = [p.end for p in view.periods if p.end <= quantity.start] + [
        q.end for q in view.quantities if q.end <= quantity.start
    ]
    start = max([start, *(stop for stop in stops if stop >= start)])
    noun = (quantity.noun or "").strip()
    words = _POSSESSIVE.sub("", _content(view, start, quantity.start))
    surface = " ".join(part for part in (words, noun) if part).strip()
    if not surface:
        reach = quantity.end + (10 if view.chinese else 40)
        surface = _content(view, quantity.end, min(view.clause_end(quantity.end), reach))
    return Measure(normalise(surface)[:60] or "number", surface or None, family, True, None, None, 0.0, 0)


def _content(view: View, start: int, end: int) -> str:
    """The words of a stretch without numbers, punctuation and the filler words of the rules; the last few where it is long."""
    parts, at = [], start
    skipped = sorted((*view.role("filler"), *view.role("direction"), *view.role("to")), key=lambda word: word.start)
    for word in skipped:
        if word.start >= at and word.end <= end:
            parts.append(view.between(at, word.start))
            at = word.end
    parts.append(view.between(at, end))
    words = _NOISE.sub(" ", " ".join(parts)).split()
    return "".join(words)[-12:] if view.chinese else " ".join(words[-5:])


def open_family(quantity: Quantity, direction: Direction | None) -> str:
    """The family of a number that no metric word governs, from its unit alone."""
    size = dimension(quantity)
    if size == "rank":
        return "rank"
    if size == "duration":
        return "duration"
    if size == "count":
        return "count"
    if size == "quantity":
        return "physical"
    if size in ("percent", "multiple") and direction is not None:
        return "growth"
    return "other"
