"""Cross-checks numbers between news articles in Traditional Chinese, Simplified Chinese and English.

The functions below are the stable interface. Each is imported from its module on first use, so that
`factcheck --version` and tools that only look at the package load nothing else.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.api import extract_claims, find_periods, find_quantities
    from factcheck.articles import article_from_text, read_article
    from factcheck.pipeline import check

__version__ = "0.1.0"

__all__ = ["article_from_text", "check", "extract_claims", "find_periods", "find_quantities", "read_article"]

_HOMES = {
    "article_from_text": "factcheck.articles",
    "check": "factcheck.pipeline",
    "extract_claims": "factcheck.api",
    "find_periods": "factcheck.api",
    "find_quantities": "factcheck.api",
    "read_article": "factcheck.articles",
}


def __getattr__(name: str) -> Any:
    """The public function of that name, imported from its module on first use."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
