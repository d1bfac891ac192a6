"""`python -m tests`: everything that must hold before a change lands, the same here and in CI: ruff, mypy, pytest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

STEPS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("pytest",),
)


def main() -> int:
    """Runs every step, also after one has failed; 1 where any has."""
    failed = []
    for step in STEPS:
        print(f"== {' '.join(step)}", flush=True)
        if subprocess.run([sys.executable, "-m", *step], cwd=ROOT, check=False).returncode:
            failed.append(step[0])
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


if __name__ == "__main__":
    raise SystemExit(main())
