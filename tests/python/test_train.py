# SPDX-License-Identifier: BSL-1.0
"""The weights that the library is built with are those that training gives."""

from __future__ import annotations

import subprocess
import sys

import pytest

from conftest import ROOT


@pytest.mark.skipif(not (ROOT.parent / "shared" / "wild").is_dir(), reason="some training pages lie in ../shared")
def test_the_weights_are_those_that_training_gives():
    done = subprocess.run(
        [sys.executable, "tools/train/train.py", "check"], cwd=ROOT, capture_output=True, text=True, timeout=900
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
