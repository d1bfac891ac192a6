"""Support for figures that no like claim confirms: the same telling number elsewhere, read a little differently.

Two readers of one release seldom agree on every facet. A number of three digits said of the same company is not there by
chance, whatever aspect of the metric either sentence was read to state; a number of two digits needs more in common.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from factcheck.comparison.intervals import NEAR, disjoint
from factcheck.comparison.kinship import measures, periods_apart, scopes_apart, subjects
from factcheck.comparison.values import opposite

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence
    from decimal import Decimal

    from factcheck.comparison.figures import Figure
    from factcheck.rulebook import Rulebook

MOST = 200
"""Figures of one size beyond which only those of the same entity are looked at."""

Size = tuple[str, int, int]

Values: TypeAlias = "Mapping[tuple[int, int], set[object]]"
"""(dimension, value) of the numbers of each sentence, by document and its start."""

NEEDED = {
    ("same", "same"): 1,
    ("same", "akin"): 3,
    ("same", "open"): 3,
    ("akin", "same"): 2,
    ("akin", "akin"): 3,
    ("akin", "open"): 3,
    ("open", "same"): 3,
    ("open", "akin"): 4,
    ("open", "open"): 4,
}
"""Digits that the number must have by how close subject and measure are; a shared number in the sentences counts for two."""

SHARED = 2


def supporting(known: Sequence[Figure], confirmed: Container[int], rules: Rulebook) -> dict[int, list[Figure]]:
    """For each checked figure that nothing confirms, the figures of other documents that support it, by its number."""
    sizes = _by_size(known)
    values = sentence_values(known)
    found: dict[int, list[Figure]] = {}
    for figure in known:
        if figure.document.checked and figure.number not in confirmed and figure.value is not None:
            others = [other for other in _alike(figure, sizes) if _supports(figure, other, values, rules)]
            if others:
                found[figure.number] = others
    return found


def _by_size(known: Sequence[Figure]) -> Mapping[Size, Sequence[Figure]]:
    found: dict[Size, list[Figure]] = defaultdict(list)
    for figure in known:
        if figure.value is not None and figure.value > 0:
            found[_size(figure.dimension, figure.value)].append(figure)
    return found


def _size(dimension: str, value: Decimal) -> Size:
    exponent = value.adjusted()
    return dimension, exponent, int(value.scaleb(1 - exponent))


def _alike(figure: Figure, sizes: Mapping[Size, Sequence[Figure]]) -> Iterator[Figure]:
    """Figures of other documents whose first two digits are the same or next to them."""
    if figure.value is None or figure.value <= 0:
        return
    dimension, exponent, digits = _size(figure.dimension, figure.value)
    for near in (digits - 1, digits, digits + 1):
        at = (dimension, exponent, near)
        if near in (9, 100):
            at = (dimension, exponent - 1, 99) if near == 9 else (dimension, exponent + 1, 10)
        group = sizes.get(at, ())
        for other in group:
            if other.document is not figure.document and (
                len(group) <= MOST or other.claim.entity == figure.claim.entity
            ):
                yield other


def _supports(figure: Figure, other: Figure, values: Values, rules: Rulebook) -> bool:
    if not one_value(figure, other) or periods_apart(figure.claim, other.claim) or scopes_apart(figure, other):
        return False
    needed = NEEDED.get((subjects(figure, other, rules), measures(figure, other, rules)))
    if needed is None:
        return False
    told = strength(figure, other)
    return told >= needed or told + SHARED * shares_number(figure, other, values) >= needed


def one_value(a: Figure, b: Figure) -> bool:
    """Whether both may state one value, in one unit and direction; what a hedge leaves open on one side must be near."""
    if a.unit != b.unit or opposite(a, b) or disjoint(a.interval, b.interval) or a.value is None or b.value is None:
        return False
    return abs(a.value - b.value) <= NEAR * max(abs(a.value), abs(b.value))


def strength(a: Figure, b: Figure) -> int:
    """How many digits both print, an amount of millions counting for one more."""
    large = a.dimension.startswith("money") and (a.value or 0) >= 10**6
    return min(len(a.digits), len(b.digits)) + large


def sentence_values(known: Sequence[Figure]) -> Values:
    """(dimension, value) of the numbers of two digits or more, by document and sentence; 52 weeks are everybody's."""
    found: dict[tuple[int, int], set[object]] = defaultdict(set)
    for figure in known:
        if len(figure.digits) >= 2 and figure.claim.family != "duration":
            found[figure.document.index, figure.claim.sentence_start].add((figure.dimension, figure.value))
    return found


def shares_number(a: Figure, b: Figure, values: Values) -> bool:
    """Whether the two sentences have another number of two digits in common."""
    mine, theirs = (values[f.document.index, f.claim.sentence_start] for f in (a, b))
    return bool((mine & theirs) - {(f.dimension, f.value) for f in (a, b)})
