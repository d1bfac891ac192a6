"""The way through the program: articles → claims → findings → report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.types import Coverage, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.types import Article, Extraction, Finding

SEVERITY_ORDER = ("error", "warning", "note")


def check(articles: Iterable[Article], *, against: Iterable[Article] = (), rulebook: Rulebook | None = None) -> Report:
    """The report on the articles: each checked inside itself, and against the others and the sources.

    An article of the same text as one before it is checked once, and is never a source of itself.
    With `against`, only findings that touch one of `articles` are reported.
    """
    from factcheck.claims import extract
    from factcheck.rulebook import load_rulebook

    rules = rulebook or load_rulebook()
    checked, sources = distinct(articles, against)
    return report_on([extract(one, rules) for one in checked], [extract(one, rules) for one in sources], rules)


def report_on(checked: Sequence[Extraction], sources: Sequence[Extraction], rulebook: Rulebook) -> Report:
    """The report on what was read from the checked articles and from their sources."""
    from factcheck import __version__
    from factcheck.checks import check_article
    from factcheck.checks.across import compare_articles

    inside = [finding for extraction in checked for finding in check_article(extraction, rulebook)]
    across = compare_articles(checked, sources, rulebook, inside=inside)
    return Report(
        version=__version__,
        articles=tuple(extraction.article for extraction in checked),
        sources=tuple(extraction.article for extraction in sources),
        coverage=tuple(coverage(extraction) for extraction in checked),
        claims=tuple(across.claims),
        findings=in_order([*inside, *across.findings], checked),
        explained=tuple(across.explained),
    )


def distinct(articles: Iterable[Article], against: Iterable[Article]) -> tuple[list[Article], list[Article]]:
    """The articles and the sources without those whose text came before: what is checked is never a source."""
    from factcheck.articles import content_key

    seen: set[str] = set()

    def fresh(article: Article) -> bool:
        key = content_key(article)
        new = key not in seen
        seen.add(key)
        return new

    checked = [article for article in articles if fresh(article)]
    return checked, [article for article in against if fresh(article)]


def coverage(extraction: Extraction) -> Coverage:
    """How many numerals of the article ended in which role."""
    ledger = extraction.ledger
    return Coverage(
        article=extraction.article.name,
        numbers=len(ledger),
        roles=dict(Counter(entry.role for entry in ledger).most_common()),
        unread=tuple(entry for entry in ledger if entry.role == "unread"),
        open_claims=sum(claim.entity_open or claim.metric_open for claim in extraction.claims),
    )


def in_order(findings: Iterable[Finding], checked: Sequence[Extraction]) -> tuple[Finding, ...]:
    """The findings by severity, then by the article and place of the primary claim."""
    order = {extraction.article.name: number for number, extraction in enumerate(checked)}

    def key(finding: Finding) -> tuple[int, int, int, str, str]:
        primary = finding.claims[0]
        place = order.get(primary.article, len(order))
        return SEVERITY_ORDER.index(finding.severity), place, primary.start, finding.check, finding.fingerprint

    return tuple(sorted(findings, key=key))
