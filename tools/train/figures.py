#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Keeps full annotations of other people's pages as facts and places, and restores them beside the texts.

usage: figures.py pack GOLD TEXTS    writes tools/train/figures/NAME.json for each GOLD/NAME.json
       figures.py restore OUT        writes OUT/gold and OUT/reports of the pages whose texts are at hand, to be scored

Texts are looked for as tools/train/train.py does. The project holds none of their sentences: whatever is longer than a
name is kept as its place, in code points. The zones of the pages are those of tools/train/pages.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from corpora import HERE, text_folders

FIGURES = HERE / "figures"
LONGEST_NAME = 24  # code points; longer strings are kept as places
PLACE = "place"
ZONE_OPENING = 60  # code points by which the beginning of a zone is shown


def packed(value: Any, text: str) -> Any:
    """Returns an annotation with its longer strings replaced by their places.

    Raises:
        ValueError: a quotation does not stand in the text.
    """
    if isinstance(value, list):
        return [packed(item, text) for item in value]
    if isinstance(value, dict):
        found = {key: packed(item, text) for key, item in value.items() if key != "nth"}
        if "quote" in value:
            at = -1
            for _ in range(value.get("nth", 1)):
                at = text.index(value["quote"], at + 1)
            found["quote"] = {PLACE: [at, at + len(value["quote"])]}
        return found
    if isinstance(value, str) and len(value) > LONGEST_NAME and (at := text.find(value)) >= 0:
        return {PLACE: [at, at + len(value)]}
    return value


def restored(value: Any, text: str) -> Any:
    """Returns what `packed` replaced; a quotation that is not the first of its words has its number, `nth`."""
    if isinstance(value, list):
        return [restored(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {PLACE}:
        begin, end = value[PLACE]
        return text[begin:end]
    found = {key: restored(item, text) for key, item in value.items()}
    if "quote" in value:
        number, at = 1, text.find(found["quote"])
        while at < value["quote"][PLACE][0]:
            number, at = number + 1, text.find(found["quote"], at + 1)
        if number > 1:
            found["nth"] = number
    return found


def zones_of(name: str, text: str) -> list[dict[str, str]]:
    """Returns the zones of a page in the form of a gold file, each by its first words."""
    labels = json.loads((HERE / "pages" / f"{name}.json").read_text(encoding="utf-8"))["zones"]
    zones = []
    for begin, zone in labels:
        opening = text[begin : begin + ZONE_OPENING].split("\n", maxsplit=1)[0]
        if zones and text.find(opening) != begin:  # words that stand elsewhere too open no zone
            continue
        zones.append({"zone": zone, "at": opening})
    return zones


def pack(gold: Path, texts: Path) -> int:
    """Writes the annotations of a folder as facts and places. Returns how many."""
    FIGURES.mkdir(exist_ok=True)
    paths = sorted(gold.glob("*.json"))
    for path in paths:
        data = (texts / f"{path.stem}.txt").read_bytes()
        annotation = json.loads(path.read_text(encoding="utf-8"))
        annotation.pop("zones")
        kept = {"sha256": hashlib.sha256(data).hexdigest(), "gold": packed(annotation, data.decode("utf-8"))}
        line = json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        (FIGURES / path.name).write_text(line + "\n", encoding="utf-8")
    return len(paths)


def restore(out: Path) -> int:
    """Writes gold files and texts of all pages whose texts are at hand. Returns how many.

    Raises:
        SystemExit: a text is not the one that was annotated.
    """
    for folder in ("gold", "reports"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    count = 0
    for path in sorted(FIGURES.glob("*.json")):
        kept = json.loads(path.read_text(encoding="utf-8"))
        places = [folder / f"{path.stem}.txt" for folder in text_folders()]
        source = next((place for place in places if place.is_file()), None)
        if source is None:
            continue
        data = source.read_bytes()
        if hashlib.sha256(data).hexdigest() != kept["sha256"]:
            raise SystemExit(f"{source}: not the text that was annotated")
        text = data.decode("utf-8")
        annotation = {"zones": zones_of(path.stem, text), **restored(kept["gold"], text)}
        (out / "reports" / f"{path.stem}.txt").write_bytes(data)
        (out / "gold" / path.name).write_text(json.dumps(annotation, ensure_ascii=False, indent=1), encoding="utf-8")
        count += 1
    return count


def main() -> int:
    """Runs the program."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = cli.add_subparsers(dest="command", required=True)
    packing = commands.add_parser("pack")
    packing.add_argument("gold", type=Path)
    packing.add_argument("texts", type=Path)
    commands.add_parser("restore").add_argument("out", type=Path)
    args = cli.parse_args()
    count = pack(args.gold, args.texts) if args.command == "pack" else restore(args.out)
    print(f"{count} pages")
    return 0


if __name__ == "__main__":
    sys.exit(main())
