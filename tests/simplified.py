"""The table of Simplified characters: `python -m tests.simplified --write` makes it anew from OpenCC."""

from __future__ import annotations

import sys

from factcheck.folding import SIMPLIFIED


def simplified() -> str:
    """Two lines: every character that OpenCC's `t2s` changes when it stands alone, and what it becomes."""
    import opencc

    han = [chr(point) for first, last in ((0x3400, 0x9FFF), (0xF900, 0xFAFF)) for point in range(first, last + 1)]
    # One character a line: phrase rules of the converter must not see neighbours.
    converted = opencc.OpenCC("t2s").convert("\n".join(han)).split("\n")
    pairs = [(old, new) for old, new in zip(han, converted, strict=True) if len(new) == 1 and new != old]
    return "".join(old for old, _ in pairs) + "\n" + "".join(new for _, new in pairs) + "\n"


if __name__ == "__main__" and "--write" in sys.argv[1:]:
    SIMPLIFIED.write_text(simplified(), encoding="utf-8", newline="\n")
