"""One example or near miss of one rule, and how a text is read for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from factcheck.mentions.reading import Mentions
    from factcheck.rulebook import Rulebook
    from factcheck.types import Article


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence that a rule must, or must not, speak of."""

    kind: str
    """The folder of the rule: entities, metrics, …"""
    rule: str
    text: str
    near_miss: bool
    fault: Callable[[Rulebook], str | None]
    """What is wrong with the reading, or None where it is right."""

    @property
    def title(self) -> str:
        """`metrics capex: near miss 資本公積30億元`."""
        return f"{self.kind} {self.rule}: {'near miss' if self.near_miss else 'example'} {' '.join(self.text.split())}"


def article(text: str, day: date | None = None, *, name: str = "example") -> Article:
    """The example as an article, dated where the rule dates it."""
    from factcheck.articles import article_from_text

    return article_from_text(text, name=name, date=day)


def mentions(text: str, rulebook: Rulebook, day: date | None = None) -> Mentions:
    """What is read in the example before claims are made of it."""
    from factcheck.mentions.reading import read_mentions

    return read_mentions(article(text, day), rulebook)


def listed(values: object) -> str:
    """The distinct readings for a message, or `nothing`."""
    assert isinstance(values, (set, list, tuple))
    return ", ".join(sorted({str(value) for value in values})) or "nothing"
