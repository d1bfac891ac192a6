"""Dated reference exchange rates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from factcheck.errors import RuleError
from factcheck.rulebook.files import RuleFile, read_rule_files, rule_paths, shipped_rules
from factcheck.rulebook.rates import RateTables, compile_rates

ROW = """
[[currency]]
code = "XAA"
title = "test money"
quote = "per_usd"
tolerance = "0.02"
source = "made up"
examples = [{ day = "2024-01-31", usd = "100", amount = "1005" }]
near_misses = [{ day = "2024-01-31", usd = "100", amount = "1100" }]
[currency.months]
2024 = "10.0 10.2"
"""


def tables(text: str) -> RateTables:
    """The tables of one file of that text."""
    import tomllib

    return compile_rates([RuleFile("rates", "test", "rules/rates/test.toml", text, tomllib.loads(text))])


@pytest.fixture(scope="module")
def shipped() -> RateTables:
    """The rates that come with the program."""
    return compile_rates(read_rule_files([p for p in rule_paths((shipped_rules(),)) if p[0] == "rates"]))


def test_between_two_months_the_rate_moves_in_a_line():
    """Half-way from mid-January to mid-February lies half-way from 10.0 to 10.2."""
    rate, tolerance = tables(ROW).rate("USD", "XAA", date(2024, 1, 30)) or (None, None)
    assert rate == pytest.approx(Decimal("10.1"), abs=Decimal("0.01"))
    assert tolerance == Decimal("0.02")


def test_beyond_the_dated_range_the_tolerance_grows():
    """Two years later nobody should rely on two per cent, nor on more than a fifth."""
    near = tables(ROW).rate("USD", "XAA", date(2024, 6, 1))
    far = tables(ROW).rate("USD", "XAA", date(2030, 6, 1))
    assert near
    assert far
    assert Decimal("0.02") < near[1] < far[1] == Decimal("0.20")


def test_there_and_back_is_one(shipped):
    """Euro to yuan times yuan to euro is one, whatever the day."""
    day = date(2023, 7, 4)
    there, back = shipped.rate("EUR", "CNY", day), shipped.rate("CNY", "EUR", day)
    assert there
    assert back
    assert there[0] * back[0] == pytest.approx(Decimal(1), abs=Decimal("1e-20"))


def test_the_linked_rate_needs_no_date(shipped):
    """The Hong Kong dollar is 7.80 to the US dollar, within the band."""
    assert shipped.rate("USD", "HKD", None) == (Decimal("7.80"), Decimal("0.007"))


def test_a_currency_without_rates_is_unknown(shipped):
    """No rate is better than a guessed one; the same currency needs none."""
    assert shipped.rate("USD", "XZZ", None) is None
    assert shipped.rate("XZZ", "XZZ", None) == (Decimal(1), Decimal(0))


@pytest.mark.parametrize(
    ("usual", "changed", "words"),
    [
        ('amount = "1005"', 'amount = "1300"', "1300 for USD 100"),
        ('quote = "per_usd"', 'quote = "per_usd"\npeg = "9"', "one of peg, months, quarters"),
        ('tolerance = "0.02"', 'tolerance = "0.02"\ntolerence = "0.03"', "unknown key"),
        ('2024 = "10.0 10.2"', '2024 = "10.0 ten"', "months"),
    ],
)
def test_a_wrong_file_names_place_and_fault(usual, changed, words):
    """A rate file that contradicts its own example or the schema stops the run."""
    with pytest.raises(RuleError, match=r"rules/rates/test\.toml") as error:
        tables(ROW.replace(usual, changed))
    assert words in str(error.value)


def test_a_currency_given_twice_is_refused():
    """Two files with rates for one currency contradict each other sooner or later."""
    with pytest.raises(RuleError, match="XAA"):
        tables(ROW + ROW)
