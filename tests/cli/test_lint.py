"""Faults of the rules among themselves, found in a folder of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.rulelint import lint

if TYPE_CHECKING:
    from pathlib import Path

METRIC = """
id = "{id}"
title = "A metric"
family = "count"
dimensions = ["{dimension}"]
[[trigger]]
words = ["泊位", "berths"]
[[examples]]
text = "{example}"
number = "12個"
[[near_misses]]
text = "泊船3小時"
"""
ENTITY = """
[[entity]]
id = "{id}"
name = "A ferry line"
kind = "company"
aliases = ["北島"]
ambiguous = [{ambiguous}]
examples = ["北島渡輪"]
near_misses = ["北方島嶼"]
"""


def folder(path: Path, kind: str, **files: str) -> Path:
    """A rules folder with those files of one kind."""
    (path / kind).mkdir(parents=True)
    for name, text in files.items():
        (path / kind / f"{name}.toml").write_text(text, encoding="utf-8")
    return path


def metric(name: str, *, dimension: str = "count", example: str = "碼頭有泊位12個") -> str:
    """A metric on berths."""
    return METRIC.format(id=name, dimension=dimension, example=example)


def test_two_metrics_on_one_word(tmp_path: Path) -> None:
    """Where nothing tells them apart, both places are named."""
    root = folder(tmp_path, "metrics", a=metric("a"), b=metric("b"))
    assert lint([root]) == [
        f"{root}/metrics/b.toml:6: b: 2 words claimed alike by a ({root}/metrics/a.toml:6): '泊位', 'berths'"
    ]


def test_another_dimension_tells_two_metrics_apart(tmp_path: Path) -> None:
    """The same word on counts and on money is no fault."""
    assert lint([folder(tmp_path, "metrics", a=metric("a"), b=metric("b", dimension="money"))]) == []


def test_trigger_that_no_example_tries(tmp_path: Path) -> None:
    """A word in no example may never have matched anything."""
    root = folder(tmp_path, "metrics", a=metric("a", example="碼頭有渡輪12個"))
    assert lint([root]) == [f"{root}/metrics/a.toml:6: a: trigger 1: no example holds any of its words"]


def test_one_alias_of_two_entities(tmp_path: Path) -> None:
    """It is a fault unless one of them calls it ambiguous."""
    first, second = ENTITY.format(id="a", ambiguous=""), ENTITY.format(id="b", ambiguous="")
    root = folder(tmp_path / "one", "entities", a=first, b=second)
    assert [fault.partition(": ")[2] for fault in lint([root])] == [
        f"b: alias '北島' is a's as well ({root}/entities/a.toml:2); list it under `ambiguous`"
    ]
    doubtful = ENTITY.format(id="b", ambiguous='"北島"')
    assert lint([folder(tmp_path / "two", "entities", a=first, b=doubtful)]) == []
