"""Units: what stands beside a number, and what it comes to in base units."""

from __future__ import annotations

import pickle
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from factcheck.errors import RuleError
from factcheck.mentions.convert import to_base
from factcheck.rulebook.files import RuleFile, read_rule_files
from factcheck.rulebook.numbers import NumberExample, compile_numbers
from tests.mentions.number_tables import read, shipped_number_tables

if TYPE_CHECKING:
    from pathlib import Path


def examples(near_miss: bool) -> list[NumberExample]:
    return [example for example in shipped_number_tables().examples if example.near_miss is near_miss]


@pytest.mark.parametrize("example", examples(False), ids=lambda example: f"{example.rule}:{example.text}")
def test_every_rule_reads_its_own_examples(example: NumberExample) -> None:
    """The bracketed part of an example is a quantity with the rule's unit or hedge."""
    text, wanted = bracketed(example.text)
    found = [quantity for quantity in read(text, language_of(text)) if quantity.surface == wanted]
    assert found, [quantity.surface for quantity in read(text, language_of(text))]
    if example.unit:
        assert (found[0].unit or "").split("/")[0] in (example.unit, *prefixed(example.unit))
    if example.hedge:
        assert found[0].hedge == example.hedge


@pytest.mark.parametrize("example", examples(True), ids=lambda example: f"{example.rule}:{example.text}")
def test_no_rule_reads_its_near_misses(example: NumberExample) -> None:
    """A near miss has no quantity with the rule's unit or hedge; a word that counts nothing has none at all."""
    text, _ = bracketed(example.text)
    found = read(text, language_of(text))
    if example.hedge:
        assert example.hedge not in [quantity.hedge for quantity in found]
    elif example.unit:
        assert example.unit not in [quantity.unit for quantity in found]
    else:
        assert [quantity.surface for quantity in found if quantity.rule.endswith(example.rule)] == []


@pytest.mark.parametrize(
    ("sentence", "surface", "unit"),
    [
        ("集資3.8億港元用於研發", "3.8億港元", "HKD"),
        ("人民幣約3億元的訂單", "3億元", "CNY"),
        ("台積電擬投資1.2兆元新台幣", "1.2兆元新台幣", "TWD"),
        ("銅價報每噸9100美元", "每噸9100美元", "USD/tonne"),
        ("金價升至2650.3美元/盎司", "2650.3美元/盎司", "USD/oz"),
        ("派末期息每股35仙", "每股35仙", "HKD/share"),
        ("機房容量為80兆瓦", "80兆瓦", "megawatt"),
        ("年產能30吉瓦時", "30吉瓦時", "gigawatt_hour"),
        ("減息25個基點", "25個基點", "bp"),
        ("毛利率擴大1.2個百分點", "1.2個百分點", "pp"),
        ("覆蓋60多國", "60多國", "count:country"),
        ("聘有3200名員工", "3200名", "people"),
        ("模型有320億參數", "320億參數", "parameters"),
        ("雲端模型每秒處理300 tokens/s", "300 tokens/s", "tokens_per_second"),
    ],
)
def test_chinese_units(sentence: str, surface: str, unit: str) -> None:
    """A unit, a currency before or behind, and a classifier belong to the surface; the noun does not."""
    found = {quantity.surface: quantity.unit for quantity in read(sentence)}
    assert found.get(surface) == unit, found


@pytest.mark.parametrize(
    ("sentence", "surface", "unit"),
    [
        ("The bond raised US$1.2 billion.", "US$1.2 billion", "USD"),
        ("It paid HK$188.08 for each unit.", "HK$188.08", "HKD"),
        ("Spending hit RMB380bn.", "RMB380bn", "CNY"),
        ("Sales were T$293.29 billion.", "T$293.29 billion", "TWD"),
        ("Gold rose to $2,650 an ounce.", "$2,650 an ounce", "USD/oz"),
        ("The firm has 3,200 employees.", "3,200", "count:employee"),
        ("A site of 1.2GW is planned.", "1.2GW", "gigawatt"),
        ("The Fed cut by 25 basis points.", "25 basis points", "bp"),
        ("A 45-acre farm was sold.", "45-acre", "acre"),
        ("It signed a $14 billion deal.", "$14 billion", "USD"),
        ("Apple's $5bn plan was delayed.", "$5bn", "USD"),
    ],
)
def test_english_units(sentence: str, surface: str, unit: str) -> None:
    """English writes the currency before the number and the unit behind it, sometimes behind a hyphen."""
    found = {quantity.surface: quantity.unit for quantity in read(sentence, "en")}
    assert found.get(surface) == unit, found


