"""The texts and word lists of the checks, from rules/checks/*.toml: what `explain` prints and what findings quote."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.errors import RuleError
from factcheck.folding import fold

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping, Sequence

    from factcheck.rulebook.files import RuleFile
    from factcheck.rulebook.schema_checks import CaseRow
    from factcheck.types import Severity


@dataclass(frozen=True, slots=True)
class CheckRule:
    """One check as its file states it."""

    id: str
    name: str
    title: str
    severity: Severity
    """The highest that the check gives; a finding may be lower."""
    why: str
    example: str
    remedy: str
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    """Name of a word list → folded words."""


@dataclass(frozen=True, slots=True)
class CheckTables:
    """All checks by id."""

    rules: Mapping[str, CheckRule]

    def __getitem__(self, check: str) -> CheckRule:
        """The rule of that id; a KeyError for an unknown one."""
        return self.rules[check]

    def __contains__(self, check: object) -> bool:
        """Whether a check of that id is known."""
        return check in self.rules


@dataclass(frozen=True, slots=True)
class CheckCase:
    """An example or near miss of a check file: run by `factcheck rules test`."""

    check: str
    text: str
    date: datetime.date | None
    against: tuple[tuple[str, datetime.date | None], ...]
    """Texts and dates of the other articles."""
    numbers: tuple[str, ...]
    found: bool
    """Whether findings of the check must point at the numbers, or must not."""


def compile_checks(files: Sequence[RuleFile]) -> CheckTables:
    """The table of all check files; two checks of one id or one name raise RuleError."""
    from factcheck.rulebook.files import line_of, validate
    from factcheck.rulebook.schema_checks import CheckFile

    rules: dict[str, CheckRule] = {}
    names: dict[str, str] = {}
    for file in files:
        row = validate(CheckFile, file)
        if row.id != file.stem:
            raise RuleError(
                f"{file.path}:{line_of(file.text, ('id',))}: id is {row.id!r}, expected the file's name {file.stem!r}"
            )
        if row.id in rules or row.name in names:
            other = row.id if row.id in rules else names[row.name]
            raise RuleError(
                f"{file.path}:{line_of(file.text, ('name',))}: {row.id} {row.name!r} is defined already, by {other}"
            )
        names[row.name] = row.id
        words = {name: tuple(dict.fromkeys(map(fold, listed))) for name, listed in row.words.items()}
        rules[row.id] = CheckRule(
            row.id, row.name, row.title, row.severity, row.why.strip(), row.example.strip(), row.remedy.strip(), words
        )
    return CheckTables(rules)


def check_cases(file: RuleFile) -> tuple[CheckCase, ...]:
    """The examples and near misses of one check file."""
    from factcheck.rulebook.files import validate
    from factcheck.rulebook.schema_checks import CheckFile

    row = validate(CheckFile, file)
    listed = [(case, True) for case in row.examples] + [(case, False) for case in row.near_misses]
    return tuple(CheckCase(row.id, case.text, case.date, _dated(case), case.numbers, found) for case, found in listed)


def _dated(case: CaseRow) -> tuple[tuple[str, datetime.date | None], ...]:
    dates: tuple[datetime.date | None, ...] = case.against_dates or (None,) * len(case.against)
    return tuple(zip(case.against, dates, strict=True))
