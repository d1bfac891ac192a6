"""Articles with pragmas and findings by hand, so that the gate is tested without reading or comparing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.types import Article, Claim, Finding, Pragma, Quantity, Report, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.types import Severity


def article(name: str, *pragmas: Pragma) -> Article:
    """An article of ten short lines."""
    text = "渡輪收入3億元\n" * 10
    starts = tuple(range(0, len(text), len(text) // 10))
    return Article(name, text, "zh-Hant", (Section(0, 0, len(text)),), (), pragmas=pragmas, line_starts=starts)


def pragma(line: int, *checks: str, problem: str | None = None, reason: str | None = "公司已更正") -> Pragma:
    """A pragma that stands on the line it silences."""
    return Pragma((line - 1) * 8, (line - 1) * 8 + 4, line, checks, reason, problem)


def claim(name: str, line: int) -> Claim:
    """The revenue of that line."""
    start = (line - 1) * 8 + 4
    quantity = Quantity(start, start + 3, "3億元", "money", Decimal(3_0000_0000), Decimal(3_0000_0000), "HKD")
    return Claim(name, 0, line, 5, quantity, "ferry", "渡輪", True, "revenue", "收入", False, "revenue")


def finding(
    fingerprint: str,
    *claims: Claim,
    check: str = "FC101",
    name: str = "value_conflict",
    severity: Severity = "error",
    confidence: float = 0.9,
) -> Finding:
    """A finding on the claims."""
    return Finding(check, name, severity, confidence, "收入3億元與5億元不符", claims, fingerprint)


def report(articles: Sequence[Article], *findings: Finding, sources: Sequence[Article] = ()) -> Report:
    """A report that has not passed the gate."""
    return Report("0", tuple(articles), tuple(sources), (), (), findings)
