"""The articles behind paths: files, folders, standard input, each read once; an unreadable one is a problem."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import InputError
from factcheck.types import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from factcheck.articles.encoding import Decoded
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
    # Path.resolve raises on a link that leads to itself; realpath leaves the complaint to the reader of the file.
    place = Path(os.path.realpath(stdin_filename if path == STDIN else path))
    if place in taken.places or place in without:
        return
    taken.places.add(place)
    try:
        article = _article(path, stdin_filename)
    except InputError as error:
        taken.problems.append(_problem(Path(stdin_filename) if path == STDIN else path, error))
        return
    taken.articles.append(article)
    taken.problems.extend(_reservations(article))


def _article(path: Path, stdin_filename: str) -> Article:
    from factcheck.articles import article_from_text, read_article

    if path != STDIN:
        return read_article(path)
    decoded = _stdin(stdin_filename)
    article = article_from_text(decoded.text, name=stdin_filename)
    return replace(article, encoding=decoded.encoding, encoding_assumed=decoded.assumed)


def _stdin(name: str) -> Decoded:
    """The text on standard input, its encoding found out as a file's is."""
    from factcheck.articles.encoding import decode

    data = sys.stdin.buffer.read()
    if not data.strip():
        raise InputError(f"{name}: standard input is empty; pipe an article into it")
    return decode(data, name)


def _reservations(article: Article) -> Iterator[Problem]:
    if article.encoding_assumed:
        yield Problem(
            article.name, f"no UTF-8: read as {article.encoding}; save it as UTF-8 if that is wrong", fatal=False
        )


def _problem(path: Path, error: InputError) -> Problem:
    """The error as a problem; its own `path: ` is left to the problem's article."""
    name = str(path)
    return Problem(name, str(error).removeprefix(f"{name}: "), fatal=True)
