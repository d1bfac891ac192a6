"""Paths to bytes: which files are articles, and their content within limits."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUFFIXES = (".md", ".markdown", ".txt")
SIZE_LIMIT = 64 * 1024 * 1024


def find_articles(paths: Iterable[str | Path]) -> list[Path]:
    """The articles under the paths: files as given, folders walked in sorted order; each path once.

    Walking takes *.md, *.markdown and *.txt and leaves out hidden files and folders and README.*. Raises InputError
    for a path that does not exist or a folder without articles.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if _is(path, "dir"):
            inside = list(_walk(path))
            if not inside:
                raise InputError(f"{path}: holds no articles; expected {', '.join('*' + end for end in SUFFIXES)}")
            found |= dict.fromkeys(inside)
        elif _is(path, "any"):
            found[path] = None
        else:
            raise InputError(f"{path}: no such file or folder")
    return list(found)


def read_bytes(path: Path) -> bytes:
    """The content of an article's file; raises InputError where it is no readable, non-empty file within the limit."""
    if _is(path, "dir"):
        raise InputError(f"{path}: a folder, not a file")
    if not _is(path, "any"):
        raise InputError(f"{path}: no such file")
    if not _is(path, "file"):
        raise InputError(f"{path}: not a regular file")
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}") from None
    if len(data) > SIZE_LIMIT:
        raise InputError(f"{path}: larger than {SIZE_LIMIT // 1024 // 1024} MiB, the limit for one article")
    return data


def _is(path: Path, what: str) -> bool:
    """Whether a path is a `dir`, a regular `file` or `any` entry at all; never raises, whatever the name."""
    test = {"dir": path.is_dir, "file": path.is_file, "any": path.exists}[what]
    try:
        return test()
    except (OSError, ValueError):
        return False


def _walk(root: Path) -> Iterator[Path]:
    """Articles under a folder, files before folders, both sorted by name; links to folders are not followed."""
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            low = name.lower()
            if low.endswith(SUFFIXES) and not low.startswith((".", "readme.")):
                yield Path(folder, name)
