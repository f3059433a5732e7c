# SPDX-License-Identifier: BSL-1.0
from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import tongket

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples" / "reports").glob("*.txt"))
CORPUS = [
    path
    for path in sorted((ROOT / "tests" / "corpus" / "reports").glob("*.txt"))
    # The pages of other genres are there to be told apart.
    if json.loads((path.parents[1] / "gold" / f"{path.stem}.json").read_text()).get("genre", "review") == "review"
]
SHARED = Path(os.environ.get("TONGKET_SHARED_DIR", ROOT.parent / "shared"))
SAMPLE = ROOT / "examples" / "reports" / "ha-nam-2016-annual.txt"


@pytest.fixture
def report() -> tongket.Report:
    return tongket.parse_file(SAMPLE)


@pytest.fixture(scope="session")
def reports() -> list[tongket.Report]:
    return [tongket.parse_file(path) for path in EXAMPLES]


@pytest.fixture
def in_root(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tests' working directory is the project's."""
    monkeypatch.chdir(ROOT)
    return ROOT
