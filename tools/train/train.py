#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Trains the weights of lib/zones, lib/statements and lib/genre, and says how good they are.

usage: train.py words PROGRAM     chooses the phrases of lib/lexicon/evidence.tsv; build anew, then `rows`
       train.py rows PROGRAM      writes the feature rows of the reviews whose texts are at hand
       train.py genre PROGRAM     writes the rows that the genre is trained on; all texts must be at hand
       train.py weights           trains on the rows and writes the weights
       train.py check             trains on the rows and compares; exit status 1 where the weights there are others
       train.py validate          cross-validation by page, and what comes of leaving ../shared/wild out

PROGRAM is build/release/tools/train/tongket-rows. Texts of tools/train/pages are looked for in ../shared/pages and in
the folders that the variable PAGES names.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from corpora import ROOT, read_rows, rows_of, sources, text_folders
from evidence import Chain, Page, feature_counts
from genre import Example, read_examples, write_rows

ZONES = [
    "boilerplate",
    "title",
    "dateline",
    "lead",
    "caption",
    "opening",
    "achievements",
    "shortcomings",
    "tasks",
    "speech",
    "awards",
    "other",
    "byline",
]
CLAUSES = ["other", "failing", "task", "request"]
ZONE_WEIGHTS = ROOT / "lib" / "zones" / "weights.tsv"
CLAUSE_WEIGHTS = ROOT / "lib" / "statements" / "weights.tsv"
GENRES = ["other", "report"]
GENRE_WEIGHTS = ROOT / "lib" / "genre" / "weights.tsv"
EVIDENCE = ROOT / "lib" / "lexicon" / "evidence.tsv"
SMOOTHING = {"zones": 8.0, "clauses": 4.0, "genre": 8.0}
LEAST_PAGES = 3  # a feature that fewer pages have is left out
UNIT = 100  # weights are whole numbers of this part of the natural unit
LEAST_WEIGHT = 0.03
FOLDS = 5
GROUPS = ("corpus", "generated", "news", "pages", "random", "shared", "wild")


@dataclass
class Labelled:
    """A labelled page: its sentences with zones, its clauses with kinds, and whether it is a review."""

    name: str
    group: str
    review: bool
    sentences: Page
    clauses: Page


def labelled() -> list[Labelled]:
    """Returns the pages that examples are taken from.

    Only reviews are: in other news of meetings the guide leaves much open.
    """
    found = []
    for source in sources([]):
        if source.labels["genre"] == "review":
            sentences, clauses = read_rows(source.name)
            found.append(Labelled(source.name, source.group, True, sentences, clauses))
    return found


def fit(labels: list[str], pages: list[Page], smoothing: float) -> Chain:
    """Returns the chain trained on some pages, in whole numbers."""
    features = sorted(name for name, count in feature_counts(pages).items() if count >= LEAST_PAGES)
    chain = Chain(labels, features)
    chain.fit(pages, smoothing)
    return chain.rounded(UNIT, LEAST_WEIGHT)


def with_hand_weights(chain: Chain, trained: Path) -> Chain:
    """Returns the chain as the library has it: with the weights set by hand beside the trained ones added."""
    return chain.plus(trained.with_name("hand_weights.tsv").read_text(encoding="utf-8"))


def folds(pages: list[Labelled]) -> list[tuple[list[Labelled], list[Labelled]]]:
    """Returns (pages to train on, pages kept back) for each fold."""
    return [
        (
            [page for k, page in enumerate(pages) if k % FOLDS != fold],
            [page for k, page in enumerate(pages) if k % FOLDS == fold],
        )
        for fold in range(FOLDS)
    ]


def with_zones(page: Labelled, zones: list[str]) -> Page:
    """Returns the clauses of a page with the zones of their sentences among their features."""
    clauses = page.clauses
    features = [[*own, f"zone:{zones[sentence]}"] for own, sentence in zip(clauses.features, clauses.sizes)]
    return Page(page.name, clauses.steps, features, clauses.labels, clauses.sizes)


def zones_unseen(pages: list[Labelled]) -> dict[str, list[str]]:
    """Returns the zones of each page as decided by a chain that has not seen it."""
    found = {}
    for rest, kept in folds(pages):
        chain = with_hand_weights(fit(ZONES, [page.sentences for page in rest], SMOOTHING["zones"]), ZONE_WEIGHTS)
        for page in kept:
            found[page.name] = chain.decode(page.sentences)[0]
    return found


