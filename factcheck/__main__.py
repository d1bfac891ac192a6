"""`python -m factcheck`: the same as the console script."""

from factcheck.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
