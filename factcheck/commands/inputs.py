"""The articles behind paths: files, folders and standard input, each read once; an unreadable one is a problem, not an end."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import InputError
from factcheck.types import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from factcheck.types import Article

STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class Taken:
    """What was read."""

    articles: list[Article] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    places: set[Path] = field(default_factory=set)
    """The resolved paths that were read, or that standard input stands for."""


def read_paths(paths: Iterable[Path], stdin_filename: str, *, without: Collection[Path] = ()) -> Taken:
    """The articles of the paths in their order, each place once, and none of `without`."""
    taken = Taken()
    for path in paths:
        try:
            for place in _files(path):
                _read(place, stdin_filename, taken, without)
        except InputError as error:
            taken.problems.append(_problem(path, error))
    return taken


def _files(path: Path) -> Iterable[Path]:
    from factcheck.articles import find_articles

    return [STDIN] if path == STDIN else find_articles([path])


def _read(path: Path, stdin_filename: str, taken: Taken, without: Collection[Path]) -> None:
    place = (Path(stdin_filename) if path == STDIN else path).resolve()
    if place in taken.places or place in without:
        return
    taken.places.add(place)
    try:
        article = _article(path, stdin_filename)
    except InputError as error:
        taken.problems.append(_problem(path, error))
        return
    taken.articles.append(article)
    taken.problems.extend(_reservations(article))


def _article(path: Path, stdin_filename: str) -> Article:
    from factcheck.articles import article_from_bytes, read_article

    if path == STDIN:
        return article_from_bytes(sys.stdin.buffer.read(), name=stdin_filename)
    return read_article(path)


def _reservations(article: Article) -> Iterator[Problem]:
    if article.encoding_assumed:
        yield Problem(
            article.name, f"no UTF-8: read as {article.encoding}; save it as UTF-8 if that is wrong", fatal=False
        )


def _problem(path: Path, error: InputError) -> Problem:
    """The error as a problem; its own `path: ` is left to the problem's article."""
    name = str(path)
    return Problem(name, str(error).removeprefix(f"{name}: "), fatal=True)
