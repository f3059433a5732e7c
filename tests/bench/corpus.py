#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What `tongket corpus` takes from a Parquet file to the panel, with two processes.

usage: python tests/bench/corpus.py [PAGES]

The pages are the sample reports, each in other years and with other figures. Shown are elapsed and processor seconds,
and the most memory that a process has resident. Of the parse alone the processor time is shown too, so that runs on
other machines, or on a busy one, can be compared.
"""

from __future__ import annotations

import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Callable

import pyarrow as pa
import pyarrow.parquet as pq

import tongket

ROOT = Path(__file__).resolve().parents[2]
FILES = [*sorted((ROOT / "tests/corpus/reports").glob("*.txt")), *sorted((ROOT / "examples/reports").glob("*.txt"))]


def varied(text: str, chance: random.Random) -> str:
    """The text with other years and figures."""
    years = chance.randint(-8, 4)

    def other(match: re.Match[str]) -> str:
        number = int(match[0])
        return str(number + years if 2000 <= number <= 2030 else number + chance.randint(0, 7))

    return re.sub(r"\b[1-9]\d{2,}\b(?!/)", other, text)


def processor_time() -> float:
    """Of this process and those that it has waited for."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def shown(what: str, work: Callable[[], Any]) -> Any:
    """What the work gives; how long it took is printed."""
    began, used = time.perf_counter(), processor_time()
    result = work()
    print(f"{what:32} {time.perf_counter() - began:8.2f} s elapsed {processor_time() - used:8.2f} s of processors")
    return result


def peak_of(command: list[str]) -> float:
    """Runs a program and returns the most MiB that one of its processes had resident.

    What the system says of children that have ended counts the memory of who began them too.
    """
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max([peak, *map(resident, descendants(process.pid))])
        time.sleep(0.05)
    assert process.returncode == 0, command
    return peak / 1024


def descendants(pid: int) -> list[int]:
    """A process and those that it began, and these."""
    try:
        lists = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:  # it has ended
        return []
    return [pid, *(each for child in " ".join(lists).split() for each in descendants(int(child)))]


def resident(pid: int) -> int:
    """The most KiB that a process has had resident."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"^VmHWM:\s*(\d+)", status, re.MULTILINE)
    return int(found[1]) if found else 0


def parsed(data: list[bytes]) -> None:
    """Reads texts and drops the reports."""
    core = tongket.Parser()._core
    for first in range(0, len(data), 500):
        core.parse_batch(data[first : first + 500])


def main() -> None:
    """Measures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    chance = random.Random(1)
    texts = [varied(FILES[i % len(FILES)].read_text("utf-8"), chance) for i in range(count)]
    data = [text.encode() for text in texts]
    print(f"{count} pages of {sum(map(len, data)) / count:.0f} bytes")
    shown("parse alone, one thread", lambda: parsed(data))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pages.parquet"
        pq.write_table(pa.table({"text": texts}), file)
        corpus = tongket.Corpus(Path(folder) / "corpus")
        # In a process of its own: workers of this one would share the memory of all the texts.
        command = [sys.executable, "-m", "tongket", "corpus", "run", str(Path(folder) / "corpus"), str(file)]
        peak = shown("run", lambda: peak_of([*command, "--workers", "2"]))
        assert corpus.status().pages == count
        shown("panel", lambda: corpus.panel().fetchall())
        shown("run again, nothing to do", lambda: corpus.run(workers=2))
        shown("dedup", corpus.dedup)
        shown("panel in boundaries of 2025", lambda: corpus.panel("2025").fetchall())
        print(f"a process has at most {peak:.0f} MiB resident; the tables have {corpus.status().bytes >> 20} MiB")


if __name__ == "__main__":
    main()
