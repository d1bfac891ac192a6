"""Which numbers claim something: list numbers, rhetorical counts and plain ordinals are told from claims."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.claims.view import View
    from factcheck.types import Quantity, Role

YEARS = (1900, 2099)
SMALL = 12
"""Counts up to here, written in Chinese numerals or words, are the ones that papers use rhetorically."""


@cache
def _list_mark() -> Any:
    return re.compile(r"\s*(?:[.、．)）:：]|\s)")


def is_article(quantity: Quantity) -> bool:
    """Whether 一個, 一家, 一位 only say "a": no reader takes them for a numeral (不止一個 is one)."""
    counted = quantity.unit == "people" or (quantity.unit or "").startswith("count:")
    return counted and quantity.surface[:1] == "一" and quantity.value_high == 1 and quantity.hedge == "exact"


def role_of(view: View, quantity: Quantity) -> tuple[Role, str | None]:
    """Role of a quantity and, where it is no claim, the reason."""
    if _is_list_number(view, quantity):
        return "other", "a list number"
    if any(f.value.facet == "session" and f.start <= quantity.start < f.end for f in view.facets):
        return "date", "a trading session"
    if _is_year(view, quantity):
        return "date", "a year"
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
    opening = quantity.start == view.sentence.start or (before[-1:] in '。！？!?;；\n:：”"」)' and before != "")
    if not opening:
        return False
    surface = quantity.surface
    if surface[:1] == "0" and surface.isdigit():
        return True
    return _list_mark().match(after) is not None or (
        len(surface) <= 2 and surface.isdigit() and after[:1] > "\u4e00" and quantity.noun is None
    )


def _is_year(view: View, quantity: Quantity) -> bool:
    """Four bare digits in a year's range: English papers group thousands, and Chinese ones write 年 or a unit behind."""
    surface = quantity.surface
    if not (len(surface) == 4 and surface.isdigit() and YEARS[0] <= int(surface) <= YEARS[1]):
        return False
    return quantity.unit is None or (not view.chinese and quantity.unit.startswith("count:"))


def _rank_role(view: View, quantity: Quantity) -> tuple[Role, str | None]:
    after = view.folded[quantity.end : quantity.end + 1]
    if quantity.start == view.sentence.start and view.chinese and after and after in "是，,:：、":
        return "ordinal", "a position in a list"
    near = 10 if view.chinese else 24
    ranked = any(
        quantity.start - near <= word.start and word.end <= quantity.end + near for word in view.role("rank_noun")
    )
    if any(word.start == quantity.end for word in view.role("sequence_noun")):
        return "ordinal", "an ordinal"
    if quantity.rule.endswith("ordinal") and not ranked:
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
