"""The checks: one file each, named by its id; those inside one article are registered here, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.checks import (
    fc201_percentage_contradiction,
    fc202_parts_and_whole,
    fc203_product_mismatch,
    fc204_headline_mismatch,
    fc205_self_contradiction,
    fc206_missing_currency,
    fc207_unit_inconsistency,
    fc208_impossible_value,
    fc209_wrong_weekday,
    fc210_name_contradiction,
    fc211_percent_for_points,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.rulebook import Rulebook
    from factcheck.types import Extraction, Finding

    ArticleCheck = Callable[[Extraction, Rulebook], Iterator[Finding]]

ARTICLE_CHECKS: tuple[ArticleCheck, ...] = (
    fc201_percentage_contradiction.check,
    fc202_parts_and_whole.check,
    fc203_product_mismatch.check,
    fc204_headline_mismatch.check,
    fc205_self_contradiction.check,
    fc206_missing_currency.check,
    fc207_unit_inconsistency.check,
    fc208_impossible_value.check,
    fc209_wrong_weekday.check,
    fc210_name_contradiction.check,
    fc211_percent_for_points.check,
)
RANK = {"error": 0, "warning": 1, "note": 2}


def check_article(extraction: Extraction, rulebook: Rulebook) -> list[Finding]:
    """What contradicts itself inside one article, in text order.

    One fault is one finding: where a number breaks several relations, the gravest and surest finding about it stays,
    and a second one that joins two of the same numbers goes.
    """
    found = [finding for check in ARTICLE_CHECKS for finding in check(extraction, rulebook)]
    found.sort(
        key=lambda finding: (RANK[finding.severity], -finding.confidence, finding.claims[0].start, finding.check)
    )
    kept: list[Finding] = []
    primaries: set[int] = set()
    pairs: set[tuple[int, int]] = set()
    for finding in found:
        starts = sorted({claim.start for claim in finding.claims})
        joined = {(a, b) for index, a in enumerate(starts) for b in starts[index + 1 :]}
        if finding.claims[0].start in primaries or joined & pairs:
            continue
        primaries.add(finding.claims[0].start)
        pairs |= joined
        kept.append(finding)
    return sorted(kept, key=lambda finding: (finding.claims[0].start, finding.check))
