"""What a configuration file may say: a pydantic model, imported only where there is a file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Texts = tuple[Annotated[str, Field(min_length=1)], ...]


class ConfigFile(BaseModel):
    """`factcheck.toml`, or the `[tool.factcheck]` table; an unknown key is an error, not an option that never works."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    include: Texts = ()
    against: Texts = ()
    fail_on: Literal["error", "warning", "note", "never"] = "error"
    select: Texts = ()
    ignore: Texts = ()
    baseline: Annotated[str, Field(min_length=1)] | None = None
    rules: Texts = ()
    output_format: str = "rich"
    min_confidence: Annotated[float, Field(ge=0, le=1)] = 0.0
    jobs: Annotated[int, Field(ge=0)] = 0
    severity: dict[str, Literal["error", "warning", "note"]] = {}
