"""The verdict on a pair of figures: they agree, they conflict (and by which slip), or they differ for a known reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from factcheck.comparison.comparability import AHEAD, Relation, relate
from factcheck.comparison.doubts import WARNING_BELOW, severity_of, total_doubt
from factcheck.comparison.intervals import Kinship, kinship, rounded_power
from factcheck.comparison.values import listed_twice, opposite, points_for_percent, touching, values_meet

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.comparison.figures import Figure
    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.metrics import MetricRule
    from factcheck.types import Severity


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a pair of figures amounts to."""

    kind: Literal["agree", "conflict", "explained", "echo"]
    """`echo`: nothing to say: the same value of another period, or two things that nobody would mix up."""
    first: Figure
    second: Figure
    check: str = ""
    """Id of the check that fits a conflict."""
    reason: str = ""
    """Why explained."""
    weak: tuple[str, ...] = ()
    kin: Kinship = "far"
    """How the two numbers are akin, once the conflict is settled."""
    aligned: int = 0
    """Likeness in per cent of the two sentences, where the figures stand at one place of sentences that are nearly the same."""

    beside: tuple[Figure, ...] = ()
    """Figures to show as well: the two dates of one number."""

    @property
    def doubt(self) -> float:
        """The sum of what makes the conflict doubtful."""
        return total_doubt(self.weak)

    @property
    def severity(self) -> Severity:
        """How loudly to say it."""
        return severity_of(self.doubt)

    @property
    def confidence(self) -> float:
        """How sure the conflict is, 0 to 1."""
        return max(0.1, round(0.95 - 0.2 * self.doubt, 2))

    def other(self, figure: Figure) -> Figure:
        """The figure at the other end."""
        return self.second if figure is self.first else self.first

    def doubted(self, *names: str) -> Verdict:
        """The same verdict with more doubts."""
        return replace(self, weak=self.weak + names)


REPORTERS = frozenset({"agency", "media"})
"""Kinds of entity that publish figures about others: a statistics office has many counts of many things."""

INFERRED = frozenset({"unit_inferred", "unit_half_inferred"})
SIMILAR = Decimal("0.25")
"""Relative difference up to which a reader may take two values for one and wonder."""

VOUCHED = {"open_entity": "", "forecaster": "", "period_one_sided": "aside:period", "period_unstated": ""}
"""What a doubt becomes where a shared number beside the two figures vouches for their subject."""


def judge(
    a: Figure,
    b: Figure,
    rule: MetricRule | None,
    rules: Rulebook,
    extra: Iterable[str] = (),
    *,
    vouched: bool = False,
) -> Verdict:
    """The verdict on two figures of one entity, metric and dimension; `vouched` where their sentences share another number."""
    relation = relate(a, b, rule)
    meet, weak = values_meet(a, b, rule, rules)
    weak = (*relation.weak, *weak, *extra)
    subject = rules.entities.rule(a.claim.entity)
    if subject is not None and subject.kind in REPORTERS:
        weak = (*weak, "reporter")
    if vouched:
        kept = (VOUCHED.get(name, name.replace("facet:", "aside:")) for name in weak)
        weak = tuple(dict.fromkeys(["companion", *(name for name in kept if name)]))
    if relation.reason is not None:
        if meet and relation.reason == "period" and swapped_period(a, b, relation):
            return Verdict("conflict", a, b, "FC105", weak=(*weak, *_period_doubts(a, b)), kin="equal")
        telling = not meet and worth_explaining(a, b, relation)
        return Verdict("explained" if telling else "echo", a, b, reason=relation.reason, weak=weak)
    if relation.period == "near" and not (meet and a.telling and b.telling):
        # A day apart is local time where the numbers are the same, and another day where they are not.
        return Verdict("echo" if meet else "explained", a, b, reason="as_of", weak=weak)
    if not meet and listed_twice(a, b):
        return Verdict("echo", a, b, reason="scope", weak=weak)
    if opposite(a, b):
        return _opposite_verdict(a, b, meet, weak)
    if meet and points_for_percent(a, b):
        return Verdict("conflict", a, b, "FC103", weak=(*weak, "points"), kin="equal")
    if meet and not touching(a, b):
        return Verdict("agree", a, b, weak=weak)
    if replaced(a, b):
        return _replacement(a, b, weak)
    # Too doubtful before the numbers are even looked at: two things, not one.
    return Verdict("echo" if total_doubt(weak) > WARNING_BELOW + 1 else "conflict", a, b, weak=weak)


