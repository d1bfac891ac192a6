"""What the language files for numbers and the unit files may say: pydantic models, used only while rules are read."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Name = Annotated[str, Field(min_length=1)]
UnitKind = Literal["number", "percent", "money", "quantity", "ratio", "duration"]
HedgeName = Literal["exact", "about", "nearly", "over", "under", "at_least", "at_most", "order_of_magnitude"]
Examples = Annotated[tuple[Name, ...], Field(min_length=1)]
"""Sentences; square brackets mark what is read: `市值達[3800億美元]`."""


class Strict(BaseModel):
    """Unknown keys are errors: a mistyped key must not be a rule that never fires."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class HanNumerals(Strict):
    """`[han]`: the characters that write numbers."""

    digits: dict[Name, Annotated[int, Field(ge=0, le=30)]]
    formal: str
    """Formal digits that are everyday words too (陸, 參): read only beside another numeral."""
    multipliers: dict[Name, Annotated[int, Field(ge=1, le=3)]]
    """Character → power of ten."""
    scales: dict[Name, Annotated[int, Field(ge=4, le=12)]]
    neighbours: tuple[Annotated[str, Field(min_length=2, max_length=2)], ...]
    """Two digits that stand for a range though they are not consecutive (三五百)."""


class EnglishNumerals(Strict):
    """`[english]`: the words that write numbers."""

    words: dict[Name, Annotated[int, Field(ge=0, le=90)]]
    scales: dict[Name, Annotated[int, Field(ge=2, le=15)]]
    """Word → power of ten, behind digits or words."""
    suffixes: dict[Name, Annotated[int, Field(ge=3, le=12)]]
    """Letters written at the digits (5bn, 3M) → power of ten."""
    groups: dict[Name, Annotated[int, Field(ge=2)]]
    """dozen, couple, score … → how many."""
    ordinals: dict[Name, Annotated[int, Field(ge=1)]]
    fractions: dict[Name, Annotated[int, Field(ge=2)]]
    """Fractions that are no ordinals (half, quarter) → denominator."""


class HedgeRow(Strict):
    """One `[[hedge]]`: words before or after a number that open its interval."""

    id: Name
    hedge: HedgeName
    before: tuple[Name, ...] = ()
    after: tuple[Name, ...] = ()
    before_multiplier: tuple[Name, ...] = ()
    """Like `before`, only right before 十, 百, 千, 萬, 億 without a digit (上千, 過億)."""
    closing: tuple[Name, ...] = ()
    """Like `after`, where nothing follows in the clause (5000元起)."""
    not_in: tuple[Name, ...] = ()
    """Longer words that end in a `before` word and mean something else (簽約)."""
    examples: Examples
    near_misses: Examples


class WordRow(Strict):
    """One `[[word]]`: a word that is a quantity by itself (翻倍, doubled, mid-teens)."""

    id: Name
    forms: Annotated[tuple[Name, ...], Field(min_length=1)]
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    kind: Literal["number", "percent", "ratio", "rank", "quantity", "duration"] = "ratio"
    hedge: HedgeName = "exact"
    change: Literal["level", "delta", "multiple"] | None = None
    direction: Literal["up", "down"] | None = None
    not_before: tuple[Name, ...] = ()
    """What must not follow (翻倍 is a multiple, 翻倍率 a name)."""
    not_after: tuple[Name, ...] = ()
    examples: Examples
    near_misses: Examples


