"""`sarif`: valid, and its places, levels and suppressions are what code hosts expect."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from factcheck.render import RenderOptions, render
from factcheck.render.sarif import message
from factcheck.render.uris import artifact_uri

from .factory import finding, group, monthly, period_conflict, quarterly, report, wrong_growth

SCHEMA = json.loads((Path(__file__).parent / "sarif_schema.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Rule:
    """A check's text, as a rule file holds it."""

    id: str = "FC105"
    title: str = "Period conflict"
    severity: str = "warning"
    why: str = "A value belongs to one period."
    example: str = "九月 against 第三季"
    remedy: str = "Ask the source."


def sarif(*findings: Any, options: RenderOptions | None = None, **more: Any) -> dict[str, Any]:
    """The one run of a report's SARIF, validated."""
    document = json.loads(render(report(*findings, **more), "sarif", options=options or RenderOptions()))
    jsonschema.validate(document, SCHEMA)
    run: dict[str, Any] = document["runs"][0]
    return run


@pytest.mark.parametrize("findings", [(), (period_conflict,), (period_conflict, wrong_growth, group())])
def test_documents_are_valid(findings):
    """With none, one and several findings, suppressions and problems."""
    assert sarif(*findings)["columnKind"] == "unicodeCodePoints"


def test_a_finding_points_at_its_number_and_relates_the_other_articles():
    """Columns are code points from 1, the end column exclusive; Han characters count one."""
    result = sarif(period_conflict)["results"][0]
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "seeds/island.md"},
                "region": {
                    "startLine": 2,
                    "startColumn": 19,
                    "endLine": 2,
                    "endColumn": 24,
                    "snippet": {"text": "46億美元"},
                },
            }
        }
    ]
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"] == {"uri": "seeds/harbour.md"}
    assert related["message"] == {"text": "US$4.6 billion = USD 4.6 billion · Q3 2025 · net inflow · foreign investors"}
    assert result["partialFingerprints"] == {"factcheck/v1": "5f0c2a9be14d"}
    assert (result["level"], result["rank"], result["suppressions"]) == ("error", 93.0, [])


def test_every_result_names_its_rule_by_id_and_index():
    """Also where several findings share a check."""
    run = sarif(wrong_growth, period_conflict, finding(monthly, quarterly, fingerprint="2"), suppressed=())
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ids == ["FC105", "FC201"]
    assert [(r["ruleId"], r["ruleIndex"]) for r in run["results"]] == [("FC105", 0), ("FC105", 0), ("FC201", 1)]


def test_suppressed_findings_are_there_and_marked():
    """A pragma suppresses in the source, with its reason."""
    (result,) = sarif()["results"]
    assert result["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "checked with the company"}
    ]


def test_rule_texts_come_from_the_rule_files_where_given():
    """Without them the finding's own name and remedy serve."""
    options = RenderOptions(rules={"FC105": Rule()})
    rule = sarif(period_conflict, options=options, suppressed=())["tool"]["driver"]["rules"][0]
    assert rule["shortDescription"] == {"text": "Period conflict"}
    assert rule["help"] == {
        "text": "A value belongs to one period.\n\nExample: 九月 against 第三季\n\nTo do: Ask the source."
    }
    assert rule["defaultConfiguration"] == {"level": "warning"}


def test_a_lost_file_makes_the_run_unsuccessful():
    """A file left out is an error of the run, an assumed encoding a note."""
    invocation = sarif()["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert [n["level"] for n in invocation["toolExecutionNotifications"]] == ["error", "note"]


def test_a_number_over_two_lines_ends_on_the_second():
    """A hard-wrapped file may break within a figure."""
    broken = replace(monthly, quantity=replace(monthly.quantity, surface="46億\n美元"))
    region = sarif(finding(broken))["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["endLine"], region["endColumn"]) == (3, 3)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("seeds/十月 50%.md", "seeds/%E5%8D%81%E6%9C%88%2050%25.md"),
        ("./a.md", "a.md"),
        ("../a:b.md", "../a%3Ab.md"),
        ("/srv/news/a.md", "file:///srv/news/a.md"),
        ("//host/a.md", "file:///host/a.md"),
        ("gbk\udcb1.md", "gbk%B1.md"),
        ("lone\ud800.md", "lone%3F.md"),
    ],
)
def test_paths_become_uris(name, expected):
    """Relative paths stay relative, bytes that are no UTF-8 are kept, no path names another machine."""
    assert artifact_uri(name) == expected


def test_article_text_cannot_make_a_link_or_a_placeholder():
    """SARIF reads `[text](target)` and `{0}` in messages; those of an article mean themselves."""
    assert message("見[公告](http://x)") == {"text": "見\\[公告\\](http://x)"}
    assert message("共{0}億") == {"text": "共{{0}}億"}
    assert message("[1] 46億 {a}") == {"text": "[1] 46億 {a}"}
