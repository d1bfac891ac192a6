"""Right numbers in the wrong place: a high of the day printed as the close, one company's figure given to another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.comparison.companions import named
from factcheck.comparison.comparability import AHEAD
from factcheck.comparison.figures import Figure
from factcheck.comparison.kinship import periods_apart, scopes_apart, subjects
from factcheck.comparison.periods import days_apart
from factcheck.comparison.resolution import HOURLY
from factcheck.comparison.slips import one_day
from factcheck.comparison.support import Values, one_value, sentence_values, shares_number
from factcheck.comparison.verdicts import Verdict
from factcheck.types import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.rulebook import Rulebook

MEASURES = frozenset({"share_move", "growth", "shipments", "revenue", "profit", "market_share", "users", "market_cap"})
"""Families of which every company has its own, so that one of them is easily given to another."""

CLOSING = (None, "close")
MOST = 400

Sort = tuple[str, str, str]


def misplaced_verdicts(
    known: Sequence[Figure], votes: Mapping[int, Sequence[Figure]], rules: Rulebook
) -> Iterator[Verdict]:
    """Conflicts of checked figures whose number the sources print of another hour (FC101) or another company (FC106)."""
    by_metric: dict[Sort, list[Figure]] = defaultdict(list)
    for figure in known:
        if not figure.claim.metric_open and figure.claim.entity is not None and figure.value is not None:
            by_metric[_sort(figure)].append(figure)
    values = sentence_values(known)
    for figure in known:
        group = by_metric.get(_sort(figure), ())
        if not figure.document.checked or len(group) > MOST:
            continue
        others = [other for other in group if other.document is not figure.document and comparable(figure, other)]
        found = _other_hour(figure, others)
        if found is None and not any(_own_value(figure, other) for other in votes.get(figure.number, ())):
            found = _other_company(figure, others, values, rules)
        if found is not None:
            yield found


def _sort(figure: Figure) -> Sort:
    return figure.claim.metric, figure.dimension, figure.unit or ""


def comparable(a: Figure, b: Figure) -> bool:
    """Whether day, period and outlook allow to hold the two against each other."""
    if a.claim.family in HOURLY:
        # A move within the day is of the day of the news, whatever other period the sentence names.
        hours = {figure.claim.facet("session") for figure in (a, b)}
        return one_day(a, b) or (hours == {"intraday"} and days_apart(a.claim, b.claim) == 0)
    return not periods_apart(a.claim, b.claim) and (a.claim.modality in AHEAD) == (b.claim.modality in AHEAD)


def _other_hour(figure: Figure, others: Iterable[Figure]) -> Verdict | None:
    """The close that the sources print, where the number said to be it is theirs of another hour only."""
    if figure.claim.family not in HOURLY or figure.claim.facet("session") != "close":
        return None
    mine = [other for other in others if other.claim.entity == figure.claim.entity]
    same = [other for other in mine if one_value(figure, other)]
    if any(other.claim.facet("session") in CLOSING for other in same):
        return None
    hours = {other.document.index for other in same if other.claim.facet("session") == "intraday"}
    for other in mine:
        today = other.document.index in hours or other.claim.period == figure.claim.period
        if hours and today and other.claim.facet("session") == "close" and not one_value(figure, other):
            return Verdict("conflict", figure, other, "FC101", weak=("slip",), kin="near")
    return None


def _other_company(figure: Figure, others: Sequence[Figure], values: Values, rules: Rulebook) -> Verdict | None:
    """The company whose figure it is, where its article has another for the one that the draft names, or another number is theirs too."""
    if (
        figure.claim.family not in MEASURES
        or len(figure.leading) < 2
        or not (named(figure) and _company(figure, rules))
    ):
        return None
    level = [other for other in others if not scopes_apart(figure, other)]
    own = [other for other in level if other.claim.entity == figure.claim.entity]
    if any(one_value(figure, other) for other in own):
        return None
    documents = {other.document.index for other in own}
    for other in level:
        vouched = other.document.index in documents or (named(other) and shares_number(figure, other, values))
        if vouched and figure.value == other.value and one_value(figure, other) and _rivals(figure, other, rules):
            return Verdict("conflict", figure, other, "FC106", weak=("slip",), kin="equal", beside=(_name(figure),))
    return None


def _own_value(figure: Figure, other: Figure) -> bool:
    """Whether the other figure gives the number to the company that the draft names."""
    return other.claim.entity == figure.claim.entity and one_value(figure, other)


def _name(figure: Figure) -> Figure:
    """The name of the subject as a figure without a value, so that a finding can point at it."""
    claim, name = figure.claim, figure.claim.entity_surface or ""
    before = claim.sentence.rfind(name, 0, max(0, claim.start - claim.sentence_start))
    at = claim.sentence_start + (before if before >= 0 else claim.sentence.find(name))
    line, column = figure.document.extraction.article.position(at)
    quantity = Quantity(at, at + len(name), name, "date", None, None)
    shown = replace(claim, quantity=quantity, line=line, column=column, confidence=0.3)
    return Figure(-1 - figure.number, figure.document, shown, (None, None), None, "", "name")


def _rivals(a: Figure, b: Figure, rules: Rulebook) -> bool:
    return a.claim.entity != b.claim.entity and _company(b, rules) and subjects(a, b, rules) != "akin"


def _company(figure: Figure, rules: Rulebook) -> bool:
    rule = rules.entities.rule(figure.claim.entity)
    return rule is not None and rule.kind in ("company", "platform", "product")
