"""The unit of a number: what stands behind it, the currency before it, and what a price is paid for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from factcheck.rulebook.numbers import NumberTables, UnitForm
    from factcheck.types import Kind


NEAR = 24
"""How far from it the word may stand that decides what a form means."""


@dataclass(slots=True)
class Unit:
    """The unit of one number, and where its words end."""

    end: int
    unit: str | None
    kind: Kind
    factor: Decimal | None = None
    factor_below: Decimal | None = None
    inferred: bool = False
    noun: str | None = None
    rule: str = ""
    """How it was found, where that matters later: `yuan` for a bare 元."""


def skip_spaces(folded: str, at: int) -> int:
    """The place after up to two spaces."""
    if at < len(folded) and folded[at] == " ":
        at += 1
        if at < len(folded) and folded[at] == " ":
            at += 1
    return at


def unit_after(
    text: str, folded: str, end: int, tables: NumberTables, *, digits: bool, limit: int | None = None
) -> Unit | None:
    """The unit that begins at `end`, or after one space, and ends by `limit`. `digits` tells whether the number may take 點."""
    limit = len(folded) if limit is None else limit
    found = _form_at(text, folded, end, limit, tables, digits)
    if found is None and end < len(folded) and folded[end] == " ":
        found = _form_at(text, folded, skip_spaces(folded, end), limit, tables, digits)
    return found


def _form_at(text: str, folded: str, at: int, limit: int, tables: NumberTables, digits: bool) -> Unit | None:
    if at >= len(folded):
        return None
    lengths = tables.after_lengths.get(folded[at])
    if lengths is None:
        return None
    for length in lengths:
        stop = at + length
        word = folded[at:stop]
        form = (
            _in_context(folded, at, word, tables)
            or tables.units_cased.get(text[at:stop])
            or tables.units_after.get(word)
        )
        if form is None or stop > limit or not _may_end(folded, stop, word):
            continue
        if form.digits_only and not digits:
            continue
        if form.not_before and folded.startswith(form.not_before, stop):
            continue
        if word in tables.codes and not text[at:stop].isupper():
            continue
        return Unit(
            stop, form.unit, form.kind, form.factor, form.factor_below, form.inferred, None, _manner(word, form)
        )
    return None


def _in_context(folded: str, at: int, word: str, tables: NumberTables) -> UnitForm | None:
    """What the form means near certain words: 碼 in 升息1碼 is 25 basis points."""
    forms = tables.unit_contexts.get(word)
    if forms is None:
        return None
    around = folded[max(0, at - NEAR) : at + NEAR]
    return next((form for form in forms if any(near in around for near in form.near)), None)


def _manner(word: str, form: UnitForm) -> str:
    """Marks the forms that the context has to decide: a bare 元, a bare $."""
    if form.kind != "money" or not form.inferred:
        return ""
    if word in ("元", "圆", "圓"):
        return "yuan"
    return "bare"


def _may_end(folded: str, stop: int, word: str) -> bool:
    """Whether a Latin form ends where the word ends: 5km, but not 5kmx."""
    last = word[-1]
    if not (last.isascii() and last.isalnum()) or stop >= len(folded):
        return True
    following = folded[stop]
    if following == "-" and len(word) <= 2:
        return not folded[stop + 1 : stop + 2].isdigit()
    return not (following.isascii() and (following.isalnum() or following == "_"))


def currency_before(text: str, folded: str, start: int, tables: NumberTables) -> tuple[int, UnitForm] | None:
    """(start, form) of the currency that ends at `start`, or one space before it."""
    at = start
    if at and folded[at - 1] == " ":
        at -= 1
    lengths = tables.before_lengths.get(folded[at - 1]) if at else None
    if lengths is None:
        return None
    for length in lengths:
        begin = at - length
        if begin < 0:
            continue
        word = folded[begin:at]
        form = tables.units_before.get(word)
        if form is None:
            continue
        first = word[0]
        if (
            first.isascii()
            and first.isalpha()
            and begin
            and ((folded[begin - 1].isascii() and folded[begin - 1].isalpha()) or folded[begin - 1] in "'’")
        ):
            continue
        if word in tables.codes and not text[begin:at].isupper():
            continue
        return begin, form
    return None


def per_before(folded: str, start: int, tables: NumberTables) -> tuple[int, str] | None:
    """(start, what is paid for) of 每盎司 and the like that end at `start`."""
    if not start:
        return None
    lengths = tables.per_before_lengths.get(folded[start - 1])
    for length in lengths or ():
        begin = start - length
        per = tables.pers_before.get(folded[begin:start]) if begin >= 0 else None
        if per is not None:
            return begin, per
    return None


def per_after(folded: str, end: int, tables: NumberTables) -> tuple[int, str] | None:
    """(end, what is paid for) of /盎司, per ounce, a share and the like that begin at `end`."""
    if end >= len(folded):
        return None
    lengths = tables.per_after_lengths.get(folded[end])
    for length in lengths or ():
        word = folded[end : end + length]
        per = tables.pers_after.get(word)
        if per is not None and len(word) == length and _may_end(folded, end + length, word):
            return end + length, per
    return None
