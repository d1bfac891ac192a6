"""The golden reports of seeds/: `python -m tests.golden --write` regenerates reports/, without `--write` it says what differs."""

from __future__ import annotations

import difflib
import os
import sys
from pathlib import Path

from factcheck.commands.session import open_session
from factcheck.config import Settings
from factcheck.render import RenderOptions, export_svg, render

ROOT = Path(__file__).parent.parent
REPORTS = ROOT / "reports"


def golden_reports() -> dict[str, str]:
    """File name → what `factcheck check seeds/` prints in that format, run from the root of the checkout."""
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        session = open_session(Settings(include=(Path("seeds"),)))
        report = session.report()
        options = RenderOptions(width=100, rules=session.rulebook.checks.rules)
        return {
            "seeds.txt": render(report, "rich", options=options),
            "seeds.json": render(report, "json", options=options),
            "seeds.svg": export_svg(report, options, title="factcheck check seeds/"),
        }
    finally:
        os.chdir(here)


def difference(name: str, expected: str) -> str:
    """The unified diff from the file in reports/ to the report, empty where they agree."""
    path = REPORTS / name
    stored = path.read_text(encoding="utf-8") if path.is_file() else ""
    lines = difflib.unified_diff(stored.splitlines(), expected.splitlines(), f"reports/{name}", "now", lineterm="")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Writes the reports, or prints what differs and returns 1."""
    differs = False
    for name, text in golden_reports().items():
        if "--write" in arguments:
            REPORTS.mkdir(exist_ok=True)
            (REPORTS / name).write_text(text, encoding="utf-8")
        elif found := difference(name, text):
            print(found)
            differs = True
    return int(differs)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
