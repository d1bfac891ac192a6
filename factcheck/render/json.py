"""`json`: the whole report as one document, the contract of `Report.to_dict`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.render.visible import escaped_json

if TYPE_CHECKING:
    from factcheck.render.options import RenderOptions
    from factcheck.types import Report


def render(report: Report, options: RenderOptions) -> str:
    """The report, Han characters as themselves, invisible ones escaped; ends with a line feed."""
    return escaped_json(json.dumps(report.to_dict(), ensure_ascii=False, indent=2)) + "\n"
