"""All checks of an article together."""

from __future__ import annotations

import time
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from factcheck import checks
from factcheck.checks import ARTICLE_CHECKS, check_article

from .factory import extraction

UP: dict[str, Any] = {"metric": "revenue_growth", "family": "growth", "direction": "up", "change": "delta"}


def test_every_file_is_registered_once() -> None:
    """A check without registration would never run."""
    files = sorted(path.stem[2:5] for path in Path(checks.__path__[0]).glob("fc2*.py"))
    registered = [check.__module__.rpartition(".fc")[2][:3] for check in ARTICLE_CHECKS]
    assert registered == files


def test_one_fault_is_one_finding(rules: Any) -> None:
    """A wrong headline percentage that also contradicts the amounts is reported once."""
    head = "阿里次季營收增80%"
    text = f"{head}\n阿里次季營收13億元，去年同期10億元，按年增長30%。\n按年增長80%的營收令人意外。"
    rows = [("80%", UP), ("13億元", {}), ("10億元", {}), ("30%", UP), ("80%", UP)]
    findings = check_article(extraction(text, rows, headline=head), rules)
    assert [(f.check, f.claims[0].surface) for f in findings] == [("FC205", "80%")]


def test_findings_come_in_text_order(rules: Any) -> None:
    """Two faults, the earlier one first."""
    text = "阿里份額136%。\n收入13億元，去年同期2.73億元，按年增長80%。"
    rows = [
        ("136%", {"metric": "market_share", "family": "market_share"}),
        ("13億元", {}),
        ("2.73億元", {}),
        ("80%", UP),
    ]
    assert [f.check for f in check_article(extraction(text, rows), rules)] == ["FC208", "FC201"]


def test_an_article_without_numbers(rules: Any) -> None:
    """Nothing to find."""
    assert check_article(extraction("沒有數字。", []), rules) == []


def test_five_thousand_claims_of_one_figure(rules: Any) -> None:
    """A hostile table of one figure takes seconds nowhere: pairs are never compared one with all."""
    sentence = "收入13億元，去年同期2.73億元，按年增長80%，合計20億元，其餘30%。\n"
    row = [("13億元", {}), ("2.73億元", {}), ("80%", UP), ("20億元", {}), ("30%", {"metric": "revenue_share"})]
    read = extraction(sentence * 1000, list(islice(cycle(row), 5000)))
    started = time.perf_counter()
    findings = check_article(read, rules)
    assert time.perf_counter() - started < 5
    assert findings


def test_one_sentence_of_two_thousand_numbers(rules: Any) -> None:
    """A paragraph without a full stop is no trap either."""
    read = extraction("甲佔5%，其餘3億元，" * 1000, [("5%", {}), ("3億元", {})] * 1000)
    started = time.perf_counter()
    check_article(read, rules)
    assert time.perf_counter() - started < 5
