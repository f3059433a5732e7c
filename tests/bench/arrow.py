#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What reports as Arrow cost beside parsing them, and beside Python's objects.

usage: python tests/bench/arrow.py [ROUNDS] [PAGES]

Interleaved rounds over 600 pages made of the reports of tests/corpus and 600 of its other news, one thread, processor
time; before anything is timed the rows must be those of Python's objects. Shown are the median of the per-round ratios
and their range. Then a process of its own streams PAGES dense pages (20,000), and its peak of memory is told.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Callable

import pandas as pd
import pyarrow as pa

import tongket
from tongket.frames import records

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "tests/python"))
from rows import rows_of  # noqa: E402

DENSE, NEWS = [], []
for path in sorted((ROOT / "tests/corpus/reports").glob("*.txt")):
    gold = json.loads((path.parents[1] / "gold" / f"{path.stem}.json").read_text("utf-8"))
    (DENSE if gold.get("genre", "review") == "review" else NEWS).append(path.read_text("utf-8"))


def seconds(work: Callable[[], object]) -> float:
    """Processor time of this process, the clean-up of the result included."""
    start = time.process_time()
    work()
    return time.process_time() - start


def stream(texts: list[str] | Iterator[str]) -> int:
    """Takes every batch and drops it."""
    reader = pa.RecordBatchReader.from_stream(tongket.parse_arrow(None, texts, threads=1))
    return sum(len(batch) for batch in reader)


def parse(texts: list[bytes]) -> None:
    """The C++ parse alone, in portions, so that reports are dropped as batches are."""
    core = tongket.Parser()._core
    for begin in range(0, len(texts), 500):
        core.parse_batch(texts[begin : begin + 500])


def objects(texts: list[str]) -> pd.DataFrame:
    """The table of measures by way of Python's objects, as before there was Arrow."""
    names = [column.name for column in tongket.columns("measures")]
    return pd.DataFrame(rows_of(tongket.parse_many(texts, workers=1), "measures"), columns=names)


def frame(texts: list[str]) -> pd.DataFrame:
    """The same by way of Arrow."""
    return tongket.to_frame(tongket.parse_many(texts, workers=1))


def tables(texts: list[str]) -> dict[str, pa.Table]:
    """All flat tables."""
    return tongket.arrow.flat(tongket.parse_arrow(None, texts, threads=1))


def show(what: str, ratios: list[float]) -> None:
    """One line of the result."""
    print(f"{what:58} {statistics.median(ratios):6.2f}  ({min(ratios):.2f} - {max(ratios):.2f})")


def endless(texts: list[str]) -> Iterator[str]:
    """Pages without end, each another str."""
    for number in count():
        yield from (f"{text}{number}" for text in texts)


def print_peak(pages: int) -> None:
    """Streams so many dense pages, and tells the peak of memory."""
    start = time.process_time()
    assert stream(islice(endless(DENSE), pages)) == pages
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    text = sum(len(text.encode()) for text in DENSE) / len(DENSE) * pages / 1e6
    print(f"{pages} pages, {text:.0f} MB: {time.process_time() - start:.1f} s of processor time, peak {peak:.0f} MiB")


def round_of(name: str, texts: list[str]) -> dict[str, float]:
    """The ratios of works that follow one another."""
    array, data = pa.array(texts), [text.encode() for text in texts]
    alone = seconds(lambda: parse(data))
    batches = seconds(lambda: stream(array))
    by_objects = seconds(lambda: objects(texts))
    by_arrow = seconds(lambda: frame(texts))
    flat = seconds(lambda: tables(texts))
    return {
        f"{name}: parse_arrow / the C++ parse": batches / alone,
        f"{name}: parse_arrow and all flat tables / the C++ parse": flat / alone,
        f"{name}: objects to a frame / parse_arrow": (by_objects - alone) / (batches - alone),
        f"{name}: objects to a frame / all flat tables": (by_objects - alone) / (flat - alone),
        f"{name}: objects to a frame / to_frame": (by_objects - alone) / (by_arrow - alone),
        f"{name}: parse and objects to a frame / parse_arrow": by_objects / batches,
    }


def main() -> None:
    """Runs the rounds."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    reports = list(tongket.parse_many(DENSE))
    rows = [tuple(row.values()) for row in records(tongket.to_frame(reports, backend="arrow"))]
    assert rows == rows_of(reports, "measures")

    ratios: dict[str, list[float]] = {}
    for number in range(rounds + 1):
        times = {}
        for name, texts in (("news", NEWS), ("dense", DENSE)):
            times.update(round_of(name, list(islice(endless(texts), 600))))
        if number:  # the first warms up
            for what, ratio in times.items():
                ratios.setdefault(what, []).append(ratio)
    for what, each in ratios.items():
        show(what, each)
    subprocess.run([sys.executable, __file__, "--peak", str(pages)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        print_peak(int(sys.argv[2]))
    else:
        main()
