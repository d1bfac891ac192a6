"""Claims of a sentence: a role for each number, then who, what, when, in which scope, said by whom."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.claims.change import read_change
from factcheck.claims.currency import Home, settle_currency
from factcheck.claims.lists import Share, distribute
from factcheck.claims.measures import THRESHOLD, Measure, choose_measure, dimension, open_family, open_measure
from factcheck.claims.roles import is_article, role_of
from factcheck.claims.scope import (
    COMPARING,
    DAILY_FAMILIES,
    Fiscal,
    Timeline,
    When,
    find_facets,
    find_modality,
    find_period,
    find_source,
    hand_on,
    is_sole,
    note_as_of,
    paragraph_facets,
    stretch,
)
from factcheck.claims.subjects import (
    Carried,
    Subject,
    candidates,
    find_subjects,
    last_product,
    sentence_subject,
    subject_of,
)
from factcheck.types import Claim, Entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factcheck.claims.view import View
    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.entities import EntityRule
    from factcheck.types import Article, Change, Direction, Quantity, Section

SMALL_PRICE = 1000
SCALED = 10_000
"""A bare number from here on is said of something, even where no unit, noun or metric is known."""
ELLIPSIS = 40
"""Characters over which a number without a metric word of its own takes the metric of the one before."""
FLOWS = frozenset({"fund_flow"})
"""Families whose direction is the sign of an amount, not its change."""
SHARE_PRICES = frozenset({"share_price", "price_target", "bond_terms"})
TARGETED = frozenset({"price", "share_price"})
"""Families whose forecast is a price target."""
MOVES_IN = frozenset({"percent", "points", "money"})
OR_WORDS = frozenset(
    {"or", "or about", "or nearly", "or some", "或", "或者", "即", "也就是", "or roughly", "or almost"}
)
PRIVATE = frozenset({"company", "currency", "product"})
"""Kinds whose measures are no statistics of a country alone."""
NO_KINDS: frozenset[str] = frozenset()


@dataclass(slots=True)
class State:
    """What is carried from sentence to sentence."""

    carried: Carried = field(default_factory=Carried)
    timeline: Timeline = field(default_factory=Timeline)
    paragraph: int = -1
    measure: Measure | None = None
    """The last metric of a rule in the paragraph."""
    facets: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Previous:
    """The number before in the same sentence: an ellipsis takes its metric over."""

    quantity: Quantity
    measure: Measure
    direction: Direction | None
    change: Change | None
    subjects: list[Subject]
    claims: list[Claim]


@dataclass(frozen=True, slots=True)
class Context:
    """What stays the same over an article."""

    article: Article
    rulebook: Rulebook
    homes: tuple[Home, ...]
    """What each section says about money."""
    countries: tuple[str | None, ...]
    """The country that each section names most."""


def read_sentence(view: View, context: Context, state: State) -> Iterator[Claim | Entry]:
    """The claims of one sentence, and ledger entries for its numbers that claim nothing."""
    section = context.article.sections[view.sentence.section]
    _enter(view, state)
    note_as_of(view, state.timeline)
    shares = distribute(view)
    previous: Previous | None = None
    for quantity in view.quantities:
        if is_article(quantity):
            continue
        role, reason = role_of(view, quantity)
        if role != "claim":
            yield Entry(quantity.start, quantity.end, quantity.surface, role, view.sentence.section, reason, quantity)
            continue
        found = _claims(view.around(quantity), quantity, context, state, section, shares.get(quantity.start), previous)
        if found is None:
            yield Entry(
                quantity.start,
                quantity.end,
                quantity.surface,
                "other",
                view.sentence.section,
                "a bare number without unit, noun or metric",
                quantity,
            )
            continue
        claims, previous = found
        yield from claims
    _leave(view, state, section)


def _enter(view: View, state: State) -> None:
    carried = state.carried
    if carried.section != view.sentence.section:
        state.carried = Carried(section=view.sentence.section)
        state.timeline = Timeline()
    if view.sentence.paragraph != state.paragraph:
        state.paragraph = view.sentence.paragraph
        state.facets = {}
        state.measure = None
    state.facets |= paragraph_facets(view)


def _leave(view: View, state: State, section: Section) -> None:
    subject = sentence_subject(view)
    if subject is not None:
        state.carried.subject = subject
        if subject.kind == "company":
            state.carried.company = subject
        if view.sentence.kind in ("headline", "heading"):
            state.carried.heading = subject
    state.carried.product = last_product(view) or state.carried.product
    hand_on(view, state.timeline, _today(section))


def _claims(
    view: View, quantity: Quantity, context: Context, state: State, section: Section, share: Share | None, previous: Previous | None
) -> tuple[list[Claim], Previous] | None:  # fmt: skip
    if previous is not None and _is_gloss(view, quantity, previous):
        claims = [_once_more(claim, quantity, context.article, "gloss") for claim in previous.claims]
        return claims, replace(previous, quantity=quantity, claims=claims)
    if previous is not None and _says_again(view, quantity, previous):
        # fell 0.2%, or 43.55 points: one move in two units
        claims = [_once_more(claim, quantity, context.article, "again") for claim in previous.claims]
        return claims, replace(previous, quantity=quantity, claims=claims)
    direction, change = read_change(view, quantity)
    if share is not None and share.first is not None and share.first is not quantity and direction is None:
        direction, change = read_change(view, share.first)
    measure = _measure(view, quantity, context, state, share, previous, direction, change)
    if measure is None:
        return None
    if previous is not None and measure is previous.measure and direction is None:
        direction, change = previous.direction, previous.change
    direction = direction or measure.direction
    change = measure.change or ("level" if measure.family in FLOWS and dimension(quantity) == "money" else change)
    subjects = _subjects(view, quantity, context, state, share, measure)
    if (
        previous is not None
        and measure is previous.measure
        and share is None
        and _names_nobody(view, quantity, previous)
    ):
        subjects = previous.subjects
    if measure.rule is not None:
        state.measure = measure
    if subjects and subjects[0].kind in ("company", "open"):
        state.carried.company = subjects[0]
    if measure.rule is not None and subjects and subjects[0].kind in measure.rule.about:
        state.carried.topic = subjects[0]
    quantity = replace(quantity, direction=direction, change=change)
    if previous is not None and previous.measure.metric == measure.metric:
        quantity = _per_the_same(quantity, previous.quantity)
    whom: list[Subject | None] = [*subjects] or [None]
    claims = [_claim(view, quantity, context, state, section, share, measure, subject) for subject in whom]
    return claims, Previous(quantity, measure, direction, change, subjects, claims)


def _is_gloss(view: View, quantity: Quantity, previous: Previous) -> bool:
    """Whether the number only converts the one before: 20億美元（約合人民幣146億元）."""
    both = dimension(quantity) == dimension(previous.quantity) == "money" and quantity.unit != previous.quantity.unit
    if not both or quantity.start - previous.quantity.end > 12:
        return False
    gap = view.between(previous.quantity.end, quantity.start).strip()
    return any(word.start >= previous.quantity.end and word.text == gap for word in view.role("gloss"))


def _once_more(claim: Claim, quantity: Quantity, article: Article, rule: str) -> Claim:
    """The claim said again with another number, of the same direction and change."""
    line, column = article.position(quantity.start)
    quantity = replace(quantity, direction=claim.quantity.direction, change=claim.quantity.change)
    return replace(claim, quantity=quantity, line=line, column=column, rule=f"{rule}/{quantity.rule}")


def _says_again(view: View, quantity: Quantity, previous: Previous) -> bool:
    """Whether the number says the same change in another unit: 跌225點或0.5%, "0.2%, or 43.55 points"."""
    if previous.change != "delta" or dimension(quantity) == dimension(previous.quantity):
        return False
    if dimension(quantity) not in MOVES_IN or dimension(previous.quantity) not in MOVES_IN:
        return False
    gap = view.between(previous.quantity.end, quantity.start).strip(" ,，(（")
    return gap in OR_WORDS


def _goes_on(view: View, quantity: Quantity, previous: Previous, measure: Measure) -> bool:
    """Whether the number before lends its subject: no name stands between them, and the subject can bear this metric."""
    if not previous.subjects or not _names_nobody(view, quantity, previous):
        return False
    kinds = measure.rule.entity_kinds if measure.rule is not None else NO_KINDS
    about = measure.rule.about if measure.rule is not None else NO_KINDS
    return not about and (not kinds or previous.subjects[0].kind in kinds)


def _names_nobody(view: View, quantity: Quantity, previous: Previous) -> bool:
    """Whether no name stands between the number before and this one."""
    return not any(previous.quantity.end <= m.start and m.end <= quantity.start for m in view.entities)


def _same_measure(view: View, quantity: Quantity, state: State, direction: Direction | None) -> Measure | None:
    """按月升幅擴至5.4% in the sentence after the revenue: a basis word and no measure of its own go on about the last one."""
    last = state.measure
    if last is None or last.rule is None or last.rule.growth is None or dimension(quantity) != "percent":
        return None
    start, end = view.clause_start(quantity.start), quantity.start
    based = any(start <= m.start < end and m.value.facet == "basis" and m.value.value in COMPARING for m in view.facets)
    if not based or direction is None:
        return None
    return replace(
        last, metric=f"{last.rule.id}_growth", family=last.rule.growth, aspect="growth", score=THRESHOLD, weight=1
    )


def _per_the_same(quantity: Quantity, previous: Quantity) -> Quantity:
    """由每盎司4,300美元上調至4,900美元: the second price is per ounce as well."""
    unit = quantity.unit
    if unit is not None and previous.unit is not None and previous.unit.startswith(f"{unit}/"):
        return replace(quantity, unit=previous.unit, unit_inferred=True)
    return quantity


def _measure(
    view: View, quantity: Quantity, context: Context, state: State, share: Share | None, previous: Previous | None,
    direction: Direction | None, change: Change | None,
) -> Measure | None:  # fmt: skip
    tables = context.rulebook.metrics
    kinds = _kinds(view, quantity, state, share)
    anchor = share.first if share is not None and share.first is not None else quantity
    placed = quantity if anchor is quantity else _at(anchor, quantity)
    found = choose_measure(view, placed, tables, direction, change, kinds)
    if previous is not None and _is_ellipsis(quantity, previous, found, direction, listed=share is not None):
        return previous.measure
    if found is None and (quantity.unit or "").endswith("/share"):
        # Nothing else says what it is: "fetching $254.63 a share" is a price because it is a share's.
        bare = replace(placed, unit=(quantity.unit or "").removesuffix("/share"))
        found = choose_measure(view, bare, tables, direction, change, kinds)
    unnamed = not any(mention.end <= quantity.start for mention in view.entities)
    if found is None or (found.weight <= 1 + unnamed and found.family in DAILY_FAMILIES):
        found = _same_measure(view, quantity, state, direction) or found
    if found is not None:
        return found
    if quantity.unit is None and quantity.noun is None and (quantity.value_high or 0) < SCALED:
        return None
    subject_end = max((m.end for m in view.entities if m.end <= quantity.start), default=view.sentence.start)
    return open_measure(view, quantity, subject_end, open_family(quantity, direction))


def _is_ellipsis(
    quantity: Quantity, previous: Previous, found: Measure | None, direction: Direction | None, *, listed: bool
) -> bool:
    """Whether the number before lends its metric: 國際業務增長63%，高於整體的29%."""
    if previous.measure.open or dimension(previous.quantity) != dimension(quantity):
        return False
    rates = "/" in f"{quantity.unit}{previous.quantity.unit}" and quantity.unit != previous.quantity.unit
    if rates and not _is_per_share(quantity, previous):
        return False  # profit, then earnings per share
    if not listed and quantity.start - previous.quantity.end > ELLIPSIS:
        return False
    inherited = previous.measure
    return found is None or (found.start == inherited.start and found.metric != inherited.metric and direction is None)


def _is_per_share(quantity: Quantity, previous: Previous) -> bool:
    """$1.19 per share, down from $2.12: the small amount behind is per share as well."""
    small = (
        quantity.value_high is not None
        and quantity.value_high < SMALL_PRICE
        and quantity.number_end - quantity.start < 8
    )
    unit, before = quantity.unit or "", previous.quantity.unit or ""
    return small and before == f"{unit}/share"


def _at(anchor: Quantity, quantity: Quantity) -> Quantity:
    """The number as if it stood where its list begins, so that the list's verb and noun govern it too."""
    return replace(quantity, start=anchor.start, end=anchor.end, number_end=anchor.number_end)


