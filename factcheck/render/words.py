"""Values, periods and places in the words of a report: `USD 4.6 billion`, `September 2025`, `seeds/a.md:12:8`."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.render.nouns import counted
from factcheck.render.visible import visible

if TYPE_CHECKING:
    from factcheck.types import Claim, Quantity

_SCALES = ((Decimal(10) ** 12, " trillion"), (Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million"))
_HEDGES = {
    "about": "about ",
    "nearly": "nearly ",
    "over": "over ",
    "under": "under ",
    "at_least": "at least ",
    "at_most": "at most ",
    "order_of_magnitude": "in the order of ",
}
_UNITS = {"%": "%", "pp": " percentage points", "bp": " basis points", "x": " times", "points": " points"}


def number_words(value: Decimal) -> str:
    """A value as a reader says it: 4600000000 is `4.6 billion`; below a million grouped digits, zeros as written."""
    if not value.is_finite():
        return str(value)
    for scale, word in _SCALES:
        if abs(value) >= scale and value.adjusted() < 18:
            return f"{(value / scale).normalize():,f}{word}"
    return f"{value:,f}" if abs(value.adjusted()) < 30 else f"{value:.3e}"


def quantity_words(quantity: Quantity) -> str:
    """The normalised value: hedge, direction, number and unit.

    >>> from factcheck.types import Quantity
    >>> quantity_words(Quantity(0, 6, "46億美元", "money", Decimal("4.6e9"), Decimal("4.6e9"), "USD", hedge="about"))
    'about USD 4.6 billion'
    """
    low, high = quantity.value_low, quantity.value_high
    if low is None or high is None:
        return visible(quantity.surface)
    words = _with_unit(_range_words(low, high), quantity)
    if quantity.unit_inferred:
        words += " (unit inferred)"
    direction = f"{quantity.direction} " if quantity.direction else ""
    change = "by " if quantity.change == "delta" and not direction else ""
    return f"{direction}{change}{_HEDGES.get(quantity.hedge, '')}{words}"


def interval_words(quantity: Quantity) -> str:
    """The interval that the statement allows: `4.55 billion to 4.65 billion`, open ends said; `any` without numbers."""
    low, high = quantity.interval_low, quantity.interval_high
    if low is None and high is None:
        return "any"
    if low is None or high is None:
        return f"at least {number_words(low)}" if low is not None else f"at most {number_words(high or Decimal())}"
    return _range_words(low, high, joint=" to ")


def period_words(period: tuple[date, date] | None) -> str:
    """`12 September 2025`, `September 2025`, `Q3 2025`, `H1 2025`, `2025`, or the first and last day."""
    if period is None:
        return ""
    first, last = period
    if first == last:
        return f"{first.day} {calendar.month_name[first.month]} {first.year}"
    if first.year == last.year and first.day == 1 and _ends_month(last):
        months = last.month - first.month + 1
        if months == 1:
            return f"{calendar.month_name[first.month]} {first.year}"
        if months == 3 and first.month % 3 == 1:
            return f"Q{first.month // 3 + 1} {first.year}"
        if months == 6 and first.month in (1, 7):
            return f"H{first.month // 6 + 1} {first.year}"
        if months == 12:
            return str(first.year)
    return f"{first.isoformat()} to {last.isoformat()}"


def name_words(identifier: str) -> str:
    """A rule id as words; open names are shown as they are."""
    return visible(identifier.replace("_", " ")).strip()


def claim_words(claim: Claim) -> list[str]:
    """What a claim says beside its value: period, metric, entity, scope, modality, who says so."""
    period = period_words(claim.period)
    parts = [
        f"{period} (inferred)" if period and claim.period_inferred else period,
        _named(claim.metric, claim.metric_open, claim.metric_surface),
    ]
    if claim.entity:
        parts.append(_named(claim.entity, claim.entity_open, claim.entity_surface))
    parts += [f"{name_words(facet)} {name_words(value)}" for facet, value in claim.facets]
    if claim.modality != "actual":
        parts.append(claim.modality)
    if claim.attribution:
        parts.append(f"says {name_words(claim.attribution)}")
    return [part for part in parts if part]


def place(claim: Claim) -> str:
    """`seeds/a.md:12:8`: file, line and column, both from 1, columns in code points."""
    return f"{visible(claim.article)}:{claim.line}:{claim.column}"


def provenance(claim: Claim) -> list[str]:
    """Outlet and date of the claim's article, where known."""
    parts = [visible(claim.source) if claim.source else "", claim.published.isoformat() if claim.published else ""]
    return [part for part in parts if part]


def _named(identifier: str, is_open: bool, surface: str | None) -> str:
    """A rule id as words; what no rule knows in the article's own spelling, not in the folded one of its key."""
    return visible(surface).strip() if is_open and surface else name_words(identifier)


def _range_words(low: Decimal, high: Decimal, joint: str = "–") -> str:
    first, last = number_words(low), number_words(high)
    if low == high:
        return first
    scale = first.rpartition(" ")[2]
    if " " in first and last.endswith(f" {scale}"):
        first = first.removesuffix(f" {scale}")
    return f"{first}{joint}{last}"


def _with_unit(words: str, quantity: Quantity) -> str:
    unit = quantity.unit
    if quantity.kind == "rank" or unit == "rank":
        return f"rank {words}"
    if unit is None:
        return words
    if unit in _UNITS:
        return f"{words}{_UNITS[unit]}"
    head, _, per = visible(unit).partition("/")
    each = f" per {per.replace('_', ' ')}" if per else ""
    if len(head) == 3 and head.isascii() and head.isupper():
        return f"{head} {words}{each}"
    noun = counted(head.removeprefix("count:").replace("_", " "), one=quantity.value_low == quantity.value_high == 1)
    return f"{words} {noun}{each}"


def _ends_month(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1 if day < date.max else True
