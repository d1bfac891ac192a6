"""What rules/languages/words*.toml may say."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from factcheck.rulebook.schema import Name, Strict

WordRole = Literal[
    "direction", "to", "from", "share", "comparator", "comparator_after", "attribution_before", "attribution_after", "modality", "pronoun",
    "negation", "conditional", "respectively", "each", "name_head", "name_tail", "company_suffix", "not_name",
    "rhetorical", "anaphoric", "record", "inflow", "change_noun", "currency_home", "name", "filler", "together",
    "rank_noun", "lead_in", "full_year", "this_quarter", "gloss", "stated_currency", "person_title", "link", "place", "rater", "sequence_noun",
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
