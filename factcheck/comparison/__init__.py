"""Comparing claims between articles: verdicts on pairs, without a word of report; `checks.across` turns them into findings."""

from factcheck.comparison.compare import Outcome, compare_figures
from factcheck.comparison.figures import Document, Figure
from factcheck.comparison.groups import Conflict, Tally
from factcheck.comparison.verdicts import Verdict

__all__ = ["Conflict", "Document", "Figure", "Outcome", "Tally", "Verdict", "compare_figures"]
