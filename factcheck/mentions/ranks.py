"""Ranks and ordinals: 第七名, 前十大, second place, No. 1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.types import Quantity

if TYPE_CHECKING:
    from decimal import Decimal

    from factcheck.mentions.amounts import Reading
    from factcheck.types import Hedge

BEHIND = re.compile(r"名|位|大(?!陆|约|概)")
PERIOD = re.compile(r" *(?:个?季|个?月|年|天|日|周|个?星期|个交易|小时|分钟|秒|者|半|期|后|述|端|沿|度|缘)")
STRAIGHT = re.compile(
    r" (?:straight|consecutive|successive|time|day|week|month|quarter|year|round|session|term|phase|attempt|generation|plant|site)\b"
)
"""What makes "a third" an ordinal: "for a third straight month"."""
NUMBER_SIGN = re.compile(r"(?:no\. ?|number |#)$")


def read_rank(reading: Reading, start: int, limit: int, floor: int) -> tuple[Quantity, int] | None:
    """The rank at `start` with the place to read on, where 第, 前 or "No." stands before the number."""
    folded = reading.folded
    before = folded[start - 1] if start > floor else ""
    if before == "第":
        return _chinese(reading, start, limit, "exact", "ordinal")
    if before == "前" and (start < 2 or folded[start - 2] not in "之以年月日天期"):
        return _chinese(reading, start, limit, "at_most", "top")
    if reading.scan.english:
        return _english(reading, start, limit, floor)
    return None


def _chinese(reading: Reading, start: int, limit: int, hedge: Hedge, rule: str) -> tuple[Quantity, int] | None:
    folded = reading.folded
    numeral = reading.scan.han.read(folded, start, limit)
    if (
        numeral is None
        or numeral.low != numeral.high
        or (rule == "top" and (numeral.low > 500 or PERIOD.match(folded, numeral.end)))
    ):
        return None
    behind = BEHIND.match(folded, numeral.end, limit)
    end = behind.end() if behind else numeral.end
    low = numeral.low if rule == "ordinal" else numeral.low * 0 + 1
    return _rank(reading, start - 1, end, low, numeral.low, hedge, rule, numeral.end), end


def _english(reading: Reading, start: int, limit: int, floor: int) -> tuple[Quantity, int] | None:
    folded = reading.folded
    sign = NUMBER_SIGN.search(folded, max(floor, start - 8), start)
    if sign is not None and folded[start].isdigit():
        matched = re.compile(r"\d{1,4}(?![\d.,]\d)").match(folded, start, limit)
        if matched:
            value = _decimal(matched.group())
            return _rank(
                reading, sign.start(), matched.end(), value, value, "exact", "rank", matched.end()
            ), matched.end()
        return None
    numeral = None
    if folded[start].isdigit():
        found = re.compile(r"\d{1,4}(?:st|nd|rd|th)(?![a-z])").match(folded, start, limit)
        if found:
            value = _decimal(found.group()[:-2])
            return _rank(reading, start, found.end(), value, value, "exact", "ordinal", found.end()), found.end()
        return None
    numeral = reading.scan.words.read(folded, start, limit)
    if folded[max(floor, start - 2) : start] == "a " and not (numeral and STRAIGHT.match(folded, numeral.end)):
        return None
    if numeral is None or numeral.rule != "ordinal":
        return None
    return _rank(reading, start, numeral.end, numeral.low, numeral.low, "exact", "ordinal", numeral.end), numeral.end


def _decimal(text: str) -> Decimal:
    from decimal import Decimal

    return Decimal(text)


def _rank(
    reading: Reading, start: int, end: int, low: Decimal, high: Decimal, hedge: Hedge, rule: str, number_end: int
) -> Quantity:
    return Quantity(
        start,
        end,
        reading.text[start:end],
        "rank",
        low,
        high,
        "rank",
        False,
        hedge,
        None,
        None,
        low,
        high,
        number_end,
        None,
        rule,
    )
