"""Direction and change of a number: rose by, rose to, fell by, or a plain level."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.claims.view import View
    from factcheck.mentions.lexicon import Word
    from factcheck.types import Change, Direction, Quantity

REACH_HAN, REACH_LATIN = 16, 48
AFTER_HAN, AFTER_LATIN = 7, 26
CLOSE = 3
"""Only a change word this near makes a count or a span of time a change (增加300人)."""
SIDES: dict[str, Direction] = {"高": "up", "多": "up", "低": "down", "少": "down"}
BARE = 3
"""A one-character word (升, 增, 降) is a change word only this near to its number: 增強 and 降水 hold none."""
JOINS = frozenset({"", "至", "到", "升至", "to", "、", "和", "及", "与", "and", "or", ",", "，", "(", "或", "from"})
"""What may stand between two numbers that one change word governs."""
MOVING_UNITS = frozenset({"%", "pp", "bp", "x", "points"})


def read_change(view: View, quantity: Quantity) -> tuple[Direction | None, Change | None]:
    """Direction and change of the number; (None, "level") where nothing moves.

    升5% is (up, delta), 升至5% is (up, level), 增長3倍 is (up, multiple), 佔5% is (None, level).
    """
    if quantity.change == "multiple":
        return quantity.direction, "multiple"
    leaving = _word_leaving(view, quantity)
    if leaving is not None:
        return (leaving if _is_rate(quantity) else None), "level"
    apart = _apart(view, quantity)
    if apart is not None:
        return apart, "delta"
    word = _word_before(view, quantity) or _word_after(view, quantity)
    if word is None:
        return quantity.direction, "level"
    direction: Direction = "up" if word.value == "up" else "down"
    if word.end <= quantity.start and (_starts_from(view, word, quantity) or _reaches_to(view, word, quantity)):
        # A price that rose to 160 is 160, whichever way it came; a rate that rose to 3 % is still on the way up.
        return (direction if _is_rate(quantity) else None), "level"
    if quantity.unit == "x":
        return direction, "multiple"
    return direction, "delta"


def _word_leaving(view: View, quantity: Quantity) -> Direction | None:
    """The movement that starts from the number: 由31%升至35%."""
    if not any(0 <= quantity.start - word.end <= BARE for word in view.role("from")):
        return None
    for word in view.role("direction"):
        if 0 <= word.start - quantity.end <= BARE:
            return "up" if word.value == "up" else "down"
    return None


def _apart(view: View, quantity: Quantity) -> Direction | None:
    """比上一季度低0.8個百分點, 較去年多3億元: how far from the base, and to which side."""
    side = SIDES.get(view.folded[quantity.start - 1 : quantity.start])
    if side is None or quantity.start - 1 < view.sentence.start:
        return None
    start = view.clause_start(quantity.start)
    based = any(word.value == "base" for word in view.near("comparator", start, quantity.start))
    return side if based else None


def _is_rate(quantity: Quantity) -> bool:
    return (quantity.unit or "") in MOVING_UNITS - {"points"}


def _moves(quantity: Quantity) -> bool:
    unit = quantity.unit or ""
    return unit in MOVING_UNITS or quantity.kind in ("money", "percent", "number")


def _word_before(view: View, quantity: Quantity) -> Word | None:
    reach = REACH_HAN if view.chinese else REACH_LATIN
    if not _moves(quantity):
        reach = CLOSE
    start = max(view.clause_start(quantity.start), quantity.start - reach)
    found = [
        word
        for word in view.role("direction")
        if start <= word.start
        and word.end <= quantity.start
        and (
            len(word.text) > 1 or quantity.start - word.end <= BARE or view.quantities_between(word.end, quantity.start)
        )
    ]
    if not found:
        return None
    word = found[-1]
    between = [q for q in view.quantities if word.end <= q.start and q.end <= quantity.start]
    # A word governs the next number, and the one that a list or "to" joins to it.
    if between and not _joined(view, between[-1].end, quantity.start):
        return None
    return word


def _joined(view: View, start: int, end: int) -> bool:
    return view.between(start, end).strip() in JOINS


def _word_after(view: View, quantity: Quantity) -> Word | None:
    if not _moves(quantity) or quantity.kind == "number":
        return None
    reach = AFTER_HAN if view.chinese else AFTER_LATIN
    end = min(view.clause_end(quantity.end), quantity.end + reach)
    for word in view.role("direction"):
        if word.start >= quantity.end and word.end <= end:
            crossed = any(quantity.end <= q.start < word.start for q in view.quantities)
            gap = view.between(quantity.end, word.start).strip()
            if any(0 <= q.start - word.end <= BARE for q in view.quantities):
                return None  # 143港元溢價31%: the word goes with the number behind it
            near = len(gap) <= 2 and len(word.text) > 1 if view.chinese else True
            return word if near and not crossed else None
    return None


def _starts_from(view: View, word: Word, quantity: Quantity) -> bool:
    """由31%升, "down from $6.41 billion": the number before the movement."""
    return any(word.end <= start.start and start.end <= quantity.start for start in view.role("from"))


def _reaches_to(view: View, word: Word, quantity: Quantity) -> bool:
    """Whether a word such as 至 or "to" stands between the movement and the number, or ends the movement's own word (升至)."""
    if word.text.endswith(("至", "到", " to")):
        return True
    for to in view.role("to"):
        if to.start >= word.start and to.end <= quantity.start and to.end > word.end - 1:
            if to.text in ("达", "达到", "为") and quantity.unit in MOVING_UNITS:
                continue  # 升幅達5%: the move itself amounts to 5 %
            if to.text == "at" and _is_rate(quantity):
                continue
            return view.quantities_between(word.end, to.start) == 0 or not _is_rate(quantity)
    return False
