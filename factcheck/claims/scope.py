"""When, in which scope, how surely and said by whom: periods, facets, modality and attribution of a number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck.claims.measures import dimension
from factcheck.claims.subjects import is_source
from factcheck.mentions.periods import resolve_fiscal, resolve_same_period

if TYPE_CHECKING:
    from datetime import date

    from factcheck.claims.measures import Measure
    from factcheck.claims.view import View
    from factcheck.mentions.lexicon import EntityMention, FacetMention
    from factcheck.rulebook.metrics import MetricRule
    from factcheck.types import Modality, Period, Quantity

COMPARING = frozenset({"yoy", "qoq", "mom", "wow", "hoh"})
"""Bases that only a change can have."""
RIGHT_BEHIND = frozenset({"in", "for", "of", "in the", "for the", "during", "during the", "at the end of"})
REPORT_DELAY = 75
"""Days after its end within which a period may still be forecast, its results being out only then."""
ADVERBIAL = 9
"""Characters up to which a clause that holds a period is only the time of what follows."""
AGO = (" ago", " earlier")
AFTERWARDS = (" before", *AGO)
OPENING = 5
"""Sentences of a section in which its reporting period is named, if at all."""
PASSING = 400
"""Days after which a finished span is told in passing."""
LATEST_REPORT = 200
"""Days after which a finished period is no longer news."""
DAILY_FAMILIES = frozenset(
    {"share_move", "share_price", "index_level", "index_move", "turnover", "market_cap", "price"}
)
REPORTED_FAMILIES = frozenset({"revenue", "profit", "growth", "margin", "capex", "shipments", "investment"})
REPORTED = frozenset({"quarter", "half", "month", "range"})
AS_OF = ("截至", "截止", "as of", "up to")
CARRY_DAY, CARRY_SPAN = 8, 8
"""Sentences over which a stated day and a stated quarter or year still hold."""


@dataclass(frozen=True, slots=True)
class When:
    """The period of a number and how it was found."""

    days: tuple[date, date] | None
    surface: str | None
    inferred: bool
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A company's fiscal year: the month in which it ends, and whether it is named by the year in which it begins."""

    end: int = 12
    named_by_start: bool = False

    def by_start(self, symbol: str) -> bool:
        """Whether the named year (not one counted from the article's day) has to move on by one."""
        return self.named_by_start and "@" not in symbol


@dataclass(slots=True)
class Timeline:
    """Periods handed from sentence to sentence: a day for what moves daily, a longer span for everything else."""

    day: Period | None = None
    day_age: int = 0
    span: Period | None = None
    span_age: int = 0
    span_paragraph: int = -1
    report: Period | None = None
    """The finished quarter, half or year that the section's opening is about: what a report's numbers are of unless said otherwise."""
    opening: int = 0
    as_of: date | None = None
    """The day up to which the paragraph's figures reach."""
    paragraph: int = -1

    def carried(self, measure: Measure) -> Period | None:
        """The period that a sentence without one goes on speaking of."""
        if moves_daily(measure):
            return self.day if self.day_age <= CARRY_DAY else None
        reported = measure.family in REPORTED_FAMILIES
        if (
            self.span is not None
            and self.span_age <= CARRY_SPAN
            and (reported or self.span_paragraph == self.paragraph)
        ):
            return self.span
        return self.report if reported else None


def moves_daily(measure: Measure) -> bool:
    """Whether the metric has a value of its own each day, so that the article's day is the default."""
    return measure.family in DAILY_FAMILIES or (measure.rule is not None and measure.rule.as_of)


def find_period(
    view: View, quantity: Quantity, timeline: Timeline, measure: Measure, *, today: date | None, fiscal: Fiscal
) -> When:
    """The period that the sentence gives the number, else the one carried over, else for daily metrics the article's day."""
    as_of = moves_daily(measure)
    chosen = _nearest(view, quantity, daily=as_of)
    carried = False
    if chosen is None:
        chosen = timeline.carried(measure)
        carried = chosen is not None
    if chosen is not None:
        chosen = _resolve(view, chosen, timeline, fiscal)
        chosen = _reported(view, quantity, chosen, timeline, today)
        if not as_of and chosen.grain in REPORTED and _names_full_year(view, quantity, chosen):
            chosen = _fiscal_year(chosen, fiscal.end)
        if chosen.first_day is not None and chosen.last_day is not None:
            ahead = any(w.value in ("forecast", "plan") and w.end <= quantity.start for w in view.role("modality"))
            days = _cut_short(chosen.first_day, chosen.last_day, timeline.as_of, today, as_of=as_of and not ahead)
            return When(days, chosen.surface, carried, chosen)
        if not carried:
            return When(None, chosen.surface, False, chosen)
    if as_of and today is not None:
        return When((today, today), None, True)
    return When(None, None, True)