class NounRow(Strict):
    """One `[[noun]]`: a counted thing, under its English name."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
    forms: Annotated[tuple[Name, ...], Field(min_length=1)]


class NumbersFile(Strict):
    """rules/languages/numbers_<language>.toml."""

    language: Literal["zh", "en"]
    han: HanNumerals | None = None
    english: EnglishNumerals | None = None
    not_numbers: tuple[Name, ...] = ()
    """Longer words with a numeral in them that counts nothing (一方面, 百度, one another)."""
    range_words: tuple[Name, ...] = ()
    """What joins the two ends of a range."""
    change_words: tuple[Name, ...] = ()
    """Words left of the first number that make 'A to B' a change and not a range (由, from … rose)."""
    counters: dict[Name, str] = {}
    """Classifier → the noun it counts by itself (輛 → vehicle), empty where it does not say."""
    not_counters: tuple[Name, ...] = ()
    """Longer words that begin like a classifier (家電, 部署)."""
    fillers: tuple[Name, ...] = ()
    """Words that may stand between a hedge and its number (已有)."""
    bare_nouns: tuple[Name, ...] = ()
    """Nouns counted without a classifier (200多國), part of the surface."""
    stops: tuple[Name, ...] = ()
    """Words at which a counted noun phrase ends."""
    hedge: tuple[HedgeRow, ...] = ()
    word: tuple[WordRow, ...] = ()
    noun: tuple[NounRow, ...] = ()


class UnitRow(Strict):
    """One `[[unit]]`."""

    id: Name
    kind: UnitKind | None = None
    pint: str | None = None
    """Its definition for pint, where it can be converted."""
    before: tuple[Name, ...] = ()
    after: tuple[Name, ...] = ()
    cased: tuple[Name, ...] = ()
    """Written after the number in exactly these letters (MW is not mW)."""
    bare_before: tuple[Name, ...] = ()
    bare_after: tuple[Name, ...] = ()
    """Forms that leave open which currency is meant ($, 元): the unit is inferred."""
    tenths: tuple[Name, ...] = ()
    hundredths: tuple[Name, ...] = ()
    """Forms of a tenth and a hundredth of the unit (角, cents)."""
    prefixes: tuple[Name, ...] = ()
    """Prefixes that it takes, by id."""
    names: tuple[Name, ...] = ()
    """English names that take a spelled prefix (watt → megawatt)."""
    han: tuple[Name, ...] = ()
    """Chinese names that take a Chinese prefix (瓦 → 兆瓦)."""
    symbols: tuple[Name, ...] = ()
    """Symbols that take a prefix letter (W → MW)."""
    digits_only: tuple[Name, ...] = ()
    """Forms that are a unit only behind digits or a large numeral (27000點, not 一點)."""
    not_before: tuple[Name, ...] = ()
    """What must not follow a form (成立 is not 成)."""
    factor: Decimal = Decimal(1)
    """What the written number is multiplied with (一成 is 10 %)."""
    factor_below: Decimal | None = None
    """The factor holds only for numbers below this."""
    capitals: tuple[Name, ...] = ()
    """Forms that are read in capitals only: codes that are words too (TRY, MOP)."""
    examples: Examples
    near_misses: tuple[Name, ...] = ()


class PrefixRow(Strict):
    """One `[[prefix]]`: a multiple of a unit."""

    id: Name
    exponent: int
    symbols: tuple[Name, ...] = ()
    han: tuple[Name, ...] = ()


class PerRow(Strict):
    """One `[[per]]`: what an amount of money is paid for."""

    id: Name
    before: tuple[Name, ...] = ()
    after: tuple[Name, ...] = ()
    examples: Examples


class ContextRow(Strict):
    """One `[[context]]`: a form that is this unit only where one of the words stands near it."""

    unit: Name
    kind: UnitKind
    forms: Annotated[tuple[Name, ...], Field(min_length=1)]
    near: Annotated[tuple[Name, ...], Field(min_length=1)]
    factor: Decimal = Decimal(1)
    examples: Examples
    near_misses: tuple[Name, ...] = ()


class UnitsFile(Strict):
    """rules/units/*.toml."""

    kind: UnitKind = "quantity"
    prefix: tuple[PrefixRow, ...] = ()
    unit: tuple[UnitRow, ...] = ()
    per: tuple[PerRow, ...] = ()
    context: tuple[ContextRow, ...] = ()
