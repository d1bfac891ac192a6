"""Slips that tell by themselves: digits transposed, a power of ten, another currency, the other direction.

Two figures of one subject and measure whose numbers are related so are one figure misprinted, even where a facet or the period
was read from one sentence only. What any other source prints of the subject as the draft has it is no slip.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from factcheck.comparison.companions import named
from factcheck.comparison.comparability import AHEAD, DAILY, LONG_AGO, MEASURED
from factcheck.comparison.currencies import currency
from factcheck.comparison.intervals import significant, typing_slip
from factcheck.comparison.kinship import measures, periods_apart, scopes_apart, stated, subjects
from factcheck.comparison.periods import days_apart, relate_periods
from factcheck.comparison.support import one_value, sentence_values, shares_number
from factcheck.comparison.values import opposite
from factcheck.comparison.verdicts import Verdict, replaced

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from factcheck.comparison.figures import Figure
    from factcheck.rulebook import Rulebook
    from factcheck.types import Claim

Slip = Literal["power", "transposed", "currency", "turned"]

CHECKS = {"power": "FC102", "transposed": "FC101", "currency": "FC103", "turned": "FC104"}

DIGITS = {"power": 2, "transposed": 3, "currency": 2, "turned": 2}
"""Digits that both numbers must show."""

MOST = 150
"""Figures of one size beyond which only those of the same entity are looked at."""


@dataclass(slots=True)
class Slips:
    """The figures of a run, arranged so that those a slip away from a given one are found at once."""

    rules: Rulebook
    by_shape: dict[tuple[str, str], list[Figure]] = field(default_factory=lambda: defaultdict(list))
    values: Mapping[tuple[int, int], set[object]] = field(default_factory=dict)

    @classmethod
    def of(cls, known: Sequence[Figure], rules: Rulebook) -> Slips:
        """Arranged by leading digits, and by the digits that the number is made of."""
        made = cls(rules, values=sentence_values(known))
        for figure in known:
            for shape in shapes(figure):
                made.by_shape[shape].append(figure)
        return made

    def near(self, figure: Figure) -> list[Figure]:
        """Figures of other documents with the same leading digits or the same digits in another order."""
        found: dict[int, Figure] = {}
        for shape in shapes(figure):
            group = self.by_shape[shape]
            for other in group:
                if len(group) <= MOST or other.claim.entity == figure.claim.entity:
                    found[other.number] = other
        return [found[number] for number in sorted(found) if found[number].document is not figure.document]

    def verdict(self, figure: Figure, near: Sequence[Figure]) -> Verdict | None:
        """The conflict with the figure that this one most likely slipped from; None where a source prints it as it is."""
        slipped = [
            (other, slip) for other in near if (slip := slip_of(figure, other)) and self.one_thing(figure, other, slip)
        ]
        if not slipped or any(self.printed(figure, other) for other in near):
            return None
        other, slip = min(slipped, key=lambda pair: (pair[0].claim.metric != figure.claim.metric, pair[0].number))
        kin = slip if slip in ("power", "transposed") else "equal"
        return Verdict("conflict", figure, other, CHECKS[slip], weak=("slip",), kin=kin)

    def one_thing(self, a: Figure, b: Figure, slip: Slip) -> bool:
        """Whether subject, measure, period and scope allow the two figures to be one."""
        if parted(a, b, slip):
            return False
        subject, measure = subjects(a, b, self.rules), measures(a, b, self.rules)
        if subject == "other" or measure == "other":
            return False
        if subject == measure == "same":
            return self.plain(a, b, slip) or shares_number(a, b, self.values)
        if slip == "turned":
            return False
        if subject == "akin" and measure == "same" and stated(a.claim) and a.claim.period == b.claim.period:
            return self.plain(a, b, slip)
        return shares_number(a, b, self.values) and "same" in (subject, measure)

    def plain(self, a: Figure, b: Figure, slip: Slip) -> bool:
        """Whether the slip needs no other number to vouch for it: one outlook, and a subject that is named for a price or a per cent."""
        if slip == "currency":
            return True
        if not one_outlook(a, b):
            return False
        return slip == "turned" or large(a) or (named(a) and named(b))

    def printed(self, figure: Figure, other: Figure) -> bool:
        """Whether the other figure is this one as it stands, of a subject that may be the same."""
        return one_value(figure, other) and same_way(figure, other) and subjects(figure, other, self.rules) != "other"


def large(figure: Figure) -> bool:
    """Whether it is an amount or a number of millions, of which a company has few."""
    return figure.dimension != "percent" and (figure.value or 0) >= 10**6


def same_way(a: Figure, b: Figure) -> bool:
    """Whether both rise, both fall, or one of them does not say."""
    return not opposite(a, b)


def slip_verdicts(known: Sequence[Figure], confirmed: Container[int], rules: Rulebook) -> Iterator[Verdict]:
    """A conflict for each checked figure that nothing confirms and that is a telling slip away from a source's."""
    slips = Slips.of(known, rules)
    for figure in known:
        if figure.document.checked and figure.number not in confirmed and len(figure.leading) >= 2:
            verdict = slips.verdict(figure, slips.near(figure))
            if verdict is not None:
                yield verdict


