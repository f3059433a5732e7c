# SPDX-License-Identifier: BSL-1.0
"""What holds for any text."""

from __future__ import annotations

import datetime
import pickle

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tongket
from conftest import EXAMPLES
from spans import check_spans, stand_at

LINES = sorted({line for path in EXAMPLES for line in path.read_text("utf-8").splitlines() if line})
WORDS = sorted({word for line in LINES for word in line.split()})
# From real words to any code point, lone surrogates among them.
PIECES = st.one_of(
    st.sampled_from(LINES),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.text(max_size=20),
    st.text(st.characters(), max_size=5),
    st.sampled_from(["\n", "\r\n", "\r", "\u00a0", "\U0001f600", "\U00020000", "\u0301", "\u0000", "\ufeff", "\ufffd"]),
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)

settings.register_profile("tongket", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tongket")


@given(TEXTS)
def test_any_text(text):
    surrogates = [i for i, letter in enumerate(text) if "\ud800" <= letter <= "\udfff"]
    if surrogates:
        # The only text that is refused is no text.
        with pytest.raises(tongket.Error) as caught:
            tongket.parse(text)
        assert caught.value.code == "invalid_utf8"
        assert caught.value.offset == surrogates[0]
        return
    report = tongket.parse(text)
    assert report.source == text
    check_spans(report)
    assert tongket.Report.from_json(report.to_json()) == report
    assert tongket.Report.from_json(report.to_json(with_source=True)).source == text
    restored = pickle.loads(pickle.dumps(report))
    assert restored == report
    assert restored.source == text


@given(st.lists(st.one_of(PIECES.map(lambda t: t.encode("utf-8", "surrogatepass")), st.binary(max_size=6)), max_size=8))
def test_any_bytes_with_replacement(pieces):
    data = b"".join(pieces)
    parser = tongket.Parser(replace_invalid_utf8=True)
    check_spans(parser.parse(data.decode("utf-8", "surrogateescape")))
    (from_bytes,) = parser._core.parse_batch([data])
    report = tongket.Report(from_bytes)
    check_spans(report)
    assert tongket.Report.from_json(report.to_json()) == report


@given(st.one_of(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), st.text(max_size=30)))
def test_any_phrase(text):
    for function in (
        tongket.parse_quantity,
        tongket.parse_citation,
        tongket.parse_person,
        tongket.parse_agency,
        tongket.parse_date,
        tongket.parse_period,
    ):
        try:
            found = function(text)
        except tongket.Error:
            continue
        if hasattr(found, "span"):
            words = text[found.span.slice]
            assert found.text == words or stand_at(found.text, words)


@settings(max_examples=30)
@given(TEXTS)
def test_any_page_is_escaped(text):
    try:
        report = tongket.parse(text)
    except tongket.Error:
        return
    assert "<script" not in tongket.render(report)


def _parts() -> st.SearchStrategy[str]:
    months = [f"-{month:02}" for month in range(1, 13)]
    tails = ["", "-H1", "-H2", *(f"-Q{n}" for n in range(1, 5)), *(f"-{n}M" for n in range(2, 12)), *months]
    named = st.builds("{:04}{}".format, st.integers(1900, 2100), st.sampled_from(tails))
    days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)).map(str)
    return st.one_of(named, days)


@given(_parts(), _parts())
def test_any_period_is_its_text(first, last):
    one, other = tongket.Period.parse(first), tongket.Period.parse(last)
    assert (str(one), str(other)) == (first, last)
    text = f"{first}..{last}"
    if one == other or one.start > other.start or one.end > other.end:
        with pytest.raises(ValueError, match="not a period"):
            tongket.Period.parse(text)
        return
    period = tongket.Period.parse(text)
    assert str(period) == text
    assert period == tongket.Period.of_range(one, other)
    assert (period.start, period.end) == (one.start, other.end)
    assert hash(period) == hash(tongket.Period.parse(text))
    assert pickle.loads(pickle.dumps(period)) == period
