"""Metrics that are spoken of in the words of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.errors import RuleError
from factcheck.rulebook.files import read_rule_files, rule_paths
from factcheck.rulebook.metrics import Trigger, compile_metrics

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.rulebook.metrics import MetricTables

FERRY = """
id = "{id}"
title = "A metric"
family = "count"
dimensions = ["{dimension}"]
{like}
not_in = ["{id}泊船"]
[[trigger]]
words = ["{id}泊位"]
[[examples]]
text = "{id}泊位12個"
number = "12個"
[[near_misses]]
text = "泊船3小時"
"""


def tables(root: Path, **likes: str | None) -> MetricTables:
    """The tables of metrics of those ids, each like the one named; the first counts, the others are of money."""
    folder = root / "metrics"
    folder.mkdir()
    for number, (name, other) in enumerate(likes.items()):
        like = f'like = "{other}"' if other else ""
        text = FERRY.format(id=name, dimension="money" if number else "count", like=like)
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return compile_metrics(read_rule_files(rule_paths([root])), [])


def test_the_words_of_another_metric(tmp_path: Path) -> None:
    """They speak of both, in the dimension of each; its own words stay its own."""
    found = tables(tmp_path, a=None, b="a")
    triggers = {word: [Trigger(*row) for row in rows] for word, rows in found.triggers.items()}
    readings = {word: [(row.metric, *row.dimensions) for row in rows] for word, rows in triggers.items()}
    assert readings == {"a泊位": [("a", "count"), ("b", "money")], "b泊位": [("b", "money")]}
    assert found.not_in == {"a泊船": ("a", "b"), "b泊船": ("b",)}


@pytest.mark.parametrize("likes", [{"a": "c"}, {"a": None, "b": "a", "c": "b"}, {"a": "a"}])
def test_words_from_nowhere(tmp_path: Path, likes: dict[str, str | None]) -> None:
    """A metric that is not there, a chain and a circle are errors that name the line."""
    with pytest.raises(RuleError, match=r"metrics/[ac]\.toml:6: '[abc]' is no metric, or has its words from a third"):
        tables(tmp_path, **likes)
