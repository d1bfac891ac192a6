"""`factcheck explain`: a check's page, a rule's text, or one finding or explained pair with its arithmetic."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

from factcheck.commands.catalogue import catalogue
from factcheck.commands.output import diagnose, stdout_encoding, wants_color, width, write
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.config import Settings
    from factcheck.render import RenderOptions
    from factcheck.rulebook import Rulebook
    from factcheck.types import Explained, Finding

FINGERPRINT = re.compile(r"[0-9a-f]{8,64}")


def run(
    *, name: str, paths: Sequence[Path], color: str, stdin_filename: str, config: Path | None, **options: Any
) -> int:
    """Prints what the name stands for and returns 0; a UsageError where it stands for nothing."""
    from factcheck.config import read_settings
    from factcheck.render import RenderOptions
    from factcheck.rulebook import load_rulebook

    settings = read_settings(config).overridden(include=tuple(paths), **options)
    rulebook = load_rulebook(settings.rules)
    chosen = RenderOptions(width=width(), color=wants_color(color, sys.stdout), encoding=stdout_encoding())
    text = _check_page(name, rulebook, chosen) or _rule_page(name, rulebook)
    if text is None and FINGERPRINT.fullmatch(name.lower()):
        text = _fingerprint_page(name.lower(), settings, stdin_filename, chosen)
    if text is None:
        raise UsageError(_unknown(name, rulebook))
    write(text, None, encoding=chosen.encoding)
    return 0


def _check_page(name: str, rulebook: Rulebook, options: RenderOptions) -> str | None:
    from factcheck.render import render_check_rule

    for rule in rulebook.checks.rules.values():
        if name.lower().replace("-", "_") in (rule.id.lower(), rule.name):
            return render_check_rule(rule, options)
    return None


def _rule_page(name: str, rulebook: Rulebook) -> str | None:
    """Where the rule stands, and its text as written; all of them where several kinds share the id."""
    pages = [f"{rule.kind}: {rule.place}\n\n{rule.text}" for rule in catalogue(rulebook.roots) if rule.id == name]
    return "\n\n".join(pages) or None


def _fingerprint_page(name: str, settings: Settings, stdin_filename: str, options: RenderOptions) -> str:
    from factcheck.commands.session import open_session
    from factcheck.render import render_explained

    if not settings.include:
        raise UsageError(
            f"fingerprint {name}: give the articles of the run that printed it, or `include` in factcheck.toml"
        )
    session = open_session(settings, stdin_filename)
    report = session.report()
    diagnose(report.problems)
    known: list[Finding | Explained] = [*report.findings, *report.explained]
    items = [item for item in known if item.fingerprint.startswith(name)]
    if not items:
        raise UsageError(
            f"fingerprint {name}: no finding or explained pair of these articles has it; give the same --against"
        )
    return "\n".join(render_explained(item, options) for item in items)


def _unknown(name: str, rulebook: Rulebook) -> str:
    from factcheck.suggest import did_you_mean

    known = [*rulebook.checks.rules, *(rule.name for rule in rulebook.checks.rules.values())]
    known += [*rulebook.entities.rules, *rulebook.metrics.rules]
    return (
        f"{name!r} is no check, rule or fingerprint{did_you_mean(name, known)}; `factcheck rules list` prints the rules"
    )
