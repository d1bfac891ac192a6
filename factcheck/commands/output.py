"""Where a command's text goes: the report to stdout or a file, diagnostics to stderr; and whether there is colour."""

from __future__ import annotations

import os
import shutil
import sys
from typing import IO, TYPE_CHECKING

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factcheck.types import Problem


def wants_color(choice: str, stream: IO[str], output: Path | None = None) -> bool:
    """Whether to write escape codes: as told, else by NO_COLOR, FORCE_COLOR and TERM, else where it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if output is not None or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") not in (None, "", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int | None:
    """The columns of the terminal that stdout is, or None where it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def stdout_encoding() -> str:
    """What the reader of stdout can show."""
    return sys.stdout.encoding or "utf-8"


def write(text: str, output: Path | None, *, encoding: str = "utf-8") -> None:
    """Writes the text to the file in UTF-8, or to stdout in that encoding; what it cannot hold is escaped."""
    if not text.endswith("\n"):
        text += "\n"
    if output is None:
        _to_stdout(text.encode(encoding, "backslashreplace"))
        return
    try:
        output.write_bytes(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise UsageError(f"{output}: the report cannot be written: {error.strerror}; check the folder") from error


def _to_stdout(data: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise  # a reader that has seen enough is no fault
    except OSError as error:
        abandon_stdout()
        raise UsageError(f"stdout: the report cannot be written: {error.strerror}") from error


def abandon_stdout() -> None:
    """Turns stdout away from where nothing can be written: the interpreter would try once more on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def diagnose(problems: Iterable[Problem]) -> None:
    """One line on stderr for each problem."""
    for problem in problems:
        say(f"{problem.article}: {problem.message}", "error" if problem.fatal else "warning")


def say(message: str, level: str = "note") -> None:
    """One line on stderr, whatever the message holds."""
    from factcheck.render.visible import encodable, visible

    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(encodable(visible(f"factcheck: {level}: {message}"), encoding) + "\n")
    sys.stderr.flush()
