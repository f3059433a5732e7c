# SPDX-License-Identifier: BSL-1.0
"""The JSON schema of reports."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def schema() -> dict[str, Any]:
    """The JSON schema of `Report.to_json`, which is also the package's resource `report.schema.json`.

    >>> schema()["title"]
    'tongket report'
    """
    text = files("tongket").joinpath("report.schema.json").read_text(encoding="utf-8")
    result: dict[str, Any] = json.loads(text)
    return result