def _reported(view: View, quantity: Quantity, period: Period, timeline: Timeline, today: date | None) -> Period:
    """本季度 in a report of results is the quarter reported, not the running one."""
    running = period.first_day is not None and period.last_day is not None and today is not None
    if timeline.report is None or not running or not period.first_day <= today <= period.last_day:  # type: ignore[operator]
        return period
    here = any(word.start <= period.start < word.end for word in view.role("this_quarter"))
    ahead = any(word.value == "forecast" and word.end <= quantity.start for word in view.role("modality"))
    return timeline.report if here and not ahead else period


def _names_full_year(view: View, quantity: Quantity, period: Period) -> bool:
    """Whether 全年 stands before the number in its clause, while the period comes from farther off."""
    start = view.clause_start(quantity.start)
    if period.start >= start and period.end <= quantity.start and view.sentence.start <= period.start:
        return False
    return any(start <= word.start and word.end <= quantity.start for word in view.role("full_year"))


def _fiscal_year(period: Period, end_month: int) -> Period:
    """The fiscal year in which the period ends."""
    last = period.last_day
    if last is None or not 2 < last.year < 9998:
        return period
    year = last.year if last.month <= end_month else last.year + 1
    first = (
        last.replace(year=year - 1, month=end_month % 12 + 1, day=1)
        if end_month < 12
        else last.replace(year=year, month=1, day=1)
    )
    after = first.replace(year=first.year + 1)
    return replace(period, first_day=first, last_day=after - timedelta(days=1), grain="year")


def _cut_short(first: date, last: date, stand: date | None, today: date | None, *, as_of: bool) -> tuple[date, date]:
    """A running year ends with the day of the figures (截至9月30日), for prices with the article's day."""
    if stand is not None and first < stand < last and today is not None and last >= today:
        return first, stand
    if as_of and today is not None and first < today < last:
        return first, today
    return first, last


def _resolve(view: View, period: Period, timeline: Timeline, fiscal: Fiscal) -> Period:
    symbol = period.symbol or ""
    if symbol.startswith("fiscal:"):
        return (
            _named_by_start(resolve_fiscal(period, fiscal.end))
            if fiscal.by_start(symbol)
            else resolve_fiscal(period, fiscal.end)
        )
    if period.grain == "year" and _means_same_period(view, period, timeline):
        period, symbol = replace(period, first_day=None, last_day=None, symbol="same:-1y"), "same:-1y"
    if period.first_day is None and symbol.startswith(("same:", "prev:")):
        anchors = [p for p in view.periods if p.end <= period.start and p.first_day is not None]
        anchor = anchors[-1] if anchors else timeline.span or timeline.report
        if anchor is not None and anchor.first_day is not None:
            return resolve_same_period(period, anchor)
    return period


def _named_by_start(period: Period) -> Period:
    """The period a year later: fiscal 2024 of a Japanese company runs to March 2025."""
    if period.first_day is None or period.last_day is None or period.last_day.year >= 9998:
        return period
    after = period.last_day + timedelta(days=1)
    return replace(
        period,
        first_day=period.first_day.replace(year=period.first_day.year + 1),
        last_day=after.replace(year=after.year + 1) - timedelta(days=1),
    )


def _means_same_period(view: View, period: Period, timeline: Timeline) -> bool:
    """Whether "a year ago", or "last year's" after a comparing word, stands for the quarter in question a year earlier."""
    if _ago(view, period):
        return True
    words = view.between(period.start, period.end)
    short = timeline.span is not None and timeline.span.grain in REPORTED
    return short and period.relative and not any(char.isdigit() for char in words) and _is_base(view, period)


