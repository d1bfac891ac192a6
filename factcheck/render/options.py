"""What a caller may choose about a report, whatever its format."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping


class CheckRule(Protocol):
    """The text that a rule file holds on a check."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def example(self) -> str: ...
    @property
    def remedy(self) -> str: ...


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How to render; every field has a default that suits a pipe."""

    width: int | None = None
    """Cells in a line of the terminal report; None takes the terminal's, else COLUMNS, else 100."""
    color: bool = False
    """Whether `render` may write escape codes; `print_report` leaves that to its console."""
    show_explained: bool = False
    show_claims: bool = False
    links: bool = False
    """Whether places in the terminal report are hyperlinks (OSC 8) to the files."""
    encoding: str = "utf-8"
    """What the reader's terminal can show; decides between `✗` and `x`."""
    rules: Mapping[str, CheckRule] = field(default_factory=dict)
    """Check id → its rule, for formats that carry help text."""
    max_articles: int = 30
    """Rows of the coverage table before the rest is summed in one."""

    def columns(self) -> int:
        """The width to render for, at least 40."""
        stated = os.environ.get("COLUMNS", "")
        fallback = int(stated) if stated.isdecimal() and int(stated) else 100
        return max(40, self.width or fallback)
