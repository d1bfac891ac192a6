"""What `factcheck claims` prints: the claims of each article, or every number of it, for eyes and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factcheck.render.visible import escaped_json, visible
from factcheck.wire import claim_to_dict, entry_to_dict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.render.options import RenderOptions
    from factcheck.types import Entry, Extraction

# A cell that begins with one of these is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS = (
    *("article", "section", "line", "column", "start", "end", "surface", "role", "reason", "kind"),
    *("value_low", "value_high", "interval_low", "interval_high", "unit", "unit_inferred", "hedge", "direction"),
    *("change", "entity", "entity_surface", "metric", "metric_surface", "family", "facets", "period"),
    *("period_inferred", "modality", "attribution", "sentence", "rule", "confidence"),
)


def render_claims(
    extractions: Sequence[Extraction], output_format: str, all_numbers: bool, options: RenderOptions
) -> str:
    """The listing in that format: `table`, `json`, `jsonl` or `csv`."""
    if output_format == "table":
        from factcheck.render.claims_table import render_table

        return render_table(extractions, all_numbers, options)
    rows = (row for extraction in extractions for row in number_rows(extraction, all_numbers=all_numbers))
    if output_format == "csv":
        return _csv(rows)
    if output_format == "json":
        return escaped_json(json.dumps(list(rows), ensure_ascii=False, indent=2)) + "\n"
    return "".join(f"{escaped_json(json.dumps(row, ensure_ascii=False))}\n" for row in rows)


def number_rows(extraction: Extraction, *, all_numbers: bool) -> Iterator[dict[str, Any]]:
    """One object a claim, in text order; with `all_numbers` the rest of the ledger between them.

    Several claims on one span are an object each. A ledger entry of role `claim` stands for its claims and has no
    object of its own.
    """
    rows = [(claim.start, claim.end, claim_to_dict(claim)) for claim in extraction.claims]
    if all_numbers:
        rows += [(e.start, e.end, entry_to_dict(extraction.article, e)) for e in unclaimed(extraction)]
    rows.sort(key=lambda row: row[:2])
    return (row for _, _, row in rows)


def unclaimed(extraction: Extraction) -> list[Entry]:
    """The ledger entries that no claim stands for; also those of role `claim` that lost theirs: no number vanishes."""
    claimed = {(claim.start, claim.end) for claim in extraction.claims}
    return [entry for entry in extraction.ledger if (entry.start, entry.end) not in claimed]


def _csv(rows: Iterator[dict[str, Any]]) -> str:
    import csv
    import io

    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(_COLUMNS)
    writer.writerows([_cell(row.get(name)) for name in _COLUMNS] for row in rows)
    return target.getvalue()


def _cell(value: object) -> str:
    """A cell as text: empty for null, `true` or `false`, an apostrophe before what a spreadsheet would compute."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return visible("; ".join(f"{key}={part}" for key, part in value.items()))
    text = str(value)
    if isinstance(value, str) and text.startswith(_FORMULA) and not _is_number(text):
        text = f"'{text}"
    return visible(text)


def _is_number(text: str) -> bool:
    """Whether a negative value of ours, which must stay a number."""
    return text[1:].replace(".", "", 1).isdecimal() and text[0] == "-" and text.isascii()
