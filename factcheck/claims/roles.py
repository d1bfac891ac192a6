"""Which numbers claim something: list numbers, rhetorical counts and plain ordinals are told from claims."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.claims.view import View
    from factcheck.types import Quantity, Role

SMALL = 12
"""Counts up to here, written in Chinese numerals or words, are the ones that papers use rhetorically."""


@cache
def _list_mark() -> Any:
    import regex

    return regex.compile(r"\s*(?:[.、．)）:：]|\s)")


@cache
def _rank_word() -> Any:
    import regex

    return regex.compile(
        r"名|位|大|高|榜|排|列|rank|place|largest|biggest|highest|best|most|fastest|top|冠|居|全球|世界|全国|国产|国内|行业"
    )


@cache
def _sequence_word() -> Any:
    import regex

    return regex.compile(r"步|位|次|个|点|种|类|阶段|代|批|期|轮|届|章|条|款|部分|方面|家|任|日|天|梯队|线|年|季|集|本|版|座|颗|枚|张|笔|场|手|者|场所|梯次|时间|人称")


def role_of(view: View, quantity: Quantity) -> tuple[Role, str | None]:
    """Role of a quantity and, where it is no claim, the reason."""
    if _is_list_number(view, quantity):
        return "other", "a list number"
    if quantity.unit == "rank":
        return _rank_role(view, quantity)
    if _is_rhetorical(view, quantity):
        return "other", "a rhetorical count"
    return "claim", None


def _is_list_number(view: View, quantity: Quantity) -> bool:
    if quantity.unit is not None or quantity.kind != "number" or quantity.value_low is None or quantity.value_low > 99:
        return False
    before = view.folded[max(view.sentence.start - 2, 0, quantity.start - 3) : quantity.start]
    after = view.folded[quantity.end : quantity.end + 2]
    opening = quantity.start == view.sentence.start or before[-1:] in "。！？!?;；\n:：”\"」)" and before != ""
    if not opening:
        return False
    surface = quantity.surface
    if surface[:1] == "0" and surface.isdigit():
        return True
    return _list_mark().match(after) is not None or (len(surface) <= 2 and surface.isdigit() and after[:1] > "\u4e00" and quantity.noun is None)


def _rank_role(view: View, quantity: Quantity) -> tuple[Role, str | None]:
    after = view.folded[quantity.end : quantity.end + 4]
    before = view.folded[max(view.sentence.start, quantity.start - 10) : quantity.start]
    if quantity.start == view.sentence.start and view.chinese and after[:1] in "是，,:：、":
        return "ordinal", "a position in a list"
    if quantity.rule.endswith("ordinal") and not (
        _rank_word().search(before) or _rank_word().match(after.lstrip()) or _rank_word().match(quantity.surface[-1:])
    ):
        return "ordinal", "an ordinal"
    if _sequence_word().match(after) and not _rank_word().search(before[-6:]) and not _rank_word().match(after):
        return "ordinal", "an ordinal"
    return "claim", None


def _is_rhetorical(view: View, quantity: Quantity) -> bool:
    value = quantity.value_high
    if value is None or value > 30 or any(char.isdigit() for char in quantity.surface):
        return False
    number_end = quantity.number_end or quantity.end
    if any(word.start == number_end for word in view.role("rhetorical")):
        return True
    if view.folded.startswith("大", number_end):
        return True
    if value > SMALL:
        return False
    return any(word.start == number_end for word in view.role("anaphoric"))
