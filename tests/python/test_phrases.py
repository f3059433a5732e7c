# SPDX-License-Identifier: BSL-1.0
"""The phrase corpus, which the C++ tests read too; tests/phrases/README.md says how its files are made."""

from __future__ import annotations

import json
import re

import pytest

import tongket
from conftest import ROOT
from spans import check_spans

FILES = sorted((ROOT / "tests" / "phrases").glob("*.json"))
DATA = {path.stem: json.loads(path.read_text("utf-8")) for path in FILES}


def cases(kind: str) -> list:
    return list(_cases(kind))


def _cases(kind: str):
    for name, data in DATA.items():
        for group in data.get(kind, []):
            for phrase in [group] if isinstance(group, str) else group["phrases"]:
                yield pytest.param(name, {} if isinstance(group, str) else group, phrase, id=f"{name}: {phrase}")


def parse(name: str, phrase: str, group: dict):
    function = getattr(tongket, f"parse_{DATA[name]['concept']}")
    options = {"default_year": group["default_year"]} if "default_year" in group else {}
    return function(phrase, **options)


def text_or_none(value):
    return None if value is None else str(value)


def number(value):
    return None if value is None else f"{value:f}"


def measure_form(m):
    form = {
        "value": number(m.value),
        "kind": m.kind,
        "unit": m.unit,
        "to": number(m.to),
        "of": number(m.of),
        "approx": m.approx,
        "per": None,
    }
    if m.per is not None:
        form["per"] = {"value": number(m.per.value), "unit": m.per.unit}
    return form


def bare(words):
    return None if words is None else re.sub("^so với ", "", words, flags=re.IGNORECASE)


FORMS = {
    "quantity": measure_form,
    "date": str,
    "period": str,
    "citation": lambda c: {
        "type": c.type,
        "normalized_number": c.normalized_number,
        "date": text_or_none(c.date),
        "issuer": c.issuer,
    },
    "person": lambda p: {
        "name": p.name,
        "honorific": p.honorific,
        "positions": [{"title": q.title, "organization": q.organization} for q in p.positions],
    },
    "agency": lambda o: {"kind": o.kind, "province": o.province},
}
LEFT_OUT = {
    "quantity": {"unit": None, "to": None, "of": None, "per": None, "approx": "exact"},
    "citation": {"date": None, "issuer": None},
    "agency": {"province": None},
    "person": {},
}


def test_there_are_phrases():
    assert set(DATA) >= {"agency", "citation", "date", "period", "person", "quantity"}


@pytest.mark.parametrize(("name", "group", "phrase"), cases("values"))
def test_values(name, group, phrase):
    found = parse(name, phrase, group)
    assert found is not None
    concept = DATA[name]["concept"]
    wanted = group["value"]
    assert FORMS[concept](found) == ({**LEFT_OUT[concept], **wanted} if isinstance(wanted, dict) else wanted)
    if hasattr(found, "span"):
        assert phrase[found.span.slice] == found.text


@pytest.mark.parametrize(("name", "group", "phrase"), cases("not"))
def test_not(name, group, phrase):
    assert parse(name, phrase, group) is None


@pytest.mark.parametrize(("name", "group", "phrase"), cases("in_report"))
def test_in_report(name, group, phrase):
    before, after = DATA[name]["carrier"]
    report = tongket.parse(before + phrase + after)
    check_spans(report)
    place = tongket.Span(len(before), len(before) + len(phrase))
    inside = [m for m in report.measures if place.contains(m.span)]
    assert len(inside) == len(group["value"])
    first = report.measures.index(inside[0])
    for found, wanted in zip(inside, group["value"]):
        form = {
            **measure_form(found),
            "role": found.role,
            "estimated": found.estimated,
            "direction": found.direction,
            "baseline": found.baseline,
            "period": text_or_none(found.period),
            "part_of": None if found.part_of is None or found.part_of < first else found.part_of - first,
            "indicator": found.indicator and found.indicator.text,
            "indicator_id": found.indicator_id,
        }
        told = {key: form[key] for key in wanted}
        # Of a baseline the words may be more or fewer by 'so với'.
        if bare(told.get("baseline")) == bare(wanted.get("baseline")):
            told["baseline"] = wanted.get("baseline")
        assert told == {"baseline": None, **wanted}


@pytest.mark.parametrize(("name", "group", "phrase"), cases("not_in_report"))
def test_not_in_report(name, group, phrase):
    before, after = DATA[name]["carrier"]
    report = tongket.parse(before + phrase + after)
    place = tongket.Span(len(before), len(before) + len(phrase))
    assert [m for m in report.measures if place.contains(m.span)] == []
