"""FC210: a model's name says how large it is."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.checks.fc210_name_contradiction import check

from .factory import extraction, named

SIZE: dict[str, Any] = {
    "metric": "model_params",
    "family": "model_params",
    "entity": "qwen3_next",
    "entity_surface": "新模型",
}
ACTIVE: dict[str, Any] = SIZE | {"metric": "active_params"}


def found(
    rules: Any, text: str, *rows: tuple[str, dict[str, Any]], names: tuple[str, ...] = ()
) -> list[tuple[str, str]]:
    """Severity and number of each finding."""
    read = extraction(text, rows, ledger=[named(text, name) for name in names])
    return [(f.severity, f.claims[0].surface) for f in check(read, rules)]


WRONG = [
    ("阿里開源Qwen3-Next-80B-A3B系列模型。新模型擁有8000億參數。", ("8000億", SIZE), "error"),
    ("阿里開源Qwen3-Next-80B-A3B，激活參數300億。", ("300億", ACTIVE), "error"),
    ("The lab released Qwen3-32B, with 320 billion parameters.", ("320 billion", SIZE), "error"),
    ("阿里開源Qwen3-32B，參數達到260億。", ("260億", SIZE), "warning"),
]


@pytest.mark.parametrize(("text", "row", "severity"), WRONG)
def test_size_that_the_name_contradicts(rules: Any, text: str, row: tuple[str, dict[str, Any]], severity: str) -> None:
    """80B is 80 billion parameters, A3B 3 billion active ones."""
    assert found(rules, text, row) == [(severity, row[0])]


QUIET = [
    ("Lighthouse-80B-A3B今日上線。全部參數合計800億，每次只用到30億激活參數。", [("800億", SIZE), ("30億", ACTIVE)]),
    ("The team trained Falcon-7B, which has 6.7 billion parameters.", [("6.7 billion", SIZE)]),
    ("新模型成本只有Qwen3-32B的十分之一，參數800億。", [("800億", SIZE)]),
    ("新模型優於Qwen3-32B，參數800億。", [("800億", SIZE)]),
    ("阿里開源Qwen3-32B。\n新模型擁有8000億參數。", [("8000億", SIZE)]),
    ("阿里開源Qwen3-32B，百度文心擁有3000億參數。", [("3000億", SIZE | {"entity_surface": "百度文心"})]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), QUIET)
def test_look_alikes_stay_quiet(rules: Any, text: str, rows: list[tuple[str, dict[str, Any]]]) -> None:
    """Rounded names, yardsticks, other models and other paragraphs."""
    assert found(rules, text, *rows) == []


def test_another_model_between(rules: Any) -> None:
    """The figure belongs to the name that stands nearest."""
    text = "阿里開源Qwen3-32B，對手DeepSeek V3擁有6710億參數。"
    assert found(rules, text, ("6710億", SIZE), names=("V3",)) == []