def _nearest(view: View, quantity: Quantity, *, daily: bool) -> Period | None:
    clause = view.clause(quantity.start)
    best: tuple[float, Period] | None = None
    for period in view.periods:
        if period.start < quantity.end and quantity.start < period.end:
            continue
        if daily and period.grain in REPORTED | {"year"} and _of_something_else(view, quantity, period):
            continue
        score = _period_score(view, quantity, period, clause)
        if score is not None and (best is None or score > best[0]):
            best = (score, period)
    return best[1] if best else None


def _period_score(view: View, quantity: Quantity, period: Period, clause: int) -> float | None:
    if period.grain == "time" or (_is_base(view, period) and not _beside(view, quantity, period)):
        return None
    scale = 0.3 if view.chinese else 0.15
    where = view.clause(period.start)
    if period.end <= quantity.start:
        crossed = view.quantities_between(period.end, quantity.start)
        score = (
            100
            - 8 * (clause - where)
            - min(scale * (quantity.start - period.end), 12)
            - (0 if view.chinese else 4) * crossed
        )
        if _is_record(view, period):
            score -= 40
        return score
    if where != clause and (view.chinese or where > clause + 1):
        return None
    distance = period.start - quantity.end
    crossed = view.quantities_between(quantity.end, period.start)
    if crossed and _compares(view, quantity.end, period.start):
        return None  # up from $289 million in Q4 2023: the time of the number compared with
    near = 97 if not view.chinese else 80
    if view.between(quantity.end, period.start).strip() in RIGHT_BEHIND:
        near += 10  # $129 billion in 2025 to $196 billion in 2026
    return (
        near - 6 * (where - clause) - min(scale * distance, 15) - 12 * crossed - (40 if _is_record(view, period) else 0)
    )


def _ago(view: View, period: Period) -> bool:
    """A year ago, a year earlier, the year before."""
    words = view.between(period.start, period.end)
    return words.endswith(AGO) or (
        words.endswith("year") and view.between(period.end, period.end + 8).startswith(AFTERWARDS)
    )


def _compares(view: View, start: int, end: int) -> bool:
    words = (*view.role("comparator"), *view.role("from"))
    return any(start <= word.start and word.end <= end for word in words)


def _of_something_else(view: View, quantity: Quantity, period: Period) -> bool:
    """Whether a share's move and a quarter stand in one sentence only because results moved the share."""
    start, end = min(quantity.end, period.end), max(quantity.start, period.start)
    linked = any(start <= word.start and word.end <= end for word in view.role("link"))
    where = view.clause_start(period.start)
    if period.end <= quantity.start and view.clause_end(period.start) - where <= ADVERBIAL:
        return False  # 總結2月份，上證指數升2.16%
    # 今年以來，… opens a sentence about the whole year; 第四季業績後，… does not open one about the quarter.
    return linked or (period.grain in REPORTED - {"range"} and view.clause(period.start) != view.clause(quantity.start))


def _is_base(view: View, period: Period) -> bool:
    """較去年同期, "from a year earlier": the time that a change is counted from, not the time of the number."""
    if (period.symbol or "").startswith("same:") or _ago(view, period):
        return True
    reach = 1 if view.chinese else 5
    bases = [word for word in view.role("comparator") if word.value == "base"]
    if not view.chinese:
        bases += view.role("from")
    return any(0 <= period.start - word.end <= reach for word in bases)


def _beside(view: View, quantity: Quantity, period: Period) -> bool:
    """Whether a base period belongs to this very number all the same: 去年同期的2.73億, "from $2.5 billion a year earlier"."""
    if view.between(period.end, quantity.start).strip() in ("的", "'s"):
        return True
    if quantity.change in ("delta", "multiple") and quantity.unit in ("%", "pp", "bp", "x"):
        return False
    if period.end <= quantity.start:
        if _ago(view, period):
            return False  # higher than a year ago, but missed the $182 million
        reach = 8 if view.chinese else 20
        return quantity.start - period.end <= reach and not view.quantities_between(period.end, quantity.start)
    return period.start - quantity.end <= (3 if view.chinese else 8)


