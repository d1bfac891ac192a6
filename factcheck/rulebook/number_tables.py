"""NumberTables: everything that the number readers look up, as plain frozen data that pickles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

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
    near: tuple[str, ...] = ()
    """Words of which one must stand near it (升息1碼 is 25 basis points, 布長1碼 a yard)."""


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
    unit_contexts: Mapping[str, tuple[UnitForm, ...]]
    """Forms that are another unit near certain words (升息1碼), by what is written."""
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
