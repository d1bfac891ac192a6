"""English cardinals: two hundred and five, 1.2 million, 4 thousand 3 hundred and 21, nine point four."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.mentions.digits import digit_place

if TYPE_CHECKING:
    from factcheck.mentions.english_words import Word

ZERO, ONE = Decimal(0), Decimal(1)
NO_SCALE = 99
"""Power of ten above every scale word: none was read yet."""


@dataclass(slots=True)
class Cardinal:
    """A cardinal while its words are taken in."""

    words: list[Word]
    start: int
    limit: int
    """Power of ten that its scale words lie below."""
    total: Decimal = ZERO
    """What scale words have closed: the 3,000,000 of "three million two hundred"."""
    current: Decimal = ZERO
    """What no scale word has closed yet."""
    smallest: int = NO_SCALE
    """Power of ten of the last scale word."""
    place: int = 0
    used: int = 0
    """Words taken in."""
    digits: bool = False
    scaled: bool = False
    ones: bool = False
    """Whether the ones were said, so that no further digit can follow."""

    @property
    def value(self) -> Decimal:
        """The number so far."""
        return self.total + self.current

    def take(self) -> bool:
        """Takes the next word in; False where the cardinal ends."""
        word = self._next()
        if word is None:
            return False
        if word.joined and self.used:
            return self._take_joined(word)
        if word.kind == "n":
            return self._take_digits(word)
        if word.kind in ("w", "t"):
            return self._take_word(word)
        if word.kind == "s":
            return self._take_scale(int(word.value))
        if word.kind == "p":
            return self._take_decimals()
        return word.kind == "a" and self._take_article()

    def _next(self, ahead: int = 0) -> Word | None:
        index = self.start + self.used + ahead
        return self.words[index] if index < len(self.words) else None

    def _take_joined(self, word: Word) -> bool:
        """What follows "and" or a comma: less than the last hundred or scale word, and the end of the number."""
        room = 2 if self.current >= 100 and self.current % 100 == 0 else 0 if self.current else NO_SCALE
        if not (self.scaled or self.current >= 100):
            return False
        rest = read_cardinal(self.words, self.start + self.used, min(self.smallest, room))
        if not rest.value or (word.joined == "," and rest.value < 100) or self._heads_more(rest):
            return False
        self.total, self.current = self.value + rest.value, ZERO
        self.used, self.place = self.used + rest.used, rest.place
        return False

    def _heads_more(self, rest: Cardinal) -> bool:
        """Whether a fraction or a scale word follows, so that another number begins here (300 and | 2 hundred)."""
        following = self._next(rest.used)
        return following is not None and following.kind in ("f", "o", "s") and not following.joined

    def _take_digits(self, word: Word) -> bool:
        if self.used and not self.scaled and self.current < 100:
            return False
        if self.used and word.value >= ONE.scaleb(min(self.smallest, 30)):
            return False
        self.current += word.value
        self.place, self.digits, self.ones = digit_place(word.text), True, True
        self.used += 1
        return True

    def _take_word(self, word: Word) -> bool:
        below = self.current % 100
        fits = below == 0 or (word.kind == "w" and word.value < 10 and below >= 20 and below % 10 == 0)
        if self.ones or not fits:
            return False
        self.current += word.value
        self.ones = word.kind == "w"
        self.used += 1
        return True

    def _take_scale(self, exponent: int) -> bool:
        if exponent >= self.limit or (exponent != 2 and exponent >= self.smallest):
            return False
        if exponent == 2 and self.current >= 1000 and not self.digits:
            return False
        amount = self.current if self.used else ONE
        self.place = min(self.place, 0) + exponent
        if exponent == 2:
            self.current = amount.scaleb(2)
        else:
            self.total += amount.scaleb(exponent)
            self.current, self.smallest = ZERO, exponent
        self.scaled, self.ones = True, False
        self.used += 1
        return True

    def _take_article(self) -> bool:
        """The "a" of "a hundred" and "a dozen"."""
        following = self._next(1)
        if self.used or following is None or following.kind not in ("s", "g"):
            return False
        self.current = ONE
        self.used += 1
        return True

    def _take_decimals(self) -> bool:
        """ "point five", "point 77": the words behind it are decimals, and the number is over."""
        written, ahead = "", 1
        while (word := self._next(ahead)) is not None and word.kind in ("w", "n") and not word.joined:
            written += word.text if word.kind == "n" else str(word.value)
            ahead += 1
        if not written:
            return False
        self.current += Decimal(f"0.{written.replace('.', '')}")
        self.used, self.place = self.used + ahead, -len(written)
        return self._next() is not None and self._take_next_scale()

    def _take_next_scale(self) -> bool:
        word = self._next()
        return word is not None and word.kind == "s" and not word.joined and self._take_scale(int(word.value))


def read_cardinal(words: list[Word], start: int, limit: int = NO_SCALE) -> Cardinal:
    """The cardinal that begins at the word `start`, its scale words below 10**limit."""
    found = Cardinal(words, start, limit)
    while found.take():
        pass
    return found
