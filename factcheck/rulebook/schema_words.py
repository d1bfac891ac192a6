"""What rules/languages/words*.toml may say."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from factcheck.rulebook.schema import Name, Strict

WordRole = Literal[
    "anaphoric", "attribution_after", "attribution_before", "company_suffix", "comparator",
    "conditional", "currency_home", "direction", "filler", "from", "full_year", "gloss",
    "lead_in", "link", "modality", "name", "name_head", "negation", "not_name",
    "person_title", "place", "pronoun", "rank_noun", "rater", "record", "respectively", "rhetorical",
    "sequence_noun", "share", "stated_currency", "this_quarter", "to", "together", "turn",
]  # fmt: skip


class WordGroup(Strict):
    """One `[[group]]`: words of one role and value."""

    role: WordRole
    value: str = ""
    words: Annotated[tuple[Name, ...], Field(min_length=1)]
    examples: Annotated[tuple[Name, ...], Field(min_length=1)]
    """Sentences that hold at least one of the words in that role."""
    near_misses: tuple[Name, ...] = ()


class WordFile(Strict):
    """rules/languages/words*.toml."""

    group: Annotated[tuple[WordGroup, ...], Field(min_length=1)]
