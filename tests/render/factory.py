"""Articles, claims and a report made by hand, so that rendering is tested without reading or comparing."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from factcheck.types import (
    Arithmetic,
    Article,
    Claim,
    Coverage,
    Entry,
    Explained,
    Explanation,
    Finding,
    Problem,
    Quantity,
    Report,
    Section,
    Sentence,
    Suppressed,
    Verified,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

ISLAND = "北島渡輪公布，外資九月淨買入其債券達46億美元，為近五年來最多，管理層形容反應「超出預期」。"
HARBOUR = "Overseas funds bought a net US$4.6 billion of the ferry line's bonds in the third quarter, the harbour authority said."
ARITHMETIC = "渡輪公司去年第三季收入2.73億元，今年同期13億元，同比增長80%。"


def article(
    name: str, *sentences: str, published: date | None = date(2025, 9, 12), source: str | None = "北島日報"
) -> Article:
    """An article of one section, a sentence a line."""
    text = "\n".join(sentences) + "\n"
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    spans = [Sentence(at, at + len(s), 0, n) for n, (at, s) in enumerate(zip(starts, sentences, strict=False))]
    section = Section(0, 0, len(text), date=published, source=source)
    return Article(name, text, "zh-Hant", (section,), tuple(spans), date=published, line_starts=tuple(starts))


def quantity(text: str, surface: str, value: str, unit: str | None = None, **more: Any) -> Quantity:
    """The first quantity of that surface in the text."""
    start = text.index(surface)
    low, _, high = value.partition("~")
    stated = {"value_low": Decimal(low), "value_high": Decimal(high or low)}
    interval = {"interval_low": Decimal(low), "interval_high": Decimal(high or low)}
    return Quantity(
        start, start + len(surface), surface, more.pop("kind", "money"), **stated, unit=unit, **(interval | more)
    )


def claim(
    origin: Article,
    surface: str,
    value: str,
    unit: str | None = "USD",
    *,
    reading: dict[str, Any] | None = None,
    **more: Any,
) -> Claim:
    """A claim on the first such surface of the article, with its sentence and place worked out."""
    number = quantity(origin.text, surface, value, unit, **(reading or {}))
    sentence = next(s for s in origin.sentences if s.start <= number.start < s.end)
    line, column = origin.position(number.start)
    fields: dict[str, Any] = {
        "entity": "foreign_investors",
        "entity_surface": more.get("entity") if more.get("entity_open") else "外資",
        "entity_open": False,
        "metric": "net_inflow",
        "metric_surface": "淨買入",
        "metric_open": False,
        "family": "fund_flow",
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "sentence": origin.text[sentence.start : sentence.end],
        "source": origin.sections[0].source,
        "published": origin.date,
        "rule": "net_inflow.1",
        "confidence": 0.9,
    }
    return Claim(article=origin.name, section=0, line=line, column=column, quantity=number, **(fields | more))


def finding(*claims: Claim, **more: Any) -> Finding:
    """A finding of a period conflict, or whatever the fields say."""
    fields: dict[str, Any] = {
        "check": "FC105",
        "name": "period_conflict",
        "severity": "error",
        "confidence": 0.93,
        "message": "USD 4.6 billion of net inflow is September's in one article and the third quarter's in the other.",
        "fingerprint": "5f0c2a9be14d",
        "explanation": Explanation(
            matched=(("entity", "foreign_investors"), ("metric", "net_inflow"), ("value", "USD 4.6 billion")),
            differs=(("period", "September 2025", "Q3 2025"),),
            one_sided=(("market", "bonds"),),
        ),
        "remedy": "Ask which period the source gives and correct the other article.",
    }
    return Finding(claims=claims, **(fields | more))


SEPTEMBER = (date(2025, 9, 1), date(2025, 9, 30))
THIRD_QUARTER = (date(2025, 7, 1), date(2025, 9, 30))

island = article("seeds/island.md", "北島渡輪債券受捧", ISLAND, "渡輪每日開出37班。", ARITHMETIC)
harbour = article(
    "seeds/harbour.md", "Ferry bonds in demand", HARBOUR, published=date(2025, 10, 2), source="Harbour Post"
)

monthly = claim(island, "46億美元", "4600000000", period=SEPTEMBER)
quarterly = claim(harbour, "US$4.6 billion", "4600000000", period=THIRD_QUARTER, metric_surface="bought a net")
base = claim(island, "2.73億元", "273000000", "HKD", metric="revenue", entity="北島渡輪", entity_open=True)
level = claim(
    island, "13億元", "1300000000", "HKD", metric="revenue", entity="北島渡輪", reading={"unit_inferred": True}
)
growth = claim(
    island, "80%", "80", "%", metric="revenue_growth", entity="北島渡輪", reading={"kind": "percent", "direction": "up"}
)

period_conflict = finding(monthly, quarterly)
wrong_growth = finding(
    growth,
    base,
    level,
    check="FC201",
    name="wrong_percentage",
    severity="warning",
    confidence=0.8,
    message="13億元 against 2.73億元 a year before is a rise of 376%, not 80%.",
    fingerprint="77aa01",
    explanation=Explanation(),
    arithmetic=Arithmetic("80%", "376%", "296 percentage points", "0.5", "13 ÷ 2.73 − 1"),
    remedy="Check the base of the comparison.",
)


def group(values: Sequence[str] = ("46", "46", "46", "64")) -> Finding:
    """A conflict group: one article a value, the last the primary."""
    claims = []
    for at, value in enumerate(values):
        origin = article(
            f"day/{at}.md",
            f"北島渡輪昨日稱，外資九月淨買入債券{value}億美元。",
            published=date(2025, 10, 1 + at),
            source=f"第{at}報",
        )
        claims.append(claim(origin, f"{value}億美元", f"{value}00000000", period=SEPTEMBER))
    return finding(
        *reversed(claims),
        check="FC101",
        name="value_conflict",
        fingerprint="9b1e",
        message="Articles give different values for one month's net inflow.",
    )


def report(*findings: Finding, **more: Any) -> Report:
    """A report on one draft against one source, with something of everything."""
    start = island.text.index("37")
    unread = Entry(start, start + 2, "37", "unread", reason="no unit or noun that a rule knows")
    fields: dict[str, Any] = {
        "articles": (island,),
        "sources": (harbour,),
        "coverage": (Coverage("seeds/island.md", 9, {"claim": 4, "date": 2, "ordinal": 2, "unread": 1}, (unread,)),),
        "claims": (
            Verified(monthly, "contradicted", findings=("5f0c2a9be14d",)),
            Verified(base, "alone"),
            Verified(level, "explained", reason="another currency"),
            Verified(growth, "confirmed", confirmed_by=(quarterly,)),
        ),
        "explained": (
            Explained(
                "period",
                "One month against one quarter.",
                (monthly, quarterly),
                Explanation(differs=(("period", "2025-09", "2025-Q3"),)),
                "e1",
            ),
        ),
        "suppressed": (Suppressed(wrong_growth, "pragma", "checked with the company"),),
        "problems": (
            Problem("drafts/photo.md", "not text: holds NUL bytes", True),
            Problem("seeds/old.md", "read as big5 (assumed)", False),
        ),
    }
    return Report("0.1.0", findings=findings, **(fields | more))
