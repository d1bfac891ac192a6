"""From verdicts on pairs to what stands: a claim that an article confirms is not in conflict with that article too."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.comparison.comparability import DAILY
from factcheck.comparison.verdicts import settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.comparison.figures import Figure
    from factcheck.comparison.verdicts import Verdict

SLIPS = ("power", "transposed", "one_digit", "lost_digit", "equal", "near", "far")
IDLE = 4.0
"""Doubt from which a conflict is not even worth a note."""

HOURLY = DAILY | {"index_level", "share_price"}
"""Families whose value changes within the day: two of one day are two moments of it."""

MOST_EXPLAINED = 3
"""Pairs explained for one claim: enough to show why it stands alone."""


@dataclass(slots=True)
class Evidence:
    """The verdicts of a run, indexed by figure and by the document at the other end."""

    agree: dict[tuple[int, int], list[Figure]] = field(default_factory=lambda: defaultdict(list))
    conflicts: dict[tuple[int, int], list[Verdict]] = field(default_factory=lambda: defaultdict(list))
    explained: dict[int, list[Verdict]] = field(default_factory=lambda: defaultdict(list))
    support: dict[int, list[Figure]] = field(default_factory=dict)
    """Figures of other documents with the same telling number, for those that no claim of their own sort confirms."""
    claimed: set[tuple[int, int]] = field(default_factory=set)
    """(figure, document) pairs that aligned sentences have decided."""

    def add(self, verdict: Verdict) -> None:
        """Takes a verdict in; what aligned sentences say about a figure and a document comes first and stands."""
        ends = ((verdict.first, verdict.second), (verdict.second, verdict.first))
        decided = any((a.number, b.document.index) in self.claimed for a, b in ends)
        if decided and not verdict.aligned and verdict.kind != "agree":
            return
        for a, b in ends:
            key = (a.number, b.document.index)
            if verdict.aligned:
                self.claimed.add(key)
            if verdict.kind == "agree":
                self.agree[key].append(b)
            elif verdict.kind == "conflict":
                self.conflicts[key].append(verdict)
            elif (
                verdict.kind == "explained"
                and a.document.checked
                and len(self.explained[a.number]) < 4 * MOST_EXPLAINED
            ):
                self.explained[a.number].append(verdict)

    def prefer(self, verdict: Verdict) -> None:
        """Takes a conflict in before what was said of its two figures so far, unless that is as sure or of aligned sentences."""
        first, second = verdict.first, verdict.second
        ends = ((first, second), (second, first))
        if any((a.number, b.document.index) in self.claimed for a, b in ends):
            return
        known = [
            v for v in self.conflicts.get((first.number, second.document.index), ()) if second in (v.first, v.second)
        ]
        if any(settled(v).doubt <= verdict.doubt for v in known):
            return
        for a, b in ends:
            self.conflicts[a.number, b.document.index].insert(0, verdict)
            self.explained[a.number] = [v for v in self.explained.get(a.number, ()) if v.other(a) is not b]

    def confirming(self) -> dict[int, list[Figure]]:
        """For each figure by its number, those of other documents that agree with it."""
        found: dict[int, dict[int, Figure]] = defaultdict(dict)
        for (number, _), others in self.agree.items():
            found[number] |= {other.number: other for other in others}
        return {number: list(figures.values()) for number, figures in found.items()}


def standing(evidence: Evidence, by_document: Mapping[int, Sequence[Figure]]) -> list[Verdict]:
    """The conflicts that stand, one for each checked figure and other document: the likeliest counterpart."""
    found: dict[tuple[int, int], Verdict] = {}
    settled_pairs: dict[tuple[int, int], Verdict] = {}
    votes = evidence.support | evidence.confirming()
    for key in sorted(evidence.conflicts):
        alive = []
        for verdict in evidence.conflicts[key]:
            pair = _pair(verdict)
            if pair not in settled_pairs and _stands(verdict, evidence):
                settled_pairs[pair] = backed(lowered(settled(verdict), by_document), votes)
            if pair in settled_pairs and settled_pairs[pair].doubt < IDLE:
                alive.append(settled_pairs[pair])
        if alive:
            best = min(alive, key=lambda verdict: _rank(verdict, key[0]))
            found.setdefault(_pair(best), best)
    return _without_doubles(list(found.values()))


def _without_doubles(found: list[Verdict]) -> list[Verdict]:
    """Without the period conflicts of figures for which the same document gives another value of the very period."""
    loud = [verdict for verdict in found if verdict.check != "FC105" and verdict.severity != "note"]
    told = {
        (one.number, other.document.index)
        for verdict in loud
        for one, other in ((verdict.first, verdict.second), (verdict.second, verdict.first))
    }

    def double(verdict: Verdict) -> bool:
        first, second = verdict.first, verdict.second
        ends = {(first.number, second.document.index), (second.number, first.document.index)}
        return verdict.check == "FC105" and not verdict.aligned and bool(ends & told)

    return [verdict for verdict in found if not double(verdict)]


def _pair(verdict: Verdict) -> tuple[int, int]:
    low, high = sorted((verdict.first.number, verdict.second.number))
    return low, high


def _rank(verdict: Verdict, number: int) -> tuple[float, int, int]:
    other = verdict.second if verdict.first.number == number else verdict.first
    # Another value of the very period says more than the same value of another period.
    return (
        verdict.doubt - 5 * bool(verdict.aligned) + 3 * (verdict.check == "FC105"),
        SLIPS.index(verdict.kin),
        other.number,
    )


def _stands(verdict: Verdict, evidence: Evidence) -> bool:
    """Whether neither end is confirmed by the document at the other end."""
    if verdict.aligned:
        return True
    first, second = verdict.first, verdict.second
    # A slip is only found where nothing has the number itself: what merely allows it ("as much as") does not count.
    mine = "slip" not in verdict.weak and evidence.agree.get((first.number, second.document.index))
    return not (mine or evidence.agree.get((second.number, first.document.index)))


def lowered(verdict: Verdict, by_document: Mapping[int, Sequence[Figure]]) -> Verdict:
    """The verdict, doubted where a value stands elsewhere in the other document: then the reading erred, or it is two things.

    Where it stands there for the same figure of another period, the writer may have taken the wrong one.
    """
    if verdict.aligned or verdict.kin == "equal" or "slip" in verdict.weak:
        return verdict
    a, b = verdict.first, verdict.second
    for one, other in ((a, b), (b, a)):
        if _sums_up(one, other, by_document):
            return verdict.doubted("elsewhere")
        if one.value is not None and len(one.digits) >= 2 and (one.dimension, one.value) in other.document.values:
            printed = by_document.get(other.document.index, ())
            return verdict.doubted("other_period" if _of_other_period(one, printed) else "elsewhere")
    return verdict


def backed(verdict: Verdict, votes: Mapping[int, Sequence[Figure]]) -> Verdict:
    """The verdict, doubted where others print the checked figure and the odd one is far from it, or of another hour of the day."""
    checked = [figure for figure in (verdict.first, verdict.second) if figure.document.checked]
    backers = [figure for figure in checked if any(_same_hour(figure, other) for other in votes.get(figure.number, ()))]
    if verdict.aligned or not backers or "slip" in verdict.weak:
        return verdict
    hourly = verdict.first.claim.family in HOURLY and verdict.check == "FC101"
    return verdict.doubted("backed") if hourly or (verdict.kin == "far" and verdict.check != "FC104") else verdict


def _same_hour(figure: Figure, other: Figure) -> bool:
    """Whether the other figure may be of the same hour of the day: what is no more than today's is no close."""
    session = figure.claim.facet("session")
    return session in (None, "intraday") or figure.claim.family not in HOURLY or session == other.claim.facet("session")


def _sums_up(whole: Figure, part: Figure, by_document: Mapping[int, Sequence[Figure]]) -> bool:
    """Whether the one value is the sum of the other and its neighbours in the sentence: 230 here, 200 and 30 there."""
    start, unit = part.claim.sentence_start, part.unit
    printed = by_document.get(part.document.index, ())
    parts = {f.claim.start: f.value for f in printed if f.claim.sentence_start == start and f.unit == unit and f.value}
    if whole.value is None or part.value is None or whole.value <= part.value:
        return False
    rest = (part.dimension, whole.value - part.value)
    return (len(parts) > 1 and whole.value == sum(parts.values())) or rest in part.document.values


def _of_other_period(figure: Figure, printed: Iterable[Figure]) -> bool:
    claim = figure.claim
    found = [f.claim for f in printed if f.value == figure.value and f.dimension == figure.dimension]
    same = [c for c in found if (c.entity, c.metric, c.facets) == (claim.entity, claim.metric, claim.facets)]
    return len(found) == len(same) > 0 and all(c.period is not None and c.period != claim.period for c in same)
