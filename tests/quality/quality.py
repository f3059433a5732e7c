#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Measures extraction quality on the annotated reports, and compares two builds item by item.

usage: quality.py score PROGRAM [--set NAME ...]
       quality.py compare OLD_PROGRAM NEW_PROGRAM [--set NAME ...]
       quality.py dependence PROGRAM          (what single reports contribute; see docs/quality.md)

Sets: `dev` and `test` of tests/corpus (tests/corpus/split.tsv), `examples`, and `shared`, the annotated reports in
../shared where that folder is there. The definitions of the components are those of docs/quality.md.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
Item = tuple[str, str]  # component, what it is


def sets() -> dict[str, tuple[Path, list[str]]]:
    """Returns the folder (with reports/ and gold/) and the report names of every set that is there."""
    found: dict[str, tuple[Path, list[str]]] = {}
    corpus = ROOT / "tests" / "corpus"
    for line in (corpus / "split.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, split = line.split("\t")
            found.setdefault(split.strip(), (corpus, []))[1].append(name)
    for label, folder in (("examples", ROOT / "examples"), ("shared", ROOT.parent / "shared")):
        names = sorted(path.stem for path in (folder / "gold").glob("*.json"))
        if names:
            found[label] = (folder, names)
    return found


def fold(value: object) -> str:
    """Returns the words of a value without case, dash kinds, quotes and outer punctuation."""
    text = unicodedata.normalize("NFC", "" if value is None else str(value)).lower()
    text = re.sub("[\u2010-\u2015]", "-", text)
    text = re.sub("[“”\"'‘’]", "", text)
    return re.sub(r"\s+", " ", text).strip(" .,;:()-")


def span_of(text: str, item: dict[str, Any]) -> tuple[int, int]:
    """Returns the code points of a gold item's quote."""
    at = -1
    for _ in range(item.get("nth", 1)):
        at = text.index(item["quote"], at + 1)
    return at, at + len(item["quote"])


def in_code_points(text: str, node: Any) -> Any:
    """Returns the parsed report with its byte spans in code points."""
    index, at = {}, 0
    for i, character in enumerate(text):
        index[at] = i
        at += len(character.encode("utf-8"))
    index[at] = len(text)

    def walk(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {k: walk(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [index[v] for v in value] if key == "span" else [walk(v) for v in value]
        return value

    return walk(node)


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def word_f1(a: object, b: object) -> float:
    left, right = re.findall(r"\w+", fold(a)), re.findall(r"\w+", fold(b))
    if not left or not right:
        return float(left == right)
    rest, common = list(right), 0
    for word in left:
        if word in rest:
            rest.remove(word)
            common += 1
    return 2 * common / (len(left) + len(right))


class Outcome:
    """The hits of one report: items found, items missed, items invented, and graded shares."""

    def __init__(self) -> None:
        self.hit: set[Item] = set()
        self.missed: set[Item] = set()
        self.invented: set[Item] = set()
        self.graded: dict[str, list[float]] = defaultdict(list)

    def fact(self, component: str, label: str, right: bool) -> None:
        (self.hit if right else self.missed).add((component, label))

    def match(self, component: str, golds: list[Any], preds: list[Any], score: Any, name: Any) -> list[tuple[Any, Any]]:
        """Pairs golds and predictions one to one, best score first, and notes hits, misses and inventions."""
        ranked = sorted(((score(g, p), -i, -j) for i, g in enumerate(golds) for j, p in enumerate(preds)), reverse=True)
        used_g: set[int] = set()
        used_p: set[int] = set()
        pairs = []
        for value, i, j in ranked:
            if value > 0 and -i not in used_g and -j not in used_p:
                used_g.add(-i)
                used_p.add(-j)
                pairs.append((golds[-i], preds[-j]))
        for i, gold in enumerate(golds):
            if not gold.get("optional"):
                self.fact(component, name(gold), i in used_g)
        for j, pred in enumerate(preds):
            near_optional = any(g.get("optional") and overlap(g["at"], tuple(pred["span"])) for g in golds if "at" in g)
            if j not in used_p and not near_optional:
                self.invented.add((component, name(pred)))
        return pairs


def evaluate(text: str, gold: dict[str, Any], report: dict[str, Any]) -> Outcome:
    """Compares a report with its gold."""
    out = Outcome()
    for kind in ("delegations", "shortcomings", "targets", "measures", "awards", "citations"):
        for item in gold.get(kind, []):
            item["at"] = span_of(text, item)

    starts = [0] + [span_of(text, {"quote": z["at"], "nth": z.get("nth", 1)})[0] for z in gold["zones"][1:]]
    wanted = [""] * len(text)
    for zone, begin, end in zip(gold["zones"], starts, [*starts[1:], len(text)]):
        wanted[begin:end] = [zone["zone"]] * (end - begin)
    given = [""] * len(text)
    for zone in report["zones"]:
        begin, end = zone["span"]
        given[begin:end] = [zone["zone"]] * (end - begin)
    out.graded["zones"] += [float(w == g) for c, w, g in zip(text, wanted, given) if not c.isspace()]

    meeting, found = gold["meeting"], report["meeting"]
    organizer, found_organizer = meeting.get("organizer") or {}, found.get("organizer") or {}
    facts = [(key, meeting.get(key), found.get(key)) for key in ("kind", "date", "day_part", "reviews", "plans")]
    facts += [(f"organizer.{key}", organizer.get(key), found_organizer.get(key)) for key in ("name", "kind", "province")]
    facts += [
        ("title", gold["title"], (report.get("title") or {}).get("text")),
        ("published", (gold["published"] or {}).get("date"), (report.get("published") or {}).get("date")),
        ("byline", gold["byline"], (report.get("byline") or {}).get("text")),
    ]
    for name, want, have in facts:
        out.fact("meeting", f"{name}: {want}", fold(want) == fold(have))

    def person_facts(people: list[dict[str, Any]]) -> dict[str, set[str]]:
        named = {fold(p["name"]): p for p in people}
        return {
            "people": set(named),
            "positions": {f"{n}: {fold(q['title'])} | {fold(q['organization'])}" for n, p in named.items() for q in p["positions"]},
            "roles": {f"{n}: {role}" for n, p in named.items() for role in p["roles"]},
        }

    want_people, have_people = person_facts(gold["people"]), person_facts(report["people"])
    for component, want_set in want_people.items():
        for label in want_set:
            out.fact(component, label, label in have_people[component])
        out.invented |= {(component, label) for label in have_people[component] - want_set}

    def same_prose(g: dict[str, Any], p: dict[str, Any]) -> float:
        common = overlap(g["at"], tuple(p["span"]))
        union = g["at"][1] - g["at"][0] + p["span"][1] - p["span"][0] - common
        return common / union if common and common / union >= 0.5 else 0.0

    def label(item: dict[str, Any]) -> str:
        at = item.get("at") or item["span"]
        return f"{text[at[0]:at[1]][:70]} @{at[0]}"

    for component in ("delegations", "shortcomings", "targets"):
        pairs = out.match(component, gold.get(component, []), report[component], same_prose, label)
        if component == "targets":
            for g, p in pairs:
                out.fact("target_source", label(g), fold(g.get("source")) == fold(p["source"]))

    def same_measure(g: dict[str, Any], p: dict[str, Any]) -> float:
        return overlap(g["at"], tuple(p["span"])) * (Decimal(g["value"]) == Decimal(p["value"]))

    pairs = out.match("measures", gold["measures"], report["measures"], same_measure, label)
    partner = {g["quote"]: p for g, p in pairs}
    defaults = {"achievements": meeting.get("reviews"), "lead": meeting.get("reviews"), "tasks": meeting.get("plans")}
    for g, p in pairs:
        if g.get("optional"):
            continue
        name = label(g)
        units = re.findall(r"\w+", fold(g["unit"])), re.findall(r"\w+", fold(p["unit"]))
        shorter = min(map(len, units))
        out.fact("unit", name, units[0] == units[1] or (shorter > 0 and units[0][:shorter] == units[1][:shorter]))
        out.fact("kind", name, g["kind"] == p["kind"])
        out.fact("approx", name, g.get("approx", "exact") == p["approx"])
        out.fact("estimated", name, bool(g.get("estimated")) == p["estimated"])
        change = (g.get("role", "level"), g.get("direction")) == (p["role"], p["direction"])
        out.fact("change", name, change and (g.get("baseline") is None or word_f1(g["baseline"], p["baseline"]) >= 0.5))
        out.fact("indicator_id", f"{name} = {g.get('indicator_id')}", g.get("indicator_id") == p["indicator_id"])
        if g.get("of") or g.get("to") or g.get("per"):
            same = all(Decimal(g[k]) == Decimal(p[k] or "-1") for k in ("of", "to") if g.get(k))
            if g.get("per"):
                per = p["per"] or {"value": "-1", "unit": ""}
                same = same and Decimal(g["per"]["value"]) == Decimal(per["value"]) and fold(g["per"]["unit"]).split()[:1] == fold(per["unit"]).split()[:1]
            out.fact("whole", name, same)
        if g.get("part_of"):
            parent = partner.get(g["part_of"])
            out.fact("part_of", name, parent is not None and p["part_of"] is not None and report["measures"][p["part_of"]] is parent)
        period = g.get("period") or defaults.get(wanted[g["at"][0]])
        if period:
            out.fact("period", f"{name} = {period}", period == p["period"])
        score = word_f1(g.get("indicator"), (p["indicator"] or {}).get("text"))
        out.graded["indicator"].append(score)
        (out.hit if score >= 0.5 else out.missed).add(("indicator words", name))

    pairs = out.match("awards", gold["awards"], report["awards"], lambda g, p: overlap(g["at"], tuple(p["span"])) * (g["kind"] == p["kind"]), label)
    for g, p in pairs:
        for key in ("count", "recipient", "grantor"):
            close = key == "grantor" and word_f1(g.get(key), p[key]) >= 0.6
            out.fact("award_facts", f"{label(g)} {key}", fold(g.get(key)) == fold(p[key]) or close)
    out.match(
        "citations", gold["citations"], report["citations"],
        lambda g, p: overlap(g["at"], tuple(p["span"])) * (g["type"] == p["type"] and fold(g["number"]) == fold(p["number"])), label,
    )
    return out


COMPONENTS = (
    "zones meeting people positions roles delegations measures unit kind approx estimated whole change part_of "
    "indicator indicator_id period shortcomings targets target_source awards award_facts citations"
).split()
F1 = {"people", "positions", "roles", "delegations", "measures", "shortcomings", "targets", "awards", "citations"}


def run(program: str, folder: Path, names: list[str]) -> dict[str, Outcome]:
    """Parses the reports with a program and evaluates each."""
    with tempfile.TemporaryDirectory() as out:
        files = [str(folder / "reports" / f"{name}.txt") for name in names]
        subprocess.run([program, "parse", "--output", out, *files], check=True)
        outcomes = {}
        for name in names:
            text = (folder / "reports" / f"{name}.txt").read_bytes().decode("utf-8")
            gold = json.loads((folder / "gold" / f"{name}.json").read_text(encoding="utf-8"))
            report = json.loads((Path(out) / f"{name}.json").read_text(encoding="utf-8"))
            outcomes[name] = evaluate(text, gold, in_code_points(text, report))
    return outcomes


def scores(outcomes: dict[str, Outcome]) -> dict[str, float]:
    """Returns the component scores over several reports, and their mean as `total`."""
    result = {}
    for component in COMPONENTS:
        hit = sum(sum(c == component for c, _ in o.hit) for o in outcomes.values())
        missed = sum(sum(c == component for c, _ in o.missed) for o in outcomes.values())
        invented = sum(sum(c == component for c, _ in o.invented) for o in outcomes.values())
        graded = [value for o in outcomes.values() for value in o.graded.get(component, [])]
        if graded:
            result[component] = sum(graded) / len(graded)
        elif component in F1 and hit + missed + invented:
            result[component] = 2 * hit / (2 * hit + missed + invented)
        elif hit + missed:
            result[component] = hit / (hit + missed)
    result["total"] = sum(result.values()) / len(result)
    return result


def score_command(program: str, chosen: dict[str, tuple[Path, list[str]]]) -> None:
    table = {name: scores(run(program, *where)) for name, where in chosen.items()}
    print(f"{'component':<14}" + "".join(f"{name:>10}" for name in table))
    for component in [*COMPONENTS, "total"]:
        cells = (f"{row[component]:.3f}" if component in row else "-" for row in table.values())
        print(f"{component:<14}" + "".join(f"{cell:>10}" for cell in cells))


def compare_command(old: str, new: str, chosen: dict[str, tuple[Path, list[str]]]) -> None:
    gains = losses = 0
    for where in chosen.values():
        before, after = run(old, *where), run(new, *where)
        for name in before:
            changes = [("+", item) for item in sorted(after[name].hit - before[name].hit)]
            changes += [("-", item) for item in sorted(before[name].hit - after[name].hit)]
            changes += [("-", (c, f"invented: {what}")) for c, what in sorted(after[name].invented - before[name].invented)]
            changes += [("+", (c, f"no longer invented: {what}")) for c, what in sorted(before[name].invented - after[name].invented)]
            for sign, (component, what) in changes:
                gains, losses = gains + (sign == "+"), losses + (sign == "-")
                print(f"{sign} {name}\t{component}\t{what}")
    print(f"{gains} gains, {losses} losses")


def dependence_command(program: str, chosen: dict[str, tuple[Path, list[str]]]) -> None:
    """Prints the total of every set with each of its reports left out in turn."""
    for label, where in chosen.items():
        outcomes = run(program, *where)
        print(f"{label}: {scores(outcomes)['total']:.3f}")
        for name in outcomes:
            rest = {other: outcome for other, outcome in outcomes.items() if other != name}
            if rest:
                print(f"  without {name:<45} {scores(rest)['total']:.3f}   alone {scores({name: outcomes[name]})['total']:.3f}")


def main() -> int:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("command", choices=("score", "compare", "dependence"))
    cli.add_argument("programs", nargs="+")
    cli.add_argument("--set", dest="names", action="append")
    args = cli.parse_args()
    if len(args.programs) != (2 if args.command == "compare" else 1):
        cli.error("compare takes two programs, the other commands one")
    available = sets()
    unknown = set(args.names or []) - available.keys()
    if unknown:
        cli.error(f"no such set: {', '.join(sorted(unknown))}")
    chosen = {name: where for name, where in available.items() if not args.names or name in args.names}
    if args.command == "score":
        score_command(args.programs[0], chosen)
    elif args.command == "compare":
        compare_command(args.programs[0], args.programs[1], chosen)
    else:
        dependence_command(args.programs[0], chosen)
    return 0


if __name__ == "__main__":
    sys.exit(main())
