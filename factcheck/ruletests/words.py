"""Entities, facets and function words: is the rule's word found in its example, and not in its near miss?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.rulebook.files import validate
from factcheck.ruletests.case import Case, article, listed, mentions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcheck.mentions.lexicon import Scan
    from factcheck.rulebook import Rulebook
    from factcheck.rulebook.files import RuleFile
    from factcheck.types import Claim

    Readings = Callable[[Scan], set[str]]


def entity_cases(file: RuleFile) -> Iterator[Case]:
    """An example names the entity; a near miss does not."""
    from factcheck.rulebook.schema import EntityFile

    for row in validate(EntityFile, file).entity:
        yield from _cases("entities", row.id, row.examples, row.near_misses, row.id, _entities)


def facet_cases(file: RuleFile) -> Iterator[Case]:
    """An example states the value of the facet; a near miss does not."""
    from factcheck.rulebook.schema import FacetFile

    facet = validate(FacetFile, file)
    for value in facet.value:
        key = f"{facet.id}={value.id}"
        yield from _cases("facets", f"{facet.id}.{value.id}", value.examples, value.near_misses, key, _facets)


def word_cases(file: RuleFile) -> Iterator[Case]:
    """An example holds a word of the role and value; no claim of a near miss is read by it.

    Function words are found wherever they stand: it is the claims that a near miss must not sway, and only a role that
    shows in a claim can be tried so.
    """
    from factcheck.rulebook.schema_words import WordFile

    for group in validate(WordFile, file).group:
        key = f"{group.role}={group.value}"
        yield from _cases("languages", key, group.examples, (), key, _words)
        if group.role in _SHOWN:
            for text in group.near_misses:
                yield Case("languages", key, text, True, partial(_swayed, text, group.role, group.value))


_SHOWN: dict[str, Callable[[Claim], str | None]] = {
    "direction": lambda claim: claim.quantity.direction,
    "modality": lambda claim: claim.modality,
    "attribution_before": lambda claim: "" if claim.attribution else None,
    "attribution_after": lambda claim: "" if claim.attribution else None,
}
"""What of a claim a word of that role decides, to be compared with the value of its group."""


def _swayed(text: str, role: str, value: str, rulebook: Rulebook) -> str | None:
    from factcheck.claims import extract

    read = [claim.surface for claim in extract(article(text), rulebook).claims if _SHOWN[role](claim) == value]
    return f"{listed(read)} read as {role} {value}".rstrip() if read else None


def _cases(
    kind: str, rule: str, examples: Iterable[str], near_misses: Iterable[str], key: str, readings: Readings
) -> Iterator[Case]:
    for near_miss, texts in ((False, examples), (True, near_misses)):
        for text in texts:
            yield Case(kind, rule, text, near_miss, partial(_fault, text, key, readings, near_miss))


def _fault(text: str, key: str, readings: Readings, near_miss: bool, rulebook: Rulebook) -> str | None:
    found = readings(mentions(text, rulebook).scan)
    if (key in found) != near_miss:
        return None
    return f"read as {key}" if near_miss else f"{key} not found; found: {listed(found)}"


def _entities(scan: Scan) -> set[str]:
    return {mention.entity for mention in scan.entities if not mention.open}


def _facets(scan: Scan) -> set[str]:
    return {f"{mention.value.facet}={mention.value.value}" for mention in scan.facets}


def _words(scan: Scan) -> set[str]:
    return {f"{word.role}={word.value}" for words in scan.words.values() for word in words}
