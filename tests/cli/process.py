"""The real command line, as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parent.parent.parent

DRAFT = """---
title: 台積電第三季營收新台幣9,899億元
date: 2025-10-16
---

台積電公布，第三季營收為新台幣9,899億元，按年增長30.3%。
"""
SOURCE = """---
title: 台積電公布業績
date: 2025-10-16
---

台積電第三季營收為新台幣9,350億元，按年增長30.3%，管理層表示需求強勁。
"""
QUIET = """---
title: 台積電公布業績
date: 2025-10-16
---

台積電第三季營收約新台幣9,900億元，管理層表示需求強勁。
"""


@dataclass(frozen=True)
class Ran:
    """What a run of the command line came to."""

    status: int
    out: str
    err: str


def factcheck(
    *arguments: str | Path, cwd: Path, stdin: bytes | str = b"", environment: Mapping[str, str] | None = None
) -> Ran:
    """Runs `python -m factcheck` in that folder, without the colour settings of whoever runs the tests."""
    inherited = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")
    }
    run = subprocess.run(
        [sys.executable, "-m", "factcheck", *map(str, arguments)],
        cwd=cwd,
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        env={**inherited, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **(environment or {})},
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in run.stderr, run.stderr.decode()
    return Ran(run.returncode, run.stdout.decode(), run.stderr.decode())


def articles(folder: Path, **texts: str) -> Path:
    """The folder with each text as `<name>.md`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder
