"""How long a cold process takes, in milliseconds and as a ratio to `python -c pass`."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
RUNS = 7


def median_seconds(*arguments: str, runs: int = RUNS) -> float:
    """The median wall time of `python <arguments>` in the checkout, after one run that fills the caches."""
    seconds = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, check=False)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds[1:])


def main() -> None:
    """Prints the budgets that a user feels."""
    seeds = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "seeds").glob("*.md"))
    bare = median_seconds("-c", "pass")
    print(f"{'python -c pass':42} {bare * 1000:6.0f} ms")
    for title, arguments in (
        ("factcheck --version (budget 100 ms)", ("--version",)),
        ("factcheck check one --against seeds/ (400 ms)", ("check", seeds[0], "--against", "seeds/")),
    ):
        seconds = median_seconds("-m", "factcheck", *arguments)
        print(f"{title:42} {seconds * 1000:6.0f} ms  {seconds / bare:5.1f} x python -c pass")


if __name__ == "__main__":
    main()
