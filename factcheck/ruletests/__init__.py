"""Every rule's own examples and near misses as cases that can be run: by `factcheck rules test`, and by pytest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.ruletests.case import Case
from factcheck.ruletests.checks import check_cases
from factcheck.ruletests.claims import metric_cases
from factcheck.ruletests.readers import number_cases, period_cases
from factcheck.ruletests.words import entity_cases, facet_cases, word_cases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.files import RuleFile

__all__ = ["Case", "rule_cases"]

_BY_FOLDER: dict[str, Callable[[RuleFile], Iterable[Case]]] = {
    "entities": entity_cases,
    "metrics": metric_cases,
    "facets": facet_cases,
    "checks": check_cases,
}


def rule_cases(files: Sequence[RuleFile], rulebook: Rulebook) -> tuple[Case, ...]:
    """The cases of those files, which the Rulebook was compiled from; rates test their examples when they are compiled."""
    found: list[Case] = []
    for file in files:
        if file.folder in _BY_FOLDER:
            found += _BY_FOLDER[file.folder](file)
        elif file.folder == "languages" and file.stem.startswith("words"):
            found += word_cases(file)
    found += number_cases(rulebook.numbers)
    found += period_cases(rulebook.periods)
    return tuple(found)
