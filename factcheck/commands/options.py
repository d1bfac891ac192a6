"""What the options of several commands share: a greedy `--against`, the formats, the options on articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class FilePath(click.Path):
    """A path; the empty text of an unset variable in a script is none, though Python would take it for the current folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path as `Path`."""
        if value == "":
            self.fail("an empty path; is a variable of the script unset?", param, ctx)
        return super().convert(value, param, ctx)


FILE = FilePath(path_type=Path)


class GreedyAgainst(click.Command):
    """A command whose `--against a b c` takes every path up to the next option, or up to `-` or `--`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments with `--against` repeated before each of its paths."""
        return super().parse_args(ctx, spread(args, "--against"))


def spread(args: Sequence[str], option: str) -> list[str]:
    """The arguments, with every `option a b c` written as `option a option b option c`.

    >>> spread(["draft.md", "--against", "a", "b", "--jobs", "2"], "--against")
    ['draft.md', '--against', 'a', '--against', 'b', '--jobs', '2']
    """
    out: list[str] = []
    taking = first = False
    for number, arg in enumerate(args):
        if arg == "--":
            return [*out, *args[number:]]
        if arg.startswith("-"):
            taking = first = arg == option
        elif taking and not first:
            out.append(option)
        else:
            first = False
        out.append(arg)
    return out


def known_format(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The name of a format, if it is one; the renderers are asked only here, so that `--version` loads none of them."""
    from factcheck.render import FORMATS
    from factcheck.suggest import did_you_mean

    if value is not None and value not in FORMATS:
        raise click.BadParameter(f"unknown format {value!r}{did_you_mean(value, FORMATS)}; known: {', '.join(FORMATS)}")
    return value


def common(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every command on articles has."""
    for option in (
        click.option(
            "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour the report."
        ),
        click.option(
            "--stdin-filename", metavar="NAME", default="stdin", help="Name and place of the text read from `-`."
        ),
        click.option(
            "--rules", multiple=True, type=FILE, metavar="DIR", help="Rules beside the shipped ones; repeatable."
        ),
        click.option(
            "--config", type=FILE, metavar="FILE", help="Configuration instead of the factcheck.toml found upward."
        ),
        click.option(
            "--jobs",
            type=click.IntRange(min=0),
            metavar="N",
            help="Processes; by default chosen by the amount of work.",
        ),
    ):
        command = option(command)
    return command
