"""NumberTables: everything the number readers look up, compiled from the language files and the unit files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.errors import RuleError
from factcheck.folding import fold
from factcheck.rulebook.files import validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.rulebook.files import RuleFile
    from factcheck.rulebook.schema_numbers import (
        EnglishNumerals,
        NumbersFile,
        PerRow,
        PrefixRow,
        UnitRow,
        UnitsFile,
        WordRow,
    )
    from factcheck.types import Change, Direction, Hedge, Kind


@dataclass(frozen=True, slots=True)
class UnitForm:
    """What a written unit means."""

    unit: str
    kind: Kind
    factor: Decimal | None = None
    """What the written number is multiplied with, None for nothing."""
    inferred: bool = False
    """The form leaves open which currency it is."""
    digits_only: bool = False
    not_before: tuple[str, ...] = ()
    factor_below: Decimal | None = None
    """The factor holds for numbers below this only (八折 is 80 %, 九五折 95 %)."""


@dataclass(frozen=True, slots=True)
class WordForm:
    """A word that is a quantity by itself."""

    id: str
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    kind: Kind
    hedge: Hedge
    change: Change | None
    direction: Direction | None
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NumberExample:
    """A rule's own example: the sentence with what is read in square brackets, and what it must be read as."""

    rule: str
    text: str
    near_miss: bool
    unit: str | None = None
    hedge: Hedge | None = None


@dataclass(frozen=True, eq=False)
class NumberTables:
    """The compiled tables. Keys are folded unless said otherwise; compared and hashed by identity."""

    han_digits: Mapping[str, int]
    han_formal: frozenset[str]
    han_multipliers: Mapping[str, int]
    han_scales: Mapping[str, int]
    han_neighbours: frozenset[tuple[int, int]]
    words: Mapping[str, int]
    scales: Mapping[str, int]
    suffixes: Mapping[str, int]
    groups: Mapping[str, int]
    ordinals: Mapping[str, int]
    fractions: Mapping[str, int]
    not_numbers: frozenset[str]
    not_number_windows: Mapping[str, tuple[tuple[int, int], ...]]
    """Numeral character → (offset, length) of the words of `not_numbers` in which it is the first numeral."""
    range_words: frozenset[str]
    change_words: tuple[str, ...]
    counters: Mapping[str, str]
    not_counters: tuple[str, ...]
    """Longer words that begin like a classifier (部署, 家電)."""
    bare_nouns: frozenset[str]
    stops: frozenset[str]
    nouns: Mapping[str, str]
    hedges_before: Mapping[str, Hedge]
    hedges_after: Mapping[str, Hedge]
    hedge_not_in: frozenset[str]
    hedges_closing: frozenset[str]
    """Hedges after a number that nothing may follow (5000元起, but not 起訴)."""
    hedges_on_multipliers: frozenset[str]
    """Hedges only right before a multiplier without a digit (上千, 過億)."""
    fillers: frozenset[str]
    """Words that may stand between a hedge and its number (至少已有5家)."""
    lexical: Mapping[str, WordForm]
    units_after: Mapping[str, UnitForm]
    units_cased: Mapping[str, UnitForm]
    """As written in the source, not folded."""
    codes: frozenset[str]
    """Forms that count only in capitals in the source: currency codes that are words too (TRY)."""
    units_before: Mapping[str, UnitForm]
    unit_names: frozenset[str]
    pers_before: Mapping[str, str]
    pers_after: Mapping[str, str]
    after_lengths: Mapping[str, tuple[int, ...]]
    """First folded character → lengths of what can follow a number as its unit, longest first."""
    before_lengths: Mapping[str, tuple[int, ...]]
    """Last folded character → lengths of the currencies that can stand before a number."""
    hedge_before_lengths: Mapping[str, tuple[int, ...]]
    hedge_after_lengths: Mapping[str, tuple[int, ...]]
    counter_lengths: Mapping[str, tuple[int, ...]]
    noun_lengths: Mapping[str, tuple[int, ...]]
    per_before_lengths: Mapping[str, tuple[int, ...]]
    per_after_lengths: Mapping[str, tuple[int, ...]]
    pint_definitions: tuple[str, ...]
    convertible: frozenset[str]
    """Units that `pint_definitions` define, by the names that readings carry."""
    examples: tuple[NumberExample, ...]


def compile_numbers(language_files: Sequence[RuleFile], unit_files: Sequence[RuleFile]) -> NumberTables:
    """The tables of those files; two units that claim one form, or a prefix nobody knows, raise RuleError."""
    from factcheck.rulebook.schema_numbers import NumbersFile, UnitsFile

    languages = [validate(NumbersFile, file) for file in language_files]
    units = [(file.path, validate(UnitsFile, file)) for file in unit_files]
    forms = _Forms()
    for path, file in units:
        forms.add_file(path, file, {row.id: row for _, other in units for row in other.prefix})
    forms.define_shares()
    return _assemble(languages, forms)


