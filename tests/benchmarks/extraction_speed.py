"""Full claim extraction of seeds/ on one core, in characters a second and against a bare regex scan for digits."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.articles import find_articles, read_article
from factcheck.claims import extract
from factcheck.rulebook import load_rulebook

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.types import Article

SEEDS = Path(__file__).parent.parent.parent / "seeds"
NUMBER = re.compile(r"\d[\d,.]*")
SECONDS = 2.0


def rate(articles: list[Article], work: Callable[[Article], object]) -> float:
    """Characters a second over as many rounds of all articles as fit the time, after one round that fills the caches."""
    for article in articles:
        work(article)
    characters, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        for article in articles:
            work(article)
            characters += len(article.text)
    return characters / (time.perf_counter() - start)


def main() -> None:
    """Prints both rates and their ratio."""
    rules = load_rulebook()
    articles = [read_article(path) for path in find_articles([SEEDS])]
    bare = rate(articles, lambda article: NUMBER.findall(article.text))
    full = rate(articles, lambda article: extract(article, rules))
    print(f"{'regex scan for digits':42} {bare:12,.0f} characters/s")
    print(f"{'claim extraction (budget 500,000)':42} {full:12,.0f} characters/s  1/{bare / full:,.0f} of the scan")


if __name__ == "__main__":
    main()
