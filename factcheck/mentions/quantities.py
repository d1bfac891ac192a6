"""read_quantities: every number of a text with its unit, hedge and interval."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.mentions.amount_spans import without_amounts
from factcheck.mentions.amounts import Amount, Reading, attach_per, read_amount
from factcheck.mentions.counting import counter_after
from factcheck.mentions.few import read_few
from factcheck.mentions.fractions import read_fraction
from factcheck.mentions.neighbours import join_neighbours
from factcheck.mentions.number_guards import is_minute_of_clock, longer_word, runs_into_letters, stands_alone
from factcheck.mentions.number_scan import is_part_of_code, scanner, skip_code
from factcheck.mentions.numerals import Numeral
from factcheck.mentions.quantity_words import read_words
from factcheck.mentions.ranges import join_range
from factcheck.mentions.ranks import read_rank
from factcheck.mentions.stated import stated_quantity
from factcheck.mentions.units import unit_after

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.rulebook.numbers import NumberTables
    from factcheck.types import Quantity

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
    """The quantities of a text, sorted, none overlapping another; a range is one quantity. None reaches
    into a blocked span, unless that is the unit or the whole of an amount (42 | KWD).

    `folded` is `fold(text)`. `direction` and `change` are set only where the word itself says them (doubled, 腰斬).
    """
    reading = Reading(text, folded, scanner(tables, language == "en"), language)
    blocked = without_amounts(reading, blocked)
    found = read_words(reading, blocked)
    taken = sorted([*blocked, *((word.start, word.end) for word in found)]) if found else blocked
    found += _read_numbers(reading, taken)
    found.sort(key=lambda quantity: quantity.start)
    return join_neighbours(reading, found)


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
    if (not digit or head in tables.not_number_windows) and (stop := longer_word(folded, start, head, tables)):
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
    if amount is None and sign in "几数" and (few := read_few(reading, start, limit, floor)):
        return few, few.end
    if amount is None:
        return None, skip_code(folded, start) if digit else start + 1
    if is_minute_of_clock(folded, amount):
        return None, amount.end
    if digit and runs_into_letters(folded, amount):
        return None, skip_code(folded, start)
    whole = join_range(reading, amount, limit)
    if whole is amount and not stands_alone(reading, amount):
        return None, amount.numeral.end
    return _finish(reading, whole, limit, floor)


def _after_currency(reading: Reading, start: int, limit: int, floor: int) -> Amount | None:
    """The amount at digits that follow letters, where the letters are a currency (RMB380, USD115)."""
    amount = read_amount(reading, start, limit, floor)
    return amount if amount is not None and amount.currency_start is not None else None


def _read_half(reading: Reading, start: int, limit: int, floor: int) -> tuple[Quantity | None, int]:
    """半年, 半成, 半個月: half of the unit that follows."""
    folded = reading.folded
    if start > 0 and folded[start - 1] in CLOSED:
        return None, start + 1
    tables = reading.scan.tables
    unit = unit_after(reading.text, folded, start + 1, tables, digits=False)
    if unit is None and folded.startswith("个", start + 1):
        unit = counter_after(folded, start + 1, tables)
    if unit is None or unit.kind not in ("percent", "duration", "ratio", "quantity") or unit.end > limit:
        return None, start + 1
    half = Decimal("0.5") * (unit.factor or 1)
    numeral = Numeral(start, start + 1, half, half, None, rule="half")
    return _finish(
        reading, Amount(start, unit.end, numeral, half, half, unit, factor=unit.factor, rule="half"), limit, floor
    )


def _finish(reading: Reading, amount: Amount, limit: int, floor: int) -> tuple[Quantity, int]:
    amount = join_range(reading, amount, limit) if amount.rule != "range" else amount
    attach_per(reading, amount, limit, floor)
    quantity = stated_quantity(reading, amount)
    return quantity, quantity.end
