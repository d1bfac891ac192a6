"""Values, periods and places in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from factcheck.render.words import claim_words, interval_words, number_words, period_words, quantity_words
from factcheck.types import Quantity

from .factory import monthly


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("4600000000", "4.6 billion"),
        ("4.60E+9", "4.6 billion"),
        ("3.1E+12", "3.1 trillion"),
        ("1000000", "1 million"),
        ("999999", "999,999"),
        ("188.00", "188.00"),
        ("-12500000", "-12.5 million"),
        ("0", "0"),
        ("1E+40", "1.000e+40"),
        ("9E-40", "9.000e-40"),
        ("NaN", "NaN"),
    ],
)
def test_numbers_are_said_as_a_reader_says_them(value, expected):
    """From a million on by scale word; below it grouped, with the zeros that were written."""
    assert number_words(Decimal(value)) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"value_low": "4.6E+9", "unit": "USD"}, "USD 4.6 billion"),
        ({"value_low": "4.6E+9", "unit": "USD", "unit_inferred": True}, "USD 4.6 billion (unit inferred)"),
        ({"value_low": "5.3E+10", "unit": "USD", "hedge": "over"}, "over USD 53 billion"),
        ({"value_low": "20", "value_high": "30", "unit": "%"}, "20–30%"),
        ({"value_low": "1.2E+9", "value_high": "1.4E+9", "unit": "USD"}, "USD 1.2–1.4 billion"),
        ({"value_low": "9E+8", "value_high": "1.1E+9", "unit": "USD"}, "USD 900 million–1.1 billion"),
        ({"value_low": "5.93", "unit": "%", "direction": "down"}, "down 5.93%"),
        ({"value_low": "3", "unit": "x"}, "3 times"),
        ({"value_low": "25", "unit": "bp", "direction": "up"}, "up 25 basis points"),
        ({"value_low": "4000", "unit": "USD/oz"}, "USD 4,000 per oz"),
        ({"value_low": "37", "unit": "count:渡輪班次"}, "37 渡輪班次"),
        ({"value_low": "8E+11", "unit": "count:parameter"}, "800 billion parameters"),
        ({"value_low": "1", "unit": "count:company"}, "1 company"),
        ({"value_low": "1", "value_high": "3", "unit": "count:company"}, "1–3 companies"),
        ({"value_low": "1", "unit": "years"}, "1 year"),
        ({"value_low": "2", "unit": "centuries"}, "2 centuries"),
        ({"value_low": "1.5", "unit": "square_foot"}, "1.5 square feet"),
        ({"value_low": "9", "unit": "mile_per_gallon"}, "9 miles per gallon"),
        ({"value_low": "60", "unit": "fps"}, "60 fps"),
        ({"value_low": "30", "unit": "degree_celsius"}, "30 degrees celsius"),
        ({"value_low": "2", "unit": "rank", "kind": "rank"}, "rank 2"),
        ({"value_low": "7"}, "7"),
        ({"value_low": None}, "x"),
    ],
)
def test_quantities_carry_their_unit_hedge_and_direction(fields, expected):
    """Whatever the text called it, money is said with its ISO code."""
    low = fields.pop("value_low")
    high = fields.pop("value_high", low)
    kind = fields.pop("kind", "number")
    value = Quantity(0, 1, "x", kind, Decimal(low) if low else None, Decimal(high) if high else None, **fields)
    assert quantity_words(value) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2025-09-12", "2025-09-12", "12 September 2025"),
        ("2025-09-01", "2025-09-30", "September 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2025-07-01", "2025-09-30", "Q3 2025"),
        ("2025-01-01", "2025-06-30", "H1 2025"),
        ("2025-07-01", "2025-12-31", "H2 2025"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2025-02-01", "2025-04-30", "2025-02-01 to 2025-04-30"),
        ("2024-04-01", "2025-03-31", "2024-04-01 to 2025-03-31"),
        ("9999-12-01", "9999-12-31", "December 9999"),
    ],
)
def test_periods_are_named_where_they_have_a_name(first, last, expected):
    """A fiscal year or three months that are no quarter keep their days."""
    assert period_words((date.fromisoformat(first), date.fromisoformat(last))) == expected


def test_an_open_interval_says_its_one_end():
    """ "逾530億" has no upper end."""
    value = replace(monthly.quantity, interval_low=Decimal("5.3E+10"), interval_high=None)
    assert interval_words(value) == "at least 53 billion"


def test_a_claim_says_who_what_when_in_which_scope_and_by_whom():
    """An inferred period and a forecast are said to be so."""
    told = replace(
        monthly, period_inferred=True, facets=(("market", "bonds"),), modality="forecast", attribution="港務局"
    )
    assert claim_words(told) == [
        "September 2025 (inferred)",
        "net inflow",
        "foreign investors",
        "market bonds",
        "forecast",
        "says 港務局",
    ]


def test_open_names_are_spelt_as_in_the_article():
    """The key of an open entity is Simplified; an editor of a Traditional article reads their own word."""
    told = replace(monthly, entity="现货黄金", entity_surface="現貨黃金", entity_open=True)
    assert claim_words(told)[-1] == "現貨黃金"
