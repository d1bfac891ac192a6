"""The value of a run of Chinese numerals: sections of less than 萬, their scale words, and what 幾, 數 and 多 leave open."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.mentions.digits import digit_place

if TYPE_CHECKING:
    from factcheck.mentions.han_tokens import Token
    from factcheck.rulebook.numbers import NumberTables
    from factcheck.types import Hedge

ZERO = Decimal(0)


@dataclass(slots=True)
class _State:
    """A numeral while its tokens are taken in."""

    tokens: list[Token]
    tables: NumberTables
    at: int = 0
    low: Decimal = ZERO
    high: Decimal = ZERO
    place: int | None = 0
    hedge: Hedge = "exact"
    scaled: bool = False

    def kind(self, ahead: int = 0) -> str:
        index = self.at + ahead
        return self.tokens[index].kind if index < len(self.tokens) else ""

    def value(self, ahead: int = 0) -> Decimal | int:
        return self.tokens[self.at + ahead].value


def evaluate(
    run: str, tokens: list[Token], tables: NumberTables
) -> tuple[Decimal, Decimal, int | None, int, Hedge, bool] | None:
    """(low, high, place, characters used, hedge, exact) of the well-formed head of a run."""
    if not tokens:
        return None
    state = _State(tokens, tables)
    if not _read_sections(state) or state.at == 0:
        return None
    if _stray_formal(run, state, tables):
        return None
    small = not state.scaled and state.place == 0 and state.high < 1000
    return state.low, state.high, state.place, state.tokens[state.at - 1].end, state.hedge, small


def _stray_formal(run: str, state: _State, tables: NumberTables) -> bool:
    """Whether the numeral is a lone formal digit that is an everyday word (大陸, 參)."""
    return state.at == 1 and state.tokens[0].text in tables.han_formal and len(run) == 1


def _read_sections(state: _State) -> bool:
    """Takes in sections of less than 10,000 with their scale words; False where there is no number."""
    last = 99
    while state.at < len(state.tokens):
        before = state.at
        section = _read_section(state, first=before == 0, last=last)
        if section is None:
            break
        low, high, place, single = section
        exponent = _read_scales(state)
        if exponent == 0:
            # 一萬五 is fifteen thousand: a last lone digit counts tenths of the scale before it.
            if last != 99 and single:
                low, high, place = low.scaleb(last - 1), high.scaleb(last - 1), last - 1
            elif last != 99 and high >= Decimal(1).scaleb(last):
                state.at = before
                break
            state.low, state.high, state.place = state.low + low, state.high + high, place
            return True
        if exponent >= last:
            state.at = before
            break
        state.low, state.high = state.low + low.scaleb(exponent), state.high + high.scaleb(exponent)
        state.place = exponent + (place if place is not None and place < 0 else 0)
        state.scaled, last = True, exponent
        if state.kind() == "p" and state.kind(1) in ("d", "n"):
            decimals, _, state.place, _ = _with_point(state, ZERO, ZERO, False)
            state.low, state.high = state.low + decimals, state.high + decimals
            return True
        if state.hedge == "over":
            return True
    return state.at > 0


def _read_scales(state: _State) -> int:
    """Takes in 萬, 億, 萬億 … and returns their power of ten, 0 for none."""
    exponent = 0
    while True:
        if state.kind() == "s":
            exponent += int(state.value())
            state.at += 1
        elif state.kind() == "o" and state.kind(1) in ("s", "m") and state.at:
            state.hedge = "over"
            state.at += 1
        elif exponent and state.kind() == "m" and state.kind(1) == "s" and state.value() == 3 and exponent == 4:
            return exponent
        else:
            return min(exponent, 40)


def _read_section(state: _State, *, first: bool, last: int) -> tuple[Decimal, Decimal, int | None, bool] | None:
    """(low, high, place, lone digit) of a number below 10,000, or any number in digits."""
    low = high = ZERO
    unit = 9
    zero = False
    start = state.at
    place: int | None = 0
    while state.at < len(state.tokens):
        kind = state.kind()
        if kind == "n":
            if not _take_digits(state, unit, zero, empty=state.at == start):
                break
            value, text = state.tokens[state.at - 1].value, state.tokens[state.at - 1].text
            amount, fine = Decimal(value), digit_place(text)
            if state.kind() == "m" and int(state.value()) < unit:
                unit = int(state.value())
                state.at += 1
                low, high, place = low + amount.scaleb(unit), high + amount.scaleb(unit), fine + unit
                continue
            lone = len(text) == 1 and not zero
            if 1 < unit < 9 and lone:
                amount, fine = amount.scaleb(unit - 1), unit - 1
            return low + amount, high + amount, fine, lone and unit == 9
        if kind == "d":
            pair = _take_pair(state, zero=zero, empty=state.at == start)
            if pair is None:
                break
            first_value, second_value, zeroed, positional = pair
            zero = zero or zeroed
            if positional is not None:
                low, high = low + positional, high + positional
                return _with_point(state, low, high, False)
            if first_value < 0:
                continue
            if state.kind() == "m" and int(state.value()) < unit:
                unit = int(state.value())
                state.at += 1
                low, high = low + Decimal(first_value).scaleb(unit), high + Decimal(second_value).scaleb(unit)
                zero = False
                place = unit if unit > 1 else 0
                continue
            lone = not zero and first_value == second_value
            if 1 < unit < 9 and lone and first_value < 10 and state.kind() != "p":
                return (
                    low + Decimal(first_value).scaleb(unit - 1),
                    high + Decimal(second_value).scaleb(unit - 1),
                    unit - 1,
                    False,
                )
            return _with_point(state, low + first_value, high + second_value, lone and unit == 9 and first_value < 10)
        if kind == "m":
            power = int(state.value())
            if power >= unit:
                break
            unit = power
            state.at += 1
            low, high = low + Decimal(1).scaleb(power), high + Decimal(1).scaleb(power)
            place = power if power > 1 else 0
            continue
        if kind == "a":
            step = _take_some(state, low, unit, empty=state.at == start)
            if step is None:
                break
            low, high, unit = low + step[0], high + step[1], step[2]
            continue
        if kind == "o" and state.kind(1) in ("m", "s") and state.at > start:
            state.hedge = "over"
            state.at += 1
            if state.kind() == "s":
                return low, high, 0, False
            break
        if kind == "s" and state.at == start and first and state.kind(1) in ("d", "n", "s", "m"):
            return Decimal(1), Decimal(1), 0, True
        break
    if state.at == start:
        if first and state.kind() == "s":
            return Decimal(1), Decimal(1), 0, False
        return None
    if zero and low == 0:
        return _with_point(state, low, high, False)
    return _with_point(state, low, high, False, place)


def _with_point(
    state: _State, low: Decimal, high: Decimal, lone: bool, place: int | None = 0
) -> tuple[Decimal, Decimal, int | None, bool]:
    """The same number with the decimals that follow 點."""
    if state.kind() != "p":
        return low, high, place, lone
    written = ""
    state.at += 1
    while state.kind() in ("d", "n"):
        token = state.tokens[state.at]
        if token.kind == "n" and "." in token.text:
            break
        if token.kind == "d" and int(token.value) > 9:
            break
        written += str(token.value) if token.kind == "d" else token.text
        state.at += 1
    decimals = Decimal(f"0.{written or '0'}")
    return low + decimals, high + decimals, -len(written), False


def _take_digits(state: _State, unit: int, zero: bool, *, empty: bool) -> bool:
    """Takes digits in, where they begin the numeral or fill the places below the multiplier or 零 before them."""
    token = state.tokens[state.at]
    if not empty and unit == 9 and not zero:
        return False
    if state.at and not empty and unit < 9 and Decimal(token.value) >= Decimal(1).scaleb(unit):
        return False
    state.at += 1
    return True


def _take_pair(state: _State, *, zero: bool, empty: bool) -> tuple[int, int, bool, Decimal | None] | None:
    """Chinese digits standing together: one, a pair meant as a range (三五, 兩三), or a row of figures (二〇二五).

    Returns (low, high, whether a zero went before, the row of figures); -1 where only a zero was taken in.
    """
    values: list[int] = []
    texts: list[str] = []
    while state.kind() == "d" and len(values) < 30:
        values.append(int(state.value()))
        texts.append(state.tokens[state.at].text)
        state.at += 1
    if len(values) == 1:
        return (
            (-1, -1, True, None)
            if values[0] == 0 and state.kind() in ("d", "m", "n", "a")
            else (values[0], values[0], False, None)
        )
    if values[0] == 0 and len(values) == 2:
        return values[1], values[1], True, None
    if values[0] in (20, 30) and len(values) == 2 and values[1] < 10:
        return values[0] + values[1], values[0] + values[1], False, None
    # 二百五十五 never comes here; 十五六 and 三五百 do.
    if len(values) == 2 and (values[1] == values[0] + 1 or (values[0], values[1]) in state.tables.han_neighbours):
        return values[0], values[1], False, None
    if len(values) == 3 and 0 not in values and values[2] == values[1] + 1 and state.kind() == "m":
        state.at -= 2
        return values[0], values[0], False, None
    if empty and max(values) < 10:
        return 0, 0, False, Decimal("".join(map(str, values)))
    state.at -= len(values) - 1
    return values[0], values[0], False, None


def _take_some(state: _State, low: Decimal, unit: int, *, empty: bool) -> tuple[Decimal, Decimal, int] | None:
    """幾 and 數: (least, most, power of ten) of what they add. 十幾 is 11 to 19, 幾十 is 20 to 99, 數百億 200億 to 1000億."""
    word = state.tokens[state.at].text
    following = state.kind(1)
    if following == "m" and int(state.value(1)) < unit:
        power = int(state.value(1))
        state.at += 2
        if not empty:
            state.hedge = "over"
            return ZERO, ZERO, power
        state.hedge = "order_of_magnitude"
        most = Decimal(10).scaleb(power)
        if word == "几":
            most -= Decimal(1).scaleb(power - 1)
        return Decimal(2).scaleb(power), most, power
    if following == "s" and empty:
        state.at += 1
        state.hedge = "order_of_magnitude"
        return Decimal(2), Decimal(10), 0
    if word == "几" and not empty:
        state.at += 1
        if low == 10:
            state.hedge = "order_of_magnitude"
            return Decimal(1), Decimal(9), 0
        state.hedge = "over"
        return ZERO, ZERO, 0
    return None
