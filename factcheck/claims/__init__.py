"""Claims: (Article, Rulebook) → what each number says of whom, and the ledger of every numeral."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.claims.build import Context, State, read_sentence
from factcheck.claims.currency import read_home
from factcheck.claims.ledger import close_ledger
from factcheck.claims.view import sentence_views
from factcheck.mentions.reading import read_mentions
from factcheck.types import Claim, Entry, Extraction

if TYPE_CHECKING:
    from factcheck.mentions.reading import Mentions
    from factcheck.rulebook import Rulebook
    from factcheck.types import Article, Section

__all__ = ["extract"]


def extract(article: Article, rulebook: Rulebook) -> Extraction:
    """The claims of an article in text order, and a ledger in which every numeral ends as claim, context or unread."""
    mentions = read_mentions(article, rulebook)
    homes = tuple(read_home(mentions.scan, article.language, section) for section in article.sections)
    countries = tuple(_country(mentions, rulebook, section) for section in article.sections)
    context = Context(article, rulebook, homes, countries)
    state = State()
    claims: list[Claim] = []
    entries: list[Entry] = []
    for view in sentence_views(article, mentions):
        for found in read_sentence(view, context, state):
            if isinstance(found, Claim):
                claims.append(found)
            else:
                entries.append(found)
    return Extraction(article, tuple(claims), close_ledger(article, mentions, claims, entries))


def _country(mentions: Mentions, rulebook: Rulebook, section: Section) -> str | None:
    """The country that a section names most, by itself or by its offices and its central bank."""
    counts: Counter[str] = Counter()
    for mention in mentions.scan.entities:
        if not section.start <= mention.start < section.end or mention.open:
            continue
        rule = rulebook.entities.rules[mention.entity]
        parent = rulebook.entities.rule(rule.parent)
        for found in (rule, parent):
            if found is not None and found.kind == "country":
                counts[found.id] += 1
    return counts.most_common(1)[0][0] if counts else None