def train(pages: list[Labelled]) -> tuple[Chain, Chain]:
    """Returns the chains of zones and of clauses.

    Clauses are trained with the zones that would be decided for them on an unknown page, not with the true ones.
    """
    unseen = zones_unseen(pages)
    zones = fit(ZONES, [page.sentences for page in pages], SMOOTHING["zones"])
    return zones, fit(CLAUSES, [with_zones(page, unseen[page.name]) for page in pages], SMOOTHING["clauses"])


def shipped(chains: tuple[Chain, Chain]) -> tuple[Chain, Chain]:
    """Returns the chains of zones and of clauses with the weights set by hand."""
    return with_hand_weights(chains[0], ZONE_WEIGHTS), with_hand_weights(chains[1], CLAUSE_WEIGHTS)


def train_genre(examples: list[Example]) -> Chain:
    """Returns the model of the genre: a chain of one place a page."""
    return fit(GENRES, [example.page() for example in examples], SMOOTHING["genre"])


def texts(zones: Chain, clauses: Chain, genre: Chain) -> dict[Path, str]:
    """Returns the content of the weight files."""
    note = ["Made by tools/train/train.py: do not edit. feature<TAB>label=weight ..."]
    return {
        ZONE_WEIGHTS: zones.text(["What speaks for and against the zones of a sentence.", *note]),
        CLAUSE_WEIGHTS: clauses.text(["What speaks for and against the kinds of a clause.", *note]),
        GENRE_WEIGHTS: genre.text(["What speaks for and against a report of a review conference.", *note]),
    }


def choose_words(program: Path) -> None:
    """Writes the phrases of one to three syllables that enough pages have."""
    pages_with: Counter[str] = Counter()
    for source in sources(text_folders()):
        if source.text is None or source.labels["genre"] == "other":
            continue
        output = subprocess.run([program, "--words", source.text], check=True, capture_output=True).stdout.decode(
            "utf-8"
        )
        seen: set[str] = set()
        for line in output.splitlines()[1:]:
            words = line.split("\t")[3].split(" ")
            for n in (1, 2, 3):
                for at in range(len(words) - n + 1):
                    phrase = words[at : at + n]
                    # Three syllables only where a sentence begins.
                    if all(any(c.isalpha() for c in word) for word in phrase) and (n < 3 or at < 3):
                        seen.add(" ".join(phrase))
        pages_with.update(seen)
    least = {1: 12, 2: 8, 3: 8}
    chosen = sorted(
        p
        for p, n in pages_with.items()
        if n >= least[p.count(" ") + 1] and "_" not in p and "|" not in p and ";" not in p
    )
    head = (
        "# Phrases that may speak for or against a zone: those that many labelled pages have, chosen by tools/train/train.py.\n"
        "# What they speak for says lib/zones/weights.tsv.\n# class\tphrase\tnumber\n"
    )
    lines = "".join(f"evidence\t{phrase}\t{k}\n" for k, phrase in enumerate(chosen))
    EVIDENCE.write_text(head + lines, encoding="utf-8")
    print(len(chosen), "phrases")


def validate(pages: list[Labelled]) -> None:
    """Prints the share of right decisions on pages kept back."""
    share: dict[tuple[str, str], list[int]] = {}
    scores: dict[str, Counter[str]] = {kind: Counter() for kind in CLAUSES}
    margins: list[tuple[float, int, bool]] = []

    def judge(what: str, page: Labelled, zones: Chain, clauses: Chain, note: Callable[[str, str, str], None]) -> None:
        # What is generated is easy: it says nothing of how other pages are read.
        if page.group == "generated":
            return
        said, by = zones.decode(page.sentences)
        cell = share.setdefault((what, page.group), [0, 0])
        for size, label, zone, margin in zip(page.sentences.sizes, page.sentences.labels, said, by):
            cell[0] += size * (label == zone)
            cell[1] += size
            if what == "cross-validation":
                margins.append((margin, size, label == zone))
        for label, kind in zip(page.clauses.labels, clauses.decode(with_zones(page, said))[0]):
            note(what, label, kind)

    f1: dict[tuple[str, str], Counter[str]] = {}

    def note(what: str, label: str, kind: str) -> None:
        for name in CLAUSES[1:]:
            cell = f1.setdefault((what, name), Counter())
            cell["hit"] += label == kind == name
            cell["gold"] += label == name
            cell["said"] += kind == name

    for rest, kept in folds(pages):
        chains = shipped(train(rest))
        for page in kept:
            judge("cross-validation", page, *chains, note)
    chains = shipped(train([page for page in pages if page.group != "wild"]))
    for page in pages:
        if page.group == "wild":
            judge("wild left out", page, *chains, note)
    chains = shipped(train(pages))
    for page in pages:
        judge("training", page, *chains, note)
    for (what, group), (hits, whole) in sorted(share.items()):
        print(f"zones    {what:17} {group:8} {hits / whole:.3f}")
    for (what, name), cell in sorted(f1.items()):
        print(f"clauses  {what:17} {name:8} {2 * cell['hit'] / max(1, cell['gold'] + cell['said']):.3f}")
    whole = sum(size for _, size, _ in margins)
    for least in (0, 100, 200, 300, 400, 500, 550, 600, 700, 800, 850, 900):
        chosen = [(size, ok) for margin, size, ok in margins if margin >= least]
        kept_share = sum(size for size, _ in chosen)
        print(
            f"margin >= {least:4}: {kept_share / whole:.3f} of the text, {sum(s * ok for s, ok in chosen) / max(1, kept_share):.3f} right"
        )


