"""`factcheck check` as a process: what it prints where, and its exit status."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.process import DRAFT, QUIET, SOURCE, articles, factcheck

if TYPE_CHECKING:
    from pathlib import Path


def checks(out: str) -> set[str]:
    """The ids of the findings of a JSON report."""
    return {finding["check"] for finding in json.loads(out)["findings"]}


def test_conflict_fails_the_gate(tmp_path: Path) -> None:
    """9,899億元 against 9,350億元 is an error: status 1, the report on stdout, nothing on stderr."""
    articles(tmp_path, draft=DRAFT, source=SOURCE)
    ran = factcheck("check", "draft.md", "--against", "source.md", cwd=tmp_path)
    assert (ran.status, ran.err) == (1, "")
    assert "FC101" in ran.out
    assert "9,899億元" in ran.out
    assert "9,350億元" in ran.out


def test_rounded_figure_is_no_conflict(tmp_path: Path) -> None:
    """約9,900億元 agrees with 9,899億元: status 0, and the claim counts as confirmed."""
    articles(tmp_path, draft=DRAFT, source=QUIET)
    ran = factcheck("check", "draft.md", "--against", "source.md", "--output-format", "json", cwd=tmp_path)
    assert (ran.status, checks(ran.out)) == (0, set())
    assert "confirmed" in {claim["status"] for claim in json.loads(ran.out)["claims"]}


def test_without_against_articles_are_checked_against_each_other(tmp_path: Path) -> None:
    """A folder is compared inside itself."""
    articles(tmp_path, draft=DRAFT, source=SOURCE)
    ran = factcheck("check", ".", "--output-format", "json", cwd=tmp_path)
    assert (ran.status, checks(ran.out)) == (1, {"FC101"})


@pytest.mark.parametrize(("fail_on", "expected"), [("never", 0), ("error", 1), ("note", 1)])
def test_fail_on(tmp_path: Path, fail_on: str, expected: int) -> None:
    """`--fail-on never` reports the same and passes."""
    articles(tmp_path, draft=DRAFT, source=SOURCE)
    ran = factcheck("check", ".", "--fail-on", fail_on, cwd=tmp_path)
    assert (ran.status, "FC101" in ran.out) == (expected, True)


def test_several_sources_after_one_against(tmp_path: Path) -> None:
    """`--against a b` takes both."""
    articles(tmp_path, draft=DRAFT, quiet=QUIET, source=SOURCE)
    options = ("check", "draft.md", "--against", "quiet.md", "source.md", "--output-format", "json")
    ran = factcheck(*options, cwd=tmp_path)
    assert [article["role"] for article in json.loads(ran.out)["articles"]] == ["checked", "source", "source"]
    assert ran.status == 1


def test_draft_in_the_folder_it_is_checked_against_is_no_source(tmp_path: Path) -> None:
    """Neither the same path, however it is written, nor a copy under another name is a source."""
    articles(tmp_path / "archive", draft=DRAFT, copy=DRAFT, source=SOURCE)
    options = ("check", "archive/../archive/draft.md", "--against", "archive", "--output-format", "json")
    ran = factcheck(*options, cwd=tmp_path)
    sources = [article["name"] for article in json.loads(ran.out)["articles"] if article["role"] == "source"]
    assert sources == ["archive/source.md"]


def test_article_given_twice_is_checked_once(tmp_path: Path) -> None:
    """The same file under two paths is one article."""
    articles(tmp_path, draft=DRAFT)
    ran = factcheck("check", "draft.md", "./draft.md", ".", "--output-format", "json", cwd=tmp_path)
    assert len(json.loads(ran.out)["articles"]) == 1


def test_copy_of_an_article_is_said_to_be_one(tmp_path: Path) -> None:
    """The same text under another name is checked once, and the report does not pass that over."""
    articles(tmp_path, draft=DRAFT, twin=DRAFT)
    ran = factcheck("check", ".", cwd=tmp_path)
    assert ran.err == "factcheck: warning: twin.md: same text as draft.md: checked once\n"


def test_folder_without_another_article(tmp_path: Path) -> None:
    """A draft checked against nothing but itself is no verified draft."""
    articles(tmp_path / "archive", draft=DRAFT)
    ran = factcheck("check", "archive/draft.md", "--against", "archive", cwd=tmp_path)
    assert "factcheck: warning: archive: holds nothing but the articles checked" in ran.err


def test_standard_input(tmp_path: Path) -> None:
    """`-` is read and reported under the name given, and that path is no source."""
    articles(tmp_path / "archive", draft=SOURCE.replace("9,350", "1,234"), source=SOURCE)
    options = ("check", "--against", "archive", "-", "--stdin-filename", "archive/draft.md", "--output-format", "json")
    ran = factcheck(*options, cwd=tmp_path, stdin=DRAFT)
    named = [(article["name"], article["role"]) for article in json.loads(ran.out)["articles"]]
    assert named == [("archive/draft.md", "checked"), ("archive/source.md", "source")]
    assert ran.status == 1


def test_standard_input_in_another_encoding(tmp_path: Path) -> None:
    """Text in GB18030 is recognised from a pipe as from a file, and the assumption is said."""
    text = "台积电公布，第三季营收为9899亿元，按年增长30.3%，管理层表示需求强劲，预计全年增长三成。\n"
    ran = factcheck("check", "-", cwd=tmp_path, stdin=text.encode("gb18030"))
    assert ran.status == 0
    assert "stdin: no UTF-8: read as gb18030" in ran.err


def test_colour_only_where_asked_for(tmp_path: Path) -> None:
    """A pipe gets none; FORCE_COLOR and --color always bring it, NO_COLOR and --color never keep it away."""
    articles(tmp_path, draft=DRAFT, source=SOURCE)
    assert "\x1b[" not in factcheck("check", ".", cwd=tmp_path).out
    assert "\x1b[" in factcheck("check", ".", cwd=tmp_path, environment={"FORCE_COLOR": "1"}).out
    both = {"FORCE_COLOR": "1", "NO_COLOR": "1"}
    assert "\x1b[" not in factcheck("check", ".", cwd=tmp_path, environment=both).out
    assert "\x1b[" in factcheck("check", ".", "--color", "always", cwd=tmp_path).out


def test_report_into_a_file(tmp_path: Path) -> None:
    """With `-o` stdout stays empty and the file holds the report."""
    articles(tmp_path, draft=DRAFT, source=SOURCE)
    ran = factcheck("check", ".", "--output-format", "json", "-o", "report.json", cwd=tmp_path)
    assert (ran.status, ran.out) == (1, "")
    assert checks((tmp_path / "report.json").read_text(encoding="utf-8")) == {"FC101"}


def test_jobs_do_not_change_the_report(tmp_path: Path) -> None:
    """Two processes print what one prints."""
    articles(tmp_path, draft=DRAFT, source=SOURCE, quiet=QUIET)
    one = factcheck("check", ".", "--jobs", "1", "--output-format", "json", cwd=tmp_path)
    two = factcheck("check", ".", "--jobs", "2", "--output-format", "json", cwd=tmp_path)
    assert (one.status, one.out) == (two.status, two.out)


def test_reader_that_goes_away(tmp_path: Path) -> None:
    """A closed pipe ends the run without a word on stderr."""
    import subprocess
    import sys

    from tests.cli.process import ROOT

    articles(tmp_path, draft=DRAFT, source=SOURCE)
    command = f"{sys.executable} -m factcheck check . | true"
    run = subprocess.run(
        command, shell=True, cwd=tmp_path, env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}, capture_output=True, check=False
    )  # fmt: skip
    assert run.stderr == b""


def test_unselected_checks_are_counted_as_suppressed(tmp_path: Path) -> None:
    """`--ignore` sets findings apart and does not drop them."""
    articles(tmp_path, draft=DRAFT, source=SOURCE)
    ran = factcheck("check", ".", "--ignore", "FC101", "--output-format", "json", cwd=tmp_path)
    report = json.loads(ran.out)
    assert (ran.status, report["findings"]) == (0, [])
    assert {row["suppressed_by"] for row in report["suppressed"]} == {"config"}