def _is_record(view: View, period: Period) -> bool:
    """創2024年11月以來新高, "the worst since 2020": the time of the record that was broken, not of the number."""
    if view.chinese:
        return any(0 <= word.start - period.end <= 3 for word in view.role("record"))
    since = "since" in view.between(max(view.sentence.start, period.start - 6), period.start + 5)
    return since or any(0 <= period.start - word.end <= 2 for word in view.role("record"))


def _note_report(view: View, timeline: Timeline, today: date | None) -> None:
    """Takes up the reporting period from the headline and the first sentences."""
    timeline.opening += 1
    if timeline.report is not None or timeline.opening > OPENING or today is None:
        return
    for period in view.periods:
        past = period.last_day is not None and today - timedelta(days=LATEST_REPORT) < period.last_day < today
        if past and period.grain in REPORTED and not _is_base(view, period):
            timeline.report = period
            return


def note_as_of(view: View, timeline: Timeline) -> None:
    """Takes up the day that follows 截至 or "as of"."""
    for period in view.periods:
        if period.grain == "day" and period.last_day is not None:
            lead = view.between(max(view.sentence.start, period.start - 6), period.start + 2)
            if any(word in lead for word in AS_OF):
                timeline.as_of = period.last_day


def hand_on(view: View, timeline: Timeline, today: date | None) -> None:
    """Updates the timeline with what the sentence says about time; a day holds within its paragraph, a span beyond it."""
    if view.sentence.paragraph != timeline.paragraph:
        timeline.paragraph = view.sentence.paragraph
        timeline.day = timeline.as_of = None
    timeline.day_age += 1
    timeline.span_age += 1
    note_as_of(view, timeline)
    _note_report(view, timeline, today)
    for period in view.periods:
        if period.first_day is None or period.grain == "time" or _is_record(view, period) or _is_base(view, period):
            continue
        if any(q.end <= period.start and _compares(view, q.end, period.start) for q in view.quantities[:1]):
            continue  # $289 million, compared with $200 million in Q4 2023
        if period.grain == "day":
            if period.relative and not any(char.isdigit() for char in period.surface):
                continue  # 美股昨晚急跌 says nothing of the day of what follows
            timeline.day, timeline.day_age = period, 0
        elif _hands_on(view, period, today):
            timeline.span, timeline.span_age = period, 0
            timeline.span_paragraph = view.sentence.paragraph
        break


def _hands_on(view: View, period: Period, today: date | None) -> bool:
    """Whether later numbers may be of that span too: not a horizon that lies ahead, nor a year long past told in passing."""
    if view.sentence.kind == "headline" and period.grain not in REPORTED:
        return False
    if today is None or period.first_day is None or period.last_day is None:
        return True
    return period.first_day <= today and period.last_day >= today - timedelta(days=PASSING)


def is_sole(view: View, when: When) -> bool:
    """Whether the period stands alone in the sentence and needs no other date to be understood."""
    if when.period is None or when.inferred:
        return False
    dated = [p for p in view.periods if p.grain not in ("time", "day") and not _is_record(view, p)]
    plain = any(char.isdigit() for char in when.period.surface) or not when.period.relative
    return plain and len(dated) == 1


def stretch(when: When, basis: str | None) -> When:
    """A day stretched to what the basis adds up: 周漲3% is the week's to that day, 年內升5% the year's."""
    if when.days is None or when.days[0] != when.days[1]:
        return when
    day = when.days[1]
    if basis == "wow":
        return replace(when, days=(day - timedelta(days=day.weekday()), day))
    if basis == "ytd":
        return replace(when, days=(day.replace(month=1, day=1), day))
    return when


