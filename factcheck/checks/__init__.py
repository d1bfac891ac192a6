"""The checks: one file each, named by its id; those inside one article are registered here, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.rulebook import Rulebook
    from factcheck.types import Extraction, Finding

    ArticleCheck = Callable[[Extraction, Rulebook], Iterator[Finding]]

ARTICLE_CHECKS: tuple[ArticleCheck, ...] = ()


def check_article(extraction: Extraction, rulebook: Rulebook) -> list[Finding]:
    """What contradicts itself inside one article, in text order; one fault is one finding."""
    return [finding for check in ARTICLE_CHECKS for finding in check(extraction, rulebook)]
