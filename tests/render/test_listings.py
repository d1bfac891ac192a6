"""`factcheck claims` and `factcheck explain` as text."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from factcheck.errors import UsageError
from factcheck.render import RenderOptions, render_check_rule, render_claims, render_explained
from factcheck.types import Arithmetic, Entry, Extraction, Period
from factcheck.wire import claim_to_dict, entry_to_dict

from .factory import ISLAND, base, claim, growth, island, level, monthly, period_conflict, report, wrong_growth

START = island.text.index("九月")
SEPTEMBER = Entry(
    START,
    START + 2,
    "九月",
    "date",
    reason="a period",
    period=Period(START, START + 2, "九月", date(2025, 9, 1), date(2025, 9, 30), "month", relative=True),
)
BOATS = Entry(island.text.index("37"), island.text.index("37") + 2, "37", "unread", reason="no noun")
CLAIMED = Entry(monthly.start, monthly.end, monthly.surface, "claim")
TWIN = replace(monthly, entity="other_investors")
EXTRACTION = Extraction(island, (monthly, TWIN, base, level, growth), (SEPTEMBER, CLAIMED, BOATS))


def test_jsonl_is_an_object_a_claim_in_text_order():
    """Two claims on one span are an object each, exactly as the wire format has them."""
    lines = render_claims([EXTRACTION], "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == [claim_to_dict(c) for c in (monthly, TWIN, base, level, growth)]


def test_all_numbers_adds_the_rest_of_the_ledger_between_them():
    """An entry of role claim is not printed beside its claims."""
    rows = [json.loads(line) for line in render_claims([EXTRACTION], "jsonl", all_numbers=True).splitlines()]
    assert [row["surface"] for row in rows] == ["九月", "46億美元", "46億美元", "37", "2.73億元", "13億元", "80%"]
    assert rows[0] == entry_to_dict(island, SEPTEMBER)
    assert [row["role"] for row in rows][:4] == ["date", "claim", "claim", "unread"]


def test_a_claim_entry_without_its_claim_is_still_listed():
    """Every number is accounted for, even where a step lost its claim."""
    alone = Extraction(island, (), (CLAIMED,))
    (line,) = render_claims([alone], "jsonl", all_numbers=True).splitlines()
    assert json.loads(line)["surface"] == "46億美元"


def test_json_is_one_array():
    """Empty where nothing was read."""
    assert json.loads(render_claims([EXTRACTION], "json"))[0] == claim_to_dict(monthly)
    assert render_claims([], "json") == "[]\n"


def test_csv_has_a_column_a_field():
    """Facets are written out, absence is an empty cell."""
    told = replace(monthly, facets=(("basis", "yoy"), ("market", "bonds")))
    (row,) = csv.DictReader(io.StringIO(render_claims([replace(EXTRACTION, claims=(told,))], "csv")))
    assert {name: row[name] for name in ("surface", "value_low", "unit", "facets", "period", "direction")} == {
        "surface": "46億美元",
        "value_low": "4600000000",
        "unit": "USD",
        "facets": "basis=yoy; market=bonds",
        "period": "2025-09-01/2025-09-30",
        "direction": "",
    }
    assert row["sentence"] == ISLAND


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+46億", "'+46億"),
        ("-46億", "'-46億"),
        ("@x", "'@x"),
        ("\t=1", "' =1"),
        ("46", "46"),
    ],
)
def test_a_spreadsheet_computes_nothing_out_of_an_article(text, cell):
    """A cell that looks like a formula gets an apostrophe."""
    odd = replace(monthly, entity_surface=text)
    (row,) = csv.DictReader(io.StringIO(render_claims([replace(EXTRACTION, claims=(odd,))], "csv")))
    assert row["entity_surface"] == cell


def test_a_negative_value_stays_a_number_in_csv():
    """A loss is minus, not a formula."""
    loss = claim(island, "13億元", "-1300000000", "HKD")
    (row,) = csv.DictReader(io.StringIO(render_claims([replace(EXTRACTION, claims=(loss,))], "csv")))
    assert Decimal(row["value_low"]) == Decimal("-1300000000")


def test_the_table_lists_positions_readings_and_roles():
    """With all numbers, what is no claim says why."""
    text = render_claims([EXTRACTION], "table", all_numbers=True, options=RenderOptions(width=100))
    assert text.splitlines() == [
        "seeds/island.md",
        "  5 claims in 3 numbers",
        "  2:10        九月 = September 2025 · date: a period",
        "  2:19        46億美元 = USD 4.6 billion · September 2025 · net inflow · foreign investors",
        "  2:19        46億美元 = USD 4.6 billion · September 2025 · net inflow · other investors",
        "  3:7         37 · unread: no noun",
        "  4:12        2.73億元 = HKD 273 million · revenue · 北島渡輪",
        "  4:23        13億元 = HKD 1.3 billion (unit inferred) · revenue · 北島渡輪",
        "  4:32        80% = up 80% · revenue growth · 北島渡輪",
    ]


def test_an_unknown_listing_format_is_refused():
    """The known ones are named."""
    with pytest.raises(UsageError, match="known: table, json, jsonl, csv"):
        render_claims([], "xml")


def test_a_finding_is_explained_with_readings_and_facets():
    """Intervals, rules and confidence of each reading; what matched with its value; what nobody states."""
    text = render_explained(period_conflict, RenderOptions(width=100))
    assert "  reading     46億美元 at seeds/island.md:2:19 · allows 4.6 billion · hedge exact\n" in text
    assert "  matches     entity foreign investors · metric net inflow · value USD 4.6 billion\n" in text
    assert "  differs     period: September 2025 against Q3 2025\n" in text
    assert "  not stated  attribution\n" in text
    assert text.endswith("  fingerprint 5f0c2a9be14d\n")


def test_a_sum_is_explained_with_its_arithmetic():
    """Formula, computed and stated value, difference, tolerance."""
    text = render_explained(wrong_growth, RenderOptions(width=100))
    assert "  computed    13 ÷ 2.73 − 1 = 376% · stated 80% · difference 296 percentage points · allowed 0.5\n" in text


def test_no_difference_is_said_in_words():
    """Where a check says none, in what there is none; where it allows nothing, that."""
    same = Arithmetic("31.68億元", "3.168 billion USD", "none in that currency", "none", "31.68億元 ≈ 32億美元")
    text = render_explained(replace(wrong_growth, arithmetic=same), RenderOptions(width=160))
    assert "· stated 31.68億元 · no difference in that currency · nothing allowed\n" in text


def test_an_explained_pair_says_why_it_is_no_conflict():
    """Both sentences are shown with the reason."""
    text = render_explained(report().explained[0], RenderOptions(width=100))
    assert text.startswith("explained by period\n  One month against one quarter.\n")
    assert text.count("^^^") >= 2
    assert "  differs     period: 2025-09 against 2025-Q3\n" in text


@dataclass(frozen=True)
class Rule:
    """A check's text, as a rule file holds it."""

    id: str = "FC101"
    title: str = "Value conflict"
    severity: str = "error"
    why: str = "Two articles give one figure\ndifferently.\n\nOne of them is wrong."
    example: str = "甲報 46億，乙報 64億"
    remedy: str = ""


def test_a_check_is_explained_by_its_own_text():
    """Title and severity, why, example, remedy; what a file leaves out has no heading."""
    assert render_check_rule(Rule(), RenderOptions(width=80)).splitlines() == [
        "error FC101 Value conflict",
        "",
        "why",
        "  Two articles give one figure differently.",
        "",
        "  One of them is wrong.",
        "",
        "example",
        "  甲報 46億，乙報 64億",
    ]
