"""What every command on articles starts with: the rules, and the articles that settings and command line name."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factcheck.commands.output import diagnose
from factcheck.errors import InputError, UsageError
from factcheck.types import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.config import Settings
    from factcheck.rulebook import Rulebook
    from factcheck.types import Article, Extraction, Report

COLLECT_AFTER = 20_000
"""New objects between two looks for garbage: what is read are values, and next to no cycles come up among them."""


@dataclass(frozen=True, slots=True)
class Session:
    """The input of a run."""

    rulebook: Rulebook
    articles: tuple[Article, ...]
    sources: tuple[Article, ...]
    problems: tuple[Problem, ...]
    """What could not be read as an article, or was read with a reservation."""
    jobs: int

    def extractions(self) -> tuple[list[Extraction], list[Extraction], list[Problem]]:
        """What is read from the articles and from the sources, and all problems so far."""
        from factcheck.commands.work import extract_all

        found = extract_all([*self.articles, *self.sources], self.rulebook, self.jobs)
        checked = [one for one in found[: len(self.articles)] if not isinstance(one, Problem)]
        sources = [one for one in found[len(self.articles) :] if not isinstance(one, Problem)]
        return checked, sources, [*self.problems, *(one for one in found if isinstance(one, Problem))]

    def report(self) -> Report:
        """The report on the articles, before the gate."""
        from factcheck.pipeline import report_on

        checked, sources, problems = self.extractions()
        if not checked:
            raise _nothing_read(problems)
        report = report_on(checked, sources, self.rulebook)
        return replace(report, problems=(*problems, *report.problems))


def open_session(settings: Settings, stdin_filename: str = "stdin") -> Session:
    """The rules and the articles; a UsageError without paths, an InputError where none of them could be read."""
    from factcheck.commands.inputs import read_paths
    from factcheck.pipeline import distinct
    from factcheck.rulebook import load_rulebook

    if not settings.include:
        hint = (
            "--against takes every path that follows it: put the articles first" if settings.against else "see --help"
        )
        raise UsageError(f"no article to check: give files or folders, `-`, or `include` in factcheck.toml; {hint}")
    with _no_collection():
        rulebook = load_rulebook(settings.rules)
    taken = read_paths(settings.include, stdin_filename)
    if not taken.articles:
        raise _nothing_read(taken.problems)
    others = read_paths(settings.against, stdin_filename, without=taken.places)
    articles, sources = distinct(taken.articles, others.articles)
    problems = [*taken.problems, *others.problems, *_copies(taken.articles, articles)]
    if settings.against and not sources and not others.problems:
        name = str(settings.against[0])
        problems.append(Problem(name, "holds nothing but the articles checked: no source to compare with", fatal=False))
    return Session(rulebook, tuple(articles), tuple(sources), tuple(problems), settings.jobs)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Loads what stays to the end of the run without looking for garbage in it, then or later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(COLLECT_AFTER)
        gc.enable()


def _copies(taken: Sequence[Article], kept: Sequence[Article]) -> Iterator[Problem]:
    """A line for every article that is left out because another has its text."""
    from factcheck.articles import content_key

    if len(taken) == len(kept):
        return
    names = {content_key(article): article.name for article in kept}
    for article in taken:
        original = names[content_key(article)]
        if article.name != original:
            yield Problem(article.name, f"same text as {original}: checked once", fatal=False)


def _nothing_read(problems: Sequence[Problem]) -> InputError:
    """The one problem as an error; several are printed first, each on its line."""
    if len(problems) == 1:
        return InputError(f"{problems[0].article}: {problems[0].message}")
    diagnose(problems)
    return InputError("no article could be read; check the paths")
