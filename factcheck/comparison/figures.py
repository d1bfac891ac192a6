"""Claims made ready for comparing: each with its document, its interval and its dimension, computed once."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.comparison.intervals import Interval, interval_of, significant, written_digits
from factcheck.types import Claim, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from factcheck.types import Entry, Extraction, Section, Sentence

CENT = Decimal("0.01")


@dataclass(slots=True, eq=False)
class Document:
    """An article, or one section of a feed page: what can contradict another."""

    index: int
    extraction: Extraction
    section: Section
    checked: bool
    copy: int = -1
    """Documents of one number print the same wire copy and count as one source."""
    values: set[tuple[str, Decimal]] = field(default_factory=set)
    """(dimension, value) of every number that it prints."""

    @property
    def name(self) -> str:
        """The article's name, as given."""
        return self.extraction.article.name

    @property
    def published(self) -> date | None:
        """The section's date, or the article's."""
        return self.section.date or self.extraction.article.date


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One claim in one document."""

    number: int
    """Running number over all documents: the identity."""
    document: Document
    claim: Claim
    interval: Interval
    value: Decimal | None
    """As stated; the low end of a range."""
    digits: str
    """Significant digits of the value."""
    dimension: str

    @property
    def unit(self) -> str | None:
        """The unit that the claim states or implies."""
        return self.claim.quantity.unit

    @property
    def telling(self) -> bool:
        """Whether two statements of just this value are hardly chance: three digits, or two before a scale word."""
        if self.claim.quantity.value_low != self.claim.quantity.value_high:
            return len(self.digits) >= 2
        if len(self.digits) >= 3:
            return True
        return len(self.digits) == 2 and self.dimension.startswith("money") and (self.value or 0) >= 10**6

    @property
    def written(self) -> str:
        """The digits as the text shows them."""
        return written_digits(self.claim.quantity.surface)

    @property
    def leading(self) -> str:
        """The digits as written, without zeros in front: 10 has two of them, 0.1 has one."""
        return self.written.replace(".", "").replace(",", "").lstrip("0")


def dimension(unit: str | None) -> str:
    """What kind of unit it is: currencies are one dimension, per cent and percentage points another.

    >>> dimension("HKD"), dimension("USD/oz"), dimension("pp"), dimension("count:家"), dimension(None)
    ('money', 'money/oz', 'percent', 'count', 'number')
    """
    if unit is None:
        return "number"
    if unit in ("%", "pp", "bp"):
        return "percent"
    base, slash, per = unit.partition("/")
    if len(base) == 3 and base.isascii() and base.isupper():
        return "money" + slash + per
    return "count" if unit == "people" or unit.startswith("count:") else unit


def normal_interval(quantity: Quantity) -> Interval | None:
    """The interval in the dimension's own unit: basis points become percentage points."""
    interval = interval_of(quantity)
    if interval is None or quantity.unit != "bp":
        return interval
    low, high = interval
    return (None if low is None else low * CENT, None if high is None else high * CENT)


def documents(checked: Sequence[Extraction], sources: Sequence[Extraction]) -> list[Document]:
    """Every section of every article, the checked ones first."""
    found: list[Document] = []
    for extractions, mine in ((checked, True), (sources, False)):
        for extraction in extractions:
            for section in extraction.article.sections:
                found.append(Document(len(found), extraction, section, mine))
    return found


def figures(found: Sequence[Document]) -> list[Figure]:
    """The claims of those documents that state a value, in document order; fills `Document.values`."""
    by_section = {(id(document.extraction), document.section.index): document for document in found}
    result: list[Figure] = []
    for extraction in {id(document.extraction): document.extraction for document in found}.values():
        for claim in extraction.claims:
            document = by_section.get((id(extraction), claim.section))
            figure = None if document is None else make_figure(len(result), document, claim)
            if figure is not None:
                result.append(figure)
        for entry in extraction.ledger:
            document = by_section.get((id(extraction), entry.section))
            if document is not None and entry.quantity is not None:
                note_values(document, entry.quantity)
    return result


def make_figure(number: int, document: Document, claim: Claim) -> Figure | None:
    """The figure of a claim; None where it states no value or is denied."""
    quantity = claim.quantity
    interval = normal_interval(quantity)
    if interval is None or claim.negated:
        return None
    value = quantity.value_low if quantity.value_low is not None else quantity.value_high
    if value is not None and quantity.unit == "bp":
        value *= CENT
    note_values(document, quantity)
    return Figure(number, document, claim, interval, value, significant(value), dimension(quantity.unit))


def note_values(document: Document, quantity: Quantity) -> None:
    """Remembers that the document prints that value."""
    kind = dimension(quantity.unit)
    for value in (quantity.value_low, quantity.value_high):
        if value is not None:
            document.values.add((kind, value))


def claim_of(extraction: Extraction, sentence: Sentence, entry: Entry) -> Claim:
    """A number that no rule read as a claim, dressed as one, so that an aligned sentence can speak of it."""
    article = extraction.article
    line, column = article.position(entry.start)
    section = article.sections[sentence.section]
    quantity = entry.quantity or Quantity(entry.start, entry.end, entry.surface, "date", None, None)
    period = entry.period
    known = period is not None and period.first_day is not None and period.last_day is not None
    return Claim(
        article=article.name,
        section=entry.section,
        line=line,
        column=column,
        quantity=quantity,
        entity=None,
        entity_surface=None,
        entity_open=True,
        metric="date" if period is not None else "number",
        metric_surface=None,
        metric_open=True,
        family="other",
        period=(period.first_day, period.last_day) if known and period else None,  # type: ignore[arg-type]
        sentence_start=sentence.start,
        sentence_end=sentence.end,
        sentence=article.text[sentence.start : sentence.end],
        headline=sentence.kind in ("headline", "heading"),
        rule="aligned",
        confidence=0.3,
        source=section.source,
        published=section.date or article.date,
    )
