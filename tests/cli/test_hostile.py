"""Input that nobody writes on purpose: exit 0, 1 or 2, at most one line for each fault, never a traceback."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.process import DRAFT, ROOT, factcheck

if TYPE_CHECKING:
    from pathlib import Path

ENTITY = """[[entity]]
id = "acme_example"
name = "Acme"
kind = "company"
aliases = ["Acme Example"]
examples = ["Acme Example"]
near_misses = ["Acme"]
"""
STORY = "騰訊昨日收市升百分之三，成交額達到一百二十億元，市場認為第三季業績勝預期。" * 3


def shell(line: str, folder: Path) -> tuple[int, str]:
    """Status and stderr of a command line with redirections; `factcheck` in it is this interpreter's."""
    command = line.replace("factcheck", f"{sys.executable} -m factcheck")
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    ran = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return ran.returncode, ran.stderr


def rejected(status: int, err: str, *words: str) -> None:
    """One line that names the fault, and status 2; an error nobody foresaw calls itself internal."""
    assert (status, err.count("\n")) == (2, 1)
    assert [word for word in words if word not in err] == []
    assert "internal" not in err


def test_a_link_to_itself_is_one_unread_article(tmp_path: Path) -> None:
    """The articles beside it are checked all the same."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "loop.md").symlink_to("loop.md")
    ran = factcheck("check", ".", cwd=tmp_path)
    rejected(ran.status, ran.err, "loop.md: no such file")
    assert "1 article" in ran.out


def test_an_empty_path_is_not_the_current_folder(tmp_path: Path) -> None:
    """`factcheck check "$DRAFT"` with the variable unset must not check whatever lies about."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    ran = factcheck("check", "", cwd=tmp_path)
    rejected(ran.status, ran.err, "empty path")


@pytest.mark.parametrize("line", ["factcheck check draft.md >&-", "factcheck --version >&-"])
def test_a_closed_stdout_is_no_fault(line: str, tmp_path: Path) -> None:
    """A caller that wants the status only may close the rest."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    assert shell(line, tmp_path) == (0, "")


def test_a_closed_stdin_holds_no_article(tmp_path: Path) -> None:
    """`-` without anything behind it is an error of the caller."""
    rejected(*shell("factcheck check - <&-", tmp_path), "standard input is empty")


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """A report that could not be written must not pass for a clean run."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    rejected(*shell("factcheck check draft.md >/dev/full", tmp_path), "stdout", "No space left")


def test_patterns_of_a_configuration_may_be_absolute(tmp_path: Path) -> None:
    """A pattern that starts at the root names files as well as a path does."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "factcheck.toml").write_text(f'include = ["{tmp_path}/dr*.md"]\n', encoding="utf-8")
    assert factcheck("check", cwd=tmp_path).status == 0


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    """The parser's depth is ours to report, in a configuration and in a rule file."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "deep.toml").write_text("a = " + "[" * 50_000, encoding="utf-8")
    ran = factcheck("check", "draft.md", "--config", "deep.toml", cwd=tmp_path)
    rejected(ran.status, ran.err, "deep.toml", "nested too deeply")
    (tmp_path / "pack" / "metrics").mkdir(parents=True)
    (tmp_path / "deep.toml").rename(tmp_path / "pack" / "metrics" / "deep.toml")
    ran = factcheck("check", "draft.md", "--rules", "pack", cwd=tmp_path)
    rejected(ran.status, ran.err, "deep.toml", "nested too deeply")


@pytest.mark.parametrize("place", ["stray.toml", "entitties/acme.toml", "languages/chinese.toml"])
def test_a_rule_file_that_nothing_reads_is_refused(place: str, tmp_path: Path) -> None:
    """A mistyped folder would be a rule that never fires."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    stray = tmp_path / "pack" / place
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_text(ENTITY, encoding="utf-8")
    ran = factcheck("check", "draft.md", "--rules", "pack", cwd=tmp_path)
    rejected(ran.status, ran.err, place, "read by nothing")


def test_a_name_of_spaces_is_refused(tmp_path: Path) -> None:
    """An alias that is a space would stand between any two words."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "pack" / "entities").mkdir(parents=True)
    rules = tmp_path / "pack" / "entities" / "acme.toml"
    rules.write_text(ENTITY.replace('["Acme Example"]', '[" "]', 1), encoding="utf-8")
    ran = factcheck("check", "draft.md", "--rules", "pack", cwd=tmp_path)
    rejected(ran.status, ran.err, "acme.toml:5", "aliases.0")


@pytest.mark.parametrize(("encoding", "shown"), [("gb18030", "gb18030"), ("big5hkscs", "big5hkscs")])
def test_a_file_cut_off_within_a_character_keeps_the_others(encoding: str, shown: str, tmp_path: Path) -> None:
    """Half a character at the end does not turn a Chinese article into another language."""
    (tmp_path / "cut.txt").write_bytes(STORY.encode(encoding)[:-1])
    ran = factcheck("claims", "--all", "--output-format", "csv", "cut.txt", cwd=tmp_path)
    assert f"read as {shown}" in ran.err
    assert "百分之三" in ran.out


@pytest.mark.parametrize(
    "name",
    ["a b.md", "two\nlines.md", "[bold]x[/bold].md".replace("/", "_"), "a::b,c%0A.md", "\x1b[31mred.md", "<i>.md"],
)
def test_file_names_are_only_names(name: str, tmp_path: Path) -> None:
    """No name is markup, an escape code or a command to anybody."""
    (tmp_path / name).write_text(DRAFT, encoding="utf-8")
    for output_format in ("rich", "concise", "github", "html", "junit", "sarif"):
        ran = factcheck("check", name, "--output-format", output_format, cwd=tmp_path)
        assert (ran.status, ran.err) == (0, "")
        assert "\x1b" not in ran.out


@pytest.mark.parametrize("columns", ["1", "20", "100000", "-5", "wide"])
def test_any_width_of_the_terminal(columns: str, tmp_path: Path) -> None:
    """The report is laid out for it, or for a usual one."""
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    environment = {"COLUMNS": columns, "FORCE_COLOR": "1", "TERM": "dumb"}
    assert factcheck("check", "draft.md", cwd=tmp_path, environment=environment).status == 0
