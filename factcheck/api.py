"""The readers as one call on a text or an article, for scripts."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date as Date

    from factcheck.mentions.reading import Mentions
    from factcheck.rulebook import Rulebook
    from factcheck.types import Article, Claim, Period, Quantity


def find_quantities(text: str, *, date: Date | None = None, language: str | None = None) -> list[Quantity]:
    """The numbers, money, percentages, units, ranges and ranks of a text, in its order, with offsets into it."""
    from dataclasses import replace

    from factcheck.claims.change import read_change
    from factcheck.claims.view import sentence_views

    found = []
    for view in sentence_views(*_read(text, date, language)):
        for quantity in view.quantities:
            direction, change = read_change(view.around(quantity), quantity)
            found.append(replace(quantity, direction=direction, change=change))
    return found


def find_periods(text: str, *, date: Date | None = None, language: str | None = None) -> list[Period]:
    """The dates, quarters and ranges of days of a text, in its order; relative ones are resolved from `date`."""
    return list(_read(text, date, language)[1].periods)


def extract_claims(article: Article, *, rulebook: Rulebook | None = None) -> list[Claim]:
    """The claims of an article, in its order."""
    from factcheck.claims import extract
    from factcheck.rulebook import load_rulebook

    return list(extract(article, rulebook or load_rulebook()).claims)


@lru_cache(maxsize=1)
def _read(text: str, date: Date | None, language: str | None) -> tuple[Article, Mentions]:
    """The text as read; the last one is kept, for whoever asks for its quantities asks for its periods next."""
    from factcheck.articles import article_from_text
    from factcheck.mentions.reading import read_mentions
    from factcheck.rulebook import load_rulebook

    article = article_from_text(text, date=date, language=language)
    return article, read_mentions(article, load_rulebook())
