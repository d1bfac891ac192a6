"""The rulebook as the checks see it: their own rule files and the reference rates."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from factcheck.rulebook.checks import compile_checks
from factcheck.rulebook.entities import EntityTables
from factcheck.rulebook.files import read_rule_files, rule_paths, shipped_rules
from factcheck.rulebook.metrics import MetricTables
from factcheck.rulebook.rates import compile_rates


@pytest.fixture(scope="session")
def rules() -> Any:
    """Check and rate rules alone: a check must not need more."""
    files = read_rule_files([row for row in rule_paths([shipped_rules()]) if row[0] in ("checks", "rates")])
    checks = compile_checks([file for file in files if file.folder == "checks"])
    rates = compile_rates([file for file in files if file.folder == "rates"])
    return SimpleNamespace(
        checks=checks, rates=rates, metrics=MetricTables({}, {}, {}, {}, {}), entities=EntityTables({}, {}, {})
    )