def _kinds(view: View, quantity: Quantity, state: State, share: Share | None) -> tuple[str, ...]:
    if share is not None and share.entity is not None:
        return (share.entity.kind,)
    found = [mention.kind for score, mention in candidates(view, quantity, NO_KINDS) if score >= 50]
    subject = state.carried.subject
    if not found and subject is not None:
        return (subject.kind,)
    return tuple(found[:3])


def _subjects(
    view: View, quantity: Quantity, context: Context, state: State, share: Share | None, measure: Measure
) -> list[Subject]:
    if share is not None and share.entity is not None:
        return [subject_of(view, share.entity, share.confidence)]
    if measure.rule is None:
        return find_subjects(view, quantity, NO_KINDS, NO_KINDS, state.carried)
    rule = measure.rule
    object_at = measure.end if rule.about else -1
    found = find_subjects(view, quantity, rule.entity_kinds, rule.about, state.carried, object_at)
    if "country" in rule.entity_kinds and not rule.entity_kinds & PRIVATE:
        return _countries(view, found, context)
    return found


def _claim(
    view: View, quantity: Quantity, context: Context, state: State, section: Section, share: Share | None, measure: Measure,
    subject: Subject | None,
) -> Claim:  # fmt: skip
    article, tables = context.article, context.rulebook.entities
    rule = tables.rule(subject.entity) if subject and not subject.open else None
    when = _when(view, quantity, state, section, share, measure, _fiscal(rule))
    facets = find_facets(view, quantity, measure.rule, state.facets)
    when = stretch(when, facets.get("basis"))
    modality = find_modality(view, quantity, when, _today(section))
    source = find_source(view, quantity)
    quantity = _settled(view, quantity, context, measure, rule, facets)
    line, column = article.position(quantity.start)
    sentence = view.full
    return Claim(
        article=article.name,
        section=sentence.section,
        line=line,
        column=column,
        quantity=quantity,
        entity=subject.entity if subject else None,
        entity_surface=_surface(article, subject),
        entity_open=subject.open if subject else True,
        metric=measure.metric,
        metric_surface=measure.surface,
        metric_open=measure.open,
        family="price_target" if modality == "forecast" and measure.family in TARGETED else measure.family,
        facets=tuple(sorted(facets.items())),
        period=when.days,
        period_inferred=when.inferred,
        modality=modality,
        attribution=source.entity if source else None,
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        sentence=article.text[sentence.start : sentence.end],
        headline=sentence.kind in ("headline", "heading"),
        rule=f"{'open' if measure.open else measure.metric}/{quantity.rule}",
        confidence=_confidence(subject, measure, when),
        source=section.source,
        published=section.date or article.date,
        period_surface=when.surface,
        period_sole=is_sole(view, when),
        negated=_negated(view, quantity),
    )