def shapes(figure: Figure) -> Iterator[tuple[str, str]]:
    """What two figures a slip apart have in common: the two leading digits rounded, or all digits in any order."""
    if figure.value is not None and figure.value > 0:
        yield figure.dimension, f"{figure.value:.1e}"[:3]
        if len(figure.digits) >= 3:
            yield figure.dimension, "".join(sorted(figure.digits))


def slip_of(a: Figure, b: Figure) -> Slip | None:
    """The telling slip between the two numbers; None where they are the same, or simply different."""
    slip = _slip(a, b)
    enough = slip is not None and min(len(a.leading), len(b.leading)) >= DIGITS[slip]
    return slip if enough else None


def _slip(a: Figure, b: Figure) -> Slip | None:
    if a.value is None or b.value is None or "x" in (a.unit, b.unit):
        return None
    if a.unit != b.unit:
        inferred = a.claim.quantity.unit_inferred or b.claim.quantity.unit_inferred
        paid = currency(a) is not None and currency(b) is not None and a.dimension == b.dimension
        return "currency" if paid and not inferred and a.value == b.value else None
    if opposite(a, b):
        deltas = a.claim.quantity.change == b.claim.quantity.change == "delta"
        return "turned" if deltas and a.value == b.value else None
    if a.value.adjusted() == b.value.adjusted():
        return "transposed" if typing_slip(a.digits, b.digits) == "transposed" else None
    return "power" if same_digits(a, b) else None


def same_digits(a: Figure, b: Figure) -> bool:
    """Whether the shorter number is the longer one rounded, places apart: 590 for 5,890."""
    short, long = sorted((a, b), key=lambda figure: len(figure.digits))
    if len(short.digits) < 2 or short.value is None or long.value is None:
        return False
    rounded = Decimal(f"{long.value:.{len(short.digits) - 1}e}")
    return significant(rounded) == short.digits and rounded.adjusted() != short.value.adjusted()


def parted(a: Figure, b: Figure, slip: Slip) -> bool:
    """Whether scope, period, outlook or the days of publication say that the two are not one figure."""
    first, second = a.claim, b.claim
    if scopes_apart(a, b) or periods_apart(first, second) or (days_apart(first, second) or 0) > LONG_AGO:
        return True
    if slip == "transposed" and first.metric_open and second.metric_open:
        return True
    if first.family in DAILY and not one_day(a, b):
        return True
    return replaced(a, b) or two_houses(first, second)


def two_houses(a: Claim, b: Claim) -> bool:
    """Whether two named houses look ahead, or measure what each house measures in its own way."""
    apart = a.attribution is not None and b.attribution is not None and a.attribution != b.attribution
    return apart and (a.modality in AHEAD or b.modality in AHEAD or a.family in MEASURED)


def one_outlook(a: Figure, b: Figure) -> bool:
    """Whether both tell what happened, or both what is to come."""
    return (a.claim.modality in AHEAD) == (b.claim.modality in AHEAD)


def one_day(a: Figure, b: Figure) -> bool:
    """Whether both are of one day: that of the period, or else of publication."""
    periods = [figure.claim.period for figure in (a, b)]
    if all(periods) and (stated(a.claim) or stated(b.claim)):
        return relate_periods(*periods) in ("same", "near")
    return days_apart(a.claim, b.claim) == 0
