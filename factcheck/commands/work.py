"""Extraction over many articles: in this process or in several, with a progress bar where somebody watches."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from factcheck.types import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.rulebook import Rulebook
    from factcheck.types import Article, Extraction

MUCH_TEXT = 1_000_000
"""Code points from which a progress bar, and more than one process, are worth their start."""
MANY = 20

_rulebook: Rulebook | None = None
"""The rules of a worker process, set once when it starts."""


def extract_all(articles: Sequence[Article], rulebook: Rulebook, jobs: int = 0) -> list[Extraction | Problem]:
    """The extractions in the order of the articles, the same whatever the number of jobs (0: by the amount of work).

    An article on which the program itself fails is a problem, so that it does not take the others with it.
    """
    size = sum(len(article.text) for article in articles)
    processes = min(jobs or _default_jobs(size), len(articles))
    found = _in_processes(articles, rulebook, processes) if processes > 1 else _here(articles, rulebook)
    if sys.stderr.isatty() and (len(articles) > MANY or size > MUCH_TEXT):
        found = _with_progress(found, len(articles))
    return list(found)


def _default_jobs(size: int) -> int:
    return 1 if size < 2 * MUCH_TEXT else os.cpu_count() or 1


def _here(articles: Iterable[Article], rulebook: Rulebook) -> Iterator[Extraction | Problem]:
    return (_extract(article, rulebook) for article in articles)


def _in_processes(articles: Sequence[Article], rulebook: Rulebook, processes: int) -> Iterator[Extraction | Problem]:
    from concurrent.futures import ProcessPoolExecutor

    chunk = max(1, min(16, len(articles) // (4 * processes)))
    with ProcessPoolExecutor(processes, initializer=_start, initargs=(rulebook,)) as pool:
        yield from pool.map(_extract_in_worker, articles, chunksize=chunk)


def _start(rulebook: Rulebook) -> None:
    import signal

    global _rulebook
    _rulebook = rulebook
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer, once


def _extract_in_worker(article: Article) -> Extraction | Problem:
    assert _rulebook is not None, "the worker was started without rules"
    return _extract(article, _rulebook)


def _extract(article: Article, rulebook: Rulebook) -> Extraction | Problem:
    from factcheck.claims import extract

    try:
        return extract(article, rulebook)
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG") == "1":
            raise
        what = f"internal error: {type(error).__name__}: {error}; set FACTCHECK_DEBUG=1 for the traceback and report it"
        return Problem(article.name, what, fatal=True)


def _with_progress(found: Iterator[Extraction | Problem], total: int) -> Iterator[Extraction | Problem]:
    from rich.console import Console
    from rich.progress import track

    return iter(track(found, "reading", total=total, console=Console(stderr=True), transient=True))
