"""The matching key of a text: half-width, Simplified, lower case, and as long as the source.

Offsets into the folded text are offsets into the source, which is why neither NFKC (㎡, ½ grow) nor phrase-level
script conversion (`s2twp`) is used.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

SIMPLIFIED = Path(__file__).with_name("simplified.txt")
"""Traditional characters in its first line, their Simplified ones in the second: OpenCC `t2s`, one character at a time.

Kept as a file because the converter takes longer to start than a small run; `python -m tests.simplified --write` makes it anew.
"""


@cache
def fold_table() -> dict[int, int]:
    """Code point → code point: full-width forms to ASCII, Traditional to Simplified, upper to lower case.

    `，。；：！？、` keep their width where they part clauses: only `：` and the brackets fold.
    """
    old, new = SIMPLIFIED.read_text(encoding="utf-8").splitlines()
    table = dict(zip(map(ord, old), map(ord, new), strict=True))
    for point in range(0xFF01, 0xFF5F):
        if chr(point) not in "，；！？":
            table[point] = point - 0xFEE0
    table |= {
        0x3000: 0x20,
        0xA0: 0x20,
        0x202F: 0x20,
        0x2009: 0x20,
        0xFE6A: 0x25,
        0xFFE5: 0xA5,
        0xFFE1: 0xA3,
        0xFFE0: 0xA2,
    }
    for point in range(0x41, 0x1E00):
        low = chr(point).lower()
        if len(low) == 1 and low != chr(point):
            table[point] = ord(low)
    for point in range(0xFF21, 0xFF3B):
        table[point] = point - 0xFEE0 + 0x20
    return table


def fold(text: str) -> str:
    """The matching key of a text, code point for code point.

    >>> fold("阿里雲市佔率達３５.８％")
    '阿里云市占率达35.8%'
    """
    return text.translate(fold_table())
