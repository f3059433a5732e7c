# SPDX-License-Identifier: BSL-1.0
"""The JSON of the package scores against the gold annotations of the examples just as the C++ program's does."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import tongket
from conftest import EXAMPLES, ROOT, SHARED

SCORE = SHARED / "eval" / "score.py"


@pytest.mark.skipif(not SCORE.exists(), reason="no shared material here")
def test_score(tmp_path):
    results = []
    for name in ("package", "program"):
        folder = tmp_path / name
        folder.mkdir()
        if name == "package":
            for report in tongket.parse_many(EXAMPLES):
                (folder / f"{report.id}.json").write_text(report.to_json(), "utf-8")
        else:
            command = [sys.executable, "-m", "tongket", "parse", "--output", str(folder), *map(str, EXAMPLES)]
            subprocess.run(command, check=True)
        command = [
            sys.executable,
            str(SCORE),
            "--gold",
            str(ROOT / "examples" / "gold"),
            "--pred",
            str(folder),
            "--json",
        ]
        results.append(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
    package, program = results
    assert package == program
    assert '"total"' in json.dumps(package)
