"""read_quantities: every number of a text with its unit, hedge and interval."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.mentions.amounts import Amount, Reading, attach_per, read_amount
from factcheck.mentions.fractions import read_fraction
from factcheck.mentions.hedges import hedge_after, hedge_before
from factcheck.mentions.intervals import half_place, interval
from factcheck.mentions.number_scan import is_part_of_code, scanner, skip_code
from factcheck.mentions.ranges import join_range
from factcheck.mentions.ranks import read_rank
from factcheck.mentions.units import currency_before, per_before
from factcheck.types import Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.rulebook.numbers import NumberTables, WordForm
    from factcheck.types import Hedge, Kind

CLOSED = "上下前后大过"
"""Characters before 半 that make it half of a period (上半年)."""


def read_quantities(
    text: str,
    folded: str,
    tables: NumberTables,
    *,
    language: str,
    blocked: Sequence[tuple[int, int]] = (),
) -> list[Quantity]:
    """The quantities of a text, sorted, none overlapping another or a blocked span; a range is one quantity.

    `folded` is `fold(text)`. `direction` and `change` are set only where the word itself says them (doubled, 腰斬).
    """
    reading = Reading(text, folded, scanner(tables, language == "en"), language)
    found = _read_words(reading, blocked)
    taken = _merge(blocked, [(quantity.start, quantity.end) for quantity in found]) if found else blocked
    found += _read_numbers(reading, taken)
    found.sort(key=lambda quantity: quantity.start)
    return found


def _merge(blocked: Sequence[tuple[int, int]], more: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return sorted([*blocked, *more])


def _read_numbers(reading: Reading, blocked: Sequence[tuple[int, int]]) -> list[Quantity]:
    folded, search = reading.folded, reading.scan.candidate.search
    found: list[Quantity] = []
    floor = at = index = 0
    end = len(folded)
    while matched := search(folded, at):
        start = matched.start()
        while index < len(blocked) and blocked[index][1] <= start:
            floor = max(floor, blocked[index][1])
            index += 1
        limit = blocked[index][0] if index < len(blocked) else end
        if start >= limit:
            at = floor = blocked[index][1]
            continue
        quantity, at = _read_at(reading, start, limit, floor, matched.group())
        if quantity is not None:
            found.append(quantity)
            floor = quantity.end
        at = max(at, start + 1)
    return found


def _read_at(reading: Reading, start: int, limit: int, floor: int, head: str) -> tuple[Quantity | None, int]:
    """The quantity at a candidate, and where to look on."""
    folded, tables = reading.folded, reading.scan.tables
    sign = folded[start]
    digit = "0" <= sign <= "9"
    if (not digit or head in tables.not_number_windows) and (stop := _not_number(folded, start, head, tables)):
        fraction = None if digit else read_fraction(reading, start, limit, floor)
        return _finish(reading, fraction, limit, floor) if fraction else (None, stop)
    if sign == "半":
        return _read_half(reading, start, limit, floor)
    if digit and is_part_of_code(folded, start) and _after_currency(reading, start, limit, floor) is None:
        return None, skip_code(folded, start)
    rank = read_rank(reading, start, limit, floor)
    if rank is not None:
        return rank
    fraction = read_fraction(reading, start, limit, floor)
    if fraction is not None:
        return _finish(reading, fraction, limit, floor)
    amount = read_amount(reading, start, limit, floor)
    if amount is None:
        return None, skip_code(folded, start) if digit else start + 1
    if (
        amount.unit is not None
        and amount.unit.unit == "points"
        and start
        and folded[start - 1] in "时点"
        and folded[amount.numeral.end] == "分"
    ):
        return None, amount.end
    if digit and amount.unit is None and amount.end == amount.numeral.end and _runs_into_letters(folded, amount.end):
        return None, skip_code(folded, start)
    whole = join_range(reading, amount, limit, floor)
    if whole is amount and not _stands(reading, amount):
        return None, amount.numeral.end
    return _finish(reading, whole, limit, floor)


def _runs_into_letters(folded: str, end: int) -> bool:
    """Whether a Latin letter follows the digits: 5G, 1440p, 17Pro are names."""
    following = folded[end : end + 1]
    return following.isascii() and following.isalpha()


def _after_currency(reading: Reading, start: int, limit: int, floor: int) -> Amount | None:
    """The amount at digits that follow letters, where the letters are a currency (RMB380, USD115)."""
    amount = read_amount(reading, start, limit, floor)
    return amount if amount is not None and amount.currency_start is not None else None


def _not_number(folded: str, start: int, head: str, tables: NumberTables) -> int:
    """The end of the longer word around a numeral that counts nothing (一方面, 百度), or 0."""
    for offset, length in tables.not_number_windows.get(head, ()):
        begin = start - offset
        if (
            begin >= 0
            and folded[begin : begin + length] in tables.not_numbers
            and _whole_words(folded, begin, begin + length)
        ):
            return begin + length
    return 0


def _whole_words(folded: str, begin: int, end: int) -> bool:
    """Whether a Latin phrase begins and ends where words do."""
    if not folded[begin].isascii():
        return True
    before, after = folded[begin - 1 : begin] if begin else "", folded[end : end + 1]
    return not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalnum())


def _stands(reading: Reading, amount: Amount) -> bool:
    """Whether a numeral is one: a lone character such as 一 or 萬 needs a unit, a classifier, or to stand by itself."""
    numeral, folded = amount.numeral, reading.folded
    if numeral.digits or amount.unit is not None or amount.currency_start is not None:
        return _bare_multiplier_stands(reading, amount)
    if reading.scan.english and folded[numeral.start].isascii():
        return True
    if numeral.end - numeral.start > 1 and not _is_bare_multiplier(reading, amount):
        return True
    if hedge_before(folded, numeral.start, reading.scan.tables):
        return True
    before = folded[numeral.start - 1 : numeral.start] if numeral.start else ""
    after = folded[numeral.end : numeral.end + 1]
    alone = not before.isalnum() and not after.isalnum()
    return alone and (numeral.end - numeral.start > 1 or not _is_bare_multiplier(reading, amount))


def _is_bare_multiplier(reading: Reading, amount: Amount) -> bool:
    """Whether the numeral is written without a digit: 千億, 百萬."""
    return reading.folded[amount.numeral.start] in "百千万亿兆"


def _bare_multiplier_stands(reading: Reading, amount: Amount) -> bool:
    if not _is_bare_multiplier(reading, amount):
        return True
    if amount.numeral.end - amount.numeral.start > 1:
        return True
    return hedge_before(reading.folded, amount.start, reading.scan.tables) is not None


def _read_half(reading: Reading, start: int, limit: int, floor: int) -> tuple[Quantity | None, int]:
    """半年, 半成, 半個月: half of the unit that follows."""
    from factcheck.mentions.numerals import Numeral
    from factcheck.mentions.units import unit_after

    folded = reading.folded
    if start > 0 and folded[start - 1] in CLOSED:
        return None, start + 1
    unit = unit_after(reading.text, folded, start + 1, reading.scan.tables, digits=False)
    if unit is None or unit.kind not in ("percent", "duration", "ratio", "quantity") or unit.end > limit:
        return None, start + 1
    half = Decimal("0.5") * (unit.factor or 1)
    numeral = Numeral(start, start + 1, half, half, None, rule="half")
    return _finish(
        reading, Amount(start, unit.end, numeral, half, half, unit, factor=unit.factor, rule="half"), limit, floor
    )


def _finish(reading: Reading, amount: Amount, limit: int, floor: int) -> tuple[Quantity, int]:
    amount = join_range(reading, amount, limit, floor) if amount.rule != "range" else amount
    attach_per(reading, amount, limit, floor)
    quantity = _quantity(reading, amount)
    return quantity, quantity.end


def _quantity(reading: Reading, amount: Amount) -> Quantity:
    numeral, unit = amount.numeral, amount.unit
    hedge, hedge_start = _hedge(reading, amount)
    if hedge_start is not None:
        _currency_left_of_hedge(reading, amount, hedge_start)
    name = unit.unit if unit else None
    inferred = unit.inferred if unit else False
    rule = amount.rule
    if unit is not None and unit.rule:
        rule = f"{rule}:{unit.rule}"
        if unit.rule == "yuan":
            name = "HKD" if reading.language == "zh-Hant" else "CNY"
    if "兆" in reading.folded[numeral.start : numeral.end]:
        rule = _read_mega(reading, amount) or f"{rule}:1e12"
    if name == "JPY" and inferred and not reading.scan.english:
        name = "CNY"
    if amount.per and name:
        name = f"{name}/{amount.per}"
    kind: Kind = unit.kind if unit else ("range" if amount.low != amount.high else "number")
    half = half_place(numeral.place) * (abs(amount.factor) if amount.factor else 1)
    exact = (
        numeral.exact
        and amount.factor is None
        and (kind in ("duration",) or (name or "").startswith(("count:", "people")))
    )
    least, most = interval(amount.low, amount.high, half, hedge, exact)
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
    if reading.language != "zh-Hans" or amount.unit is not None:
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
    return amount.numeral.hedge, None


def _past(folded: str, before: tuple[int, Hedge], amount: Amount) -> bool:
    """近三年 are the past three years, not nearly three."""
    return (
        before[1] == "nearly"
        and folded[before[0]] == "近"
        and amount.unit is not None
        and amount.unit.kind == "duration"
    )


@lru_cache(maxsize=8)
def _word_pattern(tables: NumberTables) -> re.Pattern[str]:
    forms = sorted(tables.lexical, key=len, reverse=True)
    return re.compile("|".join(re.escape(form) for form in forms))


def _read_words(reading: Reading, blocked: Sequence[tuple[int, int]]) -> list[Quantity]:
    """The words that are quantities by themselves: 翻倍, doubled, mid-teens."""
    folded, tables = reading.folded, reading.scan.tables
    found: list[Quantity] = []
    index = 0
    search, at = _word_pattern(tables).search, 0
    while matched := search(folded, at):
        start, end = matched.span()
        at = start + 1
        while index < len(blocked) and blocked[index][1] <= start:
            index += 1
        if index < len(blocked) and blocked[index][0] < end:
            continue
        form = tables.lexical[matched.group()]
        if _word_stands(folded, start, end, form):
            at = end
            found.append(_word_quantity(reading, start, end, form))
    return found


def _word_stands(folded: str, start: int, end: int, form: WordForm) -> bool:
    if folded[start].isascii():
        before, after = folded[start - 1 : start], folded[end : end + 1]
        if (before.isascii() and (before.isalnum() or before == "-")) or (after.isascii() and after.isalnum()):
            return False
    if form.not_before and folded.startswith(form.not_before, end):
        return False
    return not (form.not_after and folded.endswith(form.not_after, 0, start))


def _word_quantity(reading: Reading, start: int, end: int, form: WordForm) -> Quantity:
    hedge = form.hedge
    if hedge == "exact":
        before = hedge_before(reading.folded, start, reading.scan.tables)
        hedge = before[1] if before else hedge
    least, most = form.low, form.high
    if form.low is not None and form.high is not None:
        least, most = interval(form.low, form.high, Decimal(0), hedge, hedge == "exact")
    return Quantity(
        start, end, reading.text[start:end], form.kind, form.low, form.high, form.unit, False, hedge,
        form.direction, form.change, least, most, end, None, f"word:{form.id}",
    )  # fmt: skip
