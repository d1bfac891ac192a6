"""The words that the claims stage looks for, all in one automaton: entity names, metric triggers, facet words, function words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from factcheck.folding import fold
from factcheck.rulebook.entities import Alias
from factcheck.rulebook.metrics import Trigger

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.rulebook.entities import EntityTables
    from factcheck.rulebook.files import RuleFile
    from factcheck.rulebook.metrics import FacetValue, MetricTables


class FunctionWord(NamedTuple):
    """A word with a grammatical task: `direction`/`up`, `comparator`, `attribution`/`after`, …"""

    role: str
    value: str


@dataclass(frozen=True, slots=True)
class Readings:
    """Everything that one folded string can mean."""

    text: str
    latin_start: bool
    """Whether a letter or digit before it would make it part of a longer word."""
    latin_end: bool
    aliases: tuple[Alias, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    facets: tuple[FacetValue, ...] = ()
    words: tuple[FunctionWord, ...] = ()
    not_entities: tuple[str, ...] = ()
    not_metrics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """Readings found at a place."""

    start: int
    end: int
    readings: Readings


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The automaton over every folded word of the rule packs.

    It holds numbers, and what a word can mean is put together at its first occurrence: a run meets some hundred of
    the many thousand words, and a cold process shall not build all the others.
    """

    automaton: Any
    """`ahocorasick.Automaton`, word → its number in `keys`; the library ships no types."""
    keys: tuple[str, ...]
    entities: EntityTables
    metrics: MetricTables
    words: Mapping[str, tuple[FunctionWord, ...]]
    met: dict[int, Readings] = field(default_factory=dict)
    """Number → readings, of the words met so far."""

    def scan(self, folded: str) -> Iterator[Hit]:
        """Every occurrence of every word, overlapping ones included, by end; words in Latin letters only between word borders."""
        size, met = len(folded), self.met
        for last, number in self.automaton.iter(folded):
            readings = met.get(number) or self._meet(number)
            start, end = last + 1 - len(readings.text), last + 1
            if readings.latin_start and start and _latin(folded[start - 1]):
                continue
            if readings.latin_end and end < size and _latin(folded[end]):
                continue
            yield Hit(start, end, readings)

    def _meet(self, number: int) -> Readings:
        """The readings of the word of that number, kept for its next occurrence."""
        key = self.keys[number]
        readings = self.met[number] = Readings(
            key,
            _latin(key[0]),
            _latin(key[-1]),
            tuple(Alias(*row) for row in self.entities.aliases.get(key, ())),
            tuple(Trigger(*row) for row in self.metrics.triggers.get(key, ())),
            self.metrics.facet_words.get(key, ()),
            self.words.get(key, ()),
            self.entities.not_in.get(key, ()),
            self.metrics.not_in.get(key, ()),
        )
        return readings


def _latin(char: str) -> bool:
    return (char.isascii() and char.isalnum()) or "À" <= char <= "ɏ"


def compile_lexicon(files: Sequence[RuleFile], entities: EntityTables, metrics: MetricTables) -> Lexicon:
    """The automaton of all entity aliases, metric triggers, facet words and the function words of rules/languages/words*.toml."""
    import ahocorasick

    words = _function_words(files)
    keys = set().union(entities.aliases, entities.not_in, metrics.triggers, metrics.facet_words, metrics.not_in, words)
    ordered = tuple(sorted(keys))
    automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for number, key in enumerate(ordered):
        automaton.add_word(key, number)
    automaton.make_automaton()
    return Lexicon(automaton, ordered, entities, metrics, words)


def _function_words(files: Sequence[RuleFile]) -> Mapping[str, tuple[FunctionWord, ...]]:
    from factcheck.rulebook.files import validate
    from factcheck.rulebook.schema_words import WordFile

    found: dict[str, list[FunctionWord]] = {}
    for file in files:
        for group in validate(WordFile, file).group:
            for word in group.words:
                found.setdefault(fold(word), []).append(FunctionWord(group.role, group.value))
    return {word: tuple(readings) for word, readings in found.items()}
