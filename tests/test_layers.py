"""The layers: a module imports only from those below it, at run time and for types."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "factcheck"

LAYERS = (
    ("errors", "suggest"),
    ("types",),
    ("folding",),
    ("wire",),
    ("rulebook",),
    ("articles",),
    ("mentions",),
    ("claims",),
    ("comparison",),
    ("checks",),
    ("config", "config_file", "baseline", "gate"),
    ("render",),
    ("pipeline", "api", "rulelint", "ruletests"),
    ("commands", "cli", "__main__"),
)
"""Lowest first; modules of one layer may import each other."""

RANK = {name: number for number, layer in enumerate(LAYERS) for name in layer}

ALLOWED = {
    ("types", "wire"): "Report.to_dict reads itself out by a lazy import",
}


def modules() -> list[Path]:
    """Every module of the package but `__init__`, which hands out the public names lazily and stands above all."""
    return [path for path in sorted(PACKAGE.rglob("*.py")) if path != PACKAGE / "__init__.py"]


def room(path: Path) -> str:
    """The part of the package that a module belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """The parts of the package that a module imports anywhere in its text, under TYPE_CHECKING as well."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; name the module in full"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    parts = [name.split(".") for name in names if name.split(".")[0] == "factcheck"]
    return {part[1] for part in parts if len(part) > 1} - {"__version__"}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_imports_only_from_below(path: Path) -> None:
    """Nothing is imported from a higher layer, and every module has a layer."""
    own = room(path)
    assert own in RANK, f"{own} has no layer in this test"
    above = {name for name in imported(path) if RANK[name] > RANK[own] and (own, name) not in ALLOWED}
    assert above == set()


def test_every_layer_exists() -> None:
    """A layer that was renamed must not leave its name here."""
    present = {room(path) for path in modules()} | {path.name for path in PACKAGE.iterdir() if path.is_dir()}
    assert set(RANK) - present == set()


def test_render_reads_types_only() -> None:
    """A format knows the report and nothing of how it came about."""
    allowed = {"errors", "types", "wire", "render"}
    assert {name for path in modules() if room(path) == "render" for name in imported(path)} <= allowed
