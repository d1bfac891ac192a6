"""to_base: a quantity in the base unit of its dimension, for comparison. Reading text never comes here: pint knows M as molar."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from factcheck.rulebook.numbers import PINT_NAMES

if TYPE_CHECKING:
    from factcheck.rulebook.numbers import NumberTables


def to_base(value: Decimal, unit: str | None, tables: NumberTables) -> tuple[Decimal, str] | None:
    """The value in base units with the name of the base, or None for a unit that cannot be converted.

    1.2 GW and 1200 MW are one amount of power; 25 % and a quarter one ratio; a rate (`USD/oz`) keeps its currency.
    """
    if unit is None:
        return None
    found = _factor(tables, unit)
    return None if found is None else (value * found[0], found[1])


@lru_cache(maxsize=4096)
def _factor(tables: NumberTables, unit: str) -> tuple[Decimal, str] | None:
    """What one such unit is in base units, and the name of the base."""
    import pint

    registry = _registry(tables)
    if not all(part in tables.convertible for part in unit.split("/", 1)):
        return None
    parts = [PINT_NAMES.get(part, part) for part in unit.split("/", 1)]
    try:
        amount = registry.Quantity(Decimal(1), registry.Unit(parts[0]))
        if len(parts) == 2:
            amount = amount / registry.Quantity(Decimal(1), registry.Unit(parts[1]))
        base = amount.to_base_units()
    except (pint.PintError, ArithmeticError):
        return None
    return Decimal(base.magnitude), str(base.units)


@lru_cache(maxsize=4)
def _registry(tables: NumberTables) -> Any:
    """An empty registry with the definitions of the rules; pint's own takes a hundred times as long to build."""
    from pint import UnitRegistry

    registry: Any = UnitRegistry(None, non_int_type=Decimal)
    for definition in tables.pint_definitions:
        registry.define(definition)
    return registry
