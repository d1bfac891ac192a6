"""Rule files as read: where they lie, what they say, and on which line a key stands."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import BaseModel

    Model = TypeVar("Model", bound=BaseModel)

FOLDERS = ("languages", "units", "entities", "metrics", "facets", "rates", "checks")

LANGUAGE_FILES = ("numbers", "periods", "words")
"""How the names of the files in languages/ begin: by it each finds its reader."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One TOML file under rules/."""

    folder: str
    """`metrics`, `entities`, …"""
    stem: str
    path: str
    text: str
    data: dict[str, Any]


def shipped_rules() -> Path:
    """The folder of the rule packs that come with the program: inside an installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def rule_paths(roots: Sequence[Path]) -> list[tuple[str, Path]]:
    """(folder, path) of every rule file, sorted, later roots last; an unknown folder or file in a root is an error."""
    found: list[tuple[str, Path]] = []
    for root in roots:
        if not root.is_dir():
            raise RuleError(f"{root}: no such rules folder; give a folder that holds {', '.join(FOLDERS)}")
        _refuse_strays(root)
        for folder in FOLDERS:
            found += [(folder, path) for path in sorted((root / folder).glob("*.toml"))]
    if not found:
        raise RuleError(f"{roots[0]}: holds no rule files; expected *.toml in {', '.join(FOLDERS)}")
    return found


def _refuse_strays(root: Path) -> None:
    """Raises RuleError for a TOML file that no reader would look at: a rule in the wrong place must not pass for one."""
    for path in sorted((*root.glob("*.toml"), *root.glob("*/*.toml"))):
        folder = path.relative_to(root).parent.name
        prefixes = LANGUAGE_FILES if folder == "languages" else ("",)
        if folder not in FOLDERS or not path.name.startswith(prefixes):
            wanted = f"{', '.join(FOLDERS)}; in languages, {', '.join(LANGUAGE_FILES)} begin a file's name"
            raise RuleError(f"{path}: read by nothing; expected in one of the folders {wanted}")


def read_rule_files(paths: Iterable[tuple[str, Path]]) -> tuple[RuleFile, ...]:
    """The files, parsed as TOML; a syntax error names file and line."""
    files = []
    for folder, path in paths:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise RuleError(f"{path}: cannot be read as UTF-8 text: {error}") from error
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise RuleError(f"{path}: not valid TOML: {error}") from error
        except RecursionError:
            raise RuleError(f"{path}: nested too deeply; expected tables and lists of plain values") from None
        files.append(RuleFile(folder, path.stem, str(path), text, data))
    return tuple(files)


def line_of(text: str, location: Sequence[str | int]) -> int:
    """1-based line on which the key of a pydantic error location stands, as near as a scan of the text can tell.

    Walks `[table]` and `[[array]]` headers first, then the last textual key below them.
    """
    lines = text.splitlines()
    names = [part for part in location if isinstance(part, str)]
    indices = [part for part in location if isinstance(part, int)]
    at = 0
    if names:
        header = re.compile(rf"\s*\[\[?\s*{re.escape(names[0])}\s*\]?\]")
        hits = [number for number, line in enumerate(lines) if header.match(line)]
        if hits:
            at = hits[min(indices[0], len(hits) - 1)] if indices else hits[0]
    for name in reversed(names):
        key = re.compile(rf"\s*[\"']?{re.escape(name)}[\"']?\s*[=.]|\s*\[+[^\]]*\b{re.escape(name)}\s*\]")
        for number in range(at, len(lines)):
            if key.match(lines[number]):
                return number + 1
    return at + 1


def validate(model: type[Model], file: RuleFile) -> Model:
    """The file as that pydantic model; the first error as `path:line: key: what is wrong`."""
    from pydantic import ValidationError

    try:
        return model.model_validate(file.data)
    except ValidationError as error:
        # A mistyped key explains the missing one that it should have been.
        found = error.errors()
        first = next((fault for fault in found if fault["type"] == "extra_forbidden"), found[0])
        location = first["loc"]
        where = ".".join(str(part) for part in location)
        message = first["msg"].removeprefix("Value error, ")
        if first["type"] == "extra_forbidden":
            fields = ", ".join(sorted(model.model_fields))
            message = f"unknown key; known at the top level: {fields}"
        raise RuleError(f"{file.path}:{line_of(file.text, location)}: {where}: {message}") from error
