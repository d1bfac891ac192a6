"""幾家, 幾個月, 數名: a count that names no number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.mentions.counting import counter_after
from factcheck.mentions.units import unit_after
from factcheck.types import Quantity

if TYPE_CHECKING:
    from factcheck.mentions.amounts import Reading

NOT_BEHIND = frozenset("好无未第十百千万亿没指人总系参倍基函次户")
"""Characters that take 幾 or 數 into a word of theirs."""
SEVERAL = frozenset("个家名位项款次天年周间座种宗篇")
"""What 數 counts: before other characters it rather ends or begins a word (數據)."""


def read_few(reading: Reading, start: int, limit: int, floor: int) -> Quantity | None:
    """The count without a number at 幾 or 數: both values are None, only the unit is known."""
    folded, tables = reading.folded, reading.scan.tables
    following = folded[start + 1 : start + 2]
    if (start > floor and folded[start - 1] in NOT_BEHIND) or (folded[start] == "数" and following not in SEVERAL):
        return None
    unit = unit_after(reading.text, folded, start + 1, tables, digits=False)
    if unit is None or unit.kind != "duration":
        unit = counter_after(folded, start + 1, tables)
    if unit is None or unit.end > limit or unit.end <= start + 1:
        return None
    return Quantity(
        start, unit.end, reading.text[start : unit.end], unit.kind, None, None, unit.unit, False, "order_of_magnitude",
        None, None, None, None, start + 1, unit.noun, "few",
    )  # fmt: skip
