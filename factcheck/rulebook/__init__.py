"""The Rulebook: everything under rules/ read, validated and compiled once, immutable, passed as an argument."""

from factcheck.rulebook.book import Rulebook, load_rulebook

__all__ = ["Rulebook", "load_rulebook"]
