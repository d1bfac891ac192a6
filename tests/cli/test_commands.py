"""`claims`, `explain`, `rules`, help and version as processes."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from typing import TYPE_CHECKING

from factcheck import __version__
from tests.cli.process import DRAFT, ROOT, SOURCE, articles, factcheck

if TYPE_CHECKING:
    from pathlib import Path


def test_version_is_the_projects(tmp_path: Path) -> None:
    """The version printed is the one that is released."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert factcheck("--version", cwd=tmp_path).out == f"factcheck {project['version']}\n"
    assert __version__ == project["version"]


def test_version_loads_no_heavy_library(tmp_path: Path) -> None:
    """What a version or a help text does not need is not imported."""
    import subprocess
    import sys

    code = "import sys; from factcheck.cli import main; main(['--version']); print(*sorted(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert loaded & {"regex", "pydantic", "rich", "pint", "opencc", "ahocorasick", "rapidfuzz", "yaml"} == set()


def test_a_warm_check_loads_nothing_that_only_reads_rules(tmp_path: Path) -> None:
    """With the rules in the cache, what validates and converts them is not imported."""
    import subprocess
    import sys

    articles(tmp_path, draft=DRAFT)
    arguments = ["check", str(tmp_path / "draft.md"), "--output-format", "concise"]
    code = f"import sys; from factcheck.cli import main; main({arguments}); print(*sorted(sys.modules))"
    for _ in range(2):
        run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (
        set(run.stdout.split()) & {"pydantic", "pint", "opencc", "rich.console", "factcheck.rulebook.schema"} == set()
    )


def test_help_names_every_format(tmp_path: Path) -> None:
    """The help text of check lists what the renderers offer."""
    from factcheck.render import FORMATS

    text = " ".join(factcheck("check", "--help", cwd=tmp_path, environment={"COLUMNS": "200"}).out.split())
    assert [name for name in FORMATS if name not in text] == []


def test_without_a_command_the_help_and_status_2(tmp_path: Path) -> None:
    """A bare `factcheck` in a script is a mistake, not a clean run."""
    ran = factcheck(cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert "Usage: factcheck" in ran.err


def test_every_number_as_json_lines(tmp_path: Path) -> None:
    """One object a number, with offsets that give its surface."""
    articles(tmp_path, draft=DRAFT)
    ran = factcheck("claims", "--all", "--output-format", "jsonl", "draft.md", cwd=tmp_path)
    rows = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.status == 0
    assert all(DRAFT[row["start"] : row["end"]] == row["surface"] for row in rows)
    assert [row["value_low"] for row in rows if row["surface"].endswith("9,899億元")] == ["989900000000"] * 2
    assert {"claim", "date"} <= {row["role"] for row in rows}


def test_claims_alone_leave_out_dates(tmp_path: Path) -> None:
    """Without --all only claims are listed."""
    articles(tmp_path, draft=DRAFT)
    ran = factcheck("claims", "--output-format", "json", "draft.md", cwd=tmp_path)
    rows = json.loads(ran.out)
    rows = rows if isinstance(rows, list) else rows["claims"]
    assert {row["role"] for row in rows} == {"claim"}


def test_claims_as_table_and_csv(tmp_path: Path) -> None:
    """Both hold the claim; csv can be read back."""
    articles(tmp_path, draft=DRAFT)
    assert "9,899億元" in factcheck("claims", "draft.md", cwd=tmp_path).out
    ran = factcheck("claims", "--output-format", "csv", "draft.md", "-o", "claims.csv", cwd=tmp_path)
    text = (tmp_path / "claims.csv").read_text(encoding="utf-8-sig")
    surfaces = {row["surface"] for row in csv.DictReader(io.StringIO(text))}
    assert any(surface.endswith("9,899億元") for surface in surfaces)
    assert (ran.status, ran.out) == (0, "")


def test_claims_of_an_unreadable_article(tmp_path: Path) -> None:
    """The others are listed, and the status says that one is missing."""
    articles(tmp_path, draft=DRAFT)
    ran = factcheck("claims", "draft.md", "missing.md", cwd=tmp_path)
    assert (ran.status, "9,899億元" in ran.out) == (2, True)
    assert "factcheck: error: missing.md: " in ran.err


def test_explain_a_check(tmp_path: Path) -> None:
    """By id or by name: its title and what to do."""
    by_id = factcheck("explain", "fc102", cwd=tmp_path)
    assert (by_id.status, "FC102" in by_id.out) == (0, True)
    assert factcheck("explain", "magnitude-slip", cwd=tmp_path).out == by_id.out


def test_explain_a_rule(tmp_path: Path) -> None:
    """A metric's file, with its place."""
    ran = factcheck("explain", "capex", cwd=tmp_path)
    assert ran.status == 0
    assert "metrics/capex.toml:1" in ran.out
    assert 'title = "Capital expenditure"' in ran.out


def test_explain_a_finding(tmp_path: Path) -> None:
    """The fingerprint that a report prints gives that finding, with both values."""
    articles(tmp_path, draft=DRAFT, source=SOURCE)
    report = json.loads(factcheck("check", "draft.md", "source.md", "--output-format", "json", cwd=tmp_path).out)
    finding = report["findings"][0]
    ran = factcheck("explain", finding["fingerprint"], "draft.md", "source.md", cwd=tmp_path)
    assert ran.status == 0
    assert finding["check"] in ran.out
    assert "9,350億元" in ran.out


def test_explain_a_fingerprint_of_other_articles(tmp_path: Path) -> None:
    """A fingerprint that these articles do not give is a usage error."""
    articles(tmp_path, draft=DRAFT)
    ran = factcheck("explain", "0123456789abcdef", "draft.md", cwd=tmp_path)
    assert (ran.status, ran.out) == (2, "")
    assert "no finding or explained pair of these articles has it" in ran.err


def test_rules_list(tmp_path: Path) -> None:
    """Every kind is listed, with the place of each rule."""
    out = factcheck("rules", "list", cwd=tmp_path).out
    kinds = {line.split()[0] for line in out.splitlines()[:-1]}
    assert kinds == {"languages", "units", "entities", "metrics", "facets", "rates", "checks"}
    assert "metrics/capex.toml:1" in out


def test_rules_of_ones_own_are_tested(tmp_path: Path) -> None:
    """A folder of rules beside the shipped ones is compiled, tested and used."""
    (tmp_path / "ours" / "entities").mkdir(parents=True)
    (tmp_path / "ours" / "entities" / "ferries.toml").write_text(
        '[[entity]]\nid = "north_island_ferry"\nname = "North Island Ferry"\nkind = "company"\naliases = ["北島渡輪"]\n'
        'examples = ["北島渡輪第三季營收30億元"]\nnear_misses = ["北島的渡輪停航"]\n',
        encoding="utf-8",
    )
    (tmp_path / "a.md").write_text("北島渡輪公布第三季營收30億元。\n", encoding="utf-8")
    ran = factcheck("claims", "a.md", "--rules", "ours", "--output-format", "jsonl", cwd=tmp_path)
    assert [json.loads(line)["entity"] for line in ran.out.splitlines()] == ["north_island_ferry"]
