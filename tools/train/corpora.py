# SPDX-License-Identifier: BSL-1.0
"""The labelled pages that training reads, and their feature rows.

A page is either annotated in full beside its text (tests/corpus, examples, ../shared, ../shared/wild: gold files as
docs/quality.md describes them), or, where the text is other people's, by tools/train/pages/NAME.json: where the page is
found, its checksum, and labels with their places in code points. Feature rows are kept in tools/train/rows, so that
training needs no text.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evidence import Page

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
ROWS = HERE / "rows"


@dataclass
class Source:
    """A labelled page: its set, its labels, and its text where that is at hand."""

    name: str
    group: str  # corpus, shared, wild, pages or generated
    labels: dict[str, Any]
    text: Path | None


def sources(pages: list[Path]) -> list[Source]:
    """Returns all labelled pages. `pages` are folders in which to look for the texts of tools/train/pages.

    The `test` split of the project's corpus is never among them.
    """
    found: list[Source] = []
    corpus = ROOT / "tests" / "corpus"
    for line in (corpus / "split.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#") and not line.endswith("\ttest"):
            found.append(full(corpus, line.split("\t")[0], "corpus"))
    for folder, group in (
        (ROOT / "examples", "corpus"),
        (ROOT.parent / "shared", "shared"),
        (ROOT.parent / "shared" / "wild", "wild"),
    ):
        found += [full(folder, path.stem, group) for path in sorted((folder / "gold").glob("*.json"))]
    for path in sorted((HERE / "pages").glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        text = next((folder / f"{path.stem}.txt" for folder in pages if (folder / f"{path.stem}.txt").is_file()), None)
        generated = path.stem.startswith("generated-")
        # What is generated is pinned by its seed.
        if text and not generated and hashlib.sha256(text.read_bytes()).hexdigest() != labels["sha256"]:
            raise SystemExit(f"{text}: not the text that was labelled")
        found.append(Source(path.stem, "generated" if generated else "pages", labels, text))
    return found


def full(folder: Path, name: str, group: str) -> Source:
    """Returns a page annotated in full, its quotes turned into places."""
    text = folder / "reports" / f"{name}.txt"
    gold = json.loads((folder / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return Source(name, group, placed(text.read_bytes().decode("utf-8"), gold), text)


def placed(text: str, gold: dict[str, Any]) -> dict[str, Any]:
    """Returns the labels that training reads, with places in code points instead of quotes."""

    def place(item: dict[str, Any], key: str = "quote") -> list[int]:
        at = -1
        for _ in range(item.get("nth", 1)):
            at = text.index(item[key], at + 1)
        return [at, at + len(item[key])]

    zones = gold["zones"]
    return {
        "genre": gold.get("genre", "review"),
        "zones": [[0 if k == 0 else place(zone, "at")[0], zone["zone"]] for k, zone in enumerate(zones)],
        **{kind: [place(item) for item in gold.get(kind, [])] for kind in ("delegations", "shortcomings")},
        "targets": [
            [*place(item), "task" if item["source"] == "plan" else "request"] for item in gold.get("targets", [])
        ],
    }


def rows_of(program: Path, found: list[Source]) -> None:
    """Writes the feature rows of the reviews whose texts are at hand: only they are trained on."""
    ROWS.mkdir(exist_ok=True)
    for source in found:
        if source.text is None or source.labels["genre"] != "review":
            continue
        output = subprocess.run([program, source.text], check=True, capture_output=True).stdout.decode("utf-8")
        data = source.text.read_bytes()
        text = data.decode("utf-8")
        index = {}
        at = 0
        for k, letter in enumerate(text):
            index[at] = k
            at += len(letter.encode("utf-8"))
        index[at] = len(text)
        zone_at = []
        starts = [begin for begin, _ in source.labels["zones"]] + [len(text)]
        for (begin, zone), end in zip(source.labels["zones"], starts[1:]):
            zone_at += [zone] * (end - begin)
        sentences, clauses = output.split("clauses\n")
        lines = []
        for line in sentences.splitlines()[1:]:
            begin, end, step, features = line.split("\t")
            votes: dict[str, int] = {}
            for k in range(index[int(begin)], index[int(end)]):
                if not text[k].isspace():
                    votes[zone_at[k]] = votes.get(zone_at[k], 0) + 1
            label = max(votes, key=lambda zone: votes[zone])
            lines.append(f"{label}\t{sum(votes.values())}\t{step}\t{unordered(features)}\n")
        lines.append("clauses\n")
        stated = [(a, b, "failing") for a, b in source.labels["shortcomings"]]
        stated += [(a, b, kind) for a, b, kind in source.labels["targets"]]
        for line in clauses.splitlines():
            begin, end, step, features, sentence = line.split("\t")
            label = clause_label(index[int(begin)], index[int(end)], stated)
            lines.append(f"{label}\t{sentence}\t{step}\t{unordered(features)}\n")
        (ROWS / f"{source.name}.tsv").write_text("".join(lines), encoding="utf-8")


def unordered(features: str) -> str:
    """Returns the features of a place in alphabetic order, each once: what order the words had is not kept."""
    return "|".join(sorted(set(features.split("|"))))


def clause_label(begin: int, end: int, stated: list[tuple[int, int, str]]) -> str:
    """Returns what most of a clause, or most of what is stated inside it, is; `other` where it states nothing."""
    best, label = 0, "other"
    for a, b, kind in stated:
        common = min(b, end) - max(a, begin)
        if common > best and (2 * common >= end - begin or 2 * common >= b - a):
            best, label = common, kind
    return label


# Kinds of features that speak for the neighbours of their sentence or clause too, as lib/zones/features.cpp has them.
NEIGHBOURLY = frozenset(["shape", "opens", "period", "people", "agency", "modal", "cue", "near", "first", "rule"])


def with_neighbours(page: Page) -> None:
    """Adds to each place what its neighbours have."""
    reaching = [[name for name in own if name.split(":")[0] in NEIGHBOURLY] for own in page.features]
    for k, own in enumerate(page.features):
        own += [f"before-{name}" for name in reaching[k - 1]] if k > 0 else []
        own += [f"after-{name}" for name in reaching[k + 1]] if k + 1 < len(reaching) else []


def read_rows(name: str) -> tuple[Page, Page]:
    """Returns the labelled sentences and clauses of a page. The `sizes` of clauses are the numbers of their sentences."""
    pages = Page(name), Page(name)
    which = 0
    for line in (ROWS / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line == "clauses":
            which = 1
            continue
        label, size, step, features = line.split("\t")
        page = pages[which]
        page.labels.append(label)
        page.sizes.append(int(size))
        page.steps.append(step)
        page.features.append(features.split("|") if features else [])
    for page in pages:
        with_neighbours(page)
    return pages


def text_folders() -> list[Path]:
    """Returns where texts of other people's pages may lie: ../shared/pages and the folders that PAGES names."""
    named = [Path(folder) for folder in os.environ.get("PAGES", "").split(os.pathsep) if folder]
    return [ROOT.parent / "shared" / "pages", *named]
