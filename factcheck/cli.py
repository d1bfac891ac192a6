"""The command line: names, options and help. What a command does stands in factcheck/commands/, imported on demand."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck import __version__
from factcheck.commands.options import FILE, GreedyAgainst, common, known_format
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Sequence

FAIL_ON = ("error", "warning", "note", "never")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="factcheck", message="%(prog)s %(version)s")
def cli() -> None:
    """Cross-check the numbers of news articles in Traditional Chinese, Simplified Chinese and English.

    Exit status: 0 clean; 1 findings at or above --fail-on; 2 a usage, configuration, rule or input error.

    \b
    Examples:
      factcheck check draft.md --against archive/
      factcheck claims --all draft.md
      factcheck explain FC102
    """


@cli.command(cls=GreedyAgainst)
@click.argument("paths", nargs=-1, type=FILE)
@click.option(
    "--against",
    multiple=True,
    type=FILE,
    metavar="PATHS…",
    help="Published articles to check PATHS against: every path up to the next option, `-` or `--`.",
)
@click.option(
    "--fail-on", type=click.Choice(FAIL_ON), help="Lowest severity that makes the exit status 1.  [default: error]"
)
@click.option(
    "--output-format",
    metavar="FORMAT",
    callback=known_format,
    help="rich (default), concise, json, jsonl, sarif, junit, github, gitlab, html or markdown.",
)
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Write the report there instead of to stdout.")
@click.option(
    "--select",
    multiple=True,
    metavar="IDS",
    help="Only these checks: ids, prefixes (FC1) or names, with commas between.",
)
@click.option("--ignore", multiple=True, metavar="IDS", help="All but these checks.")
@click.option(
    "--min-confidence", type=click.FloatRange(0, 1), metavar="X", help="Leave out findings below this confidence."
)
@click.option("--show-explained", is_flag=True, help="Also show the pairs that differ for a known reason.")
@click.option("--show-claims", is_flag=True, help="Also show every claim with its status.")
@click.option("--baseline", type=FILE, metavar="FILE", help="Findings listed there do not count.")
@click.option(
    "--write-baseline",
    "new_baseline",
    type=FILE,
    metavar="FILE",
    help="Write the findings of this run there; they do not count.",
)
@common
def check(**options: Any) -> int:
    """Check articles inside themselves, against each other, and against --against.

    PATHS are files, folders, or `-` for standard input; without any, the `include` of the configuration.

    \b
    Examples:
      factcheck check draft.md --against archive/
      factcheck check today/ --output-format html -o report.html
      pbpaste | factcheck check - --against archive/
    """
    from factcheck.commands.check import run

    return run(**options)


@cli.command()
@click.argument("paths", nargs=-1, type=FILE)
@click.option("--all", "everything", is_flag=True, help="Every number, also dates, names, codes and what was not read.")
@click.option(
    "--output-format", type=click.Choice(["table", "json", "jsonl", "csv"]), default="table", show_default=True
)
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Write there instead of to stdout.")
@common
def claims(**options: Any) -> int:
    """Print the claims that are read from articles.

    \b
    Examples:
      factcheck claims draft.md
      factcheck claims --all draft.md --output-format csv -o numbers.csv
    """
    from factcheck.commands.claims import run

    return run(**options)


@cli.command(cls=GreedyAgainst)
@click.argument("name", metavar="ID|FINGERPRINT")
@click.argument("paths", nargs=-1, type=FILE)
@click.option(
    "--against",
    multiple=True,
    type=FILE,
    metavar="PATHS…",
    help="As for `check`; needed for a fingerprint that it gave.",
)
@common
def explain(**options: Any) -> int:
    """Explain a check (FC101), a rule (market_share), or one finding or explained pair by its fingerprint.

    A fingerprint needs the articles of the run that printed it: PATHS and --against, or the configuration's.

    \b
    Examples:
      factcheck explain FC102
      factcheck explain market_share
      factcheck explain 3f9c2a71 draft.md --against archive/
    """
    from factcheck.commands.explain import run

    return run(**options)


@cli.group()
def rules() -> None:
    """List, lint and test the rules."""


RULES = click.option(
    "--rules", "folders", multiple=True, type=FILE, metavar="DIR", help="Rules beside the shipped ones."
)


@rules.command("list")
@RULES
@click.option("--kind", metavar="KIND", help="Only entities, metrics, facets, units, languages, rates or checks.")
def rules_list(**options: Any) -> int:
    """Print every rule: kind, id, title and file."""
    from factcheck.commands.rules import run_list

    return run_list(**options)


@rules.command("lint")
@RULES
def rules_lint(**options: Any) -> int:
    """Look for rules that cannot fire, or that claim the same words as another."""
    from factcheck.commands.rules import run_lint

    return run_lint(**options)


@rules.command("test")
@RULES
def rules_test(**options: Any) -> int:
    """Run every rule's own examples and near misses."""
    from factcheck.commands.rules import run_test

    return run_test(**options)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit status; every error is one line on stderr."""
    _open_streams()
    try:
        status = cli.main(args=None if argv is None else list(argv), prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        return _fail(error.format_message().replace("\n", " "))
    except FactcheckError as error:
        return _fail(str(error))
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        from factcheck.commands.output import abandon_stdout

        abandon_stdout()
        return 141
    except Exception as error:
        return _fail(
            f"internal error: {type(error).__name__}: {error}; set FACTCHECK_DEBUG=1 for the traceback and report it"
        )


def _open_streams() -> None:
    """Puts an empty stream where the caller has closed one: `>&-` leaves None there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 (to the end of the process)


def _fail(message: str) -> int:
    """Prints the line (and the traceback where FACTCHECK_DEBUG asks for it) and returns 2."""
    from factcheck.commands.output import say

    if os.environ.get("FACTCHECK_DEBUG") == "1":
        import traceback

        traceback.print_exc()
    say(message, "error")
    return 2
