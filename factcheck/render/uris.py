"""Paths as URIs."""

from __future__ import annotations

from urllib.parse import quote


def artifact_uri(name: str) -> str:
    """A path as given, percent-encoded: relative stays relative, absolute becomes `file://`.

    >>> artifact_uri("seeds/十月 50%.md")
    'seeds/%E5%8D%81%E6%9C%88%2050%25.md'
    """
    try:
        raw = name.encode("utf-8", "surrogateescape")  # names of files that are not UTF-8
    except UnicodeEncodeError:
        raw = name.encode("utf-8", "replace")
    path = quote(raw, safe="/")
    # `//host/…` would be read as another machine.
    return f"file:///{path.lstrip('/')}" if path.startswith("/") else path.removeprefix("./")
