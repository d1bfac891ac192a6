"""The table of a conflict group: which value stands in how many articles, which is the majority, which the outlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.render.layout import columns
from factcheck.render.words import place, provenance, quantity_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from rich.text import Text

    from factcheck.types import Claim, Quantity


def value_table(claims: Sequence[Claim], width: int) -> list[Text]:
    """One row a claim, the most printed value first, each group marked once; the oldest article is marked too."""
    groups = value_groups(claims)
    dates = [claim.published for claim in claims if claim.published]
    oldest = min(dates) if len(set(dates)) > 1 else None
    rows = [["value", "", "date", "article"]]
    for at, group in enumerate(groups):
        for claim in sorted(group, key=lambda c: (str(c.published or "9999"), c.article, c.start)):
            marks = [_standing(groups, at), "oldest" if oldest and claim.published == oldest else ""]
            outlet = [claim.source] if claim.source else []
            day = claim.published.isoformat() if claim.published else ""
            where = " · ".join([place(claim), *provenance(claim)[: len(outlet)]])
            rows.append([quantity_words(claim.quantity), ", ".join(m for m in marks if m), day, where])
    return columns(rows, width, indent=4, flexible=3, styles=("bold", "", "dim", ""))


def representatives(claims: Sequence[Claim]) -> list[Claim]:
    """The primary claim and the first of every other value: the sentences worth showing."""
    groups = value_groups(claims)
    firsts = [group[0] for group in groups if claims[0] not in group]
    return [claims[0], *firsts]


def value_groups(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims whose values agree, the largest group first; values agree when their intervals overlap."""
    groups: list[list[Claim]] = []
    for claim in claims:
        home = next((g for g in groups if all(_agree(claim.quantity, other.quantity) for other in g)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return sorted(groups, key=len, reverse=True)


def _standing(groups: Sequence[Sequence[Claim]], at: int) -> str:
    """`majority` for the one largest group, `outlier` for a lone value beside it."""
    if len(groups) < 2 or len(groups[0]) == len(groups[1]):
        return ""
    if at == 0:
        return "majority"
    return "outlier" if len(groups[at]) == 1 else ""


def _agree(first: Quantity, second: Quantity) -> bool:
    if (first.unit, first.direction) != (second.unit, second.direction):
        return False
    (low, high), (other_low, other_high) = _ends(first), _ends(second)
    return _reaches(low, other_high) and _reaches(other_low, high)


def _ends(quantity: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The interval, or where none was worked out the values as stated."""
    if quantity.interval_low is None and quantity.interval_high is None:
        return quantity.value_low, quantity.value_high
    return quantity.interval_low, quantity.interval_high


def _reaches(low: Decimal | None, high: Decimal | None) -> bool:
    """Whether a lower end, perhaps open, does not lie above an upper end."""
    return low is None or high is None or low <= high
