"""The values that pass from step to step: frozen, slotted, without behaviour beyond reading themselves out.

Every `start` and `end` counts Unicode code points of the article's text as read, end exclusive, and
`article.text[start:end] == surface` holds for all of them. Numbers are `Decimal`, days are `date`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

Language = Literal["zh-Hant", "zh-Hans", "en"]
Role = Literal["claim", "date", "name", "code", "ordinal", "other", "unread"]
Kind = Literal["number", "percent", "money", "quantity", "ratio", "range", "rank", "date", "period", "duration"]
Hedge = Literal["exact", "about", "nearly", "over", "under", "at_least", "at_most", "order_of_magnitude"]
Direction = Literal["up", "down"]
Change = Literal["level", "delta", "multiple"]
Modality = Literal["actual", "forecast", "plan", "reported", "opinion"]
Severity = Literal["error", "warning", "note"]
Status = Literal["confirmed", "contradicted", "explained", "alone"]

MaskKind = Literal["front_matter", "url", "image", "comment", "code", "markup", "boilerplate"]
SentenceKind = Literal["headline", "heading", "body", "list", "table", "caption"]


@dataclass(frozen=True, slots=True)
class Mask:
    """A stretch of the source that is no prose: matched by nobody, but its digits still stand in the ledger."""

    start: int
    end: int
    kind: MaskKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, heading, list item or table row: the window in which a number finds its subject.

    `[start, end)` has no leading or trailing white space; sentences are in text order and do not overlap.
    """

    start: int
    end: int
    section: int
    """Index into `Article.sections`."""
    paragraph: int
    """Running number of the paragraph in the article; a heading is a paragraph of its own."""
    kind: SentenceKind = "body"


@dataclass(frozen=True, slots=True)
class Section:
    """One article of a feed page; a plain file is one section."""

    index: int
    start: int
    end: int
    title: str | None = None
    date: date | None = None
    """The section's own date where the text gives one, else the article's."""
    date_inferred: bool = False
    """Whether the date comes from dates mentioned in the text rather than from a date line or front matter."""
    source: str | None = None
    """The outlet that the section names as its source, as written."""


