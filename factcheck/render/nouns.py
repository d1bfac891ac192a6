"""English nouns beside a number: 1 card, 800 billion parameters."""

from __future__ import annotations

import re

_ALIKE = frozenset(["all", "people", "hertz", "oz", "mu", "ping", "jin", "liang"])
_NOUN = re.compile(r"[a-z ]+(?<!ps)")
"""What has a plural: no Chinese noun, no symbol and no rate (fps, teraflops)."""
_ENDINGS = (
    ("foot", "feet"),
    ("century", "centuries"),
    ("degree celsius", "degrees celsius"),
    ("degree fahrenheit", "degrees fahrenheit"),
)


def plural(count: int, noun: str) -> str:
    """`1 error`, `2 errors`, with thousands grouped."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def counted(noun: str, *, one: bool) -> str:
    """The noun, given in either number, in the one that is wanted.

    >>> counted("company", one=False), counted("years", one=True)
    ('companies', 'year')
    """
    if noun in _ALIKE or _NOUN.fullmatch(noun) is None:
        return noun
    head, per, rest = noun.partition(" per ")
    return (_single(head) if one else _several(head)) + per + rest


def _single(noun: str) -> str:
    for single, several in _ENDINGS:
        if noun.endswith(several):
            return noun.removesuffix(several) + single
    return noun.removesuffix("s")


def _several(noun: str) -> str:
    for single, several in _ENDINGS:
        if noun.endswith(single):
            return noun.removesuffix(single) + several
    if noun.endswith("s"):
        return noun
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("ch", "sh", "x")) else "s")
