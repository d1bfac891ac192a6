"""The rule files of the checks say what the program needs, and bad ones are told where they are bad."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.errors import RuleError
from factcheck.rulebook.checks import CheckTables, check_cases, compile_checks
from factcheck.rulebook.files import read_rule_files, rule_paths, shipped_rules

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """
id = "FC999"
name = "some_fault"
title = "A fault"
severity = "error"
why = "Because."
example = "This."
remedy = "That."
[words]
base = ["去年同期", "FROM"]
[[examples]]
text = "A 5% rise."
numbers = ["5%"]
[[near_misses]]
text = "A 6% rise."
against = ["A 7% rise."]
against_dates = [2025-01-02]
numbers = ["6%"]
"""


def compiled(folder: Path, text: str, name: str = "FC999.toml") -> CheckTables:
    """The tables of one rule file of that text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return compile_checks(read_rule_files([("checks", path)]))


def test_every_check_of_the_design_has_a_file() -> None:
    """Ids and names are the contract of reports, baselines and documentation."""
    files = read_rule_files([row for row in rule_paths([shipped_rules()]) if row[0] == "checks"])
    names = {rule.id: rule.name for rule in compile_checks(files).rules.values()}
    assert names == {
        "FC101": "value_conflict", "FC102": "magnitude_slip", "FC103": "unit_conflict", "FC104": "direction_conflict",
        "FC105": "period_conflict", "FC106": "subject_conflict", "FC108": "stale_figure",
        "FC201": "percentage_contradiction", "FC202": "parts_and_whole", "FC203": "product_mismatch",
        "FC204": "headline_mismatch", "FC205": "self_contradiction", "FC206": "missing_currency",
        "FC207": "unit_inconsistency", "FC208": "impossible_value", "FC209": "wrong_weekday",
        "FC210": "name_contradiction", "FC211": "percent_for_points",
    }  # fmt: skip


def test_words_are_folded_and_cases_dated(tmp_path: Path) -> None:
    """Word lists match folded text; a near miss keeps the articles that it is checked against."""
    rule = compiled(tmp_path, GOOD)["FC999"]
    assert rule.words == {"base": ("去年同期", "from")}
    (file,) = read_rule_files([("checks", tmp_path / "FC999.toml")])
    cases = check_cases(file)
    assert [(case.found, case.numbers) for case in cases] == [(True, ("5%",)), (False, ("6%",))]
    assert [(text, str(day)) for text, day in cases[1].against] == [("A 7% rise.", "2025-01-02")]


BAD = [
    (
        'severity = "error"',
        'severity = "fatal"',
        r"FC999\.toml:5: severity: Input should be 'error', 'warning' or 'note'",
    ),
    ('remedy = "That."', 'remedy = "That."\ncolour = "red"', r"FC999\.toml:9: colour: unknown key"),
    ('numbers = ["5%"]', 'numbers = ["9%"]', r"FC999\.toml:\d+: examples\.0: number '9%' does not stand in the text"),
    ('id = "FC999"', 'id = "FC998"', r"FC999\.toml:2: id is 'FC998', expected the file's name 'FC999'"),
    ("against_dates = [2025-01-02]", "against_dates = [2025-01-02, 2025-01-03]", r"2 against_dates for 1 articles"),
]


@pytest.mark.parametrize(("old", "new", "message"), BAD)
def test_bad_files_are_told_where(tmp_path: Path, old: str, new: str, message: str) -> None:
    """File, line, key and what is wrong."""
    with pytest.raises(RuleError, match=message):
        compiled(tmp_path, GOOD.replace(old, new))


def test_a_check_defined_twice(tmp_path: Path) -> None:
    """Two files of one name make one of them a rule that never fires."""
    compiled(tmp_path, GOOD)
    (tmp_path / "FC998.toml").write_text(GOOD.replace("FC999", "FC998"), encoding="utf-8")
    paths = [("checks", path) for path in sorted(tmp_path.glob("*.toml"))]
    with pytest.raises(RuleError, match="FC999 'some_fault' is defined already, by FC998"):
        compile_checks(read_rule_files(paths))
