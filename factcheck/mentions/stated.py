"""A Quantity from an amount: its hedge, its interval, and the unit as the contract writes it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.mentions.hedges import hedge_after, hedge_before
from factcheck.mentions.intervals import half_place, interval
from factcheck.mentions.units import currency_before, per_before
from factcheck.types import Quantity

LONGER = re.compile(r"\b(?:for|just|well|after|lasts?|lasted|took|takes|is|was) $")
AT_MOST_OF = re.compile(r"(?:不超过|不超|最多|至多|不高于)[\u4e00-\u9fff]{1,8}的 ?$")
"""減持不超過總股本的3%: the whole stands between the hedge and its share."""

if TYPE_CHECKING:
    from factcheck.mentions.amounts import Amount, Reading
    from factcheck.types import Hedge, Kind


def stated_quantity(reading: Reading, amount: Amount) -> Quantity:
    """The quantity that an amount states, with its hedge and interval."""
    numeral, unit = amount.numeral, amount.unit
    hedge, hedge_start = _hedge(reading, amount)
    if hedge_start is not None:
        _currency_left_of_hedge(reading, amount, hedge_start)
    rule = _rule(reading, amount)
    name, inferred = _unit_name(reading, amount)
    kind: Kind = unit.kind if unit else ("range" if amount.low != amount.high else "number")
    half = half_place(numeral.place) * (abs(amount.factor) if amount.factor else 1)
    least, most = interval(amount.low, amount.high, half, hedge, _is_exact(amount, kind))
    if _indefinite(reading, amount, hedge, kind):
        rule += ":indefinite"
    return Quantity(
        amount.start, amount.end, reading.text[amount.start : amount.end], kind, amount.low, amount.high, name, inferred, hedge,
        None, None, least, most, numeral.end, unit.noun if unit else None, rule,
    )  # fmt: skip


def _indefinite(reading: Reading, amount: Amount, hedge: Hedge, kind: Kind) -> bool:
    """Whether 一 is an article rather than a count (一家公司)."""
    return (
        hedge == "exact" and kind == "quantity" and reading.folded[amount.start : amount.numeral.end] in ("一", "one")
    )


def _read_mega(reading: Reading, amount: Amount) -> str:
    """Mainland text writes 100兆 for a hundred mega; before money and counts 兆 is 10**12 everywhere. Returns the rule, if so read."""
    written = reading.folded[amount.numeral.start : amount.numeral.end]
    if (
        reading.language != "zh-Hans"
        or amount.unit is not None
        or "亿" in written
        or "万" in written.partition("兆")[2]
    ):
        return ""
    amount.low, amount.high = amount.low.scaleb(-6), amount.high.scaleb(-6)
    amount.numeral.place = None if amount.numeral.place is None else amount.numeral.place - 6
    return "han:mega"


def _currency_left_of_hedge(reading: Reading, amount: Amount, start: int) -> None:
    """人民幣約3億元: the currency stands before the hedge; the surface leaves both out."""
    unit = amount.unit
    if unit is None or unit.kind != "money":
        return
    if (
        unit.inferred
        and (found := currency_before(reading.text, reading.folded, start, reading.scan.tables))
        and not found[1].inferred
    ):
        unit.unit, unit.inferred, unit.rule = found[1].unit, False, ""
    if amount.per is None and (per := per_before(reading.folded, start, reading.scan.tables)):
        amount.per = per[1]


def _hedge(reading: Reading, amount: Amount) -> tuple[Hedge, int | None]:
    """The hedge, and where it begins if it stands before the amount."""
    folded, tables = reading.folded, reading.scan.tables
    before = hedge_before(folded, amount.start, tables)
    if before is not None and before[1] != "exact" and not _past(folded, before, amount):
        return before[1], before[0]
    if amount.more is not None:
        return amount.more, None
    after = hedge_after(folded, amount.end, tables)
    if after is not None:
        return after[1], None
    if (
        amount.unit is not None
        and amount.unit.unit == "%"
        and AT_MOST_OF.search(folded, max(0, amount.start - 16), amount.start)
    ):
        return "at_most", None
    return amount.numeral.hedge, None


def _past(folded: str, before: tuple[int, Hedge], amount: Amount) -> bool:
    """近三年 are the past three years, not nearly three; "over five years" is in their course, "for over five years" is more."""
    if amount.unit is None or amount.unit.kind != "duration":
        return False
    if before[1] == "nearly":
        return folded[before[0]] == "近"
    if not folded.startswith("over ", before[0]) or LONGER.search(folded, max(0, before[0] - 8), before[0]):
        return False
    return not folded.startswith((" ago", " old", "-old"), amount.end)


def _rule(reading: Reading, amount: Amount) -> str:
    """Which reading it was, with the marks that later steps go by: `:yuan`, `:bare`, and what 兆 was read as."""
    unit = amount.unit
    rule = f"{amount.rule}:{unit.rule}" if unit is not None and unit.rule else amount.rule
    if "兆" in reading.folded[amount.numeral.start : amount.numeral.end]:
        return _read_mega(reading, amount) or f"{rule}:1e12"
    return rule


def _unit_name(reading: Reading, amount: Amount) -> tuple[str | None, bool]:
    """The unit as the contract writes it, and whether the text leaves it open."""
    unit = amount.unit
    if unit is None or unit.unit is None:
        return None, False
    name = unit.unit
    if unit.rule == "yuan":
        name = "HKD" if reading.language == "zh-Hant" else "CNY"
    elif name == "JPY" and unit.inferred and not reading.scan.english:
        # ¥ is renminbi in Chinese text.
        name = "CNY"
    return (f"{name}/{amount.per}" if amount.per else name), unit.inferred


def _is_exact(amount: Amount, kind: Kind) -> bool:
    """Whether a number is a count that nobody rounded: 3 companies, 6 days."""
    if not amount.numeral.exact or amount.factor is not None or amount.unit is None:
        return False
    return kind == "duration" or (amount.unit.unit or "").startswith(("count:", "people"))
