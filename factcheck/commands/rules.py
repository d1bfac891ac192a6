"""`factcheck rules`: the rules listed, linted, and tested on their own examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.commands.catalogue import catalogue
from factcheck.commands.output import say, stdout_encoding, write
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def run_list(*, folders: Sequence[Path], kind: str | None) -> int:
    """Prints a line for each rule: kind, id, title, place."""
    from factcheck.rulebook.files import FOLDERS, shipped_rules
    from factcheck.suggest import did_you_mean

    if kind is not None and kind not in FOLDERS:
        raise UsageError(f"unknown kind {kind!r}{did_you_mean(kind, FOLDERS)}; known: {', '.join(FOLDERS)}")
    rules = [rule for rule in catalogue((shipped_rules(), *folders)) if kind in (None, rule.kind)]
    width = max((len(rule.id) for rule in rules), default=0)
    lines = [f"{rule.kind:9} {rule.id:{width}} {rule.title}  {rule.place}" for rule in rules]
    write("\n".join([*lines, f"{len(rules)} rules"]), None, encoding=stdout_encoding())
    return 0


def run_lint(*, folders: Sequence[Path]) -> int:
    """Prints what is wrong with the rules themselves; 1 where anything is."""
    from factcheck.rulebook import load_rulebook
    from factcheck.rulelint import lint

    faults = lint(load_rulebook(tuple(folders)).roots)
    write(
        "\n".join([*faults, f"{len(faults)} fault{'' if len(faults) == 1 else 's'} in the rules"]),
        None,
        encoding=stdout_encoding(),
    )
    return int(bool(faults))


def run_test(*, folders: Sequence[Path]) -> int:
    """Runs every example and near miss; prints those that are read wrong, and the count; 1 where any is."""
    from factcheck.rulebook import load_rulebook
    from factcheck.rulebook.files import read_rule_files, rule_paths
    from factcheck.ruletests import rule_cases

    rulebook = load_rulebook(tuple(folders))
    cases = rule_cases(read_rule_files(rule_paths(rulebook.roots)), rulebook)
    faults = [f"{case.title}\n    {fault}" for case in cases if (fault := case.fault(rulebook)) is not None]
    write("\n".join([*faults, f"{len(cases)} examples, {len(faults)} read wrong"]), None, encoding=stdout_encoding())
    if not cases:
        say("no examples in the rules", "error")
    return int(bool(faults) or not cases)
