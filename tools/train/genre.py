# SPDX-License-Identifier: BSL-1.0
"""The pages that the genre is trained on: whether each is a report of a review conference, and its features.

`genre/labels.tsv` has a line for each: NAME, GROUP, LABEL. Groups: `corpus`, `shared`, `wild` (annotated in full),
`pages` (tools/train/pages), `news` (articles of the data set that tools/train/pages names, which an earlier model took
for reports or nearly; labelled by reading) and `random` (articles of the same set picked at random and not read: of
10,000 some 50 are reports). Labels: `review`, `touch` (a review conference is only the occasion), `meeting`, `other`.
`genre/features.txt` names the features, `genre/rows.tsv` has those of each page by their numbers, in order.
"""

from __future__ import annotations

import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from corpora import HERE, Source
from evidence import Page

FOLDER = HERE / "genre"
LEAST_PAGES = 3


@dataclass
class Example:
    """A page with its label and its features."""

    name: str
    group: str
    label: str
    features: list[str]

    def page(self) -> Page:
        """The example as a chain of one place."""
        return Page(self.name, ["next"], [self.features], ["report" if self.label == "review" else "other"], [1])


def read_labels() -> dict[str, tuple[str, str]]:
    """Returns group and label by name."""
    lines = (FOLDER / "labels.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {name: (group, label) for name, group, label in cells}


def read_examples() -> list[Example]:
    """Returns all labelled pages, in the order of their names."""
    names = (FOLDER / "features.txt").read_text(encoding="utf-8").splitlines()
    labels = read_labels()
    examples = []
    for line in (FOLDER / "rows.tsv").read_text(encoding="utf-8").splitlines():
        name, numbers = line.split("\t")
        group, label = labels[name]
        examples.append(Example(name, group, label, [names[int(k)] for k in numbers.split()]))
    return examples


def write_rows(program: Path, found: list[Source], folders: list[Path]) -> None:
    """Writes the features of the labelled pages, all of whose texts must be at hand."""
    texts = {source.name: source.text for source in found}
    features: dict[str, list[str]] = {}
    for name in sorted(read_labels()):
        text = texts.get(name) or next(
            (folder / f"{name}.txt" for folder in folders if (folder / f"{name}.txt").is_file()), None
        )
        if text is None:
            raise SystemExit(f"no text of {name}")
        output = subprocess.run([program, "--genre", text], check=True, capture_output=True).stdout.decode("utf-8")
        row = output.splitlines()[1]
        features[name] = row.split("|") if row else []
    counts = Counter(feature for row in features.values() for feature in row)
    kept = sorted(feature for feature, count in counts.items() if count >= LEAST_PAGES)
    number = {feature: k for k, feature in enumerate(kept)}
    (FOLDER / "features.txt").write_text("".join(f"{feature}\n" for feature in kept), encoding="utf-8")
    lines = []
    for name, row in features.items():
        numbers = " ".join(str(k) for k in sorted(number[feature] for feature in row if feature in number))
        lines.append(f"{name}\t{numbers}\n")
    (FOLDER / "rows.tsv").write_text("".join(lines), encoding="utf-8")