@pytest.mark.parametrize(("language", "currency"), [("zh-Hans", "CNY"), ("zh-Hant", "HKD"), ("zh", "CNY")])
def test_bare_yuan_is_inferred_from_the_script(language: str, currency: str) -> None:
    """元 alone is marked as inferred, and its rule says that it hangs on the article."""
    (quantity,) = read("現報150元", language)
    assert (quantity.unit, quantity.unit_inferred, quantity.rule.endswith(":yuan")) == (currency, True, True)


@pytest.mark.parametrize(("language", "currency"), [("zh", "CNY"), ("en", "JPY")])
def test_the_yen_sign_is_yuan_in_chinese(language: str, currency: str) -> None:
    """¥ means renminbi in Chinese text and yen in English text."""
    (quantity,) = read("¥300", language)
    assert (quantity.unit, quantity.unit_inferred) == (currency, True)


def test_zhao_is_a_prefix_before_a_physical_unit() -> None:
    """兆 is 10**12 before money and mega before watts, and the rule says which was read."""
    money, power = read("投資2.5兆元，容量50兆瓦")
    assert (money.value_low, power.value_low, power.unit) == (Decimal("2500000000000"), Decimal(50), "megawatt")
    assert ":1e12" in money.rule
    assert "mega" in power.rule


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("1.2", "gigawatt"), ("1200", "megawatt")),
        (("25", "%"), ("0.25", "x")),
        (("3", "‰"), ("0.3", "%")),
        (("100", "bp"), ("1", "pp")),
        (("2", "years"), ("730", "days")),
        (("2", "tonne"), ("2000", "kilogram")),
        (("1", "kilometre"), ("1000", "metre")),
    ],
)
def test_equal_amounts_have_one_base(one: tuple[str, str], other: tuple[str, str]) -> None:
    """The same amount in two units comes to the same number of the same base unit."""
    tables = shipped_number_tables()
    first, second = (to_base(Decimal(value), unit, tables) for value, unit in (one, other))
    assert first is not None
    assert first == second


def test_currencies_are_dimensions_of_their_own() -> None:
    """Dollars never convert to euros, and a percentage point is no percent."""
    tables = shipped_number_tables()
    bases = [to_base(Decimal(1), unit, tables) for unit in ("USD", "EUR", "pp", "%")]
    assert len({base[1] for base in bases if base}) == 4


def test_a_counted_thing_has_no_base() -> None:
    """Companies and phones are only comparable to themselves."""
    assert to_base(Decimal(3), "count:company", shipped_number_tables()) is None


def test_two_units_cannot_share_a_form(tmp_path: Path) -> None:
    """A form that already means another unit is refused with the name of the file."""
    (tmp_path / "bad.toml").write_text(
        '[[unit]]\nid = "one"\nafter = ["zorks"]\nexamples = ["[3 zorks]"]\n[[unit]]\nid = "two"\nafter = ["zorks"]\nexamples = ["[3 zorks]"]\n'
    )
    files = read_rule_files([("units", tmp_path / "bad.toml")])
    with pytest.raises(RuleError, match=r"bad\.toml: unit two: 'zorks' is a form of one already"):
        compile_numbers(language_files(), files)


def test_an_unknown_prefix_is_refused(tmp_path: Path) -> None:
    """The message lists the prefixes that exist."""
    (tmp_path / "bad.toml").write_text('[[unit]]\nid = "zork"\nprefixes = ["mogo"]\nexamples = ["[3 zorks]"]\n')
    with pytest.raises(RuleError, match="unknown prefix 'mogo'"):
        compile_numbers(language_files(), read_rule_files([("units", tmp_path / "bad.toml")]))


def test_the_tables_can_be_pickled() -> None:
    """The compiled tables survive the cache of a cold process."""
    tables = pickle.loads(pickle.dumps(shipped_number_tables()))
    assert tables.units_after["港元"].unit == "HKD"


def language_files() -> list[RuleFile]:
    from factcheck.rulebook.files import rule_paths, shipped_rules

    paths = [
        (folder, path)
        for folder, path in rule_paths([shipped_rules()])
        if folder == "languages" and path.stem.startswith("numbers")
    ]
    return list(read_rule_files(paths))


def bracketed(text: str) -> tuple[str, str]:
    """The sentence without its brackets, and what stood in them."""
    if "[" not in text:
        return text, ""
    wanted = text[text.index("[") + 1 : text.index("]")]
    return text.replace("[", "").replace("]", ""), wanted


def language_of(text: str) -> str:
    return "en" if text.isascii() or sum(sign.isascii() and sign.isalpha() for sign in text) > len(text) / 2 else "zh"


def prefixed(unit: str) -> list[str]:
    return [name for name in shipped_number_tables().unit_names if name.endswith(unit)]
