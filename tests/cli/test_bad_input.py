"""Bad input: status 2 and one clear line that names the file; the other articles are still checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.process import DRAFT, SOURCE, articles, factcheck

if TYPE_CHECKING:
    from pathlib import Path

RULE = """
id = "headcount"
title = "Employees"
family = "count"
dimensions = ["count"]
wieght = 2

[[trigger]]
words = ["員工"]

[[examples]]
text = "公司有員工1.2萬名"
number = "1.2萬名"

[[near_misses]]
text = "員工餐廳每餐30元"
"""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.md", b""),
        ("blank.md", b" \n\n "),
        ("picture.md", bytes(range(256)) * 40),
        ("archive.txt", b"PK\x03\x04" + bytes(200)),
        ("broken.md", "台積電第三季營收9,899億元".encode() + b"\xff\xfe" + "億元。".encode()),
        ("folder", None),
        ("missing.md", None),
    ],
)
def test_unreadable_path(tmp_path: Path, name: str, content: bytes | None) -> None:
    """Alone it is an error; among others, it is named and the others are checked."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    elif name == "folder":
        (tmp_path / name).mkdir()
    alone = factcheck("check", name, cwd=tmp_path)
    assert (alone.status, alone.out) == (2, "")
    assert alone.err.startswith(f"factcheck: error: {name}: ")
    assert alone.err.count("\n") == 1

    articles(tmp_path, draft=DRAFT, source=SOURCE)
    among = factcheck("check", "draft.md", name, "source.md", "--output-format", "concise", cwd=tmp_path)
    assert among.status == 2
    assert "FC101" in among.out
    assert f"factcheck: error: {name}: " in among.err


def test_unreadable_source(tmp_path: Path) -> None:
    """A source that cannot be read is named, and the gate does not pass in silence."""
    articles(tmp_path, draft=DRAFT)
    ran = factcheck("check", "draft.md", "--against", "missing.md", cwd=tmp_path)
    assert ran.status == 2
    assert "factcheck: error: missing.md: " in ran.err


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("check",), "no article to check: give files or folders"),
        (("check", "--against", "draft.md"), "--against takes every path that follows it"),
        (("chek", "draft.md"), "No such command 'chek'"),
        (("check", "draft.md", "--outputformat", "json"), "No such option"),
        (("check", "draft.md", "--output-format", "jsn"), "unknown format 'jsn' (did you mean 'json'?)"),
        (("check", "draft.md", "--select", "FC999"), "unknown check 'FC999'"),
        (("check", "draft.md", "--ignore", "value_conflct"), "(did you mean 'value_conflict'?)"),
        (("check", "draft.md", "--baseline", "none.json"), "none.json: no such baseline"),
        (("check", "draft.md", "--config", "none.toml"), "none.toml: cannot be read"),
        (("check", "draft.md", "--rules", "none"), "none: no such rules folder"),
        (("check", "draft.md", "--jobs", "many"), "Invalid value for '--jobs'"),
        (("check", "draft.md", "-o", "none/report.txt"), "none/report.txt: the report cannot be written"),
        (("explain", "FC100"), "'FC100' is no check, rule or fingerprint"),
        (("explain", "0123456789abcdef"), "give the articles of the run that printed it"),
        (("rules", "list", "--kind", "metric"), "unknown kind 'metric' (did you mean 'metrics'?)"),
    ],
)
def test_usage_errors(tmp_path: Path, arguments: tuple[str, ...], expected: str) -> None:
    """One line that says what is wrong, and what was probably meant."""
    articles(tmp_path, draft=DRAFT)
    ran = factcheck(*arguments, cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("factcheck: error: ")
    assert expected in ran.err
    assert ran.err.count("\n") == 1


def test_rule_file_with_an_unknown_key(tmp_path: Path) -> None:
    """The error names file, line and key."""
    (tmp_path / "ours" / "metrics").mkdir(parents=True)
    (tmp_path / "ours" / "metrics" / "headcount.toml").write_text(RULE, encoding="utf-8")
    articles(tmp_path, draft=DRAFT)
    ran = factcheck("check", "draft.md", "--rules", "ours", cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert "ours/metrics/headcount.toml:6: wieght: unknown key" in ran.err


def test_configuration_with_an_unknown_key(tmp_path: Path) -> None:
    """The error names file, line, key and what was probably meant."""
    articles(tmp_path, draft=DRAFT)
    (tmp_path / "factcheck.toml").write_text('include = ["."]\nfial_on = "note"\n', encoding="utf-8")
    ran = factcheck("check", cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert "factcheck.toml:2: fial_on: unknown key (did you mean 'fail_on'?)" in ran.err


def test_hostile_names_and_texts(tmp_path: Path) -> None:
    """Control characters of a name or a text do not reach the terminal."""
    (tmp_path / "a\x1b[31m.md").write_text(DRAFT.replace("台積電公布", "台積電\x1b[31m公布[bold]"), encoding="utf-8")
    articles(tmp_path, source=SOURCE)
    ran = factcheck("check", ".", cwd=tmp_path)
    assert ran.status == 1
    assert "\x1b" not in ran.out + ran.err


def test_traceback_only_for_developers(tmp_path: Path) -> None:
    """FACTCHECK_DEBUG=1 shows where an error was raised."""
    import subprocess
    import sys

    from tests.cli.process import ROOT

    run = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", "missing.md"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "FACTCHECK_DEBUG": "1"},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 2
    assert b"Traceback" in run.stderr


def test_ctrl_c(tmp_path: Path) -> None:
    """An interrupt ends the run with 130 and without a traceback."""
    import os
    import signal
    import subprocess
    import sys
    import time

    from tests.cli.process import ROOT

    def heed() -> None:
        # A job in a shell's background starts with interrupts ignored, and hands that on to its children.
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    # Opening the named pipe for writing returns when the program has opened it as its configuration.
    os.mkfifo(tmp_path / "waiting.toml")
    command = [sys.executable, "-m", "factcheck", "check", "--config", "waiting.toml"]
    environment = {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, preexec_fn=heed) as run:
        with (tmp_path / "waiting.toml").open("w"):
            deadline = time.monotonic() + 30
            while run.poll() is None and time.monotonic() < deadline:
                # The program must be waiting, not just tidying up behind the opening, where Python ignores interrupts.
                time.sleep(1)
                run.send_signal(signal.SIGINT)
        assert run.stderr is not None
        assert (run.returncode, run.stderr.read().strip()) == (130, b"")
