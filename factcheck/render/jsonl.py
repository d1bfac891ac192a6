"""`jsonl`: one finding a line, for streams and line tools."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.render.visible import escaped_json
from factcheck.wire import finding_to_dict

if TYPE_CHECKING:
    from factcheck.render.options import RenderOptions
    from factcheck.types import Report


def render(report: Report, options: RenderOptions) -> str:
    """Each finding as a JSON object on its own line; nothing at all without findings."""
    return "".join(
        escaped_json(json.dumps(finding_to_dict(finding), ensure_ascii=False)) + "\n" for finding in report.findings
    )
