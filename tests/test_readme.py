"""What the README shows works as shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from factcheck.cli import cli
from factcheck.config import read_settings
from factcheck.rulebook import load_rulebook
from factcheck.rulebook.files import read_rule_files
from factcheck.ruletests import rule_cases
from tests.cli.process import ROOT

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")
TOML = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)


def test_configuration_is_valid(tmp_path: Path) -> None:
    """Every key of the example is one that is read."""
    path = tmp_path / "factcheck.toml"
    path.write_text(TOML[0], encoding="utf-8")
    settings = read_settings(path)
    assert settings.severity == {"FC204": "warning"}
    assert settings.select == ("FC1", "FC2")


def test_metric_reads_its_example(tmp_path: Path) -> None:
    """The rule of the example, in a folder beside the shipped ones, passes its own tests."""
    path = tmp_path / "metrics" / "podcast_downloads.toml"
    path.parent.mkdir()
    path.write_text(TOML[1], encoding="utf-8")
    rules = load_rulebook([tmp_path], cache=False)
    cases = [
        case for case in rule_cases(read_rule_files([("metrics", path)]), rules) if case.rule == "podcast_downloads"
    ]
    assert [case.fault(rules) for case in cases] == [None, None]


def test_every_dependency_has_its_reason() -> None:
    """The table lists what pyproject.toml installs, and nothing else."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=]", line)[0] for line in project["dependencies"]}
    assert (
        set(re.findall(r"^\| ([a-z]+(?:-[a-z]+)*) \|", README.split("## Dependencies")[1], re.MULTILINE)) - {"package"}
        == wanted
    )


def test_options_shown_exist() -> None:
    """Every `--option` in the text is one of the command line or of pip."""
    known = set()
    for command in (cli, *cli.commands.values(), *cli.commands["rules"].commands.values()):  # type: ignore[attr-defined]
        known |= {
            name for parameter in command.params if isinstance(parameter, click.Option) for name in parameter.opts
        }
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README)) - known == set()
