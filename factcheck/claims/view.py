"""A sentence with everything that was read in it, in text order: the window in which a number finds its subject."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.mentions.lexicon import EntityMention, FacetMention, TriggerMention, Word
    from factcheck.mentions.reading import Mentions
    from factcheck.types import Article, Period, Quantity, Sentence


class Spanned(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanned)
LONG, BEFORE, AFTER = 400, 160, 60
"""Code points: sentences longer than LONG are read through a window of BEFORE and AFTER around each number."""


@dataclass(slots=True)
class View:
    """One sentence, its clauses and its mentions."""

    sentence: Sentence
    folded: str
    """The whole article, folded; offsets are the article's."""
    chinese: bool
    edges: list[int]
    """Where clauses begin, the first at the sentence's start."""
    quantities: list[Quantity] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    entities: list[EntityMention] = field(default_factory=list)
    triggers: list[TriggerMention] = field(default_factory=list)
    facets: list[FacetMention] = field(default_factory=list)
    cuts: dict[str, Cut] = field(default_factory=dict)
    """The article's function words by role, cut to the sentence on first use."""
    metrics: frozenset[str] | None = None
    """Metrics that the sentence's words speak of, gathered on first use."""
    whole: Sentence | None = None
    """The sentence itself, where this view is only a window in it."""
    words: dict[str, list[Word]] = field(default_factory=dict)

    def clause(self, offset: int) -> int:
        """Index of the clause that holds the offset."""
        return bisect_right(self.edges, offset) - 1

    def clause_start(self, offset: int) -> int:
        """Where the clause of that offset begins."""
        return self.edges[self.clause(offset)]

    def clause_end(self, offset: int) -> int:
        """Where the clause of that offset ends."""
        index = self.clause(offset) + 1
        return self.edges[index] if index < len(self.edges) else self.sentence.end

    def role(self, name: str) -> list[Word]:
        """The function words of one role in the sentence."""
        found = self.words.get(name)
        if found is None:
            cut = self.cuts.get(name)
            found = self.words[name] = cut.inside(self.sentence.start, self.sentence.end) if cut else []
        return found

    def near(self, name: str, start: int, end: int) -> list[Word]:
        """The function words of one role that lie wholly between two offsets."""
        cut = self.cuts.get(name)
        return cut.inside(max(start, self.sentence.start), min(end, self.sentence.end)) if cut else []

    def speaks_of(self, metric: str) -> bool:
        """Whether some word of the sentence speaks of that metric."""
        if self.metrics is None:
            self.metrics = frozenset(mention.trigger.metric for mention in self.triggers)
        return metric in self.metrics

    @property
    def full(self) -> Sentence:
        """The sentence, whole."""
        return self.whole or self.sentence

    def around(self, quantity: Quantity) -> View:
        """The view of one number: itself, or in an endless sentence only what stands near, so that reading stays linear."""
        sentence = self.sentence
        if sentence.end - sentence.start <= LONG:
            return self
        start = max(self.clause_start(max(sentence.start, quantity.start - BEFORE)), quantity.start - 2 * BEFORE)
        end = min(self.clause_end(min(sentence.end - 1, quantity.end + AFTER)), quantity.end + 2 * AFTER)
        return View(
            replace(sentence, start=start, end=end),
            self.folded,
            self.chinese,
            [start, *self.edges[bisect_right(self.edges, start) : bisect_left(self.edges, end)]],
            _within(self.quantities, start, end),
            _within(self.periods, start, end),
            _within(self.entities, start, end),
            _within(self.triggers, start, end),
            _within(self.facets, start, end),
            self.cuts,
            whole=sentence,
        )

    def between(self, start: int, end: int) -> str:
        """The folded text between two offsets."""
        return self.folded[start:end]

    def quantities_between(self, start: int, end: int) -> int:
        """How many quantities lie wholly between two offsets."""
        first = bisect_left(self.quantities, start, key=_start)
        last = bisect_right(self.quantities, end, key=_end)
        return max(0, last - first)


def _start(item: Spanned) -> int:
    return item.start


def _end(item: Spanned) -> int:
    return item.end


def _within(items: list[S], start: int, end: int) -> list[S]:
    first, last = bisect_left(items, start, key=_start), bisect_left(items, end, key=_start)
    return [item for item in items[first:last] if item.end <= end]


@cache
def _separators() -> Any:
    # A comma between digits groups or decides nothing; every other comma, colon and bracket parts clauses.
    return re.compile(r"[，；;：。！？!?\n]|(?<!\d),|,(?!\d)|(?<!\d):|:(?!\d)|——?| - | – |\s[|]\s")


@cache
def _blanks() -> Any:
    # Chinese headlines part clauses by a blank; one between a Han character and a digit is Taiwanese typography.
    return re.compile(r"(?<=[\u3400-\u9fff%)」])[ \t]+(?=[\u3400-\u9fffa-z「【])")


def clause_edges(folded: str, start: int, end: int, *, chinese: bool) -> list[int]:
    """Start offsets of the clauses of `[start, end)`."""
    edges = [match.end() for match in _separators().finditer(folded, start, end) if match.end() < end]
    if chinese:
        edges = sorted({*edges, *(match.end() for match in _blanks().finditer(folded, start, end))})
    return [start, *edges]


def sentence_views(article: Article, mentions: Mentions) -> Iterator[View]:
    """A view a sentence, in text order."""
    scan = mentions.scan
    quantities, periods, entities = Cut(mentions.quantities), Cut(mentions.periods), Cut(scan.entities)
    triggers, facets = Cut(scan.triggers), Cut(scan.facets)
    roles = {role: Cut(words) for role, words in scan.words.items()}
    chinese = article.language != "en"
    for sentence in article.sentences:
        start, end = sentence.start, sentence.end
        yield View(
            sentence,
            mentions.folded,
            chinese,
            clause_edges(mentions.folded, start, end, chinese=chinese),
            quantities.inside(start, end),
            periods.inside(start, end),
            entities.inside(start, end),
            triggers.inside(start, end),
            facets.inside(start, end),
            roles,
        )


class Cut:
    """A sorted list that gives its part inside a sentence."""

    def __init__(self, items: Sequence[Any]) -> None:
        self._items = items
        self._starts = [item.start for item in items]

    def inside(self, start: int, end: int) -> list[Any]:
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [item for item in self._items[first:last] if item.end <= end]


@cache
def _link() -> Any:
    return re.compile(
        r"(?:\s?[(（][^()（）]{0,24}[)）])?(?:[\s、,，和及与跟&/]|以及|还有|截至|截止|and\b|or\b|或|约|近|逾|超过|超|人民币|达|about|nearly|the\b|至)*"
    )


def listed(view: View, items: Sequence[S]) -> list[list[S]]:
    """Runs of neighbours that only list marks (、 和 and, a ticker in brackets) part."""
    runs: list[list[S]] = []
    for item in items:
        if runs:
            gap = view.between(runs[-1][-1].end, item.start)
            if len(gap) <= 32 and _link().fullmatch(gap) and gap.strip():
                runs[-1].append(item)
                continue
        runs.append([item])
    return runs
