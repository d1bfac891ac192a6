"""Every rule's own examples and near misses, and the rules among themselves."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from factcheck.rulebook import load_rulebook
from factcheck.rulebook.files import read_rule_files, rule_paths
from factcheck.rulelint import lint
from factcheck.ruletests import rule_cases

if TYPE_CHECKING:
    from factcheck.rulebook import Rulebook
    from factcheck.ruletests import Case


@cache
def rulebook() -> Rulebook:
    """The shipped rules, compiled from their files."""
    return load_rulebook(cache=False)


def cases() -> tuple[Case, ...]:
    """Every example and near miss."""
    return rule_cases(read_rule_files(rule_paths(rulebook().roots)), rulebook())


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_example(case: Case) -> None:
    """The rule reads its example, and leaves its near miss alone."""
    assert case.fault(rulebook()) is None


def test_rules_do_not_compete() -> None:
    """No word is claimed by two rules alike, and every trigger is tried by an example."""
    assert lint(rulebook().roots) == []
