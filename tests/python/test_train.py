# SPDX-License-Identifier: BSL-1.0
"""The weights that the library is built with are those that training gives, from texts as they were labelled."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from conftest import ROOT


@pytest.mark.skipif(not (ROOT.parent / "shared" / "wild").is_dir(), reason="some training pages lie in ../shared")
def test_the_weights_are_those_that_training_gives():
    done = subprocess.run(
        [sys.executable, "tools/train/train.py", "check"], cwd=ROOT, capture_output=True, text=True, timeout=900
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]


def test_training_knows_what_reaches_neighbours():
    library = (ROOT / "lib" / "zones" / "feature_names.hpp").read_text(encoding="utf-8")
    body = library.split("bool reaches_neighbours", 1)[1].split("return true", 1)[0]
    training = (ROOT / "tools" / "train" / "corpora.py").read_text(encoding="utf-8")
    listed = training.split("NEIGHBOURLY = ", 1)[1].split("\n", 1)[0]
    assert set(re.findall(r'"(\w+)"', listed)) == set(re.findall(r"case FeatureKind::(\w+):", body))


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("Xã trồng thêm 12 héc_ta chè , đạt 104 % .", "Xã trồng thêm 12 héc ta chè, đạt 104%."),
        ("Trạm ( cũ ) và kho [ mới ] đã xong !", "Trạm (cũ) và kho [mới] đã xong!"),
        ("Ngày 7 / 3 , cả 9/11 thôn đã họp …", "Ngày 7/3, cả 9/11 thôn đã họp…"),
        ('Bà hỏi : " Ai giữ chìa_khoá ? " rồi đi .', 'Bà hỏi: "Ai giữ chìa khoá?" rồi đi.'),
        ('Tổ " Xanh " ( gọi là " Lá " ) .', 'Tổ "Xanh" (gọi là "Lá").'),
        ('" Không " , ông đáp : " Chưa', '"Không", ông đáp: "Chưa'),
        ("Đội “ Hạt giống ” và nhóm ‘ Mầm ’ .", "Đội “Hạt giống” và nhóm ‘Mầm’."),
        ("\n Đề_mục \n\nHai  dòng .\n\n", "Đề mục\n\nHai dòng."),
        ("", ""),
    ],
)
def test_a_tokenised_article_becomes_the_text_that_was_labelled(tmp_path, tokens, text):
    article = tmp_path / "article.txt.seg"
    article.write_text(tokens, encoding="utf-8")
    done = detokenise(str(article))
    assert (done.returncode, done.stdout, done.stderr) == (0, text + "\n", "")


def test_detokenise_says_how_it_is_called():
    done = detokenise()
    assert done.returncode == 2
    assert "usage: detokenise.py" in done.stderr


def detokenise(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "tools/train/detokenise.py", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8"
    )


def test_annotations_are_restored_from_facts_and_places(tmp_path):
    sys.path.insert(0, str(ROOT / "tools" / "train"))
    try:
        import figures
    finally:
        sys.path.pop(0)
    for path in sorted((ROOT / "examples" / "gold").glob("*.json")):
        text = (ROOT / "examples" / "reports" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        gold = json.loads(path.read_text(encoding="utf-8"))
        gold.pop("zones")
        kept = figures.packed(gold, text)
        longest = max(len(value) for value in strings(kept))
        assert longest <= max(figures.LONGEST_NAME, *(len(value) for value in strings(gold) if value not in text))
        assert figures.restored(kept, text) == gold


def test_no_sentence_of_other_peoples_pages_is_kept():
    paths = sorted((ROOT / "tools" / "train" / "figures").glob("*.json"))
    assert paths
    for path in paths:
        for value in strings(json.loads(path.read_text(encoding="utf-8"))["gold"]):
            assert len(value) <= 60, (path.name, value)


def strings(value):
    """Yields all strings inside a value."""
    if isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value
