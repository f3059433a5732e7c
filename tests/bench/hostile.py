#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Shows how parsing time grows on texts built to hurt: seconds at two sizes and their ratio, beside prose.

usage: hostile.py PROGRAM [KILOBYTES]

Linear growth is a ratio of about 2. Nothing is asserted: timings are for people.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

OPENING = (
    "Sở Thông tin và Truyền thông Hà Nam tổng kết công tác năm 2017\n\nNgày 18/01/2018, Sở Thông tin và Truyền thông Hà Nam "
    "tổ chức Hội nghị tổng kết công tác năm 2017 và triển khai nhiệm vụ năm 2018.\n\n"
)
RUNS = {
    "prose": "Doanh thu đạt 520 tỷ đồng, tăng 5% so với năm 2016. ",
    "digits": "1",
    "brackets": "(",
    "semicolons": ";",
    "breakdowns": "trong đó có 5 xã, ",
    "marks on a letter": "a" + "\u0301\u0323" * 50,
    "line breaks": "\n",
    "people": "đồng chí Nguyễn Văn An, ",
    "capitals": "A",
    "dates": "18/01/2018 ",
    "titles": "Giám đốc ",
    "ranks": "TS. ",
    "numbers": "1, ",
    "percentages": "5% ",
    "amounts": "1 tỷ ",
    "openings": "Sở tổ chức hội nghị tổng kết năm 2017. ",
}


def seconds(program: str, run: str, size: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "hostile.txt"
        file.write_text(OPENING + run * (size // len(run.encode()) + 1), encoding="utf-8")
        start = time.perf_counter()
        subprocess.run([program, "parse", "--output", folder, str(file)], check=True)
        return time.perf_counter() - start


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    size = 1000 * int(sys.argv[2] if len(sys.argv) == 3 else 500)
    print(f"{'run':<20}{'seconds':>10}{'twice':>10}{'ratio':>8}")
    for name, run in RUNS.items():
        once, twice = seconds(sys.argv[1], run, size), seconds(sys.argv[1], run, 2 * size)
        print(f"{name:<20}{once:>10.2f}{twice:>10.2f}{twice / once:>8.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