def _fiscal(rule: EntityRule | None) -> Fiscal:
    return Fiscal(rule.fiscal_year_end, rule.fiscal_year_named == "start") if rule else Fiscal()


def _settled(
    view: View, quantity: Quantity, context: Context, measure: Measure, rule: EntityRule | None, facets: dict[str, str]
) -> Quantity:
    """The quantity with the unit that the text leaves out."""
    home = context.homes[view.sentence.section]
    if measure.rule is not None and not measure.aspect:
        if quantity.unit is None and measure.rule.unit is not None:
            return replace(quantity, unit=measure.rule.unit, unit_inferred=True)
        settled = settle_currency(quantity, home, measure.family, rule, ads=facets.get("share_class") in ("ads", "adr"))
        return _of_a_share(settled, measure, context)
    if quantity.unit_inferred:
        return settle_currency(quantity, home, measure.family, rule, ads=False)
    return quantity


def _surface(article: Article, subject: Subject | None) -> str | None:
    if subject is None:
        return None
    if subject.start >= 0:
        return article.text[subject.start : subject.start + len(subject.surface)]
    return subject.surface


def _countries(view: View, found: list[Subject], context: Context) -> list[Subject]:
    """Statistics are of countries: the office that counts, or the bank that watches, stands for its country."""
    entities = context.rulebook.entities
    for subject in found:
        if subject.kind in ("country", "place"):
            return [subject]
    for subject in found:
        rule = entities.rule(subject.entity)
        parent = entities.rule(rule.parent) if rule is not None else None
        if parent is not None and parent.kind in ("country", "place"):
            return [replace(subject, entity=parent.id, kind=parent.kind)]
    country = context.countries[view.sentence.section]
    if country is not None:
        return [Subject(country, entities.rules[country].name, "country", False, 0.6)]
    return found


