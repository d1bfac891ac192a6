"""The gate as a process: pragmas, baseline and configuration between the findings and the exit status."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.process import DRAFT, SOURCE, articles, factcheck

if TYPE_CHECKING:
    from pathlib import Path

PRAGMA = '<!-- factcheck: ignore[{}] reason="公司已重列" -->\n'
AGAINST = ("check", "draft.md", "--against", "source.md")


def with_pragma(checks: str) -> str:
    """The draft with a pragma above its body and, for the headline, one for the line of the title."""
    head, body = DRAFT.split("\n\n", 1)
    return head + "\n\n" + PRAGMA.format(checks) + body


def test_pragma_silences_its_line(tmp_path: Path) -> None:
    """The body's conflict is set apart with the reason; what stands in the headline stays."""
    draft = with_pragma("FC101").replace("title: 台積電第三季營收新台幣9,899億元", "title: 台積電公布業績")
    articles(tmp_path, draft=draft, source=SOURCE)
    ran = factcheck(*AGAINST, "--output-format", "json", cwd=tmp_path)
    report = json.loads(ran.out)
    assert (ran.status, report["findings"]) == (0, [])
    silenced = [(row["check"], row["suppressed_by"], row["suppressed_reason"]) for row in report["suppressed"]]
    assert silenced == [("FC101", "pragma", "公司已重列")]


def test_unused_pragma_is_reported(tmp_path: Path) -> None:
    """It is named on stderr and in the report, and changes nothing."""
    articles(tmp_path, draft=with_pragma("FC209"), source=SOURCE)
    ran = factcheck(*AGAINST, "--output-format", "json", cwd=tmp_path)
    assert ran.status == 1
    assert "factcheck: warning: draft.md: line 6: unused pragma: no FC209 on line 7; remove it" in ran.err
    assert any("unused pragma" in problem["message"] for problem in json.loads(ran.out)["problems"])


def test_pragma_without_checks_is_not_obeyed(tmp_path: Path) -> None:
    """An ignore for everything is malformed."""
    articles(tmp_path, draft=with_pragma(""), source=SOURCE)
    ran = factcheck(*AGAINST, cwd=tmp_path)
    assert ran.status == 1
    assert "draft.md: line 6: pragma not obeyed: " in ran.err


def test_baseline_round_trip(tmp_path: Path) -> None:
    """What was written passes from then on; a new conflict fails; a mended one is reported as stale."""
    articles(tmp_path, draft=DRAFT, source=SOURCE)
    written = factcheck(*AGAINST, "--write-baseline", "base.json", cwd=tmp_path)
    assert (written.status, "base.json: baseline written" in written.err) == (0, True)

    again = factcheck(*AGAINST, "--baseline", "base.json", "--output-format", "json", cwd=tmp_path)
    assert (again.status, json.loads(again.out)["findings"], again.err) == (0, [], "")
    assert {row["suppressed_by"] for row in json.loads(again.out)["suppressed"]} == {"baseline"}

    articles(
        tmp_path, draft="\n" * 3 + DRAFT.split("---\n")[2] + "公司同日宣布派息每股6元，去年同期派息每股5元，增幅50%。\n"
    )
    articles(tmp_path, draft=DRAFT.replace("9,899", "9,988"), source=SOURCE)
    new = factcheck(*AGAINST, "--baseline", "base.json", cwd=tmp_path)
    assert new.status == 1
    assert "stale baseline entry" in new.err


def test_baseline_does_not_depend_on_lines(tmp_path: Path) -> None:
    """Lines put above a finding leave its fingerprint alone."""
    articles(tmp_path, draft=DRAFT, source=SOURCE)
    factcheck(*AGAINST, "--write-baseline", "base.json", cwd=tmp_path)
    articles(tmp_path, draft=DRAFT.replace("---\n\n", "---\n\n記者整理各方消息如下。\n\n"))
    assert factcheck(*AGAINST, "--baseline", "base.json", cwd=tmp_path).status == 0


def test_baseline_file_is_the_same_whatever_the_order(tmp_path: Path) -> None:
    """Two runs with the articles in another order write the same bytes."""
    articles(tmp_path, draft=DRAFT, source=SOURCE, third=SOURCE.replace("9,350", "8,500"))
    factcheck("check", "draft.md", "source.md", "third.md", "--write-baseline", "one.json", cwd=tmp_path)
    factcheck("check", "third.md", "draft.md", "source.md", "--write-baseline", "two.json", cwd=tmp_path)
    one, two = (json.loads((tmp_path / name).read_text(encoding="utf-8")) for name in ("one.json", "two.json"))
    assert [row["fingerprint"] for row in one["findings"]] == [row["fingerprint"] for row in two["findings"]]


def test_configuration_names_articles_and_sources(tmp_path: Path) -> None:
    """Without paths, `include` and `against` of the file found upward count, relative to that file."""
    articles(tmp_path / "drafts", draft=DRAFT)
    articles(tmp_path / "published", source=SOURCE)
    (tmp_path / "factcheck.toml").write_text(
        'include = ["drafts"]\nagainst = ["published"]\noutput_format = "json"\n[severity]\nFC101 = "warning"\n',
        encoding="utf-8",
    )
    ran = factcheck("check", cwd=tmp_path / "drafts")
    assert [finding["severity"] for finding in json.loads(ran.out)["findings"]] == ["warning"]
    assert ran.status == 0
    assert factcheck("check", "--fail-on", "warning", cwd=tmp_path / "drafts").status == 1
