#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""tongket beside other tools that analysts reach for, on the same pages in one interleaved run.

usage: python tests/bench/peers.py [--shared DIR] [--rounds N]

Shown are, for each tool, how many times as fast tongket is (median of the per-round ratios, smallest, largest) and how
many of the measures that careful readers annotated it finds with the right value. Needs `pip install tongket underthesea
quantulum3 duckling` (underthesea >= 6.8, quantulum3 >= 0.9, duckling 1.8 with a Java runtime); a tool that is missing or
does not start is named and left out.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import time
import warnings
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Callable, Iterable

import tongket

ROOT = Path(__file__).resolve().parents[2]

#: Reads a text into values; None where the tool is not for values.
Tool = tuple[str, str, Callable[[str], object], "Callable[[str], Iterable[Decimal]] | None"]

SCALES = {"nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tr": 6, "tỷ": 9, "tỉ": 9}
UNITS = (
    "đồng USD % km km2 m m2 m3 ha tấn tạ kg lít MW GWh kWh người hộ xã huyện tỉnh thôn trạm máy thuê bao đơn vị dự án "
    "đề tài văn bản hồ sơ cuộc lớp vụ lượt giờ ngày tháng năm tin bài điểm trang doanh nghiệp cơ quan trường học sinh"
)


def number(text: str) -> Decimal | None:
    """A number as Vietnam writes it: a point parts thousands, a comma decimals."""
    try:
        return Decimal(text.replace(".", "").replace(",", ".") if re.search(r"\.\d{3}(\D|$)|,", text) else text)
    except InvalidOperation:
        return None


def straightforward() -> Callable[[str], list[Decimal]]:
    """What one writes in ten minutes: a number, maybe a scale, and one of forty units behind it."""
    words = "|".join(sorted((re.escape(unit) for unit in UNITS.split()), key=len, reverse=True))
    pattern = re.compile(rf"(\d+(?:[.,]\d+)*)\s*({'|'.join(SCALES)})?\s*(?:{words})", re.IGNORECASE)

    def values(text: str) -> list[Decimal]:
        found = []
        for digits, scale in pattern.findall(text):
            value = number(digits)
            if value is not None:
                found.append(value.scaleb(SCALES.get(scale.lower(), 0)))
        return found

    return values


def of_tongket(text: str) -> list[Decimal]:
    """The values of all measures."""
    return [measure.value for measure in tongket.parse(text).measures]


def tools() -> list[Tool]:
    """The peers that are there."""
    found: list[Tool] = []

    def have(name: str, purpose: str, make: Callable[[], tuple[Callable[[str], object], object]]) -> None:
        try:
            run, values = make()
            run("Năm 2017 đạt 12 km")
        except Exception as error:  # noqa: BLE001 - whatever keeps a peer from starting is told
            print(f"{name}: left out ({type(error).__name__}: {str(error).splitlines()[0][:90] if str(error) else ''})")
            return
        found.append((name, purpose, run, values))  # type: ignore[arg-type]

    def segmentation() -> tuple[Callable[[str], object], None]:
        from underthesea import word_tokenize

        return word_tokenize, None

    def entities() -> tuple[Callable[[str], object], None]:
        from underthesea import ner

        return ner, None

    def quantulum() -> tuple[Callable[[str], object], Callable[[str], list[Decimal]]]:
        from quantulum3 import parser

        return parser.parse, lambda text: [Decimal(repr(q.value)) for q in parser.parse(text)]

    def duckling() -> tuple[Callable[[str], object], Callable[[str], list[Decimal]]]:
        import duckling as package
        import jpype

        jars = [str(path) for path in (Path(package.__file__).parent / "jars").glob("*.jar")]
        jpype.startJVM(classpath=jars, convertStrings=True)
        wrapper = package.DucklingWrapper(language=package.Language.VIETNAMESE, jvm_started=True)

        def values(text: str) -> list[Decimal]:
            found = wrapper.parse_number(text)
            return [Decimal(repr(float(item["value"]["value"]))) for item in found]

        return values, values

    def plain() -> tuple[Callable[[str], object], Callable[[str], list[Decimal]]]:
        values = straightforward()
        return values, values

    have("re", "numbers with a scale and a unit", plain)
    have("underthesea word_tokenize", "words of Vietnamese", segmentation)
    have("underthesea ner", "names of persons, places, bodies", entities)
    have("quantulum3", "quantities in English", quantulum)
    have("duckling", "numbers in Vietnamese (the Clojure version)", duckling)
    return found


def found_of(wanted: list[Decimal], values: Iterable[Decimal]) -> int:
    """How many of the annotated values a tool gave, each counted once."""
    given = Counter(value.normalize() for value in values)
    return sum(min(count, given[value]) for value, count in Counter(v.normalize() for v in wanted).items())


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """Processor time over all texts."""
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def main() -> None:
    """Runs the comparison."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="where reports/ and gold/ are")
    arguments.add_argument("--rounds", type=int, default=9)
    options = arguments.parse_args()
    warnings.simplefilter("ignore")
    if (options.shared / "gold").is_dir():
        pages, gold = options.shared / "reports", options.shared / "gold"
    else:
        pages, gold = ROOT / "examples/reports", ROOT / "examples/gold"
    names = sorted(path.stem for path in gold.glob("*.json"))
    texts = [(pages / f"{name}.txt").read_text("utf-8") for name in names]
    wanted = []
    for name in names:
        measures = json.loads((gold / f"{name}.json").read_text("utf-8"))["measures"]
        wanted.append([Decimal(str(measure["value"])) for measure in measures])
    total = sum(map(len, wanted))
    peers = tools()
    ratios: dict[str, list[float]] = {peer[0]: [] for peer in peers}
    for _ in range(options.rounds):
        ours = seconds(tongket.parse, texts * 20) / 20
        for name, _, run, _ in peers:
            ratios[name].append(seconds(run, texts) / ours)
    print(f"\n{len(texts)} reports, {sum(len(t.encode()) for t in texts):,} bytes, {options.rounds} rounds\n")
    print(f"{'tool':28} {'times as slow':>24}  {'right values':>14}  for")

    def score(values: Callable[[str], Iterable[Decimal]]) -> str:
        return f"{sum(found_of(w, values(text)) for w, text in zip(wanted, texts))} of {total}"

    print(f"{'tongket':28} {'1':>24}  {score(of_tongket):>14}  reports: this and all else that they say")
    for name, purpose, _, values in peers:
        spread = ratios[name]
        shown = f"{statistics.median(spread):.1f} ({min(spread):.1f} - {max(spread):.1f})"
        print(f"{name:28} {shown:>24}  {score(values) if values else '-':>14}  {purpose}")


if __name__ == "__main__":
    main()
