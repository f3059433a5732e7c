# SPDX-License-Identifier: BSL-1.0
"""`python -m tongket` and the installed script are the C++ program."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import tongket
from conftest import EXAMPLES, ROOT

SCRIPT = Path(sys.executable).with_name("tongket")
PROGRAMS = [[sys.executable, "-m", "tongket"], [str(SCRIPT)]]
CPP = ROOT / "build" / "release" / "bin" / "tongket"


def run(program, *arguments, stdin=b""):
    return subprocess.run([*program, *map(str, arguments)], input=stdin, capture_output=True, timeout=60)


@pytest.mark.parametrize("program", PROGRAMS, ids=["module", "script"])
def test_it_runs(program):
    assert run(program, "--version").stdout.decode() == f"tongket {tongket.__version__}\n"
    done = run(program, "parse", "--format", "jsonl", *EXAMPLES)
    assert done.returncode == 0
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(reports) == len(EXAMPLES)
    done = run(program, "parse", "-", stdin="Sở Y tế".encode())
    assert json.loads(done.stdout)["offsets"] == "byte"
    done = run(program, "parse", "no-such-file.txt")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"no-such-file.txt" in done.stderr
    assert run(program, "nonsense").returncode == 2


@pytest.mark.skipif(not CPP.exists(), reason="the C++ program is not built")
def test_it_is_the_same_program():
    if CPP.stat().st_mtime < Path(tongket._core.__file__).stat().st_mtime - 86400:
        pytest.skip("the C++ program is old")
    for arguments in (["--help"], ["parse", "--help"], ["parse", "--format", "table", EXAMPLES[0]]):
        ours, theirs = run(PROGRAMS[0], *arguments), run([str(CPP)], *arguments)
        assert (ours.returncode, ours.stdout, ours.stderr) == (theirs.returncode, theirs.stdout, theirs.stderr)


def test_a_closed_pipe_and_an_interrupt():
    command = f"'{sys.executable}' -m tongket parse '{EXAMPLES[0]}' '{EXAMPLES[1]}' | head -c 1 >/dev/null"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert done.stderr == b""
    with subprocess.Popen(
        [*PROGRAMS[0], "parse", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        time.sleep(1)
        os.kill(process.pid, signal.SIGINT)
        process.wait(timeout=10)
        assert process.returncode == -signal.SIGINT
