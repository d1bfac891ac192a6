"""`python -m tests.benchmarks`: cold start, then extraction speed."""

from __future__ import annotations

from tests.benchmarks import cold_start, extraction_speed

if __name__ == "__main__":
    cold_start.main()
    extraction_speed.main()
