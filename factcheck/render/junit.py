"""`junit`: XML that build servers read as tests; a suite an article, a failed case a finding."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from factcheck.render.summary import by_severity
from factcheck.render.visible import visible, visible_lines
from factcheck.render.words import claim_words, name_words, place, quantity_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.render.options import RenderOptions
    from factcheck.types import Finding, Problem, Report, Suppressed


def render(report: Report, options: RenderOptions) -> str:
    """Errors and warnings fail, notes pass with their text as output, suppressed ones are skipped, lost files err.

    An article without any finding is one passed case, so that a clean run is not an empty one.
    """
    names = [article.name for article in report.articles]
    places = [f.claims[0].article for f in (*report.findings, *(s.finding for s in report.suppressed)) if f.claims]
    root = Element("testsuites", name="factcheck")
    for name in dict.fromkeys([*names, *places, *(p.article for p in report.problems if p.fatal)]):
        root.append(_suite(name, report))
    _count(root, list(root.iter("testcase")))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(name: str, report: Report) -> Element:
    suite = Element("testsuite", name=visible(name))
    own = tuple(f for f in report.findings if f.claims and f.claims[0].article == name)
    for finding in by_severity(own):
        _finding_case(suite, finding)
    for suppressed in report.suppressed:
        if suppressed.finding.claims and suppressed.finding.claims[0].article == name:
            _suppressed_case(suite, suppressed)
    for problem in report.problems:
        if problem.fatal and problem.article == name:
            _problem_case(suite, problem)
    if not len(suite):
        SubElement(suite, "testcase", classname=visible(name), name="numbers")
    _count(suite, list(suite))
    return suite


def _finding_case(suite: Element, finding: Finding) -> None:
    case = _case(suite, finding)
    if finding.severity == "note":
        SubElement(case, "system-out").text = _body(finding)
        return
    kind = f"{finding.check} {finding.severity}"
    SubElement(case, "failure", type=kind, message=visible(finding.message)).text = _body(finding)


def _suppressed_case(suite: Element, suppressed: Suppressed) -> None:
    reason = f"{suppressed.by}: {suppressed.reason}" if suppressed.reason else suppressed.by
    SubElement(_case(suite, suppressed.finding), "skipped", message=visible(reason))


def _problem_case(suite: Element, problem: Problem) -> None:
    case = SubElement(suite, "testcase", classname=visible(problem.article), name="readable")
    SubElement(case, "error", type="input", message=visible(problem.message))


def _case(suite: Element, finding: Finding) -> Element:
    claim = finding.claims[0]
    name = f"{finding.check} {name_words(finding.name)} at {claim.line}:{claim.column}"
    return SubElement(
        suite,
        "testcase",
        classname=visible(claim.article),
        name=name,
        file=visible(claim.article),
        line=str(claim.line),
    )


def _body(finding: Finding) -> str:
    lines = [finding.message]
    for claim in finding.claims:
        lines.append(f"{place(claim)}: {visible(claim.sentence)}")
        lines.append("  = " + " · ".join([quantity_words(claim.quantity), *claim_words(claim)]))
    return visible_lines("\n".join([*lines, finding.remedy] if finding.remedy else lines))


def _count(element: Element, cases: Sequence[Element]) -> None:
    element.set("tests", str(len(cases)))
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(attribute, str(sum(case.find(tag) is not None for case in cases)))
