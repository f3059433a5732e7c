# SPDX-License-Identifier: BSL-1.0
from __future__ import annotations

import json
import unicodedata

import pytest

import tongket
from conftest import SAMPLE
from tongket.explanation import Explanation


def test_every_sentence_and_figure_is_explained(report: tongket.Report) -> None:
    explanation = report.explain()
    assert report.source is not None
    assert explanation.genre is not None
    assert explanation.genre.choice == "report"
    for sentence in explanation.sentences:
        assert report.source[sentence.text.span.slice] == sentence.text.text
        if sentence.text.text.strip():
            assert report.zone_at(sentence.text.span.begin) == sentence.zone_kind
    shown = [measure for sentence in explanation.sentences for measure in sentence.measures]
    assert [measure.text for measure in shown] == [tongket.Text(m.text, m.span) for m in report.measures]
    for measure, explained in zip(report.measures, shown):
        first = explained.indicator[0].value if explained.indicator else None
        assert first == (measure.indicator.text if measure.indicator else None)


def test_spans_count_code_points_of_the_text_as_given() -> None:
    text = unicodedata.normalize("NFD", SAMPLE.read_text(encoding="utf-8"))
    for sentence in tongket.Parser().explain(text).sentences:
        assert text[sentence.text.span.slice] == sentence.text.text


def test_an_explanation_is_text_and_json(report: tongket.Report) -> None:
    explanation = report.explain()
    assert "chair by 'chủ trì hội nghị'" in str(explanation)
    assert json.loads(explanation.to_json()) == explanation.to_dict()
    assert explanation == Explanation(explanation.to_json(None), "")


def test_words_of_ones_own_are_weighed_too() -> None:
    parser = tongket.Parser(lexicon=[tongket.LexiconEntry("noun", ("thùng loa",))])
    text = SAMPLE.read_text(encoding="utf-8") + "\nNăm 2016, đã phát 12 thùng loa.\n"
    report = parser.parse(text)
    assert report.explain(parser) == parser.explain(text)


def test_without_source_there_is_nothing_to_explain(report: tongket.Report) -> None:
    with pytest.raises(ValueError, match="without its source"):
        tongket.Report.from_json(report.to_json()).explain()


def test_a_text_without_a_story_has_no_genre_to_explain() -> None:
    explanation = tongket.parse("").explain()
    assert explanation.genre is None
    assert explanation.sentences == ()


def test_genre_tells_reports_from_other_news(report: tongket.Report) -> None:
    assert report.genre is not None
    assert report.genre >= tongket.REPORT_GENRE
    other = tongket.parse("Vườn chim đầu mùa mưa\n\nĐàn cò trắng lại về trên những rặng tràm ven kênh, nước lên cao.\n")
    assert other.genre is not None
    assert other.genre < tongket.LEAST_GENRE
    assert [d.code for d in other.diagnostics] == ["no-report"]
    assert tongket.Report.from_json(report.to_json()).genre == report.genre


def test_a_figure_of_a_table_is_explained_by_its_row_and_column() -> None:
    text = SAMPLE.read_text(encoding="utf-8") + "\nChỉ tiêu\tĐVT\tThực hiện 2016\nSố trạm BTS\ttrạm\t1.260\n"
    (cell,) = tongket.parse(text).explain().cells
    assert text[cell.text.span.slice] == cell.text.text == "1.260"
    assert (cell.row, cell.column, cell.rule) == ("Số trạm BTS", "Thực hiện 2016", "actual")
    assert (cell.unit.rule, cell.unit.value) == ("column", "trạm")
    assert (cell.period.rule, cell.period.value) == ("head", "2016")
