"""Amounts in two currencies brought to one, at the reference rate of the day and with its tolerance."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.comparison.intervals import Interval, scaled, stretched

if TYPE_CHECKING:
    from datetime import date

    from factcheck.comparison.figures import Figure
    from factcheck.rulebook.rates import RateTables

SLACK = Decimal("0.015")
"""A newspaper converts at the rate of its own day and rounds the rate as well."""


def currency(figure: Figure) -> str | None:
    """The ISO code of an amount or of a rate per something; None for anything else."""
    unit = figure.unit
    return unit.partition("/")[0] if unit and figure.dimension.startswith("money") else None


def converted(figure: Figure, to: str, rates: RateTables) -> Interval | None:
    """The interval of an amount in another currency, the rate's tolerance included; None without a rate."""
    code = currency(figure)
    found = None if code is None else rates.rate(code, to, rate_day(figure))
    if found is None:
        return None
    rate, tolerance = found
    return stretched(scaled(figure.interval, rate), tolerance + SLACK)


def converted_value(figure: Figure, to: str, rates: RateTables) -> Decimal | None:
    """The stated amount at the reference rate, for messages."""
    code = currency(figure)
    found = None if code is None else rates.rate(code, to, rate_day(figure))
    return None if found is None or figure.value is None else figure.value * found[0]


def rate_day(figure: Figure) -> date | None:
    """The day whose rate applies: publication, or the end of the period where that is earlier."""
    claim, published = figure.claim, figure.document.published
    if claim.period is None:
        return published
    last = claim.period[1]
    return last if published is None else min(last, published)
