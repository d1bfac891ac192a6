"""The sign before a number."""

from __future__ import annotations

import re

CELL_START = re.compile(r"[|\t] *\($")
CELL_END = re.compile(r"\) *(?:[|\t]|$)", re.MULTILINE)

MINUS = "-−－–"


def sign_before(folded: str, start: int, floor: int) -> int | None:
    """The place of a minus sign that belongs to the number, not to a range or a name."""
    at = start - 1
    if at > floor and folded[at] == " ":
        at -= 1
    if at < floor:
        return None
    if folded[at] in MINUS and (at == start - 1 or folded[at] in "-−") and not folded.endswith("minus", floor, at):
        before = folded[at - 1] if at else " "
        if before in " (（:：\n\t|,，$€£¥" or "\u3400" <= before <= "\u9fff":
            if at < start - 1 and at > 0 and folded[at - 1] != "\n":
                return None
            return at
        return None
    if folded[at] == "负":
        return None if at > floor and folded[at - 1] == "正" else at
    for word in ("minus ", "minus-", "negative "):
        if folded.endswith(word, floor, start):
            # "plus or minus 2%" is a margin.
            return None if folded.endswith("plus or ", floor, start - len(word)) else start - len(word)
    return None


def in_accounting_brackets(folded: str, start: int, end: int) -> bool:
    """Whether brackets around a number fill a cell of a table, where they mean that it is negative."""
    if not start or folded[start - 1] != "(" or folded[end : end + 1] != ")":
        return False
    return bool(CELL_START.search(folded, max(0, start - 8), start) and CELL_END.match(folded, end, end + 8))
