"""Reports, findings and claims as plain data: the one place that fixes the names of the JSON contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.types import (
    Article,
    Claim,
    Coverage,
    Entry,
    Explained,
    Explanation,
    Finding,
    Quantity,
    Report,
    Suppressed,
    Verified,
)

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal


def decimal_text(value: Decimal | None) -> str | None:
    """Plain digits, never an exponent; trailing zeros as the source wrote them."""
    return None if value is None else format(value, "f")


def iso_period(period: tuple[date, date] | None) -> str | None:
    """ISO 8601: one day as a date, else `first/last`."""
    if period is None:
        return None
    first, last = period
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def quantity_to_dict(quantity: Quantity) -> dict[str, Any]:
    """The quantity fields of DESIGN §3, without the position."""
    return {
        "kind": quantity.kind,
        "value_low": decimal_text(quantity.value_low),
        "value_high": decimal_text(quantity.value_high),
        "interval_low": decimal_text(quantity.interval_low),
        "interval_high": decimal_text(quantity.interval_high),
        "unit": quantity.unit,
        "unit_inferred": quantity.unit_inferred,
        "hedge": quantity.hedge,
        "direction": quantity.direction,
        "change": quantity.change,
    }


def entry_to_dict(article: Article, entry: Entry) -> dict[str, Any]:
    """A ledger entry that is no claim, with the same position fields as a claim."""
    line, column = article.position(entry.start)
    row: dict[str, Any] = {
        "article": article.name,
        "section": entry.section,
        "start": entry.start,
        "end": entry.end,
        "surface": entry.surface,
        "line": line,
        "column": column,
        "role": entry.role,
        "reason": entry.reason,
    }
    if entry.quantity is not None:
        row |= quantity_to_dict(entry.quantity)
    else:
        row |= quantity_to_dict(
            Quantity(entry.start, entry.end, entry.surface, "date" if entry.period else "number", None, None)
        )
    if entry.period is not None:
        period = entry.period
        row["kind"] = "date" if period.first_day == period.last_day and period.first_day else "period"
        row["period"] = (
            iso_period((period.first_day, period.last_day)) if period.first_day and period.last_day else None
        )
    return row


def claim_to_dict(claim: Claim) -> dict[str, Any]:
    """A claim: the quantity, then who, what, when, scope and source."""
    return {
        "article": claim.article,
        "section": claim.section,
        "start": claim.start,
        "end": claim.end,
        "surface": claim.surface,
        "line": claim.line,
        "column": claim.column,
        "role": "claim",
        "reason": None,
        **quantity_to_dict(claim.quantity),
        "entity": claim.entity,
        "entity_surface": claim.entity_surface,
        "metric": claim.metric,
        "metric_surface": claim.metric_surface,
        "family": claim.family,
        "facets": dict(claim.facets),
        "period": iso_period(claim.period),
        "period_inferred": claim.period_inferred,
        "modality": claim.modality,
        "attribution": claim.attribution,
        "sentence": claim.sentence,
        "rule": claim.rule,
        "confidence": round(claim.confidence, 2),
    }


def explanation_to_dict(explanation: Explanation) -> dict[str, Any]:
    """What matched, what differs (both values), what only one side states."""
    return {
        "matched": dict(explanation.matched),
        "differs": {name: [first, second] for name, first, second in explanation.differs},
        "one_sided": dict(explanation.one_sided),
    }


def finding_to_dict(finding: Finding) -> dict[str, Any]:
    """A finding of DESIGN §3."""
    arithmetic = finding.arithmetic
    return {
        "check": finding.check,
        "name": finding.name,
        "severity": finding.severity,
        "confidence": round(finding.confidence, 2),
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "claims": [claim_to_dict(claim) for claim in finding.claims],
        "arithmetic": None
        if arithmetic is None
        else {
            "stated": arithmetic.stated,
            "computed": arithmetic.computed,
            "difference": arithmetic.difference,
            "tolerance": arithmetic.tolerance,
            "formula": arithmetic.formula,
        },
        "explanation": explanation_to_dict(finding.explanation),
        "remedy": finding.remedy,
    }


def explained_to_dict(explained: Explained) -> dict[str, Any]:
    """A pair that differs for a reason."""
    return {
        "reason": explained.reason,
        "message": explained.message,
        "fingerprint": explained.fingerprint,
        "claims": [claim_to_dict(claim) for claim in explained.claims],
        "explanation": explanation_to_dict(explained.explanation),
    }


def verified_to_dict(verified: Verified) -> dict[str, Any]:
    """A checked claim and its status."""
    return claim_to_dict(verified.claim) | {
        "status": verified.status,
        "status_reason": verified.reason,
        "confirmed_by": [{"article": c.article, "start": c.start, "end": c.end} for c in verified.confirmed_by],
        "findings": list(verified.findings),
    }


def suppressed_to_dict(suppressed: Suppressed) -> dict[str, Any]:
    """A finding that was silenced, and by what."""
    return finding_to_dict(suppressed.finding) | {
        "suppressed_by": suppressed.by,
        "suppressed_reason": suppressed.reason,
    }


def coverage_to_dict(coverage: Coverage) -> dict[str, Any]:
    """Numerals by role."""
    return {
        "article": coverage.article,
        "numbers": coverage.numbers,
        "roles": dict(coverage.roles),
        "open_claims": coverage.open_claims,
        "unread": [{"start": e.start, "end": e.end, "surface": e.surface, "reason": e.reason} for e in coverage.unread],
    }


def article_to_dict(article: Article, *, role: str) -> dict[str, Any]:
    """The head of an article: what it is and how it was read."""
    return {
        "name": article.name,
        "role": role,
        "title": article.title,
        "date": article.date.isoformat() if article.date else None,
        "language": article.language,
        "encoding": article.encoding,
        "encoding_assumed": article.encoding_assumed,
        "sections": [
            {
                "index": section.index,
                "start": section.start,
                "end": section.end,
                "title": section.title,
                "date": section.date.isoformat() if section.date else None,
                "source": section.source,
            }
            for section in article.sections
        ],
    }


def report_to_dict(report: Report) -> dict[str, Any]:
    """The JSON of `factcheck check`."""
    return {
        "version": report.version,
        "articles": [article_to_dict(a, role="checked") for a in report.articles]
        + [article_to_dict(a, role="source") for a in report.sources],
        "coverage": [coverage_to_dict(c) for c in report.coverage],
        "claims": [verified_to_dict(v) for v in report.claims],
        "findings": [finding_to_dict(f) for f in report.findings],
        "explained": [explained_to_dict(e) for e in report.explained],
        "suppressed": [suppressed_to_dict(s) for s in report.suppressed],
        "problems": [{"article": p.article, "message": p.message, "fatal": p.fatal} for p in report.problems],
    }
