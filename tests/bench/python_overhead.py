#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""How much the Python package adds to the C++ parse, and what a second core brings.

usage: python tests/bench/python_overhead.py [ROUNDS]

Interleaved rounds over the sample reports, every text a new str. Answers are verified before anything is timed. Shown
are the median of the per-round ratios and their range.
"""

from __future__ import annotations

import statistics
import sys
import time
from functools import partial
from pathlib import Path
from typing import Callable

import tongket

ROOT = Path(__file__).resolve().parents[2]
FILES = [*sorted((ROOT / "tests/corpus/reports").glob("*.txt")), *sorted((ROOT / "examples/reports").glob("*.txt"))]
TEXTS = [path.read_text("utf-8") for path in FILES]


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, the clean-up of its result included."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def parse_each(texts: list[str]) -> list[tongket.Report]:
    """The reports of all texts, one by one."""
    return [tongket.parse(text) for text in texts]


def show(what: str, ratios: list[float]) -> None:
    """One line of the result."""
    print(f"{what:44} {statistics.median(ratios):6.3f}  ({min(ratios):.3f} - {max(ratios):.3f})")


def main() -> None:
    """Runs the rounds."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    core = tongket.Parser()._core
    batch = core.parse_batch([text.encode() for text in TEXTS])
    assert [tongket.parse(text) for text in TEXTS] == [tongket.Report(data) for data in batch]
    many = TEXTS * 30
    assert [r.source for r in tongket.parse_many(many, workers=2)] == many

    overhead, cores = [], []
    for number in range(rounds):
        fresh = [f"{text}{number % 10}" for text in TEXTS]  # a str caches nothing of another
        data = [text.encode() for text in fresh]
        # One call for all, without the GIL and from bytes: the C++ parse and next to nothing else.
        one = seconds(partial(core.parse_batch, data))
        each = seconds(partial(parse_each, fresh))
        overhead.append(each / one)
        single = seconds(lambda: sum(1 for _ in tongket.parse_many(many, workers=1)))
        double = seconds(lambda: sum(1 for _ in tongket.parse_many(many, workers=2)))
        cores.append(single / double)
    show("tongket.parse / the C++ parse", overhead)
    show("parse_many: 1 worker / 2 workers", cores)


if __name__ == "__main__":
    main()
