"""Numbers, units, hedges and periods: is what stands in the example read as its rule says?"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from factcheck.ruletests.case import Case, listed, mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.numbers import NumberExample, NumberTables
    from factcheck.rulebook.periods import PeriodExample, PeriodTables
    from factcheck.types import Quantity

_MARKED = re.compile(r"\[([^\]]+)\]")


def number_cases(tables: NumberTables) -> Iterator[Case]:
    """The bracketed part of an example is a quantity with the rule's unit or hedge; in a near miss it is not."""
    for example in tables.examples:
        yield Case("numbers", example.rule, example.text, example.near_miss, partial(_number_fault, example))


def period_cases(tables: PeriodTables) -> Iterator[Case]:
    """The surface of an example is a period with its days; nothing in a near miss is read by the form."""
    for language in tables.languages:
        for form in language.forms:
            for example in form.examples:
                yield Case("periods", form.id, example.text, False, partial(_period_fault, example))
            for text in form.near_misses:
                yield Case("periods", form.id, text, True, partial(_period_near_miss, form.id, text))


def _number_fault(example: NumberExample, rulebook: Rulebook) -> str | None:
    marked = _MARKED.findall(example.text)
    quantities = mentions(_MARKED.sub(r"\1", example.text), rulebook).quantities
    fitting = {quantity.surface for quantity in quantities if _fits(example, quantity)}
    if example.near_miss:
        wrong = fitting & set(marked) if marked else fitting
        return f"{listed(wrong)} read by {example.rule}" if wrong else None
    missed = set(marked) - fitting
    read = [f"{quantity.surface} ({quantity.hedge}, {quantity.unit})" for quantity in quantities]
    return f"not read: {listed(missed)}; read: {listed(read)}" if missed or not marked else None


def _fits(example: NumberExample, quantity: Quantity) -> bool:
    unit = quantity.unit or ""
    same_unit = example.unit is None or unit == example.unit or unit.partition("/")[0] == example.unit
    return same_unit and (example.hedge is None or quantity.hedge == example.hedge)


def _period_fault(example: PeriodExample, rulebook: Rulebook) -> str | None:
    periods = mentions(example.text, rulebook, example.date).periods
    for period in periods:
        if period.surface == example.surface:
            wanted, got = (example.first, example.last), (period.first_day, period.last_day)
            return (
                None
                if wanted == got
                else f"{example.surface}: {got[0]} to {got[1]}, expected {wanted[0]} to {wanted[1]}"
            )
    return f"{example.surface} not read; read: {listed([period.surface for period in periods])}"


def _period_near_miss(form: str, text: str, rulebook: Rulebook) -> str | None:
    read = [period.surface for period in mentions(text, rulebook).periods if period.rule == form]
    return f"{listed(read)} read as {form}" if read else None