PINT_NAMES = {"%": "percent", "‰": "per_mille"}
"""Names for pint of units that are no identifiers."""


class _Forms:
    """Collects the forms of all unit files and refuses two meanings of one form."""

    def __init__(self) -> None:
        self.after: dict[str, UnitForm] = {}
        self.before: dict[str, UnitForm] = {}
        self.cased: dict[str, UnitForm] = {}
        self.pers_before: dict[str, str] = {}
        self.pers_after: dict[str, str] = {}
        self.codes: set[str] = set()
        self.pint: list[str] = []
        self.convertible: set[str] = set()
        self.examples: list[NumberExample] = []
        self.path = ""

    def add_file(self, path: str, file: UnitsFile, prefixes: Mapping[str, PrefixRow]) -> None:
        self.path = path
        for row in file.unit:
            self._add_unit(row, row.kind or file.kind, prefixes)
        for per in file.per:
            self._add_per(per)

    def _add_unit(self, row: UnitRow, kind: Kind, prefixes: Mapping[str, PrefixRow]) -> None:
        factor = None if row.factor == 1 else row.factor
        not_before = tuple(fold(text) for text in row.not_before)
        plain = UnitForm(row.id, kind, factor, not_before=not_before, factor_below=row.factor_below)
        inferred = UnitForm(row.id, kind, factor, inferred=True, not_before=not_before)
        self.codes.update(fold(code) for code in row.capitals)
        self._claim(self.after, row.after + row.names + row.han, plain)
        self._claim(self.before, row.before, plain)
        self._claim(self.after, row.bare_after, inferred)
        self._claim(self.before, row.bare_before, inferred)
        self._claim(self.cased, row.cased + row.symbols, plain, folded=False)
        self._claim(self.after, row.tenths, UnitForm(row.id, kind, Decimal("0.1")))
        self._claim(self.after, row.hundredths, UnitForm(row.id, kind, Decimal("0.01")))
        self._claim(
            self.after, row.digits_only, UnitForm(row.id, kind, factor, digits_only=True, not_before=not_before)
        )
        if row.pint:
            self._define(row.id, row.pint)
        for name in row.prefixes:
            if name not in prefixes:
                raise RuleError(
                    f"{self.path}: unit {row.id}: unknown prefix {name!r}; known: {', '.join(sorted(prefixes))}"
                )
            self._add_prefixed(row, kind, prefixes[name])
        self.examples += [NumberExample(row.id, text, False, unit=row.id) for text in row.examples]
        self.examples += [NumberExample(row.id, text, True, unit=row.id) for text in row.near_misses]

    def _add_prefixed(self, row: UnitRow, kind: Kind, prefix: PrefixRow) -> None:
        form = UnitForm(prefix.id + row.id, kind)
        self._claim(self.after, [prefix.id + name for name in row.names], form)
        self._claim(self.after, [sign + name for sign in prefix.han for name in row.han], form)
        self._claim(self.cased, [sign + name for sign in prefix.symbols for name in row.symbols], form, folded=False)
        if row.pint:
            self._define(form.unit, f"1e{prefix.exponent} * {row.id}")

    def _define(self, unit: str, definition: str) -> None:
        sign = PINT_NAMES.get(unit)
        self.pint.append(f"{sign or unit} = {definition}")
        self.convertible.add(unit)

    def define_shares(self) -> None:
        """Gives what a price is paid for and no unit file defines (a share) a dimension of its own."""
        for per in sorted({*self.pers_before.values(), *self.pers_after.values()} - self.convertible):
            self._define(per, f"[{per}]")

    def _add_per(self, row: PerRow) -> None:
        for text in row.before:
            self.pers_before[fold(text)] = row.id
        for text in row.after:
            self.pers_after[fold(text)] = row.id
        self.examples += [NumberExample(row.id, text, False) for text in row.examples]

    def _claim(self, table: dict[str, UnitForm], texts: Iterable[str], form: UnitForm, *, folded: bool = True) -> None:
        for text in texts:
            key = fold(text) if folded else text
            other = table.setdefault(key, form)
            if other.unit != form.unit:
                raise RuleError(f"{self.path}: unit {form.unit}: {text!r} is a form of {other.unit} already")