def worth_explaining(a: Figure, b: Figure, relation: Relation) -> bool:
    """Whether a reader may stumble over the two values: they are similar, or said of one period."""
    if a.claim.quantity.change != b.claim.quantity.change or opposite(a, b) or a.value is None or b.value is None:
        return False
    close = abs(a.value - b.value) <= SIMILAR * max(abs(a.value), abs(b.value))
    return close or (relation.period == "same" and relation.reason != "as_of")


def replaced(a: Figure, b: Figure) -> bool:
    """Whether both look ahead, for the same house, and one was published later: then it replaces the other."""
    first, second = a.claim, b.claim
    looking = {first.modality, second.modality} <= AHEAD or first.family == second.family == "price_target"
    dated = first.published is not None and second.published is not None and first.published != second.published
    return looking and dated and first.attribution == second.attribution


def _replacement(a: Figure, b: Figure, weak: tuple[str, ...]) -> Verdict:
    """A draft that is older than its source prints what the source has replaced; any other pair is explained."""
    older, newer = sorted((a, b), key=lambda figure: figure.claim.published or date.max)
    if older.document.checked and not newer.document.checked and older.claim.attribution is not None:
        return Verdict("conflict", older, newer, "FC108", weak=weak, kin="near")
    return Verdict("explained", a, b, reason="superseded", weak=weak)


def _opposite_verdict(a: Figure, b: Figure, meet: bool, weak: tuple[str, ...]) -> Verdict:
    if meet and min(len(a.leading), len(b.leading)) >= 2:
        return Verdict("conflict", a, b, "FC104", weak=weak, kin="equal")
    # Up a little here and down a little there: most often two moments of one session.
    return Verdict("conflict", a, b, "FC104", weak=(*weak, "far", "unlike"), kin="far")


def settled(verdict: Verdict) -> Verdict:
    """A conflict of values with the check that fits and what the kinship of the numbers says about it.

    Done late: most pairs that differ are dropped because each side is confirmed by another claim of the other's article.
    """
    if verdict.check:
        return verdict
    return replace(conflict(verdict.first, verdict.second, verdict.weak), aligned=verdict.aligned)


def conflict(a: Figure, b: Figure, weak: tuple[str, ...]) -> Verdict:
    """The conflict of two figures that no value satisfies, named by what most likely happened."""
    kin: Kinship = kinship(a.value, b.value, a.written, b.written)
    first, second = a.unit, b.unit
    if kin in ("far", "near", "lost_digit") and first == second and min(len(a.digits), len(b.digits)) >= 3:
        power = rounded_power(a.interval, b.interval)
        # A digit lost from 38.93億 leaves hundreds of millions, not the 3.89 million that a wrong scale word makes.
        kin = "power" if power and (kin != "lost_digit" or abs(power) > 1) else kin
    if first != second and a.digits and a.digits == b.digits:
        check = "FC103" if a.value == b.value or kin == "power" else "FC102"
        return Verdict("conflict", a, b, check, weak=tuple(name for name in weak if name != "converted"), kin=kin)
    if kin == "power":
        # No rate of exchange makes a thousand of one: which dollar a bare 元 is does not matter here.
        return Verdict("conflict", a, b, "FC102", weak=tuple(name for name in weak if name not in INFERRED), kin=kin)
    doubts: list[str] = [kin] if kin in ("near", "far") else []
    if touching(a, b):
        doubts.append("last_digit")
    if max(len(a.digits), len(b.digits)) < 2:
        doubts.append("small")
    check = "FC103" if first != second and "converted" in weak and kin != "far" else "FC101"
    return Verdict("conflict", a, b, check, weak=(*weak, *doubts), kin=kin)


def swapped_period(a: Figure, b: Figure, relation: Relation) -> bool:
    """Whether one telling value is given for two periods that are both stated and cannot be one."""
    if a.value != b.value or not (a.telling and b.telling) or a.unit != b.unit or opposite(a, b):
        return False
    first, second = a.claim, b.claim
    if first.period is None or second.period is None or first.period_surface is None or second.period_surface is None:
        return False
    if not (first.period_sole and second.period_sole):
        return False  # in a sentence of several periods the reader may have taken the wrong one
    # A single day is as often the day of the news as the day of the figure.
    single = first.period[0] == first.period[1] or second.period[0] == second.period[1]
    return relation.period in ("inside", "apart") and not single and first.period_surface != second.period_surface


def _period_doubts(a: Figure, b: Figure) -> tuple[str, ...]:
    """A value said of a part and of the whole is one of both; of two stretches apart it may be either."""
    first, second = a.claim, b.claim
    if (first.period_surface or "") in second.sentence or (second.period_surface or "") in first.sentence:
        # A sentence that names both periods was read with the wrong one.
        return ("elsewhere",)
    return ("unlike",) if a.dimension == "percent" else ("near", "near")
