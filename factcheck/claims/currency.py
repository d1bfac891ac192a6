"""The currency of a bare 元, ¥ or unit-less amount: from the article's market, said by its own words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.mentions.lexicon import Scan
    from factcheck.rulebook.entities import EntityRule
    from factcheck.types import Language, Quantity, Section

MARKET_FAMILIES = frozenset({"share_price", "turnover", "price_target", "market_cap"})
AMOUNT_FAMILIES = frozenset(
    {"capex", "investment", "revenue", "profit", "bond_terms", "fund_flow", "holding", "market_cap", "turnover"}
)
YUAN = ":yuan"
HUNDRED_MILLION = 100_000_000


@dataclass(frozen=True, slots=True)
class Home:
    """What the article as a whole says about money."""

    language: Language
    market: str | None
    """Currency of the market that the article speaks of most (HKD for Hong Kong prices)."""
    stated: str | None = None
    """The currency that the section states for all its amounts: （美元，下同）."""


def read_home(scan: Scan, language: Language, section: Section) -> Home:
    """The market currency of a section, by a count of the words that name a market."""
    words = [word for word in scan.role("currency_home") if section.start <= word.start < section.end]
    counts = Counter(word.value for word in words if word.value != "USD")
    stated = [word.value for word in scan.role("stated_currency") if section.start <= word.start < section.end]
    return Home(language, counts.most_common(1)[0][0] if counts else None, stated[0] if stated else None)


def settle_currency(quantity: Quantity, home: Home, family: str, entity: EntityRule | None, *, ads: bool) -> Quantity:
    """The quantity with the currency that a bare 元 or a bare amount means there; `unit_inferred` stays True."""
    if quantity.rule.endswith(YUAN) and quantity.unit_inferred:
        per = quantity.unit.partition("/")[2] if quantity.unit else ""
        code = _yuan(home, family, entity, ads=ads)
        return replace(quantity, unit=f"{code}/{per}" if per else code)
    if (
        quantity.unit is None
        and quantity.kind in ("number", "range")
        and family in AMOUNT_FAMILIES
        and _is_amount(quantity)
    ):
        return replace(quantity, unit=_amount(home, entity), unit_inferred=True)
    return quantity


def _is_amount(quantity: Quantity) -> bool:
    return quantity.value_high is not None and quantity.value_high >= HUNDRED_MILLION


def _yuan(home: Home, family: str, entity: EntityRule | None, *, ads: bool) -> str:
    if home.stated is not None and family not in MARKET_FAMILIES:
        return home.stated
    if ads:
        return "USD"
    if home.market == "TWD" or (entity is not None and entity.currency == "TWD" and home.language == "zh-Hant"):
        return "TWD"
    if home.language == "zh-Hans":
        return "HKD" if home.market == "HKD" and family in MARKET_FAMILIES and _listed_in(entity, ".HK") else "CNY"
    if family in MARKET_FAMILIES or family == "bond_terms":
        if _listed_in(entity, ".HK") or home.market == "HKD":
            return "HKD"
        if _listed_in(entity, ".SH", ".SZ", ".SS"):
            return "CNY"
        return home.market or "HKD"
    if entity is not None and entity.currency in ("CNY", "TWD", "HKD"):
        return entity.currency
    return home.market or "CNY"


def _amount(home: Home, entity: EntityRule | None) -> str:
    if home.language == "en":
        return "USD"
    if entity is not None and entity.currency:
        return entity.currency
    return home.market if home.market in ("TWD",) else "CNY"


def _listed_in(entity: EntityRule | None, *suffixes: str) -> bool:
    return entity is not None and any(ticker.endswith(suffixes) for ticker in entity.tickers)
