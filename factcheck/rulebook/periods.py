"""The forms in which newspapers write periods, compiled from rules/languages/periods_*.toml into plain, picklable tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.errors import RuleError
from factcheck.rulebook.programs import Program, program

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from factcheck.rulebook.files import RuleFile
    from factcheck.rulebook.schema_periods import FormRow, PeriodFile

_BRACES = re.compile(r"\{([A-Za-z]\w*)\}")
_GROUP = re.compile(r"\(\?P<(\w+)>")
MAX_DEPTH = 8
FRAMES = {
    "marker": "{}",
    "since": "{}",
    "since_before": "(?:{})$",
    "range": "{}",
    "list": "{}",
    "between": "(?:{})$",
    "future": "{}",
    "past": "{}",
}
"""The patterns of a language besides its gates and forms, and what is put round them."""
MODES = {
    "": "as the groups say",
    "ended": "the date is the last day of a stretch of n units",
    "ago": "the day n units away from the article's, not a stretch up to it",
    "ago_whole": "the same, but the whole week or month in which that day lies",
    "aligned": "the n whole calendar units before or after the running one",
    "whole_weeks": "weeks belong to the month or year of their Monday, not of their Thursday",
}


@dataclass(frozen=True, slots=True)
class PeriodExample:
    """A sentence and the period that its rule must read in it."""

    text: str
    surface: str
    reference: date | None
    """The date of the article."""
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, eq=False)
class PeriodForm:
    """One way of writing a period; the named groups of the pattern say what its parts mean. Compared by identity."""

    id: str
    pattern: Program
    """Over folded text, macros expanded."""
    fiscal: bool
    """The year is a company's, not the calendar's."""
    mode: str
    """How the parts hang together where that is not plain from them, one of MODES."""
    symbol: str | None
    needs: str | None
    """`future`, `not_past`: only (not) near such words; `capital`: only with a capital in the source."""
    examples: tuple[PeriodExample, ...]
    near_misses: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class LanguagePeriods:
    """The forms of one language."""

    language: str
    marker: Program
    """What a text of another language must hold to be searched for these forms."""
    gates: tuple[Program, ...]
    """Cheap patterns that find where a form may start; each begins with a literal or a set, which makes it fast."""
    since: Program
    """What follows a period and stretches it to the article's date."""
    since_before: Program
    """What ends right before a period and does the same."""
    range: Program
    """What stands between the two ends of a range."""
    list: Program
    """What stands between the parts of a list, whose later parts may share the year and month of the first."""
    between: Program
    """What ends right before the first end and makes `and` a range word."""
    future: Program
    past: Program
    words: Mapping[str, Mapping[str, int]]
    """Group → word → value."""
    forms: tuple[PeriodForm, ...]
    any_form: Program
    """All forms as alternatives in their order, each a group named by its id."""


@dataclass(frozen=True, slots=True, eq=False)
class PeriodTables:
    """All languages; compared by identity, so that compiled patterns can be cached beside it."""

    languages: tuple[LanguagePeriods, ...]


def compile_periods(files: Sequence[RuleFile]) -> PeriodTables:
    """The tables of those files; a malformed file or pattern raises RuleError."""
    from factcheck.rulebook.files import validate
    from factcheck.rulebook.schema_periods import PeriodFile

    return PeriodTables(tuple(_language(validate(PeriodFile, file), file) for file in files))


def _language(data: PeriodFile, file: RuleFile) -> LanguagePeriods:
    ids = [row.id for row in data.form]
    for name in ids:
        if ids.count(name) > 1:
            raise RuleError(f"{file.path}: form {name}: defined twice")
    forms = tuple(_form(row, data, file) for row in data.form)
    parts = {
        name: _program(frame.format(expand(getattr(data, name), data)), name, file) for name, frame in FRAMES.items()
    }
    gates = tuple(_program(expand(gate, data), f"gates.{number}", file) for number, gate in enumerate(data.gates))
    either = "|".join(f"(?P<{form.id}>{_GROUP.sub('(?:', form.pattern.source)})" for form in forms)
    any_form = _program(either, "form", file)
    return LanguagePeriods(data.language, gates=gates, words=data.words, forms=forms, any_form=any_form, **parts)


def _form(row: FormRow, data: PeriodFile, file: RuleFile) -> PeriodForm:
    try:
        pattern = unique_groups(expand(row.pattern, data))
    except KeyError as error:
        known = ", ".join(sorted({*data.macros, *data.shapes, *data.words}))
        raise RuleError(f"{file.path}: form {row.id}: unknown name {{{error.args[0]}}}; known: {known}") from error
    examples = tuple(PeriodExample(e.text, e.surface, e.date, e.first, e.last) for e in row.examples)
    return PeriodForm(
        row.id, _program(pattern, f"form {row.id}", file), row.fiscal, row.mode, row.symbol, row.needs,
        examples, row.near_misses,
    )  # fmt: skip


def expand(pattern: str, data: PeriodFile, depth: int = 0) -> str:
    """The pattern with `{macro}` replaced by its text and `{group}` by a named group of its words and shapes.

    A digit makes it another part that reads from the same words: `{m2}` is the end of a range of months.
    """
    if depth > MAX_DEPTH:
        raise KeyError(pattern[:40])

    def replace(match: re.Match[str]) -> str:
        name = match[1]
        if name in data.macros:
            return expand(data.macros[name], data, depth + 1)
        table = group_table(name)
        if table not in data.words and table not in data.shapes:
            raise KeyError(name)
        words = sorted(data.words.get(table, ()), key=lambda word: (-len(word), word))
        choices = [re.escape(word).replace(r"\ ", " ") for word in words]
        if table in data.shapes:
            choices.append(data.shapes[table])
        return f"(?P<{name}>{'|'.join(choices)})"

    return _BRACES.sub(replace, pattern)


def unique_groups(pattern: str) -> str:
    """The pattern with a number after each group name that it repeats: alternatives may share a group.

    >>> unique_groups("(?P<y>a)|(?P<y>b)")
    '(?P<y>a)|(?P<y_1>b)'
    """
    seen: dict[str, int] = {}

    def rename(match: re.Match[str]) -> str:
        count = seen[match[1]] = seen.get(match[1], -1) + 1
        return f"(?P<{match[1]}_{count}>" if count else match[0]

    return _GROUP.sub(rename, pattern)


def group_table(name: str) -> str:
    """The table of words that a group reads from: `m2_b` reads from `m`.

    >>> group_table("m2_b"), group_table("ry")
    ('m', 'ry')
    """
    return name.partition("_")[0].rstrip("0123456789")


def _program(pattern: str, name: str, file: RuleFile) -> Program:
    try:
        return program(pattern)
    except re.error as error:
        raise RuleError(f"{file.path}: {name}: not a regular expression: {error}") from error
