# SPDX-License-Identifier: BSL-1.0
"""Reports in saved HTML pages."""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from tongket.encoding import convert_legacy, decode
from tongket.parser import Parser, parse

if TYPE_CHECKING:
    from tongket.report import Report

__all__ = ["Page", "parse_html"]


@dataclass(frozen=True)
class Page:
    """What a saved HTML page says.

    Attributes:
        text: the story, without the site around it
        title: its headline
        date: the day of publication
        author: who wrote it
        site: the name of the site
        url: where it stood
        encoding: how its bytes were read, in words

    >>> Page("Sở Y tế họp.", title="Họp").title
    'Họp'
    """

    text: str
    title: str | None = None
    date: datetime.date | None = None
    author: str | None = None
    site: str | None = None
    url: str | None = None
    encoding: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The page as JSON has it, without the text (which the report's source holds).

        >>> import datetime
        >>> Page("", date=datetime.date(2018, 1, 19)).to_dict()["date"]
        '2018-01-19'
        """
        result: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        del result["text"]
        result["date"] = None if self.date is None else self.date.isoformat()
        return result

    @classmethod
    def from_dict(cls, data: dict[str, Any], text: str = "") -> Page:
        """Reads what `to_dict` made.

        >>> Page.from_dict({"title": "Họp", "date": "2018-01-19"}).date
        datetime.date(2018, 1, 19)
        """
        known = {field.name: data[field.name] for field in fields(cls) if field.name in data}
        date = known.pop("date", None)
        known.pop("text", None)
        return cls(text, date=None if date is None else datetime.date.fromisoformat(date), **known)


def parse_html(
    page: str | bytes,
    *,
    id: str | None = None,  # noqa: A002
    url: str | None = None,
    parser: Parser | None = None,
) -> Report:
    """Reads the report in a saved HTML page; needs the extra `html`.

    The story is found by trafilatura; legacy encodings (TCVN3, VNI, Windows-1258) are converted first. `source` of the
    result is what was parsed: the headline, the day of publication, the story and its author, a paragraph a line.

    Args:
        page: the page; bytes are decoded by `decode`
        id: what tables call this report
        url: where the page stood, which helps to find its date
        parser: by default one with the built-in lexicon

    Raises:
        Error: the story cannot be read at all

    >>> page = "<html><head><title>Sở Y tế họp</title></head><body><article><p>%s</p></article></body></html>"
    >>> parse_html(page % ("Sáng 12/01/2017, Sở Y tế tỉnh Hà Nam tổng kết năm 2016. " * 9)).page.title
    'Sở Y tế họp'
    """
    try:
        import trafilatura  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ImportError("HTML pages need trafilatura: pip install 'tongket[html]'") from error

    encoding: str | None
    if isinstance(page, bytes):
        decoded = decode(page)
        text, encoding = decoded.text, decoded.description
    else:
        text, scheme = convert_legacy(page)
        encoding = None if scheme is None else f"{scheme} letters converted"
    found = trafilatura.bare_extraction(
        _without_declaration(text), url=url, with_metadata=True, include_comments=False, favor_precision=True
    )
    details: dict[str, Any] = {} if found is None else found if isinstance(found, dict) else found.as_dict()
    date = datetime.date.fromisoformat(details["date"][:10]) if details.get("date") else None
    title, author = _line(details.get("title")), _line(details.get("author"))
    # What stands inside the story is not repeated around it.
    story = unicodedata.normalize("NFC", details.get("text") or "")
    lines = [] if title is None or story.startswith(title) else [title]
    if date is not None and f"{date:%d/%m/%Y}" not in story and f"{date.day}/{date.month}/{date.year}" not in story:
        lines.append(f"{date:%d/%m/%Y}")
    if story:
        lines.append(story)
    if author is not None and author not in story:
        lines.append(author)
    source = "\n\n".join(lines)
    report = parse(source, id=id) if parser is None else parser.parse(source, id=id)
    report._page = Page(story, title, date, author, _line(details.get("sitename")), url or details.get("url"), encoding)
    return report


def _line(value: str | None) -> str | None:
    return " ".join(unicodedata.normalize("NFC", value).split()) or None if value else None


def _without_declaration(text: str) -> str:
    """Without `<?xml encoding=...?>`, which lxml refuses in text that is decoded already."""
    stripped = text.lstrip("\ufeff \t\r\n")
    if stripped.startswith("<?xml"):
        return stripped.partition("?>")[2]
    return stripped
