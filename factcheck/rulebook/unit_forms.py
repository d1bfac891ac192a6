"""Collects what the unit files say: each written form with its one meaning, and the definitions for pint."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.errors import RuleError
from factcheck.folding import fold
from factcheck.rulebook.number_tables import NumberExample, UnitForm

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.rulebook.schema_numbers import ContextRow, PerRow, PrefixRow, UnitRow, UnitsFile
    from factcheck.types import Kind

PINT_NAMES = {"%": "percent", "‰": "per_mille"}
"""Names for pint of units that are no identifiers."""

MILLION = Decimal(1_000_000)


class UnitForms:
    """Collects the forms of all unit files and refuses two meanings of one form."""

    def __init__(self) -> None:
        self.after: dict[str, UnitForm] = {}
        self.before: dict[str, UnitForm] = {}
        self.cased: dict[str, UnitForm] = {}
        self.pers_before: dict[str, str] = {}
        self.pers_after: dict[str, str] = {}
        self.contexts: dict[str, tuple[UnitForm, ...]] = {}
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
        for context in file.context:
            self._add_context(context)

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
        if kind == "money":
            # Companies of the north write MSEK for millions of Swedish kronor.
            self._claim(self.cased, [f"M{row.id}"], UnitForm(row.id, kind, MILLION), folded=False)
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

    def _add_context(self, row: ContextRow) -> None:
        factor = None if row.factor == 1 else row.factor
        near = tuple(fold(word) for word in row.near)
        for text in row.forms:
            key = fold(text)
            self.contexts[key] = (*self.contexts.get(key, ()), UnitForm(row.unit, row.kind, factor, near=near))
        self.examples += [NumberExample(row.unit, text, False, unit=row.unit) for text in row.examples]
        self.examples += [NumberExample(row.unit, text, True, unit=row.unit) for text in row.near_misses]

    def _claim(self, table: dict[str, UnitForm], texts: Iterable[str], form: UnitForm, *, folded: bool = True) -> None:
        for text in texts:
            key = fold(text) if folded else text
            other = table.setdefault(key, form)
            if other.unit != form.unit:
                raise RuleError(f"{self.path}: unit {form.unit}: {text!r} is a form of {other.unit} already")
