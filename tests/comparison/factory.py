"""Claims built by hand, so that comparing is tested without reading."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from factcheck.rulebook.checks import CheckTables, compile_checks
from factcheck.rulebook.entities import EntityRule, EntityTables
from factcheck.rulebook.files import read_rule_files, rule_paths, shipped_rules
from factcheck.rulebook.metrics import MetricRule, MetricTables
from factcheck.rulebook.rates import RateTables, compile_rates
from factcheck.types import Article, Claim, Entry, Extraction, Quantity, Section, Sentence

NUMBER = re.compile(r"(?:US\$|HK\$|\$)?(\d[\d,]*(?:\.\d+)?)\s*(億|萬|billion|million)?(港元|美元|元|%| yuan| dollars)?")
SCALES = {"億": 10**8, "萬": 10**4, "billion": 10**9, "million": 10**6, None: 1}
UNITS = {"港元": "HKD", "美元": "USD", "元": "CNY", "%": "%", " yuan": "CNY", " dollars": "USD", None: None}
DAY = date(2025, 9, 10)
Q2 = (date(2025, 4, 1), date(2025, 6, 30))
Q3 = (date(2025, 7, 1), date(2025, 9, 30))


class Book:
    """A rulebook of three entities and four metrics; rates and check texts are the shipped ones."""

    def __init__(self) -> None:
        self.rates, self.checks = shipped_tables()
        names = (("alpha", "Alpha"), ("beta", "Beta"), ("alpha_cloud", "Alpha Cloud"))
        self.entities = EntityTables(
            {key: EntityRule(key, name, "company", None, (), None, 12, (), ()) for key, name in names}, {}, {}
        )
        self.metrics = MetricTables(
            {rule.id: rule for rule in (metric("revenue", "revenue"), metric("market_share", "market_share"), metric("price", "share_price", as_of=True), metric("move", "share_move", as_of=True), metric("target", "price_target"))},
            {}, {}, {}, {},
        )  # fmt: skip


@lru_cache
def shipped_tables() -> tuple[RateTables, CheckTables]:
    """Rates and checks as shipped."""
    files = read_rule_files(rule_paths((shipped_rules(),)))
    return (
        compile_rates([file for file in files if file.folder == "rates"]),
        compile_checks([file for file in files if file.folder == "checks"]),
    )


def metric(name: str, family: str, *, as_of: bool = False, tolerance: str = "0") -> MetricRule:
    """A metric rule."""
    return MetricRule(name, name.replace("_", " "), family, frozenset(), frozenset(), ("segment", "session"), Decimal(tolerance), as_of, False, None, None)  # fmt: skip


def quantity(surface: str, start: int = 0, **more: Any) -> Quantity:
    """The quantity of a plain number with scale word and unit."""
    found = NUMBER.fullmatch(surface)
    assert found, surface
    digits, scale, unit = found.groups()
    value = Decimal(digits.replace(",", "")) * SCALES[scale]
    decimals = len(digits.partition(".")[2])
    half = Decimal(SCALES[scale]) / 10**decimals / 2 if decimals or scale else Decimal(0)
    if surface.startswith(("$", "US$")):
        unit = "美元"
    if surface.startswith("HK$"):
        unit = "港元"
    fields: dict[str, Any] = {
        "kind": "percent" if unit == "%" else "money" if UNITS[unit] else "number",
        "value_low": value,
        "value_high": value,
        "unit": UNITS[unit],
        "interval_low": value - half,
        "interval_high": value + half,
    }
    return Quantity(start, start + len(surface), surface, **{**fields, **more})


def extraction(name: str, *claims: dict[str, Any], published: date | None = DAY, text: str | None = None) -> Extraction:
    """An article of one sentence a claim; each claim is given by `surface`, `sentence` and the fields that differ from the usual."""
    parts, found, entries, sentences = [], [], [], []
    at = 0
    for given in claims:
        sentence = given.get("sentence") or f"{name}在其{len(found)}號文件說是{given['surface']}。"
        first = at + sentence.index(given["surface"])
        made = quantity(given["surface"], first, **given.get("quantity", {}))
        parts.append(sentence)
        if not sentences or sentences[-1].start != at:
            sentences.append(Sentence(at, at + len(sentence), 0, len(sentences)))
        found.append(claim(name, made, sentence, at, published, given))
        entries.append(Entry(made.start, made.end, made.surface, "claim", 0, None, made))
        at += len(sentence)
    whole = text or "".join(parts)
    article = Article(
        name, whole, "zh-Hant", (Section(0, 0, len(whole), None, published),), tuple(sentences), date=published
    )
    return Extraction(article, tuple(found), tuple(entries))


def claim(name: str, made: Quantity, sentence: str, at: int, published: date | None, given: dict[str, Any]) -> Claim:
    """One claim: Alpha's third-quarter revenue unless the fields say otherwise."""
    fields: dict[str, Any] = {
        "entity": "alpha",
        "entity_surface": "Alpha",
        "entity_open": False,
        "metric": "revenue",
        "metric_surface": "營收",
        "metric_open": False,
        "family": "revenue",
        "period": Q3,
        "period_surface": "第三季",
        "period_sole": True,
        "confidence": 0.9,
    }
    fields |= {key: value for key, value in given.items() if key not in ("surface", "sentence", "quantity")}
    return Claim(
        article=name, section=0, line=1, column=made.start + 1, quantity=made, sentence_start=at,
        sentence_end=at + len(sentence), sentence=sentence, published=published, **fields,
    )  # fmt: skip


def later(days: int) -> date:
    """The day so many days after the usual one."""
    return DAY + timedelta(days=days)


def joined(made: Extraction, sentence: str) -> Extraction:
    """The extraction with all its claims in that one sentence, each at the place of its surface."""
    from dataclasses import replace

    claims = []
    for one in made.claims:
        at = sentence.index(one.surface)
        moved = replace(one.quantity, start=at, end=at + len(one.surface))
        claims.append(replace(one, quantity=moved, sentence=sentence, sentence_start=0, sentence_end=len(sentence)))
    entries = [Entry(c.start, c.end, c.surface, "claim", 0, None, c.quantity) for c in claims]
    section = replace(made.article.sections[0], end=len(sentence))
    article = replace(made.article, text=sentence, sections=(section,), sentences=(Sentence(0, len(sentence), 0, 0),))
    return replace(made, article=article, claims=tuple(claims), ledger=tuple(sorted(entries, key=lambda e: e.start)))