@dataclass(frozen=True, slots=True)
class Pragma:
    """`<!-- factcheck: ignore[FC101] reason="…" -->`: silences those checks on its own line, or on the next line when it stands alone."""

    start: int
    end: int
    line: int
    """1-based line that it silences."""
    checks: tuple[str, ...]
    reason: str | None
    problem: str | None = None
    """Why the pragma cannot be obeyed (no ids, malformed), or None."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as read, with what is not prose masked and the rest cut into sentences."""

    name: str
    """The path as given, or the name given with a text."""
    text: str
    language: Language
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    masks: tuple[Mask, ...] = ()
    title: str | None = None
    date: date | None = None
    encoding: str = "utf-8"
    encoding_assumed: bool = False
    """Whether the encoding was guessed, not declared by a BOM or valid UTF-8."""
    pragmas: tuple[Pragma, ...] = ()
    line_starts: tuple[int, ...] = (0,)
    """Offset of the first code point of each line."""

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both 1-based, columns in code points."""
        from bisect import bisect_right

        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit as the text states it."""

    start: int
    end: int
    surface: str
    """Digits, scale word and unit or currency ("31.68億元", "20%~30%"), without the hedge."""
    kind: Kind
    value_low: Decimal | None
    value_high: Decimal | None
    """As stated, scale words applied, no rounding interval; equal unless a range. Falls are positive with direction down."""
    unit: str | None = None
    """ISO 4217 for money; `%`, `pp`, `bp`, `x`, `points`, `rank`; a unit's name in rules/units; `people`, `count:<noun>`;
    `<unit>/<per>` for rates (`USD/oz`, `HKD/share`); None for a bare number."""
    unit_inferred: bool = False
    hedge: Hedge = "exact"
    direction: Direction | None = None
    change: Change | None = None
    interval_low: Decimal | None = None
    interval_high: Decimal | None = None
    """The interval that the statement allows, precision and hedge applied; None where open."""
    number_end: int = 0
    """End of the digits and scale words: `[start, number_end)` is the number, the rest the unit (0: same as end)."""
    noun: str | None = None
    """The counted noun or unit as written ("家企業客戶"), for open claims."""
    rule: str = ""
    """Which reading rule made it."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days that the text names. Both days are None where it hangs on a date nobody knows."""

    start: int
    end: int
    surface: str
    first_day: date | None
    last_day: date | None
    """Inclusive."""
    grain: Literal["day", "week", "month", "quarter", "half", "year", "range", "time"] = "day"
    relative: bool = False
    """Resolved from the article's date (昨日, last quarter, 9月), not written in full."""
    symbol: str | None = None
    """The reading of what stays symbolic ("previous year's same period"), for messages."""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: a numeral of the article, and what became of it."""

    start: int
    end: int
    surface: str
    role: Role
    section: int = 0
    reason: str | None = None
    """Why it is no claim; None for claims."""
    quantity: Quantity | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity with who, what, when, in which scope, said by whom."""

    article: str
    section: int
    line: int
    column: int
    quantity: Quantity
    entity: str | None
    """Rule id, or for an open entity its normalised text."""
    entity_surface: str | None
    entity_open: bool
    metric: str
    """Rule id (a derived aspect as suffix: revenue, revenue_growth, revenue_share), or the normalised text."""
    metric_surface: str | None
    metric_open: bool
    family: str
    facets: tuple[tuple[str, str], ...] = ()
    """Sorted pairs of facet and value, stated scope only."""
    period: tuple[date, date] | None = None
    """First and last day, inclusive."""
    period_inferred: bool = False
    modality: Modality = "actual"
    attribution: str | None = None
    """Rule id or text of the source that the sentence names."""
    sentence_start: int = 0
    sentence_end: int = 0
    sentence: str = ""
    headline: bool = False
    """Stands in the headline or a heading."""
    rule: str = ""
    confidence: float = 0.5
    source: str | None = None
    """The outlet (section source) or None."""
    published: date | None = None
    """Date of the section."""
    period_surface: str | None = None
    period_sole: bool = False
    """Whether the period is the only one that its sentence names, and names it itself (九月, not 上週 or 當季)."""
    negated: bool = False

    @property
    def start(self) -> int:
        """Where its number begins."""
        return self.quantity.start

    @property
    def end(self) -> int:
        """Where its number ends, exclusive."""
        return self.quantity.end

    @property
    def surface(self) -> str:
        """Its number as printed."""
        return self.quantity.surface

    def facet(self, name: str) -> str | None:
        """The stated value of a facet, or None."""
        return next((value for key, value in self.facets if key == name), None)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read from one article: its claims, and the ledger of every numeral."""

    article: Article
    claims: tuple[Claim, ...]
    ledger: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """What was computed: the stated and the computed value with the tolerance that the written digits allow, as text for readers."""

    stated: str
    computed: str
    difference: str
    tolerance: str
    formula: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Which dimensions of two claims matched, differed, or were stated on one side only."""

    matched: tuple[tuple[str, str], ...] = ()
    differs: tuple[tuple[str, str, str], ...] = ()
    """(dimension, value of the first claim, value of the second)."""
    one_sided: tuple[tuple[str, str], ...] = ()
    """(facet, value) stated by one claim only."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault to show: claims, the primary first; `fingerprint` names the pair whatever the order, line numbers or run."""

    check: str
    name: str
    severity: Severity
    confidence: float
    message: str
    claims: tuple[Claim, ...]
    fingerprint: str
    explanation: Explanation = field(default_factory=Explanation)
    arithmetic: Arithmetic | None = None
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Explained:
    """Two claims that differ for a known reason, kept so that the program can say why they did not conflict."""

    reason: str
    """One of period, scope, modality, currency, superseded, as_of, forecaster, definition, hedge."""
    message: str
    claims: tuple[Claim, ...]
    explanation: Explanation
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that is not counted, and by what: a pragma, the baseline, or the selection of checks."""

    finding: Finding
    by: Literal["pragma", "baseline", "config"]
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """A checked claim with its status."""

    claim: Claim
    status: Status
    confirmed_by: tuple[Claim, ...] = ()
    findings: tuple[str, ...] = ()
    """Fingerprints of the findings that contradict it."""
    reason: str | None = None
    """Why it differs, where explained."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many numerals of an article ended in which role."""

    article: str
    numbers: int
    roles: Mapping[str, int]
    unread: tuple[Entry, ...] = ()
    open_claims: int = 0
    """Claims whose entity or metric is in no rule file."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that could not be checked, or was read with a reservation."""

    article: str
    message: str
    fatal: bool
    """Whether the article was left out."""


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a run found; `to_dict` is the JSON of `factcheck check`."""

    version: str
    articles: tuple[Article, ...]
    sources: tuple[Article, ...]
    coverage: tuple[Coverage, ...]
    claims: tuple[Verified, ...]
    findings: tuple[Finding, ...]
    explained: tuple[Explained, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    problems: tuple[Problem, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data (factcheck.wire), stable across versions within one major."""
        from factcheck.wire import report_to_dict

        return report_to_dict(self)
