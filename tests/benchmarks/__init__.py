"""Figures to read, not to pass: `python -m tests.benchmarks` prints each as a ratio to something that every machine can run."""
