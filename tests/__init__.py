"""The tests; `python -m tests` runs them, and what else must hold."""