def validate_genre(examples: list[Example]) -> None:
    """Prints which share of pages kept back passes at some scores, by group and label."""
    passed: dict[tuple[str, str], list[float]] = {}
    for fold in range(FOLDS):
        chain = with_hand_weights(
            train_genre([example for k, example in enumerate(examples) if k % FOLDS != fold]), GENRE_WEIGHTS
        )
        for example in examples[fold::FOLDS]:
            group = (
                example.group
                if example.group in ("news", "random")
                else "own"
                if example.group == "corpus"
                else "others"
            )
            scores = chain.scores(example.page())[0] / UNIT
            passed.setdefault((group, example.label), []).append(1 / (1 + np.exp(scores[0] - scores[1])))
    for (group, label), values in sorted(passed.items()):
        shares = ", ".join(
            f"{least}: {sum(v >= least for v in values)}" for least in (0.02, 0.05, 0.1, 0.3, 0.5, 0.7, 0.9)
        )
        print(f"genre    {group:8} {label:8} of {len(values):5} at {shares}")


def check(pages: list[Labelled], examples: list[Example]) -> int:
    """Compares the weights there with those that the rows give, and returns how many differ.

    Another processor may round a weight the other way, or drop one that is just below the least.
    """
    dropped_below = UNIT * LEAST_WEIGHT + 1
    wrong = 0
    for path, text in texts(*train(pages), train_genre(examples)).items():
        there, here = (
            {
                (name, label): int(weight)
                for name, cells in (line.split("\t") for line in content.splitlines() if line and line[0] != "#")
                for label, weight in (cell.split("=") for cell in cells.split())
            }
            for content in (path.read_text(encoding="utf-8"), text)
        )
        for key in sorted(there.keys() | here.keys()):
            known, trained = there.get(key), here.get(key)
            if known is not None and trained is not None:
                same = abs(known - trained) <= 1
            else:
                same = abs(known or trained or 0) <= dropped_below
            if not same:
                print(f"{path.name}: {key[0]} {key[1]}: {known} there, {trained} trained")
                wrong += 1
        if abs(len(there) - len(here)) > len(there) // 100:
            print(f"{path.name}: {len(there)} weights there, {len(here)} trained")
            wrong += 1
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["words", "rows", "genre", "weights", "check", "validate"])
    parser.add_argument("program", nargs="?", type=Path, help="build/release/tools/train/tongket-rows")
    parser.add_argument("--without", choices=GROUPS, help="leave the pages of a group out")
    arguments = parser.parse_args()
    if arguments.task in ("words", "rows", "genre"):
        if arguments.program is None or arguments.without:
            parser.error(f"{arguments.task} takes PROGRAM, and no --without")
        program = arguments.program.resolve()
        if arguments.task == "words":
            choose_words(program)
        elif arguments.task == "genre":
            write_rows(program, sources(text_folders()), text_folders())
        else:
            rows_of(program, sources(text_folders()))
        return 0
    pages = [page for page in labelled() if page.group != arguments.without]
    examples = [example for example in read_examples() if example.group != arguments.without]
    if arguments.task == "check":
        return 1 if check(pages, examples) else 0
    if arguments.task == "validate":
        validate(pages)
        validate_genre(examples)
        return 0
    for path, text in texts(*train(pages), train_genre(examples)).items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
