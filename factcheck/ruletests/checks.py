"""Checks: does a finding of the check point at the numbers of its example, and none at those of its near miss?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.rulebook import checks as check_rules
from factcheck.ruletests.case import Case, article, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.checks import CheckCase
    from factcheck.rulebook.files import RuleFile


def check_cases(file: RuleFile) -> Iterator[Case]:
    """An example is found at each of its numbers; a near miss at none."""
    for case in check_rules.check_cases(file):
        yield Case("checks", case.check, case.text, not case.found, partial(_fault, case))


def _fault(case: CheckCase, rulebook: Rulebook) -> str | None:
    from factcheck.pipeline import check

    sources = [article(text, day, name=f"source {number}") for number, (text, day) in enumerate(case.against, 1)]
    report = check([article(case.text, case.date)], against=sources, rulebook=rulebook)
    found = [finding for finding in report.findings if finding.check == case.check]
    at = {claim.surface for finding in found for claim in finding.claims if claim.article == "example"}
    pointed = {number for number in case.numbers if any(number in surface or surface in number for surface in at)}
    if case.found and pointed != set(case.numbers):
        others = [finding.check for finding in report.findings]
        return f"no {case.check} at {listed(set(case.numbers) - pointed)}; findings: {listed(others)}"
    if not case.found and pointed:
        return f"{case.check} at {listed(pointed)}: {found[0].message}"
    return None
