#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Trains the weights of lib/zones and says how good they are.

usage: train.py rows PROGRAM      writes the feature rows of all labelled pages whose texts are at hand (PROGRAM: tongket-rows)
       train.py words PROGRAM     chooses the phrases of lib/lexicon/evidence.tsv from those texts; rebuild, then `rows`
       train.py weights           trains on the rows, writes lib/zones/weights.tsv and the figures of docs/quality.md
       train.py check             trains and compares with the weights there; exit status 1 where they differ
       train.py validate          cross-validation by page, and ../shared/wild left out

Texts of tools/train/pages are looked for in ../shared/pages and in the folders that the variable PAGES names.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

from corpora import ROOT, read_rows, rows_of, sources, text_folders
from evidence import Chain, Page, accuracy, feature_counts

ZONES = "boilerplate title dateline lead caption opening achievements shortcomings tasks speech awards other byline".split()
WEIGHTS = ROOT / "lib" / "zones" / "weights.tsv"
EVIDENCE = ROOT / "lib" / "lexicon" / "evidence.tsv"
SMOOTHING = 4.0
LEAST_PAGES = 3  # a feature that fewer pages have is left out
UNIT = 100  # weights are whole numbers of this part of the natural unit
LEAST_WEIGHT = 0.03
FOLDS = 10


def features_of(pages: list[Page]) -> list[str]:
    counts = feature_counts(pages)
    return sorted(name for name, count in counts.items() if count >= LEAST_PAGES)


def train(pages: list[Page]) -> Chain:
    chain = Chain(ZONES, features_of(pages))
    chain.fit(pages, SMOOTHING)
    return chain.rounded(UNIT, LEAST_WEIGHT)


def labelled() -> dict[str, list[Page]]:
    """Returns the pages by group. Only reviews are examples of zones: in other news the guide leaves much open."""
    groups: dict[str, list[Page]] = {}
    for source in sources([]):
        if source.labels["genre"] == "review":
            groups.setdefault(source.group, []).append(read_rows(source.name))
    return groups


def choose_words(program: Path) -> None:
    """Writes the phrases of one to three syllables that enough pages have."""
    pages_with: Counter[str] = Counter()
    groups = labelled_sources()
    for source in groups:
        output = subprocess.run([program, "--words", source.text], check=True, capture_output=True).stdout.decode()
        seen: set[str] = set()
        for line in output.splitlines()[1:]:
            words = line.split("\t")[3].split(" ")
            for n in (1, 2, 3):
                for at in range(len(words) - n + 1):
                    phrase = words[at : at + n]
                    if "_" not in phrase and all(any(c.isalpha() for c in word) for word in phrase):
                        if n < 3 or at < 3:
                            seen.add(" ".join(phrase))
        pages_with.update(seen)
    least = {1: 12, 2: 8, 3: 8}
    chosen = sorted(p for p, n in pages_with.items() if n >= least[p.count(" ") + 1] and "|" not in p and ";" not in p)
    lines = ["# Phrases that may speak for or against a zone: those that many labelled pages have, chosen by tools/train/train.py.\n",
             "# Which zone they speak for says lib/zones/weights.tsv.\n", "# class\tphrase\tnumber\n"]
    EVIDENCE.write_text("".join(lines) + "".join(f"evidence\t{p}\t{k}\n" for k, p in enumerate(chosen)), encoding="utf-8")
    print(len(chosen), "phrases")


def labelled_sources():
    return [s for s in sources(text_folders()) if s.text is not None and s.labels["genre"] != "other"]


def validate() -> None:
    groups = labelled()
    pages = [page for name in sorted(groups) for page in groups[name]]
    by_group = {page.name: name for name in groups for page in groups[name]}
    right: dict[str, list[float]] = {}
    margins = []
    confusion: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        held = [page for k, page in enumerate(pages) if k % FOLDS == fold]
        chain = train([page for k, page in enumerate(pages) if k % FOLDS != fold])
        for page in held:
            said, by = chain.decode(page)
            cell = right.setdefault(by_group[page.name], [0, 0])
            for size, label, zone, margin in zip(page.sizes, page.labels, said, by):
                cell[0] += size * (label == zone)
                cell[1] += size
                margins.append((margin, size, label == zone))
                if label != zone:
                    confusion[label, zone] += size
    for name, (hits, whole) in sorted(right.items()):
        print(f"cross-validation  {name:8} {hits / whole:.3f}")
    rest = [page for name in groups if name != "wild" for page in groups[name]]
    print(f"wild left out              {accuracy(train(rest), groups['wild']):.3f}")
    for least in (0, 50, 100, 150, 200, 300, 400, 600):
        chosen = [(size, ok) for margin, size, ok in margins if margin >= least]
        print(f"margin >= {least:4}: {sum(s for s, _ in chosen) / sum(s for _, s, _ in margins):.3f} of the text, "
              f"{sum(s * ok for s, ok in chosen) / sum(s for s, _ in chosen):.3f} right")
    for (label, zone), size in confusion.most_common(16):
        print(f"{label:>13} -> {zone:13} {size}")


def main() -> int:
    match sys.argv[1:]:
        case ["rows", program]:
            rows_of(Path(program).resolve(), sources(text_folders()))
        case ["words", program]:
            choose_words(Path(program).resolve())
        case ["weights"]:
            groups = labelled()
            chain = train([page for name in sorted(groups) for page in groups[name]])
            header = ["What speaks for and against the zones of a sentence: made by tools/train/train.py, do not edit.",
                      "feature<TAB>zone=weight ..."]
            WEIGHTS.write_text(chain.text(header), encoding="utf-8")
        case ["validate"]:
            validate()
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
