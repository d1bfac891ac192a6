"""Numerals written in digits: their patterns, values and last places."""

from __future__ import annotations

from decimal import Decimal

GROUPED = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:，\d{3})+\.\d+"
"""A full-width comma groups digits only where decimals follow: elsewhere it parts clauses."""

SPACED = r"\d{1,3}(?: \d{3})+(?![\d,])(?:\.\d+)?"

PLAIN = r"\d+(?:\.\d+)?"

DIGITS = rf"(?:{GROUPED}|{PLAIN})"


def digit_value(text: str) -> Decimal:
    """The value of a numeral in digits, groups closed up."""
    return Decimal(text.replace(",", "").replace("，", "").replace(" ", ""))


def digit_place(text: str) -> int:
    """The power of ten of its last digit: -2 for 5.93, 0 for 150."""
    point = text.rfind(".")
    return 0 if point < 0 else point + 1 - len(text)
