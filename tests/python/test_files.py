# SPDX-License-Identifier: BSL-1.0
"""Files of every kind, through `read` and `read_many`."""

from __future__ import annotations

import base64
import copy
import io
import os
import pickle
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import made
import tongket
from conftest import EXAMPLES, ROOT, SAMPLE
from tongket.files import archives, eml, office
from tongket.files.kinds import sniff

TEXT = SAMPLE.read_text("utf-8")
LINES = TEXT.splitlines()
PARAGRAPHS = [line for line in LINES if line.strip()]
PAGES = [PARAGRAPHS[:9], PARAGRAPHS[9:]]
#: So wide that no paragraph is wrapped.
WIDE = 20000


def fields(report: tongket.Report) -> dict:
    """All that a report says, without the places."""

    def bare(value):
        if isinstance(value, dict):
            return {key: bare(each) for key, each in value.items() if key not in ("span", "related", "zones")}
        return [bare(each) for each in value] if isinstance(value, list) else value

    return bare(report.to_dict())


def doc_of(docx: bytes, folder: Path) -> bytes:
    """A DOC, by LibreOffice."""
    (folder / "a.docx").write_bytes(docx)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office.office(), "--headless", profile, "--convert-to", "doc", "--outdir", folder, folder / "a.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return (folder / "a.doc").read_bytes()


needs_office = pytest.mark.skipif(office.office() is None, reason="no LibreOffice here")
needs_antiword = pytest.mark.skipif(shutil.which("antiword") is None, reason="no antiword here")


# ---- each kind -----------------------------------------------------------------------------------------------------


def check_text():
    for data in (TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.encode("utf-16"), TEXT.encode("utf-32-be")):
        report = tongket.read(data)
        assert report == tongket.parse(TEXT)
        assert report.origin.encoding
    for encoding in ("TCVN3", "VNI"):
        plain = TEXT.replace("–", "-")
        report = tongket.read(tongket.encode_legacy(plain, encoding).encode("cp1252", "ignore"))
        assert encoding in report.origin.encoding
        assert [m.value for m in report.measures] == [m.value for m in tongket.parse(plain).measures]


def check_html():
    report = tongket.read(made.page(LINES).encode())
    assert fields(report) == fields(tongket.parse(report.source))
    assert [m.value for m in report.measures] == [m.value for m in tongket.parse(TEXT).measures]
    assert report.page.title == LINES[0]
    assert "Trang chủ" not in report.source


def check_pdf():
    report = tongket.read(made.pdf(PAGES, width=WIDE))
    assert report.source == "\f".join("\n".join(page) for page in PAGES)
    assert report == tongket.parse(report.source)
    pages = [report.source[span.slice].split("\n") for span in report.origin.pages]
    assert pages == PAGES
    first = report.origin.pages[0]
    assert (report.origin.page_at(0), report.origin.page_at(first.end), report.origin.page_at(first.end + 1)) == (
        1,
        1,
        2,
    )
    assert report.origin.page_at(len(report.source) + 1) is None


def check_docx():
    report = tongket.read(made.docx(LINES))
    assert report == tongket.parse("\n".join(LINES))


def check_rtf():
    assert tongket.read(made.rtf(TEXT)) == tongket.parse(TEXT)


def check_eml():
    plain = tongket.parse(TEXT)
    for data in (
        made.mail(TEXT),
        made.mail(TEXT, page=made.page(["Khác", "Khác hẳn"])),
        made.mail(TEXT, files={"a.png": b"\x89PNG\r\n"}),
    ):
        assert tongket.read(data) == plain
    report = tongket.read(made.mail(None, page=made.page(LINES)))
    assert report == tongket.read(made.page(LINES).encode())
    assert report.page.title == LINES[0]
    # As browsers save a page in one file.
    saved = made.mail(None, page=made.page(LINES)).replace(b"Content-Type: text/html", b"Content-Type: TEXT/HTML", 1)
    related = (
        b"From: <Saved by Blink>\nSubject: a\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
    )
    assert tongket.read(related + saved[saved.index(b"Content-Type") :] + b"\n--b--\n") == report


def check_doc(tmp_path):
    if office.office() is None:
        pytest.skip("no LibreOffice here, which makes the DOC")
    assert tongket.read(doc_of(made.docx(LINES), tmp_path)) == tongket.parse("\n".join(LINES))


def check_odt():
    if office.office() is None:
        pytest.skip("no LibreOffice here")
    assert tongket.read(made.odt(LINES)) == tongket.parse("\n".join(LINES))


def check_zip():
    report = tongket.read(made.archive({"2016/ha-nam.txt": TEXT.encode(), "__MACOSX/2016/._ha-nam.txt": b"\0"}))
    assert report == tongket.parse(TEXT)
    assert (report.id, report.origin.path, report.origin.kind) == ("2016/ha-nam", "2016/ha-nam.txt", "text")


def check_gzip():
    assert tongket.read(made.packed(TEXT.encode())) == tongket.parse(TEXT)
    assert tongket.read(made.packed(made.docx(LINES))).origin.kind == "docx"


CHECKS = {name.removeprefix("check_"): check for name, check in globals().items() if name.startswith("check_")}


@pytest.mark.parametrize("kind", CHECKS)
def test_each_kind_is_read_as_its_text(kind, tmp_path):
    check = CHECKS[kind]
    check(tmp_path) if kind == "doc" else check()


def test_the_page_of_kinds_is_complete():
    """Each row of the table of docs/inputs.md is a test above, and the limits are those of the code."""
    page = (ROOT / "docs" / "inputs.md").read_text("utf-8")
    table = page[page.index("| kind |") : page.index("Of a table")]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(CHECKS)
    assert set(CHECKS) == {str(kind) for kind in tongket.FileKind}
    assert f"{archives.MAX_MEMBERS:,} files" in table
    assert f"{archives.MAX_TOTAL >> 30} GiB" in table
    assert f"{archives.MAX_RATIO} times" in table
    bounds = page[page.index("An e-mail may") :]
    assert f"{eml.MAX_LINES:,} lines,\n{eml.MAX_PARTS:,} parts, of which {eml.MAX_MULTIPARTS} have" in bounds
    assert f"{eml.MAX_FIELD >> 10} KiB in a field of a header and {eml.MAX_FIELDS >> 10} KiB in all" in bounds


