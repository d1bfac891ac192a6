"""The configuration file: found, read, refused with file, line and key."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.config import Settings, find_config, read_settings
from factcheck.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path


def written(path: Path, text: str) -> Path:
    """The file, its folder made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    """No configuration is no error."""
    assert read_settings(start=tmp_path) == Settings()


def test_found_upward_from_the_current_folder(tmp_path: Path) -> None:
    """The nearest factcheck.toml counts, and its paths start at its folder."""
    path = written(tmp_path / "factcheck.toml", 'include = ["drafts"]\nfail_on = "warning"\n')
    (tmp_path / "drafts" / "today").mkdir(parents=True)
    settings = read_settings(start=tmp_path / "drafts" / "today")
    assert (settings.include, settings.fail_on, settings.file) == ((tmp_path / "drafts",), "warning", path)


def test_pyproject_counts_only_with_its_table(tmp_path: Path) -> None:
    """A pyproject.toml of somebody else is passed by on the way up."""
    outer = written(tmp_path / "factcheck.toml", "")
    inner = written(tmp_path / "web" / "pyproject.toml", '[project]\nname = "tool.factcheck fan"\n')
    assert find_config(inner.parent) == outer
    written(inner, "[tool.factcheck]\njobs = 2\n")
    assert find_config(inner.parent) == inner
    assert read_settings(start=inner.parent).jobs == 2


def test_globs_are_expanded_in_order(tmp_path: Path) -> None:
    """A pattern in include names the files that match it."""
    path = written(tmp_path / "factcheck.toml", 'include = ["*.md"]\n')
    for name in ("b.md", "a.md", "c.txt"):
        written(tmp_path / name, "x")
    assert read_settings(path).include == (tmp_path / "a.md", tmp_path / "b.md")


def test_command_line_wins_over_the_file() -> None:
    """Options that were given replace the file's, those that were not leave it alone."""
    settings = Settings(fail_on="note", select=("FC1",), min_confidence=0.5)
    changed = settings.overridden(fail_on="error", select=(), min_confidence=0.0, jobs=None)
    assert (changed.fail_on, changed.select, changed.min_confidence, changed.jobs) == ("error", ("FC1",), 0.0, 0)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (
            'include = ["a"]\nfail_onn = "note"\n',
            2,
            "fail_onn: unknown key (did you mean 'fail_on'?); known: include, ",
        ),
        ('\nfail_on = "fatal"\n', 2, "fail_on: Input should be 'error', 'warning', 'note' or 'never'"),
        ("min_confidence = 3\n", 1, "min_confidence: Input should be less than or equal to 1"),
        ('jobs = 1\n[severity]\nFC101 = "loud"\n', 3, "severity.FC101: Input should be 'error', 'warning' or 'note'"),
    ],
)
def test_errors_name_line_and_key(tmp_path: Path, text: str, line: int, message: str) -> None:
    """What is wrong is said with file, line, key and what was expected."""
    path = written(tmp_path / "factcheck.toml", text)
    with pytest.raises(ConfigError) as caught:
        read_settings(path)
    assert str(caught.value).startswith(f"{path}:{line}: {message}")


def test_errors_in_pyproject_count_its_lines(tmp_path: Path) -> None:
    """A key of another tool's table is not taken for ours."""
    text = '[tool.other]\njobs = "x"\n[tool.factcheck]\ninclude = ["a"]\njobs = "x"\n[tool.factcheck.severity]\n'
    path = written(tmp_path / "pyproject.toml", text)
    with pytest.raises(ConfigError, match=r"pyproject\.toml:5: jobs: "):
        read_settings(path)


def test_invalid_toml(tmp_path: Path) -> None:
    """A syntax error names file and line."""
    path = written(tmp_path / "factcheck.toml", "jobs = 1\ninclude = x\n")
    with pytest.raises(ConfigError, match=r"factcheck\.toml: not valid TOML: .*line 2"):
        read_settings(path)


def test_missing_file(tmp_path: Path) -> None:
    """A configuration that was asked for and is not there is an error."""
    with pytest.raises(ConfigError, match=r"none\.toml: cannot be read"):
        read_settings(tmp_path / "none.toml")
