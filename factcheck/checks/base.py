"""What every check shares: fingerprints, findings that point somewhere, and word scans from the rule files."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.folding import fold
from factcheck.types import Claim, Explanation, Finding, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.rulebook.checks import CheckRule
    from factcheck.types import Arithmetic, Entry, Extraction, Severity

AROUND = 16
"""Code points of context on each side that tell two equal numbers of one article apart in a fingerprint."""


def fingerprint(check: str, claims: Sequence[Claim]) -> str:
    """16 hex digits that name the finding, whatever the order of its claims, their lines or the run.

    Made of the check and, for each claim, file name, number, entity, metric and the words around without white space:
    edits elsewhere in the article and re-wrapped lines leave it alone.
    """
    digest = hashlib.sha256(check.encode())
    for key in sorted(_identity(claim) for claim in claims):
        digest.update(b"\0\0" + "\0".join(key).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]


def _identity(claim: Claim) -> tuple[str, ...]:
    at, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    before = "".join(claim.sentence[:at].split())[-AROUND:] if at > 0 else ""
    after = "".join(claim.sentence[end:].split())[:AROUND] if end > 0 else ""
    name = PurePath(claim.article.replace("\\", "/")).name
    return (name, claim.surface, claim.entity or "", claim.metric, before, after)


def make_finding(
    rule: CheckRule,
    claims: Sequence[Claim],
    message: str,
    *,
    confidence: float,
    severity: Severity | None = None,
    explanation: Explanation | None = None,
    arithmetic: Arithmetic | None = None,
    remedy: str | None = None,
) -> Finding:
    """A finding of that check, the claim most likely wrong first; ValueError for one that points nowhere."""
    if not claims:
        raise ValueError(f"{rule.id}: a finding needs at least one claim to point at")
    return Finding(
        check=rule.id,
        name=rule.name,
        severity=severity or rule.severity,
        confidence=min(1.0, max(0.0, confidence)),
        message=message,
        claims=tuple(claims),
        fingerprint=fingerprint(rule.id, claims),
        explanation=explanation or Explanation(),
        arithmetic=arithmetic,
        remedy=remedy if remedy is not None else rule.remedy,
    )


def claim_of_entry(extraction: Extraction, entry: Entry, metric: str) -> Claim:
    """A ledger entry that is no claim, dressed as one so that a finding can point at it (a date, a name)."""
    article = extraction.article
    line, column = article.position(entry.start)
    quantity = entry.quantity or Quantity(entry.start, entry.end, entry.surface, "date", None, None)
    found = next((s for s in article.sentences if s.start <= entry.start < s.end), None)
    start, end = (found.start, found.end) if found else (entry.start, entry.end)
    return Claim(
        article=article.name,
        section=entry.section,
        line=line,
        column=column,
        quantity=quantity,
        entity=None,
        entity_surface=None,
        entity_open=True,
        metric=metric,
        metric_surface=None,
        metric_open=False,
        family="other",
        sentence_start=start,
        sentence_end=end,
        sentence=article.text[start:end],
        headline=bool(found and found.kind in ("headline", "heading")),
        confidence=0.9,
    )


def by_sentence(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims of each sentence in text order; the readings of one number that a list shares out stay side by side."""
    groups: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[claim.section, claim.sentence_start].append(claim)
    return [sorted(group, key=lambda claim: (claim.start, claim.end)) for group in groups.values()]


def sentence_before(earlier: list[Claim], listed: list[Claim], extraction: Extraction) -> list[Claim]:
    """The numbers of the sentence before, where both sentences belong to one paragraph; else none."""
    if not earlier or not listed or earlier[-1].section != listed[0].section:
        return []
    first, last = earlier[-1].sentence_end, listed[0].sentence_start
    return earlier if 0 <= last - first <= 2 and "\n" not in extraction.article.text[first:last] else []


def slipped(first: Claim, second: Claim) -> bool:
    """Whether a slip of the digits makes one number the other: 102 and 120, 43.8 and 34.8; three digits at least."""
    one, two = (NOT_DIGIT.sub("", claim.surface) for claim in (first, second))
    return one != two and len(one) >= 3 and sorted(one) == sorted(two)


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The matching key of a sentence, remembered: several checks look at the same sentences."""
    return fold(text)


def between(first: Claim, second: Claim) -> str:
    """The folded text between two claims of one sentence, in text order; empty where they touch."""
    start = first.sentence_start
    return folded(first.sentence)[first.end - start : max(first.end, second.start) - start]


def before(claim: Claim, width: int) -> str:
    """The folded text of the sentence before a claim, at most that many code points."""
    at = claim.start - claim.sentence_start
    return folded(claim.sentence)[max(0, at - width) : at]


def after(claim: Claim, width: int) -> str:
    """The folded text of the sentence after a claim, at most that many code points."""
    at = claim.end - claim.sentence_start
    return folded(claim.sentence)[at : at + width]


NOT_DIGIT = re.compile("[^0-9]")
CLAUSE = re.compile("[,，、；;。()]")


def clause(claim: Claim, width: int = 24) -> str:
    """The folded words of the claim's own clause on both sides of its number, which a bar stands for."""
    return CLAUSE.split(before(claim, width))[-1] + "|" + CLAUSE.split(after(claim, width))[0]


@lru_cache(maxsize=256)
def scan(words: tuple[str, ...], frame: str = "%s") -> re.Pattern[str]:
    """A pattern of those folded words, longest first; Latin words match whole, Han words anywhere."""
    parts = [
        ("(?<![a-z])" if word[0].isascii() and word[0].isalpha() else "")
        + re.escape(word)
        + ("(?![a-z])" if word[-1].isascii() and word[-1].isalpha() else "")
        for word in sorted(words, key=len, reverse=True)
    ]
    return re.compile(frame % ("(?:" + "|".join(parts) + ")"))


def words_of(rule: CheckRule, name: str, frame: str = "%s") -> re.Pattern[str]:
    """The pattern of a word list of the rule file; a list that the file lacks matches nothing."""
    return scan(rule.words[name], frame) if rule.words.get(name) else re.compile(r"(?!)")
