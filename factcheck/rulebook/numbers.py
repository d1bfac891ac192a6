"""NumberTables: everything the number readers look up, compiled from the language files and the unit files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.errors import RuleError
from factcheck.folding import fold
from factcheck.rulebook.files import validate
from factcheck.rulebook.number_tables import NumberExample, NumberTables, UnitForm, WordForm
from factcheck.rulebook.unit_forms import PINT_NAMES, UnitForms

__all__ = ["PINT_NAMES", "NumberExample", "NumberTables", "UnitForm", "WordForm", "compile_numbers"]

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.rulebook.files import RuleFile
    from factcheck.rulebook.schema_numbers import (
        EnglishNumerals,
        NumbersFile,
        WordRow,
    )


def compile_numbers(language_files: Sequence[RuleFile], unit_files: Sequence[RuleFile]) -> NumberTables:
    """The tables of those files; two units that claim one form, or a prefix nobody knows, raise RuleError."""
    from factcheck.rulebook.schema_numbers import NumbersFile, UnitsFile

    languages = [validate(NumbersFile, file) for file in language_files]
    units = [(file.path, validate(UnitsFile, file)) for file in unit_files]
    forms = UnitForms()
    for path, file in units:
        forms.add_file(path, file, {row.id: row for _, other in units for row in other.prefix})
    forms.define_shares()
    return _assemble(languages, forms)


def _assemble(languages: Sequence[NumbersFile], forms: UnitForms) -> NumberTables:
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
        unit_contexts=forms.contexts,
        codes=frozenset(forms.codes),
        units_before=forms.before,
        unit_names=frozenset(
            form.unit
            for form in (
                *forms.after.values(),
                *forms.cased.values(),
                *(f for row in forms.contexts.values() for f in row),
            )
        ),
        pers_before=forms.pers_before,
        pers_after=forms.pers_after,
        after_lengths=_by_first([*forms.after, *forms.contexts, *(fold(form) for form in forms.cased)]),
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
