"""One section of a Chinese numeral: a number below 萬, or a number in digits, and what 幾, 數 and 多 leave open in it."""

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
NO_UNIT = 9
"""Power of ten above every multiplier: none was read yet."""


@dataclass(slots=True)
class Cursor:
    """A place among the tokens of a numeral, and the hedge that they have shown so far."""

    tokens: list[Token]
    tables: NumberTables
    at: int = 0
    hedge: Hedge = "exact"

    def kind(self, ahead: int = 0) -> str:
        """The kind of the token there, empty past the end."""
        index = self.at + ahead
        return self.tokens[index].kind if index < len(self.tokens) else ""

    def value(self, ahead: int = 0) -> int:
        """The value of the token there: a digit or a power of ten."""
        return int(self.tokens[self.at + ahead].value)


@dataclass(slots=True)
class Section:
    """A number below 萬 while its signs are taken in."""

    cursor: Cursor
    start: int
    low: Decimal = ZERO
    high: Decimal = ZERO
    place: int = 0
    """Power of ten of the last place written."""
    unit: int = NO_UNIT
    """Power of ten of the last multiplier: what follows lies below it."""
    zero: bool = False
    """Whether 零 has just been read, so that the next digit counts ones."""
    lone: bool = False
    """Whether the section is one digit: behind 萬 it counts thousands."""
    done: bool = False

    def take(self) -> bool:
        """Takes one more sign or group in; False where the section ends."""
        kind = self.cursor.kind()
        if kind == "n":
            return self._take_digits()
        if kind == "d":
            return self._take_han()
        if kind == "m":
            return self._take_multiplier()
        if kind == "a":
            return self._take_some()
        return kind == "o" and self._take_more()

    def _empty(self) -> bool:
        return self.cursor.at == self.start

    def _add(self, low: Decimal, high: Decimal, place: int = 0) -> None:
        self.low, self.high, self.place = self.low + low, self.high + high, place

    def _multiplied(self, low: Decimal, high: Decimal, fine: int | None = None) -> bool:
        """Adds the amount times the multiplier behind it, if there is a smaller one than before.

        三百 is a count to the last one, 3百 was rounded to hundreds: `fine` is the last place of digits.
        """
        if self.cursor.kind() != "m" or self.cursor.value() >= self.unit:
            return False
        self.unit = self.cursor.value()
        self.cursor.at += 1
        self._add(low.scaleb(self.unit), high.scaleb(self.unit), 0 if fine is None else fine + self.unit)
        return True

    def _take_digits(self) -> bool:
        token = self.cursor.tokens[self.cursor.at]
        amount, fine = Decimal(token.value), digit_place(token.text)
        if not self._empty() and self.unit == NO_UNIT and not self.zero:
            return False
        if not self._empty() and self.unit < NO_UNIT and amount >= Decimal(1).scaleb(self.unit):
            return False
        self.cursor.at += 1
        if self._multiplied(amount, amount, fine):
            return True
        single = len(token.text) == 1 and not self.zero
        if single and 1 < self.unit < NO_UNIT:
            amount, fine = amount.scaleb(self.unit - 1), self.unit - 1
        self.lone, self.done = single and self.unit == NO_UNIT, True
        self._add(amount, amount, fine)
        return True

    def _take_han(self) -> bool:
        row = self._take_row()
        if row is not None:
            self._add(row, row)
            self.done = True
            return True
        low, high = self._take_pair()
        if low == 0 and self.cursor.kind() in ("d", "m", "n", "a"):
            self.zero = True
            return True
        if self._multiplied(Decimal(low), Decimal(high)):
            self.zero = False
            return True
        self._close(low, high)
        return True

    def _close(self, low: int, high: int) -> None:
        """Adds the last digits; one digit behind 百 or 千 counts tenths of it (三千二)."""
        single = not self.zero and low == high and low < 10
        self.done = True
        if single and 1 < self.unit < NO_UNIT and self.cursor.kind() != "p":
            power = self.unit - 1
            self._add(Decimal(low).scaleb(power), Decimal(high).scaleb(power), power)
            return
        self.lone = single and self.unit == NO_UNIT
        self._add(Decimal(low), Decimal(high))

    def _digits_ahead(self) -> list[int]:
        found: list[int] = []
        while self.cursor.kind(len(found)) == "d" and len(found) < 30:
            found.append(self.cursor.value(len(found)))
        return found

    def _take_row(self) -> Decimal | None:
        """A row of figures (二〇二五, 九九), which opens the numeral and is no pair."""
        values = self._digits_ahead()
        if len(values) < 2 or not self._empty() or max(values) > 9 or self._is_range(values):
            return None
        if (len(values) == 2 and values[0] == 0) or self._ends_in_pair(values):
            return None
        self.cursor.at += len(values)
        return Decimal("".join(map(str, values)))

    def _is_range(self, values: list[int]) -> bool:
        """Whether two digits mean from one to the other: 三四, 三五, 兩三."""
        if len(values) != 2 or values[0] == 0:
            return False
        return values[1] == values[0] + 1 or (values[0], values[1]) in self.cursor.tables.han_neighbours

    def _ends_in_pair(self, values: list[int]) -> bool:
        return len(values) == 3 and 0 not in values and values[2] == values[1] + 1 and self.cursor.kind(3) == "m"

    def _take_pair(self) -> tuple[int, int]:
        """The digit here, or the two ends of a pair; 廿三 is one."""
        values = self._digits_ahead()
        if len(values) == 2 and (values[0] in (20, 30) and values[1] < 10):
            self.cursor.at += 2
            return values[0] + values[1], values[0] + values[1]
        if self._is_range(values):
            self.cursor.at += 2
            return values[0], values[1]
        self.cursor.at += 1
        return values[0], values[0]

    def _take_multiplier(self) -> bool:
        """十 by itself is one ten."""
        return self._multiplied(Decimal(1), Decimal(1))

    def _take_some(self) -> bool:
        """幾 and 數: 十幾 is 11 to 19, 幾十 is 20 to 99, 數百億 200億 to 1000億; 三十幾 is over 30."""
        cursor, word = self.cursor, self.cursor.tokens[self.cursor.at].text
        following = cursor.kind(1)
        if following == "m" and cursor.value(1) < self.unit:
            return self._take_some_tens(word)
        if following == "s" and self._empty():
            cursor.at += 1
            cursor.hedge, self.done = "order_of_magnitude", True
            self._add(Decimal(2), Decimal(10))
            return True
        if word != "几" or self._empty():
            return False
        cursor.at += 1
        cursor.hedge = "order_of_magnitude" if self.low == 10 else "over"
        if self.low == 10:
            self._add(Decimal(1), Decimal(9))
        return True

    def _take_some_tens(self, word: str) -> bool:
        cursor, power, first = self.cursor, self.cursor.value(1), self._empty()
        cursor.at += 2
        self.unit = power
        if not first:
            cursor.hedge = "over"
            return True
        cursor.hedge = "order_of_magnitude"
        most = Decimal(10).scaleb(power)
        self._add(Decimal(2).scaleb(power), most - Decimal(1).scaleb(power - 1) if word == "几" else most)
        return True

    def _take_more(self) -> bool:
        """多 and 餘 before a scale word: 十多萬."""
        if self._empty() or self.cursor.kind(1) not in ("m", "s"):
            return False
        self.cursor.hedge, self.done = "over", True
        self.cursor.at += 1
        return True


def read_section(cursor: Cursor) -> Section | None:
    """The section at the cursor; a scale word that opens the numeral counts as one of it (千億, 萬九)."""
    section = Section(cursor, cursor.at)
    while not section.done and section.take():
        pass
    if cursor.at == section.start:
        if cursor.at or cursor.kind() != "s":
            return None
        section.low = section.high = Decimal(1)
    if cursor.kind() == "p" and cursor.kind(1) in ("d", "n"):
        decimals, places = read_decimals(cursor)
        section.low, section.high, section.place, section.lone = (
            section.low + decimals,
            section.high + decimals,
            -places,
            False,
        )
    return section


def read_decimals(cursor: Cursor) -> tuple[Decimal, int]:
    """The decimals behind 點, and how many."""
    written = ""
    cursor.at += 1
    while cursor.kind() in ("d", "n"):
        token = cursor.tokens[cursor.at]
        if "." in token.text or (token.kind == "d" and int(token.value) > 9):
            break
        written += str(token.value) if token.kind == "d" else token.text
        cursor.at += 1
    return Decimal(f"0.{written or '0'}"), len(written)