def find_facets(view: View, quantity: Quantity, rule: MetricRule | None, paragraph: dict[str, str]) -> dict[str, str]:
    """The scope that the text states for the number: the nearest word of each facet within that word's reach."""
    clause = view.clause(quantity.start)
    best: dict[str, tuple[float, str]] = {}
    for mention in view.facets:
        value = mention.value
        if rule is not None and value.facet not in rule.facets:
            continue
        if mention.start < quantity.end and quantity.start < mention.end:
            continue
        gap = abs(view.clause(mention.end - 1) - clause)
        if (
            gap
            and value.scope == "clause"
            and not (mention.end <= quantity.start and gap == 1 and _reaches_on(view, quantity, mention))
        ):
            continue
        if mention.end <= quantity.start:
            score = (
                100
                - 15 * gap
                - 0.2 * (quantity.start - mention.end)
                - 6 * view.quantities_between(mention.end, quantity.start)
            )
        elif (gap and value.scope == "sentence") or _belongs_on(view, quantity, mention):
            continue
        else:
            score = (
                82 - 0.4 * (mention.start - quantity.end) - 20 * view.quantities_between(quantity.end, mention.start)
            )
            if not view.chinese:
                score += 12
        if score > 40 and (value.facet not in best or score > best[value.facet][0]):
            best[value.facet] = (score, value.value)
    found = {name: value for name, (_, value) in best.items()}
    growing = rule is not None and rule.family == "growth"
    if quantity.change == "level" and found.get("basis") in COMPARING and not growing:
        del found["basis"]  # 收入5億，按年增一成: the amount has no base, its change has
    for name, carried in paragraph.items():
        if name not in found and (rule is None or name in rule.facets):
            found[name] = carried
    return found


def _belongs_on(view: View, quantity: Quantity, mention: FacetMention) -> bool:
    """Whether a scope word behind the number is the next number's: $1.55 billion vs analysts' estimate of $1.56 billion."""
    if any(
        quantity.end <= q.start and q.end <= mention.start and dimension(q) == dimension(quantity)
        for q in view.quantities
    ):
        return True
    if not view.quantities_between(mention.end, mention.end + 40):
        return False
    return any(word.start >= quantity.end for word in view.near("comparator", quantity.end, mention.end))


def _reaches_on(view: View, quantity: Quantity, mention: FacetMention) -> bool:
    """Whether a scope word holds in the next clause: nothing but the verb stands before the number, or the word opens the sentence."""
    start = view.clause_start(quantity.start)
    opening = view.clause(mention.start) == 0 and not view.quantities_between(view.sentence.start, start)
    return quantity.start - start <= 4 or opening


def paragraph_facets(view: View) -> dict[str, str]:
    """Facets whose words reach over the whole paragraph."""
    return {mention.value.facet: mention.value.value for mention in view.facets if mention.value.scope == "paragraph"}


def find_modality(view: View, quantity: Quantity, period: When, today: date | None) -> Modality:
    """Actual unless a word before the number says forecast, plan, report or opinion."""
    clause = view.clause(quantity.start)
    if any(view.clause(w.start) == clause and w.end <= quantity.start for w in view.role("conditional")):
        return "forecast"  # 如企穩150元: not what is, but what would have to be
    start = view.clause_start(quantity.start)
    turned = any(0 <= word.start - start <= 1 for word in view.near("turn", start, start + 12))
    words = [
        w
        for w in view.role("modality")
        if (not turned or w.start >= start) and w.end <= quantity.start and clause - view.clause(w.start) <= 2
    ]
    if words:
        word = words[-1]
        if _states_fact(view, word.end, quantity, period, today):
            return "actual"
        return word.value  # type: ignore[return-value]  # the schema of words_common.toml holds the values
    if period.days is not None and today is not None and period.days[0] > today:
        return "forecast"
    return "actual"


def _states_fact(view: View, start: int, quantity: Quantity, period: When, today: date | None) -> bool:
    """A forecast word does not make a forecast of what is long past, nor reach a later clause about a past period."""
    if (
        period.days is not None
        and today is not None
        and not period.inferred
        and period.days[1] < today - timedelta(days=REPORT_DELAY)
    ):
        return True
    if view.clause(start) == view.clause(quantity.start) or period.days is None or today is None or period.inferred:
        return False
    return period.days[1] < today and period.period is not None and period.period.start > start


def find_source(view: View, quantity: Quantity) -> EntityMention | None:
    """The entity that the sentence names as the number's source, the nearest one before the number first."""
    sources = [mention for mention in view.entities if is_source(view, mention)]
    before = [mention for mention in sources if mention.end <= quantity.start]
    if before:
        return before[-1]
    # Behind the number a source has to say so: …, according to X; "X expected" there is another number's.
    return next((m for m in sources if any(0 <= m.start - w.end <= 12 for w in view.role("attribution_before"))), None)
