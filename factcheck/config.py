"""The configuration file: where it is found, what it may say, and a run's settings."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import ValidationError

FILE_NAME = "factcheck.toml"
PROJECT_FILE = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked to do: the defaults, then the configuration file, then the command line."""

    include: tuple[Path, ...] = ()
    """Articles to check where the command line names none."""
    against: tuple[Path, ...] = ()
    fail_on: str = "error"
    select: tuple[str, ...] = ()
    """Check ids, prefixes of ids or names; empty for all."""
    ignore: tuple[str, ...] = ()
    baseline: Path | None = None
    rules: tuple[Path, ...] = ()
    output_format: str = "rich"
    min_confidence: float = 0.0
    jobs: int = 0
    """Worker processes; 0 chooses by the amount of work."""
    severity: Mapping[str, str] = field(default_factory=dict)
    """Check id → severity that replaces the check's own."""
    file: Path | None = None
    """The configuration file that was read."""

    def overridden(self, **options: Any) -> Settings:
        """These settings with every option that the command line gave (neither None nor empty) in place of theirs."""
        return replace(self, **{name: value for name, value in options.items() if value not in (None, (), [])})


def find_config(start: Path) -> Path | None:
    """The nearest `factcheck.toml`, or `pyproject.toml` with a `[tool.factcheck]` table, from a folder up; or None."""
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
        if _has_table(folder / PROJECT_FILE):
            return folder / PROJECT_FILE
    return None


def _has_table(project: Path) -> bool:
    """Whether it has a `[tool.factcheck]`; a broken file of other tools is no concern of ours."""
    if not project.is_file() or b"tool.factcheck" not in project.read_bytes():
        return False
    return "factcheck" in _parse(project, _read(project)).get("tool", {})


def read_settings(config: Path | None = None, *, start: Path | None = None) -> Settings:
    """The settings of that file, else of the one found from `start` (the current folder) upward, else the defaults.

    Raises ConfigError with file, line and key. Relative paths in the file start at its folder.
    """
    path = config or find_config((start or Path()).resolve())
    if path is None:
        return Settings()
    text = _read(path)
    data = _parse(path, text)
    if path.name == PROJECT_FILE:
        data = data.get("tool", {}).get("factcheck", {})
        text = _only_table(text, "tool.factcheck")
    return _settings(path, text, data)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise ConfigError(f"{path}: cannot be read: {reason}; check the path given to --config") from error


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    except RecursionError:
        raise ConfigError(f"{path}: nested too deeply; expected tables and lists of plain values") from None


def _only_table(text: str, table: str) -> str:
    """The text without the lines before that table (their numbers stay) and without the prefix of its sub-tables."""
    lines = text.splitlines()
    first = next((number for number, line in enumerate(lines) if line.strip().startswith(f"[{table}")), 0)
    return "\n".join([""] * first + [line.replace(f"[{table}.", "[") for line in lines[first:]])


def _settings(path: Path, text: str, data: Mapping[str, Any]) -> Settings:
    from pydantic import ValidationError

    from factcheck.config_file import ConfigFile

    try:
        values = ConfigFile.model_validate(data).model_dump(exclude_unset=True)
    except ValidationError as error:
        raise ConfigError(_message(path, text, error, tuple(ConfigFile.model_fields))) from error
    folder = path.resolve().parent
    for name in ("include", "against", "rules"):
        if name in values:
            values[name] = tuple(found for pattern in values[name] for found in _expand(folder, pattern))
    if values.get("baseline"):
        values["baseline"] = folder / values["baseline"]
    return Settings(**values, file=path)


def _expand(folder: Path, pattern: str) -> list[Path]:
    """The paths of an entry: itself, or what its `*`, `?` or `[…]` match; relative to the current folder if in it."""
    from glob import glob

    # Path.glob refuses a pattern that starts at the root.
    names = sorted(glob(pattern, root_dir=folder, recursive=True)) if set(pattern) & set("*?[") else [pattern]  # noqa: PTH207
    found = [folder / name for name in names]
    here = Path.cwd()
    return [path.relative_to(here) if path.is_relative_to(here) else path for path in found]


def _message(path: Path, text: str, error: ValidationError, known: tuple[str, ...]) -> str:
    """The first error as `file:line: key: what is wrong`."""
    from factcheck.rulebook.files import line_of
    from factcheck.suggest import did_you_mean

    first = error.errors()[0]
    location = first["loc"]
    key = ".".join(str(part) for part in location)
    what = first["msg"]
    if first["type"] == "extra_forbidden":
        what = f"unknown key{did_you_mean(key, known)}; known: {', '.join(known)}"
    return f"{path}:{line_of(text, location)}: {key}: {what}"
