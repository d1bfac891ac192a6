"""Numbers, units, hedges and periods: is what stands in the example read as its rule says?"""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from factcheck.articles.language import detect_language
from factcheck.folding import fold
from factcheck.mentions.periods import read_periods
from factcheck.mentions.quantities import read_quantities
from factcheck.ruletests.case import Case, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.numbers import NumberExample, NumberTables
    from factcheck.rulebook.periods import PeriodExample, PeriodTables
    from factcheck.types import Period, Quantity

_MARKED = re.compile(r"\[([^\]]+)\]")
_ANY_DAY = date(2024, 11, 14)
"""A near miss has no date of its own; the form must not speak of it on any."""


def number_cases(tables: NumberTables) -> Iterator[Case]:
    """The bracketed part of an example is a quantity with the rule's unit or hedge; nothing in a near miss is."""
    for example in tables.examples:
        kind = "units" if example.unit else "languages"
        yield Case(kind, example.rule, example.text, example.near_miss, partial(_number_fault, example))


def period_cases(tables: PeriodTables) -> Iterator[Case]:
    """The surface of an example is a period with its days; nothing in a near miss is read by the form."""
    for periods in tables.languages:
        for form in periods.forms:
            for example in form.examples:
                fault = partial(_period_fault, example, periods.language)
                yield Case("languages", form.id, example.text, False, fault)
            for text in form.near_misses:
                fault = partial(_period_near_miss, form.id, text, periods.language)
                yield Case("languages", form.id, text, True, fault)


def _number_fault(example: NumberExample, rulebook: Rulebook) -> str | None:
    text, marked = _MARKED.sub(r"\1", example.text), _MARKED.findall(example.text)
    language = "zh" if detect_language(text).language != "en" else "en"
    quantities = read_quantities(text, fold(text), rulebook.numbers, language=language)
    fitting = {quantity.surface for quantity in quantities if _fits(example, quantity)}
    if example.near_miss:
        return f"{listed(fitting)} read by it" if fitting else None
    read = [f"{quantity.surface} ({quantity.hedge}, {quantity.unit})" for quantity in quantities]
    missed = set(marked) - fitting
    return f"not read: {listed(missed)}; read: {listed(read)}" if missed or not marked else None


def _fits(example: NumberExample, quantity: Quantity) -> bool:
    """Whether the quantity has the hedge or the unit that the example is about, or, for a near miss, comes from its rule."""
    if example.hedge is not None:
        return quantity.hedge == example.hedge
    if example.unit is not None:
        # A prefix may stand before the unit, and what is paid for behind it: megawatt, HKD/share.
        return (quantity.unit or "").partition("/")[0].endswith(example.unit)
    return not example.near_miss or quantity.rule.endswith(example.rule)


def _period_fault(example: PeriodExample, language: str, rulebook: Rulebook) -> str | None:
    periods = _periods(example.text, example.reference, language, rulebook)
    for period in periods:
        if period.surface == example.surface:
            wanted, got = (example.first, example.last), (period.first_day, period.last_day)
            return None if wanted == got else f"{example.surface}: {_days(got)}, expected {_days(wanted)}"
    return f"{example.surface} not read; read: {listed([period.surface for period in periods])}"


def _period_near_miss(form: str, text: str, language: str, rulebook: Rulebook) -> str | None:
    read = [period.surface for period in _periods(text, _ANY_DAY, language, rulebook) if period.rule == form]
    return f"{listed(read)} read by it" if read else None


def _periods(text: str, day: date | None, language: str, rulebook: Rulebook) -> list[Period]:
    return read_periods(text, fold(text), rulebook.periods, date=day, language=language)


def _days(days: tuple[date | None, date | None]) -> str:
    return f"{days[0]} to {days[1]}"
