"""The shipped number rules, compiled once for the tests."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.folding import fold
from factcheck.mentions.quantities import read_quantities
from factcheck.rulebook.files import read_rule_files, rule_paths, shipped_rules
from factcheck.rulebook.numbers import NumberTables, compile_numbers

if TYPE_CHECKING:
    from factcheck.types import Quantity


@cache
def shipped_number_tables() -> NumberTables:
    """The tables of rules/languages/numbers_*.toml and rules/units/*.toml."""
    paths = [
        (folder, path)
        for folder, path in rule_paths([shipped_rules()])
        if folder == "units" or (folder == "languages" and path.stem.startswith("numbers"))
    ]
    files = read_rule_files(paths)
    return compile_numbers(
        [file for file in files if file.folder == "languages"], [file for file in files if file.folder == "units"]
    )


def read(text: str, language: str = "zh") -> list[Quantity]:
    """The quantities of a sentence."""
    return read_quantities(text, fold(text), shipped_number_tables(), language=language)
