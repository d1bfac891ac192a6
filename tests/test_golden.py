"""The reports in reports/ are what the program prints now: a change of them is reviewed like code."""

from __future__ import annotations

import pytest

from tests.golden import difference, golden_reports


@pytest.fixture(scope="module")
def reports() -> dict[str, str]:
    """The reports of seeds/, made once."""
    return golden_reports()


@pytest.mark.parametrize("name", ["seeds.txt", "seeds.json", "seeds.svg"])
def test_golden_report(reports: dict[str, str], name: str) -> None:
    """`python -m tests.golden --write` was run after the last change of what is printed."""
    assert difference(name, reports[name]) == ""