def _when(
    view: View, quantity: Quantity, state: State, section: Section, share: Share | None, measure: Measure, fiscal: Fiscal
) -> When:  # fmt: skip
    if share is not None and share.period is not None and share.period.first_day and share.period.last_day:
        return When((share.period.first_day, share.period.last_day), share.period.surface, False, share.period)
    return find_period(view, quantity, state.timeline, measure, today=_today(section), fiscal=fiscal)


def _of_a_share(quantity: Quantity, measure: Measure, context: Context) -> Quantity:
    """One unit for what papers write with and without 每股: a price is in dollars, earnings are in dollars a share."""
    unit = quantity.unit or ""
    if measure.family in SHARE_PRICES and unit.endswith("/share"):
        return replace(quantity, unit=unit.removesuffix("/share"))
    if measure.metric in context.rulebook.metrics.per_share and len(unit) == 3:
        return replace(quantity, unit=f"{unit}/share")
    return quantity


def _today(section: Section) -> date | None:
    """The section's date, if calendars reach some years around it."""
    return section.date if section.date is not None and 1000 < section.date.year < 9000 else None


def _negated(view: View, quantity: Quantity) -> bool:
    start = view.clause_start(quantity.start)
    return any(
        start <= word.start and word.end <= quantity.start and quantity.start - word.end <= 8
        for word in view.role("negation")
    )


def _confidence(subject: Subject | None, measure: Measure, when: When) -> float:
    entity = 0.4 if subject is None else subject.confidence * (0.85 if subject.open else 1.0)
    metric = 0.5 if measure.open else min(0.97, 0.7 + measure.score / 100)
    return round(entity * metric * (0.9 if when.inferred else 1.0), 3)
