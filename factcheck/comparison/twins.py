"""Verdicts on numbers at the same place of sentences that two documents print almost alike."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.comparison.alignment import Aligned, align, lines, other_words
from factcheck.comparison.comparability import relate
from factcheck.comparison.periods import publication_gap, relate_periods
from factcheck.comparison.places import Reader
from factcheck.comparison.values import opposite, other_state, touching, values_meet
from factcheck.comparison.verdicts import Verdict, conflict
from factcheck.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.comparison.alignment import Line
    from factcheck.comparison.figures import Document, Figure
    from factcheck.rulebook import Rulebook
    from factcheck.types import Entry

SURE = 92.0
"""Likeness from which two sentences with no known subject are taken for one."""

SAME = 97.0
"""Likeness from which two sentences may be said to give the same numbers in another order."""

ACQUAINTED = 3
"""Lines printed alike from which two undated articles are taken for versions of one text."""

FORM = 2
"""By how many lines a text may depart from one that it shares no other line with."""

LONG = 14
"""Masked code points from which a sentence with a single number is no mere formula of the trade."""

NAMING = frozenset({"name", "code"})
"""Roles whose difference makes another subject of the sentence."""


@dataclass(slots=True)
class Twin:
    """An aligned pair with its numbers sorted by how they compare."""

    aligned: Aligned
    equal: list[tuple[Figure, Figure]]
    turned: list[tuple[Figure, Figure]]
    """Equal numbers, one up and one down."""
    different: list[tuple[Figure, Figure]]
    moved: list[tuple[Entry, Entry]]
    """Dates and ordinals that differ."""
    other_subject: bool

    @property
    def documents(self) -> tuple[int, int]:
        """Indices of the two documents."""
        return self.aligned.first.document.index, self.aligned.second.document.index


def twin_verdicts(documents: Sequence[Document], figures: Sequence[Figure], rules: Rulebook) -> list[Verdict]:
    """Agreements and conflicts of aligned sentences, the checked figure first."""
    reader = Reader(figures)
    twins = _best(sorted_twin(aligned, reader, rules) for aligned in align(lines(documents)))
    shared = Counter(twin.documents for twin in twins if twin.equal and not twin.different and not twin.turned)
    changed = Counter(twin.documents for twin in twins if twin.different or twin.turned)
    found: list[Verdict] = []
    for twin in twins:
        alike = shared[twin.documents] + shared[twin.documents[::-1]]
        # More lines changed than kept: a form that is filled in anew each day, not one text with a slip.
        if changed[twin.documents] + changed[twin.documents[::-1]] <= alike + FORM:
            found += _judge(twin, alike, reader, rules)
    return found


def sorted_twin(aligned: Aligned, reader: Reader, rules: Rulebook) -> Twin:
    """The aligned pair with its numbers sorted."""
    twin = Twin(aligned, [], [], [], [], False)
    for first, second in aligned.places:
        _sort_place(twin, first, second, reader, rules)
    figures = [pair for group in (twin.equal, twin.turned, twin.different) for pair in group]
    twin.other_subject = twin.other_subject or _other_subject(aligned, figures)
    if not twin.turned and not any(_known(a, b) for a, b in figures):
        twin.other_subject = twin.other_subject or other_words(aligned.first, aligned.second)
    return twin


def _sort_place(twin: Twin, first: Entry, second: Entry, reader: Reader, rules: Rulebook) -> None:
    if {first.role, second.role} & NAMING:
        twin.other_subject |= fold(first.surface) != fold(second.surface)
        return
    readings = reader.at(twin.aligned.first, first), reader.at(twin.aligned.second, second)
    dated = first.period is not None or second.period is not None or "ordinal" in (first.role, second.role)
    if dated or not all(readings):
        # The same words may be resolved from two dates of publication, the same day be written in two ways.
        if fold(first.surface) != fold(second.surface) and _place_text(first) != _place_text(second):
            twin.moved.append((first, second))
        return
    for a, b in zip(*readings, strict=False):
        if not _same(a, b, rules):
            twin.different.append((a, b))
        elif opposite(a, b):
            twin.turned.append((a, b))
        else:
            twin.equal.append((a, b))


def _place_text(entry: Entry) -> object:
    period = entry.period
    return fold(entry.surface) if period is None or period.first_day is None else (period.first_day, period.last_day)


def _same(a: Figure, b: Figure, rules: Rulebook) -> bool:
    if a.dimension != b.dimension:
        return fold(a.claim.surface) == fold(b.claim.surface)
    if a.unit != b.unit and a.dimension == "count":
        # The nouns read beside the two numbers may differ by a reader's whim: the sentence is the same.
        return values_meet(a, b, None, rules)[0]
    if other_state(a, b) or touching(a, b) or _other_range(a, b):
        return False
    return values_meet(a, b, None, rules)[0] and (a.unit == b.unit or _unit_open(a, b) or a.digits != b.digits)


def _other_range(a: Figure, b: Figure) -> bool:
    """Whether both are ranges and not the same one: in one sentence 50 to 100 and 20 to 100 are two statements."""
    first, second = a.claim.quantity, b.claim.quantity
    ends = [(q.value_low, q.value_high) for q in (first, second)]
    return all(low != high for low, high in ends) and ends[0] != ends[1]


def _unit_open(a: Figure, b: Figure) -> bool:
    return a.claim.quantity.unit_inferred or b.claim.quantity.unit_inferred


def _other_subject(aligned: Aligned, pairs: Iterable[tuple[Figure, Figure]]) -> bool:
    """Whether the two sentences speak of two subjects: a name that one has and the other lacks."""
    if aligned.likeness >= 100:
        return False
    texts = [fold(_text(line)) for line in (aligned.first, aligned.second)]
    for a, b in pairs:
        first, second = a.claim, b.claim
        if first.entity == second.entity or not first.entity or not second.entity:
            continue
        names = (fold(first.entity_surface or ""), fold(second.entity_surface or ""))
        if not all(name in text for name in names for text in texts):
            return True
    return False


def _known(a: Figure, b: Figure) -> bool:
    """Whether the rules know the subject of both figures, and it is one."""
    return a.claim.entity is not None and a.claim.entity == b.claim.entity and not a.claim.entity_open


def _text(line: Line) -> str:
    return line.document.extraction.article.text[line.sentence.start : line.sentence.end]


def _best(twins: Iterable[Twin]) -> list[Twin]:
    """For each sentence and each other document the likeliest counterpart, where the choice is mutual."""
    listed = list(twins)
    top: dict[tuple[int, int], tuple[float, int]] = {}
    for twin in listed:
        for key in _ends(twin):
            top[key] = max(top.get(key, (0.0, 0)), _rank(twin))
    return [twin for twin in listed if all(top[key] <= _rank(twin) for key in _ends(twin))]


def _rank(twin: Twin) -> tuple[float, int]:
    return round(twin.aligned.likeness, 1), len(twin.equal) - len(twin.different) - len(twin.moved)


def _ends(twin: Twin) -> tuple[tuple[int, int], tuple[int, int]]:
    first, second = twin.aligned.first, twin.aligned.second
    return (id(first), second.document.index), (id(second), first.document.index)


def _judge(twin: Twin, shared: int, reader: Reader, rules: Rulebook) -> Iterator[Verdict]:
    """The verdicts of one pair of sentences; `shared` counts the other sentences that the documents print alike."""
    likeness = int(twin.aligned.likeness)
    if twin.other_subject:
        yield from _given_to_another(twin, likeness)
        return
    # A list may share one number out to several subjects: it is one place all the same.
    different = len({a.claim.start for a, _ in (*twin.different, *twin.turned)})
    if different == 0 and twin.moved:
        yield from _given_to_another_time(twin, likeness, shared, reader)
        return
    if (different > len(twin.equal) + 1 and not _permuted(twin)) or (different and twin.moved):
        return
    for a, b in twin.equal:
        yield Verdict("agree", a, b, aligned=likeness)
    doubts = _doubts(twin, shared)
    if doubts is None:
        return
    for a, b in twin.different:
        if _comparable(a, b, likeness, rules):
            yield _aligned_conflict(a, b, doubts, likeness, strong=bool(twin.equal or shared) or likeness >= SAME)
    for a, b in twin.turned:
        yield Verdict("conflict", a, b, "FC104", weak=doubts, kin="equal", aligned=likeness)


def _permuted(twin: Twin) -> bool:
    """Whether the numbers that differ are the same ones in another order, in sentences alike word for word."""
    first, second = ([pair[side].value or 0 for pair in twin.different] for side in (0, 1))
    return len(first) > 1 and sorted(first) == sorted(second) and twin.aligned.likeness >= SAME


def _doubts(twin: Twin, shared: int) -> tuple[str, ...] | None:
    """What is doubtful about the pair; None where it is a formula of the trade, filled in day by day."""
    first, second = twin.aligned.first, twin.aligned.second
    doubts = []
    if not twin.equal and shared == 0 and not _permuted(twin):
        if twin.aligned.likeness < SURE or min(len(first.masked), len(second.masked)) < LONG:
            return None
        doubts.append("lone_line")
    apart = publication_gap(first.document.published, second.document.published)
    if apart is None and shared < ACQUAINTED and not doubts:
        doubts.append("period_unstated")
    if apart is not None and apart > 1 and shared < 2:
        if not any(a.telling and b.telling for a, b in twin.equal):
            return None
        doubts.append("days_apart")
    if twin.aligned.likeness < SURE:
        doubts.append("unlike")
    return tuple(doubts)


def _comparable(a: Figure, b: Figure, likeness: int, rules: Rulebook) -> bool:
    """Whether nothing stated in the two sentences parts the figures, where the sentences are not word for word the same."""
    if likeness >= 100:
        return True
    first, second = a.claim, b.claim
    named = first.period_surface and second.period_surface and first.period_surface != second.period_surface
    if named and (first.period is None or second.period is None):
        # "Yesterday" in an undated article is no day that could be compared with the other's.
        return False
    rule = rules.metrics.rule(a.claim.metric) if a.claim.metric == b.claim.metric else None
    return relate(a, b, rule).reason is None


def _aligned_conflict(a: Figure, b: Figure, doubts: tuple[str, ...], likeness: int, *, strong: bool) -> Verdict:
    verdict = conflict(a, b, doubts)
    if a.dimension != b.dimension and a.digits == b.digits:
        verdict = replace(verdict, check="FC103" if a.value == b.value else "FC102")
    if strong:
        # The rest of the sentence vouches for the place: how far the numbers are apart says no more.
        verdict = replace(
            verdict, weak=tuple(name for name in verdict.weak if name not in ("far", "near", "small", "last_digit"))
        )
    return replace(verdict, aligned=likeness)


def _given_to_another(twin: Twin, likeness: int) -> Iterator[Verdict]:
    """One sentence with the same telling numbers about two subjects."""
    if twin.different or twin.turned or twin.moved:
        return
    for a, b in twin.equal:
        same = a.claim.metric == b.claim.metric and a.claim.entity and b.claim.entity
        if same and a.telling and b.telling and a.value == b.value and a.claim.entity != b.claim.entity:
            yield Verdict("conflict", a, b, "FC106", weak=("near",), kin="equal", aligned=likeness)


def _given_to_another_time(twin: Twin, likeness: int, shared: int, reader: Reader) -> Iterator[Verdict]:
    """One sentence with the same numbers, if any, about two dates: the dates themselves conflict."""
    for a, b in twin.equal:
        yield Verdict("agree", a, b, aligned=likeness)
    first, second = twin.aligned.first, twin.aligned.second
    doubts = _doubts(twin, shared)
    if doubts is None or likeness < SURE or len(twin.moved) > 1:
        return
    for one, other in twin.moved:
        if _same_day_elsewhere(one, other):
            continue
        a, b = reader.moment(first, one), reader.moment(second, other)
        check = "FC105" if one.period or other.period else "FC101"
        telling = [pair for pair in twin.equal if pair[0].telling and pair[1].telling] if check == "FC105" else []
        # The number is what the two sentences date differently; the dates stand beside it.
        for c, d in telling or [(a, b)]:
            beside = (a, b) if telling else ()
            yield Verdict("conflict", c, d, check, weak=(*doubts, "near"), kin="equal", aligned=likeness, beside=beside)


def _same_day_elsewhere(a: Entry, b: Entry) -> bool:
    """Whether the two dates are a day apart, as local time makes them."""
    one, other = a.period, b.period
    if one is None or other is None or one.first_day is None or other.first_day is None:
        return False
    return (
        relate_periods(
            (one.first_day, one.last_day or one.first_day), (other.first_day, other.last_day or other.first_day)
        )
        == "near"
    )