def _assemble(languages: Sequence[NumbersFile], forms: _Forms) -> NumberTables:
    han = next((file.han for file in languages if file.han), None)
    english = next((file.english for file in languages if file.english), None)
    if han is None or english is None:
        raise RuleError("rules/languages: numbers_zh.toml needs a [han] table and numbers_en.toml an [english] table")
    hedges = [row for file in languages for row in file.hedge]
    before = {fold(word): row.hedge for row in hedges for word in row.before + row.before_multiplier}
    after = {fold(word): row.hedge for row in hedges for word in row.after + row.closing}
    counters = {fold(word): noun for file in languages for word, noun in file.counters.items()}
    nouns = {fold(form): row.id for file in languages for row in file.noun for form in row.forms}
    digits = {fold(sign): value for sign, value in han.digits.items()}
    multipliers = {fold(sign): power for sign, power in han.multipliers.items()}
    scales = {fold(sign): power for sign, power in han.scales.items()}
    stops = frozenset(fold(word) for file in languages for word in file.not_numbers)
    return NumberTables(
        han_digits=digits,
        han_formal=frozenset(fold(han.formal)),
        han_multipliers=multipliers,
        han_scales=scales,
        han_neighbours=frozenset((han.digits[pair[0]], han.digits[pair[1]]) for pair in han.neighbours),
        words=english.words,
        scales=english.scales,
        suffixes=english.suffixes,
        groups=english.groups,
        ordinals=english.ordinals,
        fractions=english.fractions,
        not_numbers=stops,
        not_number_windows=_windows(
            stops,
            frozenset(digits)
            | frozenset(multipliers)
            | frozenset(scales)
            | frozenset("几数半第")
            | _english_heads(english),
        ),
        range_words=frozenset(fold(word) for file in languages for word in file.range_words),
        change_words=tuple(fold(word) for file in languages for word in file.change_words),
        counters=counters,
        not_counters=tuple(fold(word) for file in languages for word in file.not_counters),
        bare_nouns=frozenset(fold(word) for file in languages for word in file.bare_nouns),
        stops=frozenset(fold(word) for file in languages for word in file.stops),
        nouns=nouns,
        hedges_before=before,
        hedges_after=after,
        hedge_not_in=frozenset(fold(word) for row in hedges for word in row.not_in),
        hedges_closing=frozenset(fold(word) for row in hedges for word in row.closing),
        hedges_on_multipliers=frozenset(fold(word) for row in hedges for word in row.before_multiplier),
        fillers=frozenset(fold(word) for file in languages for word in file.fillers),
        lexical={fold(form): _word(row) for file in languages for row in file.word for form in row.forms},
        units_after=forms.after,
        units_cased=forms.cased,
        codes=frozenset(forms.codes),
        units_before=forms.before,
        unit_names=frozenset(form.unit for form in (*forms.after.values(), *forms.cased.values())),
        pers_before=forms.pers_before,
        pers_after=forms.pers_after,
        after_lengths=_by_first([*forms.after, *(fold(form) for form in forms.cased)]),
        before_lengths=_by_last(forms.before),
        hedge_before_lengths=_by_last(before),
        hedge_after_lengths=_by_first(after),
        counter_lengths=_by_first([*counters, *(fold(word) for file in languages for word in file.bare_nouns)]),
        noun_lengths=_by_first(nouns),
        per_before_lengths=_by_last(forms.pers_before),
        per_after_lengths=_by_first(forms.pers_after),
        pint_definitions=tuple(forms.pint),
        convertible=frozenset(forms.convertible),
        examples=(*_language_examples(languages), *forms.examples),
    )


def _word(row: WordRow) -> WordForm:
    low = row.low
    high = row.high if row.high is not None else low
    return WordForm(
        row.id, low, high, row.unit, row.kind, row.hedge, row.change, row.direction,
        tuple(fold(text) for text in row.not_before), tuple(fold(text) for text in row.not_after),
    )  # fmt: skip


def _language_examples(languages: Sequence[NumbersFile]) -> list[NumberExample]:
    found: list[NumberExample] = []
    for file in languages:
        for hedge in file.hedge:
            found += [NumberExample(hedge.id, text, False, hedge=hedge.hedge) for text in hedge.examples]
            found += [NumberExample(hedge.id, text, True, hedge=hedge.hedge) for text in hedge.near_misses]
        for word in file.word:
            found += [NumberExample(word.id, text, False, unit=word.unit) for text in word.examples]
            found += [NumberExample(word.id, text, True) for text in word.near_misses]
        found += [NumberExample("not_numbers", word, True) for word in file.not_numbers]
    return found


def _by_first(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """First character → the lengths of the words that begin with it, longest first."""
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[0], set()).add(len(word))
    return {sign: tuple(sorted(found, reverse=True)) for sign, found in lengths.items()}


def _by_last(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Last character → the lengths of the words that end with it, longest first."""
    return _by_first(word[::-1] for word in words)


def _english_heads(english: EnglishNumerals) -> frozenset[str]:
    return frozenset({*english.words, *english.groups, *english.ordinals, *english.fractions})


def _windows(words: Iterable[str], numerals: frozenset[str]) -> dict[str, tuple[tuple[int, int], ...]]:
    """Numeral → (offset in the word, length of the word) of every word in which it is the first numeral."""
    found: dict[str, set[tuple[int, int]]] = {}
    for word in words:
        heads = (
            [(found_at.start(), found_at.group()) for found_at in re.finditer(r"[a-z]+|\d", word)]
            if word.isascii()
            else enumerate(word)
        )
        for at, sign in heads:
            if sign in numerals or sign.isdigit():
                found.setdefault(sign, set()).add((at, len(word)))
                break
    return {sign: tuple(sorted(places, key=lambda place: -place[1])) for sign, places in found.items()}
