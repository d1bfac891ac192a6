"""The formats that programs read: exact text of each."""

import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import pytest

from factcheck.errors import UsageError
from factcheck.render import FORMATS, render

from .factory import finding, monthly, period_conflict, quarterly, report, wrong_growth

TOTALS = (
    "1 error, 1 warning in 1 article against 1 source · 9 numbers: 4 claims, 4 context, 1 unread · "
    "1 confirmed, 1 contradicted, 1 explained, 1 alone · 1 suppressed · 1 file left out\n"
)


def test_concise_is_one_line_a_finding_then_the_totals():
    """Errors come first; place, check, severity, confidence, message."""
    assert (
        render(report(wrong_growth, period_conflict), "concise")
        == (
            "seeds/island.md:2:19: FC105 error [0.93] USD 4.6 billion of net inflow is September's in one article "
            "and the third quarter's in the other.\n"
            "seeds/island.md:4:32: FC201 warning [0.80] 13億元 against 2.73億元 a year before is a rise of 376%, not 80%.\n"
        )
        + TOTALS
    )


def test_json_is_the_report_as_data():
    """Indented, Han characters as themselves, ending in a line feed."""
    whole = report(period_conflict)
    text = render(whole, "json")
    assert json.loads(text) == whole.to_dict()
    assert text.startswith('{\n  "version": "0.1.0",\n')
    assert text.endswith("}\n")
    assert "北島渡輪" in text


def test_jsonl_is_an_object_a_finding():
    """A line each, nothing without findings."""
    lines = render(report(period_conflict, wrong_growth), "jsonl").splitlines()
    assert [json.loads(line)["check"] for line in lines] == ["FC105", "FC201"]
    assert render(report(), "jsonl") == ""


def test_github_annotates_the_number_and_escapes_percent_signs_first():
    """Line feeds part the message from the other article's sentence; the plain totals close the log."""
    assert (
        render(report(wrong_growth, period_conflict), "github")
        == (
            "::error file=seeds/island.md,line=2,col=19,endColumn=24,title=FC105 period conflict::"
            "USD 4.6 billion of net inflow is September's in one article and the third quarter's in the other."
            "%0Aseeds/harbour.md:2:29: Overseas funds bought a net US$4.6 billion of the ferry line's bonds "
            "in the third quarter, the harbour authority said.\n"
            "::warning file=seeds/island.md,line=4,col=32,endColumn=35,title=FC201 wrong percentage::"
            "13億元 against 2.73億元 a year before is a rise of 376%25, not 80%25."
            "%0Aseeds/island.md:4:12: 渡輪公司去年第三季收入2.73億元，今年同期13億元，同比增長80%25。"
            "%0Aseeds/island.md:4:23: 渡輪公司去年第三季收入2.73億元，今年同期13億元，同比增長80%25。\n"
        )
        + TOTALS
    )


def test_github_escapes_colons_and_commas_in_properties_only():
    """A path may hold both; so may a message, where they stay."""
    odd = finding(replace(monthly, article="a:b,c%.md"), message="a: b, c%0A")
    first = render(report(odd), "github").splitlines()[0]
    assert first == (
        "::error file=a%3Ab%2Cc%25.md,line=2,col=19,endColumn=24,title=FC105 period conflict::a: b, c%250A"
    )


def test_github_shows_ten_annotations_a_level_and_lists_the_rest():
    """The host drops the eleventh in silence; article text in the plain lines is no command."""
    many = [finding(monthly, message=f"::error::##[error]{n}", fingerprint=str(n)) for n in range(12)]
    notes = [finding(monthly, severity="note", fingerprint="n")]
    lines = render(report(*many, *notes), "github").splitlines()
    assert [line[:8] for line in lines] == [
        *["::error "] * 10,
        "2 more e",
        "- seeds/",
        "- seeds/",
        "::notice",
        "12 error",
    ]
    assert lines[10] == "2 more errors without annotation:"
    assert lines[11] == "- seeds/island.md:2:19: FC105 error ::error::## [error]10"


def test_gitlab_is_a_code_quality_array():
    """Severities are GitLab's own; an empty array without findings."""
    assert json.loads(render(report(period_conflict), "gitlab")) == [
        {
            "description": f"FC105: {period_conflict.message}",
            "check_name": "FC105",
            "fingerprint": "5f0c2a9be14d",
            "severity": "major",
            "location": {"path": "seeds/island.md", "lines": {"begin": 2, "end": 2}},
        }
    ]
    assert render(report(), "gitlab") == "[]\n"


def test_junit_has_a_suite_an_article_and_a_failure_a_finding():
    """Notes pass, suppressed findings are skipped, a file left out is an error."""
    note = finding(monthly, severity="note", fingerprint="n")
    root = ElementTree.fromstring(render(report(period_conflict, note), "junit"))
    assert {key: root.attrib[key] for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "4",
        "failures": "1",
        "errors": "1",
        "skipped": "1",
    }
    assert [suite.attrib["name"] for suite in root] == ["seeds/island.md", "drafts/photo.md"]
    case = root[0][0]
    assert case.attrib == {
        "classname": "seeds/island.md",
        "name": "FC105 period conflict at 2:19",
        "file": "seeds/island.md",
        "line": "2",
    }
    failure = case.find("failure")
    assert failure is not None
    assert failure.attrib == {"type": "FC105 error", "message": period_conflict.message}
    assert "seeds/harbour.md:2:29: Overseas funds" in (failure.text or "")
    assert root[0][1].find("system-out") is not None


def test_junit_of_a_clean_article_is_a_passed_case():
    """An empty document would look like a run that never happened."""
    root = ElementTree.fromstring(render(report(suppressed=(), problems=()), "junit"))
    assert [case.attrib["name"] for case in root.iter("testcase")] == ["numbers"]


def test_formats_agree_on_the_number_of_findings():
    """Whatever the format, no finding is lost."""
    whole = report(period_conflict, wrong_growth, finding(quarterly, severity="note", fingerprint="q"), suppressed=())
    assert len(render(whole, "jsonl").splitlines()) == 3
    assert len(json.loads(render(whole, "gitlab"))) == 3
    assert len(json.loads(render(whole, "sarif"))["runs"][0]["results"]) == 3
    assert render(whole, "github").count("\n::") + 1 == 3
    assert render(whole, "markdown").count("<details>") == 3


def test_an_unknown_format_is_a_usage_error_that_names_the_known_ones():
    """As the command line passes it on."""
    with pytest.raises(UsageError, match="unknown output format 'yaml'; known: rich, concise"):
        render(report(), "yaml")


@pytest.mark.parametrize("output_format", FORMATS)
def test_a_report_on_nothing_renders(output_format):
    """No articles, no claims, findings without claims."""
    empty = report(finding(), articles=(), sources=(), coverage=(), claims=(), explained=(), suppressed=(), problems=())
    assert render(empty, output_format).strip()