def test_the_code_of_the_page(in_root):
    names: dict[str, object] = {}
    for block in re.findall(
        r"^```python\n(.*?)^```", (ROOT / "docs" / "inputs.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    ):
        exec(block, names)


def told(report):
    """What a report tells, wherever its lines are broken."""

    def words(text):
        return " ".join(text.split())

    measures = [(m.value, m.unit, m.indicator_id, m.period) for m in report.measures]
    organizer = report.meeting.organizer and words(report.meeting.organizer.name)
    return measures, [words(t.text) for t in report.targets], report.meeting.date, organizer


def sheets(path):
    """The paragraphs of a sample, eight on a page."""
    paragraphs = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    return [paragraphs[i : i + 8] for i in range(0, len(paragraphs), 8)]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_sample_tells_the_same_in_every_kind_of_file(path):
    text = path.read_text("utf-8")
    lines = text.splitlines()
    plain = tongket.parse(text)
    files = {
        "pdf": made.pdf(sheets(path)),
        "docx": made.docx(lines),
        "html": made.page(lines).encode(),
        "rtf": made.rtf(text),
        "eml": made.mail(text),
        "text": made.packed(text.encode("utf-16")),
    }
    for kind, data in files.items():
        report = tongket.read(data)
        assert report.origin.kind == kind
        assert told(report) == told(plain), kind


@needs_office
def test_the_samples_tell_the_same_in_files_for_libreoffice(tmp_path):
    made_of = {}
    for path in EXAMPLES:
        lines = path.read_text("utf-8").splitlines()
        (tmp_path / f"{path.stem}.docx").write_bytes(made.docx(lines))
        (tmp_path / f"{path.stem}.odt").write_bytes(made.odt(lines))
        made_of[path.stem] = told(tongket.parse("\n".join(lines)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office.office(), "--headless", profile, "--convert-to", "doc", "--outdir", tmp_path]
    subprocess.run([*command, *tmp_path.glob("*.docx")], check=True, capture_output=True, timeout=300)
    files = [*tmp_path.glob("*.doc"), *tmp_path.glob("*.odt")]
    assert len(files) == 2 * len(EXAMPLES)
    for path, report in zip(files, tongket.read_many(files)):
        assert report.origin.kind == path.suffix[1:]
        assert told(report) == made_of[path.stem], path


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext here")
@pytest.mark.parametrize("layout", [[], ["-layout"]], ids=["plain", "layout"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_sample_tells_the_same_through_pdftotext(path, layout):
    text = subprocess.run(
        ["pdftotext", *layout, "-", "-"], input=made.pdf(sheets(path)), check=True, capture_output=True
    ).stdout
    program = [sys.executable, "-m", "tongket", "parse", "-"]
    written = subprocess.run(program, input=text, check=True, capture_output=True).stdout.decode()
    report = tongket.Report.from_json(written, source=text.decode())
    assert told(report) == told(tongket.parse_file(path))


def test_what_a_wrapped_pdf_has_today():
    report, plain = tongket.read(made.pdf(PAGES)), tongket.parse(TEXT)
    assert report.source.split() == TEXT.split()
    assert report.meeting.date == plain.meeting.date
    assert report.meeting.organizer.province == plain.meeting.organizer.province


# ---- what is not read ----------------------------------------------------------------------------------------------

FIGURES = ["Doanh thu bưu chính năm 2016 đạt 5 tỷ đồng, tăng 5% so với năm 2015."]
STAMP = ["Người ký: Sở Y tế tỉnh Hà Nam", "Thời gian ký: 12.01.2017 10:11:12 +07:00"]


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        (
            [(0, FIGURES), (1, []), (1, [])],
            "pages 2-3 are pictures, and what is shown there is not read (3 pages in all)",
        ),
        ([(1, []), (0, FIGURES), (0.2, [])], "pages 1, 3 are pictures"),
        ([(0, FIGURES), (1, ["Trang 2/2"])], "page 2 is a picture"),
        ([(1, STAMP), (1, [])], "pages 1-2 are pictures"),
        ([(0, FIGURES), (-300, [])], "page 2 is a picture"),  # letters that are drawn
        ([(0, FIGURES), (0, [])], None),  # an empty page
        ([(0.3, FIGURES)], None),  # a photograph
        ([(1, FIGURES * 8)], None),  # a page on a coloured ground, or a scanned one with its text
        ([(-10, FIGURES), (-10, [])], None),  # lines below a headline
    ],
)
def test_pages_that_are_pictures_are_told(pages, told):
    data = made.pdf_of_pictures(pages)
    report = tongket.read(data)
    found = unread(report)
    if told is None:
        assert found == []
        return
    ((code, message),) = found
    assert code == "unread-pages"
    assert message.startswith(told)
    which = re.search(r"pages? ([\d, -]+) (?:is|are)", message)[1].replace(" ", "")
    assert f"`ocrmypdf -l vie --force-ocr --pages {which} in.pdf out.pdf`" in message
    span = next(d.span for d in report.diagnostics if d.code == "unread-pages")
    assert span == report.origin.pages[int(re.match(r"\d+", which)[0]) - 1]
    assert tongket.Report.from_json(report.to_json(with_source=True)) == report
    assert pickle.loads(pickle.dumps(report)).diagnostics == report.diagnostics


@pytest.mark.parametrize(
    "footers", [["Trang 1/3", "Trang 2/3", "Trang 3/3"], ["Sở Y tế - 1", "Sở Y tế - 2", ""], ["1"]]
)
def test_a_scan_with_numbers_of_pages_has_no_text(footers):
    with pytest.raises(tongket.Error, match="with --force-ocr, where numbers or stamps are text") as caught:
        tongket.read(made.pdf_of_pictures([(1, [footer]) for footer in footers]))
    assert caught.value.code == "no_text"
    # Numbers alone are no scan.
    assert tongket.read(made.pdf_of_pictures([(0, [footer]) for footer in footers])).source.strip()


def test_pictures_as_large_as_a_page_are_told_in_docx():
    assert unread(tongket.read(made.docx(LINES, pictures=[(3, 2)]))) == []
    ((code, message),) = unread(tongket.read(made.docx(LINES, pictures=[(17, 25), (3, 2), (17, 24)])))
    assert code == "unread-pages"
    assert message.startswith("2 pictures are as large as a page, and what is shown there is not read: save the file")


# ---- text without its marks ----------------------------------------------------------------------------------------

BARE = [
    "Hoi nghi tong ket cong tac nam 2016",
    "Ngay 12/01/2017, So Y te tinh Ha Nam to chuc hoi nghi tong ket cong tac nam 2016 va trien khai nhiem vu nam 2017.",
    "Trong nam, toan nganh da thu duoc 25 ty dong, dat 105% ke hoach, tang 12% so voi cung ky nam truoc do.",
    "Phat bieu tai hoi nghi, dong chi giam doc so de nghi cac don vi tiep tuc nang cao chat luong kham chua benh.",
    "Hoi nghi da khen thuong 12 tap the va 20 ca nhan co thanh tich xuat sac trong phong trao thi dua nam 2016.",
]
#: As the program says it.
WITHOUT_MARKS = "Vietnamese without its marks, which is not understood: take the text as it was typed with them"
BARE_FILES = {
    "txt": lambda: "\n".join(BARE).encode(),
    "utf-16.txt": lambda: "\n".join(BARE).encode("utf-16"),
    "html": lambda: made.page(BARE).encode(),
    "short.html": lambda: b"<p>" + BARE[1].encode() + b"</p>",
    "pdf": lambda: made.pdf([BARE]),
    "docx": lambda: made.docx(BARE),
    "rtf": lambda: made.rtf("\n".join(BARE)),
    "eml": lambda: made.mail("\n".join(BARE)),
    "html.eml": lambda: made.mail(None, page=made.page(BARE)),
    "gz": lambda: made.packed("\n".join(BARE).encode()),
    "zip": lambda: made.archive({"a.docx": made.docx(BARE)}),
}


@pytest.mark.parametrize("name", BARE_FILES)
def test_every_door_refuses_text_without_its_marks(tmp_path, name):
    path = tmp_path / f"a.{name}"
    path.write_bytes(BARE_FILES[name]())
    doors = [tongket.read, lambda path: list(tongket.read_many(path))]
    if name == "txt":
        doors += [tongket.parse_file, lambda path: list(tongket.parse_many(path))]
    if name == "html":
        doors += [
            lambda path: tongket.parse_html(path.read_text("utf-8")),
            lambda p: tongket.parse_html(p.read_bytes()),
        ]
    for read in doors:
        with pytest.raises(tongket.Error) as caught:
            read(path)
        assert (caught.value.message, caught.value.code) == (WITHOUT_MARKS, "unknown_kind")
    for program in ("parse", "explain"):
        command = [sys.executable, "-m", "tongket", program, str(path)]
        done = subprocess.run(command, capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.endswith(f": {WITHOUT_MARKS}\n")


def test_texts_with_few_marks_or_in_another_language_are_read():
    english = (
        "The department held its annual conference in Ha Noi to review the year and to set out what is to be done."
    )
    mixed = "\n".join([*BARE[:2], "Hội nghị đã khen thưởng nhiều tập thể, cá nhân có thành tích xuất sắc."])
    for text in (english, mixed, BARE[0]):
        assert tongket.read(text.encode()).source == text
        assert tongket.read(made.docx(text.split("\n"))).source == text


# ---- what DOCX may hold --------------------------------------------------------------------------------------------


def test_tables_stand_in_their_order():
    letterhead = [["UBND TỈNH HÀ NAM\nSỞ Y TẾ", "CỘNG HÒA\nĐộc lập"]]
    figures = [["Chỉ tiêu", "Đơn vị", "Thực hiện"], ["Trạm y tế", "trạm", "116"]]
    signature = [["Nơi nhận", "GIÁM ĐỐC"]]
    source = tongket.read(made.docx(["Một", letterhead, figures, "Hai", signature])).source
    assert source.split("\n") == [
        *("Một", "UBND TỈNH HÀ NAM", "SỞ Y TẾ", "CỘNG HÒA", "Độc lập"),
        *("Chỉ tiêu\tĐơn vị\tThực hiện", "Trạm y tế\ttrạm\t116", "Hai", "Nơi nhận", "GIÁM ĐỐC"),
    ]


def test_the_letterhead_of_an_official_report_is_read():
    head = [
        ["UBND TỈNH HÀ NAM\nSỞ THÔNG TIN VÀ TRUYỀN THÔNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Số: 12/BC-STTTT", "Hà Nam, ngày 05 tháng 01 năm 2017"],
    ]
    body = [
        "BÁO CÁO",
        "Tổng kết công tác năm 2016, phương hướng, nhiệm vụ năm 2017",
        "I. KẾT QUẢ THỰC HIỆN",
        "Năm 2016, doanh thu viễn thông đạt 918 tỷ đồng, tăng 5% so với năm 2015.",
        "II. NHIỆM VỤ NĂM 2017",
        "- Hoàn thành ngầm hóa 12 km cáp viễn thông.",
    ]
    report = tongket.read(made.docx([head, *body]))
    assert report.source.split("\n")[:4] == [*head[0][0].split("\n"), head[0][1], head[1][0]]
    assert report.meeting.organizer.province == "VN-63"


def test_insertions_boxes_and_controls_are_read_and_deletions_are_not():
    space = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    mc = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    run = "<w:r><w:t xml:space='preserve'>%s</w:t></w:r>"
    box = f"<w:txbxContent><w:p>{run % 'Hộp'}</w:p></w:txbxContent>"
    body = f"""<w:p>{run % "Sở "}<w:ins>{run % "Y tế "}</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>
    <w:smartTag>{run % "Hà Nam"}</w:smartTag><w:r><w:tab/><w:t>2016</w:t><w:br/><w:t>dòng</w:t></w:r></w:p>
    <w:sdt><w:sdtContent><w:p><w:hyperlink>{run % "Ô nhập"}</w:hyperlink></w:p></w:sdtContent></w:sdt>
    <w:p>{run % "Trước"}<mc:AlternateContent><mc:Choice><w:pict>{box}</w:pict></mc:Choice>
    <mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:p>"""
    data = made.docx(["x"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["word/document.xml"] = f"<w:document {space} {mc}><w:body>{body}</w:body></w:document>".encode()
    assert tongket.read(made.archive(files)).source.split("\n") == [
        "Sở Y tế Hà Nam\t2016",
        "dòng",
        "Ô nhập",
        "Trước",
        "Hộp",
    ]


def test_a_broken_line_in_a_cell_stays_in_its_row():
    data = made.docx(["Một", [["Chỉ tiêu", "Thực hiện"], ["Trạm@y tế", "116"]], [["Nơi@nhận", "GIÁM ĐỐC"]]])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["word/document.xml"] = files["word/document.xml"].replace(b"@", b"</w:t><w:br/><w:t>")
    assert tongket.read(made.archive(files)).source.split("\n") == [
        *("Một", "Chỉ tiêu\tThực hiện", "Trạm y tế\t116"),
        *("Nơi", "nhận", "GIÁM ĐỐC"),  # places text on the page
    ]


def test_many_empty_paragraphs_and_tables_cost_no_more_than_their_number():
    lines = [""] * 2000 + [[["a", "b"]]] + ["c"]
    assert tongket.read(made.docx(lines)).source.split() == ["a", "b", "c"]


# ---- what is told from what ----------------------------------------------------------------------------------------


def test_a_text_may_tell_of_pdf():
    for text in ("Sở Y tế: tệp mở bằng %PDF-1.7 là PDF", "Sở Y tế\n%PDF-1.7 là đầu tệp"):
        for encoding in ("utf-8", "utf-16"):
            assert tongket.read(text.encode(encoding)).origin.kind == "text"
    data = made.pdf(PAGES, width=WIDE)
    for before in (b"", b"\xef\xbb\xbf", b"\n\n", b"HTTP/1.1 200 OK\r\n\r\n", b"a" * 100 + b"\0" * 28):
        assert sniff(before + data) == "pdf"
    # A file that holds one is none.
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("a.pdf", data)
    assert sniff(stored.getvalue()) == "zip"


def test_a_text_may_begin_as_json_does():
    for text in ('["Hội nghị tổng kết" là tên bài] Sở Y tế họp', "[[Sở Y tế", '["Sở"] họp', '[{"a": ' + "[" * 5000):
        for encoding in ("utf-8", "utf-16"):
            assert tongket.read(text.encode(encoding)).origin.kind == "text"
    for text in ('["Sở Y tế"]', '{"a": 1}\n{"a": 2}', ' [{"a": [1.5, "ờ"]}] '):
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            with pytest.raises(tongket.Error, match="JSON"):
                tongket.read(text.encode(encoding))


# ---- e-mails -------------------------------------------------------------------------------------------------------


def mail_of(payload: bytes, label: str) -> bytes:
    head = f"From: a@example.org\nSubject: b\nContent-Type: text/plain; charset={label}\n"
    return head.encode() + b"Content-Transfer-Encoding: 8bit\n\n" + payload


PLAIN = "Sở Y tế tỉnh Hà Nam tổng kết công tác năm 2016, phương hướng, nhiệm vụ năm 2017"


@pytest.mark.parametrize(
    ("encoding", "label", "read_as"),
    [
        ("utf-8", "iso-8859-1", "UTF-8"),
        ("utf-8", "windows-1258", "UTF-8"),
        ("utf-8", "us-ascii", "UTF-8"),
        ("utf-8", "idna", "UTF-8"),
        ("utf-8", "no-such-one", "UTF-8"),
        ("TCVN3", "iso-8859-1", "TCVN3 letters in iso-8859-1, converted"),
        ("TCVN3", "windows-1252", "TCVN3 letters in windows-1252, converted"),
        ("VNI", "windows-1252", "VNI letters in windows-1252, converted"),
        ("TCVN3", "us-ascii", "TCVN3 letters in windows-1252, converted"),
        ("TCVN3", "rot13", "TCVN3 letters in windows-1252, converted"),
    ],
)
def test_the_encoding_that_a_mail_names(encoding, label, read_as):
    legacy = encoding in ("TCVN3", "VNI")
    payload = tongket.encode_legacy(PLAIN, encoding).encode("latin-1") if legacy else PLAIN.encode(encoding)
    report = tongket.read(mail_of(payload, label))
    assert report.source.strip() == PLAIN
    assert report.origin.encoding == read_as


def test_a_true_label_is_believed():
    body = eml.body(mail_of("Москва".encode("koi8-r"), "KOI8-R"))
    assert (body.text, body.encoding) == ("Москва", "koi8-r")
    wide = made.mail(PLAIN).decode().replace('charset="utf-8"', 'charset="utf-16"')
    head, _, _ = wide.partition("\n\n")
    data = f"{head}\n\n".encode() + base64.encodebytes(PLAIN.encode("utf-16"))
    data = data.replace(b"8bit", b"base64")
    assert tongket.read(data).source.strip() == PLAIN


def multipart(parts: bytes) -> bytes:
    return b"From: a@example.org\nSubject: b\nContent-Type: multipart/mixed; boundary=b\n\n" + parts


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"From: a@b\nSubject: " + b"c" * 9000 + b"\n\na", "invalid_file", "field of more than 8192 bytes"),
        (b"From: a@b\nSubject: c\n" + b" d\n" * 4000 + b"\na", "invalid_file", "field of more than 8192 bytes"),
        (multipart(b"--b\nX: " + b"c" * 9000 + b"\n\na"), "invalid_file", "field of more than 8192 bytes"),
        (b"From: a@b\nSubject: c\n" + b"X: 1\n" * 200000 + b"\na", "input_too_large", "fields of more than"),
        (multipart(b"--b\n\na\n" * 1100), "input_too_large", "more than 1000 parts"),
        (
            multipart(b"".join(b"--b\nContent-Type: multipart/mixed; boundary=b%d\n\n" % i for i in range(60))),
            "input_too_large",
            "50 parts that have parts",
        ),
        (b"From: a@b\nSubject: c\n\n" + b"\n" * 1_000_001, "input_too_large", "1000000 lines"),
    ],
)
def test_the_bounds_of_mails(data, code, words):
    for read in (tongket.read, lambda data: list(tongket.read_many(data))):
        with pytest.raises(tongket.Error, match=words) as caught:
            read(data)
        assert caught.value.code == code


def test_mails_deep_in_one_another_are_refused():
    with pytest.raises(tongket.Error) as caught:
        tongket.read(b"From: a@b\nContent-Type: message/rfc822\n\n" * 5000)
    assert caught.value.code in ("invalid_file", "input_too_large")


def test_a_long_line_is_no_long_field():
    assert tongket.read(mail_of(b"a" * 20000, "us-ascii")).source.strip() == "a" * 20000


def unread(report):
    """What is said of files that were not read whole."""
    codes = ("unread-pages", "unread-attachments", "no-story")
    return [(d.code, d.message) for d in report.diagnostics if d.code in codes]


def test_what_is_attached_is_told_where_it_is_not_read():
    files = {"bao-cao.docx": made.docx(LINES), "so-lieu.txt": b"a", "logo.png": b"\x89PNG\r\n"}
    data = made.mail("Kính gửi quý Sở báo cáo tổng kết năm 2016.", files=files)
    for source in (data, made.packed(data), made.archive({"a.eml": data})):
        ((code, message),) = unread(tongket.read(source))
        assert code == "unread-attachments"
        told = "2 files are attached, which are not read: 'bao-cao.docx', 'so-lieu.txt'; tongket.read_many reads"
        assert message.startswith(told)
    assert [unread(report) for report in tongket.read_many(data)] == [[], [], []]
    ((_, message),) = unread(tongket.read(made.mail("Họp", files={"a.txt": b"a"})))
    assert message.startswith("a file is attached, which is not read: 'a.txt';")
    many = made.mail("Họp", files={f"{number}.txt": b"a" for number in range(9)})
    ((_, message),) = unread(tongket.read(many))
    assert "'4.txt', ...;" in message


def test_a_text_part_that_is_a_stub_gives_way_to_the_html_part():
    long = made.page(PARAGRAPHS)

    def told(report):
        return [d.message for d in report.diagnostics if d.code == "unread-part"]

    stub = made.mail("Báo cáo năm 2016:\nxem bản HTML.", page=long)
    for report in (tongket.read(stub), *tongket.read_many(stub)):
        assert fields(report)["measures"] == fields(tongket.read(made.mail(None, page=long)))["measures"]
        (message,) = told(report)
        assert message.startswith("the text part of the e-mail has no figures, and is not read")
        assert "'Báo cáo năm 2016: xem bản HTML.'" in message
    address = tongket.read(made.mail("https://example.org/a.html", page=long))
    assert len(told(address)) == 1
    assert address.measures == report.measures
    # A text with figures stays, and of the page it is told.
    report = tongket.read(made.mail("Năm 2016, sở thu 5 tỷ đồng.", page=long))
    assert (len(report.measures), report.page) == (1, None)
    (message,) = told(report)
    assert message.startswith("the HTML part of the e-mail is much longer than its text part, and is not read")
    # Parts that say the same, and pages with nothing but a longer look.
    for text, page in (
        (TEXT, long),
        ("Kính gửi báo cáo.", f"<style>p {{width: 5%}}{' ' * 900}</style><p>Kính gửi <b>báo cáo</b>.</p>"),
        ("Kính gửi báo cáo.", f"<p>Kính gửi báo cáo.</p><p>{'Trân trọng cảm ơn quý cơ quan. ' * 20}</p>"),
    ):
        report = tongket.read(made.mail(text, page=page))
        assert (report.source.strip(), report.page, told(report)) == (text.strip(), None, [])


def test_what_is_forwarded_is_read():
    forwarded = made.mail(TEXT, files={"a.docx": made.docx(LINES)})
    alone = b"From: a@example.org\nSubject: b\nContent-Type: message/rfc822\n\n" + forwarded
    with pytest.raises(tongket.Error, match=r"tongket\.read_many reads what is attached"):
        tongket.read(alone)
    attached = multipart(b"--b\nContent-Type: message/rfc822\n\n" + forwarded + b"\n--b--\n")
    for data in (alone, attached):
        reports = list(tongket.read_many(data))
        assert [(r.id, r.origin.kind) for r in reports] == [("part-1", "eml"), ("a", "docx")]
        assert [m.value for m in reports[0].measures] == [m.value for m in tongket.parse(TEXT).measures]
    file = b"From: a@example.org\nSubject: b\nContent-Type: application/pdf; name=a.pdf\n"
    file += b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(made.pdf(PAGES, width=WIDE))
    assert [(r.id, r.origin.kind) for r in tongket.read_many(file)] == [("a", "pdf")]


# ---- programs ------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="no sleep there")
@pytest.mark.parametrize("has_groups", [True, False])
def test_no_program_is_left_behind(monkeypatch, has_groups):
    started = []

    class Stopped(subprocess.Popen):
        def communicate(self, *_):
            started.append(self)
            raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "Popen", Stopped)
    if not has_groups:
        monkeypatch.delattr(os, "killpg")
    with pytest.raises(KeyboardInterrupt):
        office._run(["sleep", "60"], b"", None, "doc")
    assert started[0].returncode == -9


@needs_office
@needs_antiword
def test_antiword_where_there_is_no_office(tmp_path, monkeypatch):
    data = doc_of(made.docx(LINES), tmp_path)
    monkeypatch.setattr(office, "office", lambda: None)
    report = tongket.read(data)
    assert report.source.split() == TEXT.split()
    assert [m.value for m in report.measures] == [m.value for m in tongket.parse(TEXT).measures]


def test_programs_that_are_missing_are_named(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(
        tongket.Error, match="ODT files need a program that knows them: install LibreOffice, or"
    ) as caught:
        tongket.read(made.odt(["a"]))
    assert caught.value.code == "unknown_kind"
    doc = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    with pytest.raises(tongket.Error, match="install LibreOffice or antiword"):
        tongket.read(doc)


# ---- where reports come from ---------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path) -> Path:
    files = {
        "a.txt": TEXT.encode("utf-16"),
        "sub/b.pdf": made.pdf(PAGES, width=WIDE),
        "sub/.hidden": b"\0",
        "c.misnamed": made.docx(LINES),
        "d.zip": made.archive({"x/e.rtf": made.rtf(TEXT), "f.txt.gz": made.packed(TEXT.encode())}),
        "g.eml": made.mail(TEXT, files={"h.docx": made.docx(LINES), "logo.png": b"\x89PNG\r\n"}),
    }
    for name, data in files.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "in"


@pytest.mark.parametrize("workers", [1, 3])
def test_a_folder(folder, workers):
    reports = list(tongket.read_many(folder, workers=workers))
    found = [(r.id, Path(r.origin.path).relative_to(folder).as_posix(), r.origin.kind) for r in reports]
    assert found == [
        ("a", "a.txt", "text"),
        ("c", "c.misnamed", "docx"),
        ("x/e", "d.zip/x/e.rtf", "rtf"),
        ("f", "d.zip/f.txt.gz", "text"),
        ("g", "g.eml", "eml"),
        ("h", "g.eml/h.docx", "docx"),
        ("sub/b", "sub/b.pdf", "pdf"),
    ]
    values = [m.value for m in tongket.parse(TEXT).measures]
    assert all([m.value for m in r.measures] == values for r in reports)


def test_what_read_many_takes(folder, in_root):
    plain = tongket.parse_file(SAMPLE)
    pattern = str(SAMPLE.parent / "ha-*.txt")
    with SAMPLE.open("rb") as file, SAMPLE.open(encoding="utf-8") as as_text:
        given = [pattern, SAMPLE, str(SAMPLE), TEXT.encode(), [file], iter([as_text]), io.BytesIO(TEXT.encode())]
        for each in given:
            assert list(tongket.read_many(each)) == [plain]
    named = [("một", SAMPLE), ("hai", TEXT.encode()), str(SAMPLE.relative_to(in_root))]
    assert [r.id for r in tongket.read_many(named)] == ["một", "hai", SAMPLE.stem]
    inside = tongket.read_many([("một", folder / "d.zip"), ("hai", folder / "sub"), ("ba", made.packed(b"a"))])
    assert [r.id for r in inside] == ["một/x/e", "một/f", "hai/b", "ba"]
    assert list(tongket.read_many([])) == []
    with pytest.raises(FileNotFoundError):
        tongket.read_many(str(folder / "su*"))
    assert len(list(tongket.read_many(str(folder / "**" / "*.pdf")))) == 1


def test_what_read_takes(tmp_path):
    with SAMPLE.open("rb") as file:
        for each in (SAMPLE, str(SAMPLE), file):
            report = tongket.read(each)
            assert (report.id, report.origin.path) == (SAMPLE.stem, str(SAMPLE))
    assert tongket.read(made.archive({"a.txt": b"a"}), id="mine").id == "mine"
    with SAMPLE.open("rb", buffering=0) as raw:
        assert tongket.read(raw) == tongket.parse(TEXT)
    report = tongket.read(bytearray(TEXT.encode()), id="mine")
    assert (report.id, report.origin.path, report.origin.pages) == ("mine", None, ())
    assert tongket.read(SAMPLE, parser=tongket.Parser(lexicon=[tongket.LexiconEntry("unit", ("bưu cục",), "cục")]))
    assert tongket.parse(TEXT).origin is None
    for time_limit in (None, 20):
        assert tongket.read(made.pdf(PAGES, width=WIDE), time_limit=time_limit).measures


def test_the_origin_is_kept_in_memory_only(folder):
    report = tongket.read(folder / "sub" / "b.pdf")
    for copied in (pickle.loads(pickle.dumps(report)), copy.deepcopy(report)):
        assert copied.origin == report.origin
        assert len(copied.origin.pages) == 2
    assert tongket.Report.from_json(report.to_json(with_source=True)).origin is None
    assert "origin" not in report.to_dict(with_source=True)


def test_archives_are_for_read_many(tmp_path):
    several = made.archive({"a.txt": b"a", "b.txt": b"b"})
    for source in (several, SAMPLE.parent):
        with pytest.raises(tongket.Error, match=r"holds several files: tongket\.read_many") as caught:
            tongket.read(source)
        assert caught.value.code == "wrong_input"
    with pytest.raises(tongket.Error, match="holds no file"):
        tongket.read(made.archive({}))
    with pytest.raises(tongket.Error, match=r"without a text; tongket\.read_many reads what is attached"):
        tongket.read(made.mail(None, files={"a.txt": b"a"}))
    assert [r.id for r in tongket.read_many(made.mail(None, files={"a.txt": b"a"}))] == ["a"]
    nested = made.archive({"in.zip": made.archive({"a.txt": TEXT.encode()})})
    assert tongket.read(nested).origin.path == "in.zip/a.txt"


# ---- what cannot be read -------------------------------------------------------------------------------------------

DOCX = made.docx(["Sở Y tế"])
BAD = {
    "scan.pdf": (made.scan(), "no_text", "ocrmypdf"),
    "locked.pdf": (made.pdf([["a"]], password="b"), "encrypted", "encrypted"),
    "cut.pdf": (made.pdf([["a"]])[:400], "invalid_file", "a damaged PDF"),
    "cut.docx": (DOCX[:2000], "invalid_file", "a damaged ZIP archive"),
    "empty.docx": (made.docx([" "]), "no_text", "ocrmypdf"),
    "no.docx": (made.archive({"word/document.xml": b"<a"}), "invalid_file", "a damaged DOCX"),
    "empty.rtf": (b"{\\rtf1 }", "no_text", "without text"),
    "locked.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
        "password",
    ),
    "sheet.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "unknown_kind", "no Word document"),
    "sheet.xlsx": (
        made.archive({"[Content_Types].xml": b"", "xl/workbook.xml": b""}),
        "unknown_kind",
        "save it as PDF",
    ),
    "picture.jpg": (b"\xff\xd8\xff\xe0", "unknown_kind", "ocrmypdf"),
    "a.7z": (b"7z\xbc\xaf\x27\x1c", "unknown_kind", "7z archive"),
    "a.tar": (b"a.txt" + b"\0" * 252 + b"ustar", "unknown_kind", "TAR archive"),
    "a.bin": (b"\x7fELF\0\1\2", "unknown_kind", "not known"),
    "a.json": (b'{"zones": []}', "unknown_kind", "Report.from_json"),
    "a.xml": (b"<?xml version='1.0'?><feed/>", "unknown_kind", "XML"),
    "a.gz": (made.packed(TEXT.encode())[:-20], "invalid_file", "gzip that is damaged"),
    "bad.eml": (b"From: a@b\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n", "no_text", "without a text"),
    "deep.html": (b"<html>" + b"<div>" * 300, "invalid_html", "255 elements"),
}


def locked_zip() -> bytes:
    data = bytearray(made.archive({"a.txt": b"a"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


def odd_zip(method: int) -> bytes:
    """An ODT whose first file cannot be unpacked."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text" * 9)
    data = bytearray(file.getvalue())
    at = data.index(b"mimetype") + 8 + (4 if method == zipfile.ZIP_LZMA else 0)
    data[at : at + 9] = b"\xff" * 9
    return bytes(data)


def broken_zip() -> bytes:
    data = bytearray(made.archive({"a.txt": b"a" * 100}))
    data[data.index(b"a.txt") + 6] ^= 0xFF
    return bytes(data)


BAD |= {
    "locked.zip": (locked_zip(), "encrypted", "encrypted"),
    "broken.zip": (broken_zip(), "invalid_file", "damaged ZIP"),
    "deflate.odt": (odd_zip(zipfile.ZIP_DEFLATED), "invalid_file", "damaged ZIP"),
    "lzma.odt": (odd_zip(zipfile.ZIP_LZMA), "invalid_file", "damaged ZIP"),
    "out.zip": (made.archive({"../a.txt": b"a"}), "invalid_file", "leads out"),
    "root.zip": (made.archive({"/etc/a.txt": b"a"}), "invalid_file", "leads out"),
    "bomb.zip": (made.archive({"a.txt": b"a" * (4 << 20)}), "input_too_large", "200 times"),
    "bomb.docx": (made.archive({"word/document.xml": b" " * (4 << 20)}), "input_too_large", "200 times"),
    "many.zip": (
        made.archive({f"{i}.txt": b"" for i in range(archives.MAX_MEMBERS + 1)}),
        "input_too_large",
        "10000 files",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_told(tmp_path, name):
    data, code, words = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(tongket.Error, match=words) as caught:
        tongket.read(path)
    assert (caught.value.code, caught.value.filename) == (code, str(path))
    assert str(caught.value).startswith(f"{path}: ") or code in ("input_too_large", "invalid_html")
    with pytest.raises(tongket.Error, match=words):
        tongket.read(data)
    results = tongket.read_many([path, SAMPLE], errors="collect")
    assert [r.id for r in results] == [SAMPLE.stem]
    assert [(f.index, f.id, f.error.code) for f in results.errors] == [(0, Path(name).stem, code)]


def test_bounds(tmp_path):
    with pytest.raises(tongket.Error, match="more than 1000 bytes") as caught:
        tongket.read(SAMPLE, max_bytes=1000)
    assert caught.value.code == "input_too_large"
    for packed in (made.packed(b"a" * 2000), made.archive({"a.txt": b"a" * 2000})):
        with pytest.raises(tongket.Error, match="more than 1000 bytes"):
            tongket.read(packed, max_bytes=1000)
    path = tmp_path / "large.zip"
    path.write_bytes(made.archive({f"{i}.txt": b"a" * 900 for i in range(20)}))
    assert path.stat().st_size > 1900
    assert len(list(tongket.read_many(path, max_bytes=1000))) == 20
    data = b"a"
    for _ in range(5):
        data = made.archive({"a.zip": data})
    with pytest.raises(tongket.Error, match="more than 3 archives"):
        tongket.read(data)
    with pytest.raises(tongket.Error, match="not read within") as caught:
        tongket.read(made.pdf(PAGES[:1] * 150), time_limit=0.01)
    assert caught.value.code == "time_limit"


def test_locks_and_links_in_folders(tmp_path):
    (tmp_path / "~$a.docx").write_bytes(b"\x05So Y te" + b"\0" * 150)
    (tmp_path / "a.docx").write_bytes(made.docx(LINES))
    (tmp_path / "b.zip").write_bytes(made.archive({"c.txt": b"c", "~$c.docx": b"\0"}))
    for source in (tmp_path, str(tmp_path / "*")):
        assert [r.id for r in tongket.read_many(source)] == ["a", "c"]
    (tmp_path / "gone.txt").symlink_to(tmp_path / "none")
    for source in (tmp_path, str(tmp_path / "*")):
        results = tongket.read_many(source, errors="collect")
        assert [r.id for r in results] == ["a", "c"]
        assert [(f.id, type(f.error)) for f in results.errors] == [("gone", FileNotFoundError)]


def test_a_pattern_names_each_file_once_where_links_lead_back(tmp_path):
    deep = tmp_path / "d" / "2016" / "[a]"
    deep.mkdir(parents=True)
    (tmp_path / "d" / ".hidden").mkdir()
    for file in ("d/a.txt", "d/2016/b.txt", "d/2016/[a]/c.txt", "d/.hidden/e.txt", "f.txt"):
        (tmp_path / file).write_text("Thu 5 tỷ đồng", "utf-8")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "g.txt").write_text("Thu 5 tỷ đồng", "utf-8")
    # Of two loops there would be 2 ** 40 ways.
    for link, to in {"1": "d", "2": "d", "2016/up": "d", "2016/out": "outside"}.items():
        (tmp_path / "d" / link).symlink_to(tmp_path / to)

    def named(pattern):
        reports = tongket.read_many(str(tmp_path / pattern))
        return [Path(report.origin.path).relative_to(tmp_path).as_posix() for report in reports]

    every = ["d/2016/[a]/c.txt", "d/2016/b.txt", "d/2016/out/g.txt", "d/a.txt"]
    assert named("d/**/*.txt") == named("d/**") == named("?/**/**/*.txt") == every
    assert named("d/*/**/*.txt") == ["d/1/a.txt", *every[:3]]
    assert named("d/**/2016/**/*.txt") == [*every[:3], "d/2016/up/a.txt"]
    assert named("d/*/b.txt") == ["d/2016/b.txt"]
    assert named("d/.hidden/**/*.txt") == ["d/.hidden/e.txt"]
    assert len(list(tongket.parse_many(str(tmp_path / "d" / "**" / "*.txt")))) == 4
    with pytest.raises(FileNotFoundError):
        tongket.read_many(str(tmp_path / "none" / "**"))


def test_lines_are_joined_as_is_said(tmp_path):
    lines = "Sở Y tế cấp 1.200\nthùng hàng."
    (tmp_path / "a.txt").write_text(lines, "utf-8")
    for wrap in ("never", "always"):
        report = tongket.parse(lines, wrap=wrap)
        assert tongket.read(tmp_path / "a.txt", wrap=wrap) == report
        assert [*tongket.read_many(tmp_path, wrap=wrap)] == [report]
    assert tongket.parse(lines, wrap="never") != report
    for read in (tongket.read, tongket.read_many):
        with pytest.raises(
            ValueError, match=r"wrap or a parser, not both: give tongket\.Parser\(\.\.\., wrap='always'"
        ):
            read(tmp_path / "a.txt", parser=tongket.Parser(), wrap="always")


def test_files_that_are_gone(tmp_path):
    path = tmp_path / "a.txt"
    path.symlink_to(tmp_path / "none")
    with pytest.raises(FileNotFoundError):
        tongket.read(path)
    results = tongket.read_many([tmp_path / "b.txt", SAMPLE], errors="collect")
    assert len(list(results)) == 1
    assert isinstance(results.errors[0].error, FileNotFoundError)


@pytest.mark.parametrize(
    ("module", "package", "data"),
    [
        ("pypdfium2", "pypdfium2", made.pdf([["a"]])),
        ("docx", "python-docx", DOCX),
        ("striprtf", "striprtf", made.rtf("a")),
        ("trafilatura", "trafilatura", b"<html><p>a"),
    ],
)
def test_a_missing_extra_is_named(module, package, data):
    code = f"""
import sys
sys.modules[{module!r}] = None
import tongket
print(tongket.read("Sở Y tế".encode()).origin.kind)
try:
    tongket.read(sys.stdin.buffer.read())
except ImportError as error:
    print(error)
"""
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, input=data).stdout.decode()
    assert out.startswith("text\n")
    assert package in out
    assert "pip install 'tongket[files]'" in out


@pytest.mark.parametrize("time_limit", [30, None])
def test_an_extra_that_cannot_be_imported_is_named(tmp_path, time_limit):
    """Files of other kinds are read all the same."""
    (tmp_path / "stub" / "pypdfium2").mkdir(parents=True)
    (tmp_path / "stub" / "pypdfium2" / "__init__.py").write_text("raise ImportError('liba.so:\\nno such file')")
    folder = tmp_path / "files"
    folder.mkdir()
    for name, data in {"a.pdf": made.pdf([["a"]]), "b.docx": DOCX, "c.txt": b"Thu 5", "d.rtf": made.rtf("a")}.items():
        (folder / name).write_bytes(data)
    code = f"""
import sys
import tongket
reports = tongket.read_many(sys.argv[1], errors="collect", time_limit={time_limit}, workers=1)
print(*[report.id for report in reports])
print(*[failure.id for failure in reports.errors])
try:
    tongket.read(sys.argv[1] + "/a.pdf", time_limit={time_limit})
except ImportError as error:
    print(error)
"""
    path = os.pathsep.join(filter(None, [str(tmp_path / "stub"), os.environ.get("PYTHONPATH")]))
    command, environment = [sys.executable, "-c", code, str(folder)], {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(command, capture_output=True, check=True, text=True, env=environment)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "b c d",
        "a",
        "PDF files need pypdfium2, which is installed but cannot be imported (ImportError: liba.so: no such file): "
        "pip install --force-reinstall 'tongket[files]'",
    ]
    # So does the program.
    command = [sys.executable, "-m", "tongket", "parse", "--format", "jsonl", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert (done.returncode, len(done.stdout.splitlines()), len(done.stderr.splitlines())) == (1, 3, 1)
    assert "a.pdf: PDF files need pypdfium2, which is installed but" in done.stderr
