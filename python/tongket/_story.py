# SPDX-License-Identifier: BSL-1.0
"""Finds the story of an HTML page, for `tongket.page`; a task of `tongket._tasks`."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from tongket.encoding import convert_legacy, decode
from tongket.errors import Error

#: The elements inside one another that the HTML reader looks at; it leaves out what is deeper.
_MAX_DEPTH = 255


class Story(NamedTuple):
    """What trafilatura found in a page.

    Attributes:
        details: text, title, author, date, ... as it names them; empty where there is no story
        encoding: how the bytes were read, in words
    """

    details: dict[str, str | None]
    encoding: str | None


def load() -> None:
    """Imports what reads HTML, which takes its time.

    Raises:
        ImportError: it is not installed
    """
    import trafilatura  # noqa: F401, PLC0415


def read(data: bytes, *, is_text: bool, url: str | None) -> Story:
    """Reads a page.

    Args:
        data: its bytes, of an unknown encoding, or those of a text in UTF-8
        is_text: which of both
        url: where it stood

    Raises:
        Error: the page is too deep, or trafilatura cannot read it
    """
    return find_story(data.decode("utf-8", "surrogatepass") if is_text else data, url)


def find_story(page: str | bytes, url: str | None) -> Story:
    """Reads a page.

    Raises:
        Error: the page is too deep, or trafilatura cannot read it

    >>> find_story("<p>", None).details
    {}
    """
    import trafilatura  # noqa: PLC0415

    encoding: str | None
    if isinstance(page, bytes):
        decoded = decode(page)
        text, encoding = decoded.text, decoded.description
    else:
        text, scheme = convert_legacy(page)
        encoding = None if scheme is None else f"{scheme} letters converted"
    try:
        tree = trafilatura.load_html(_without_declaration(text))
        deep = tree is not None and _depth(tree) > _MAX_DEPTH
        found = (
            None
            if tree is None or deep
            else trafilatura.bare_extraction(
                tree,
                url=url,
                with_metadata=True,
                include_comments=False,
                favor_precision=True,
                date_extraction_params=_search_for_days(),
            )
        )
    except Exception as error:  # whatever a page may bring about there
        raise Error(f"HTML that cannot be read: {type(error).__name__}: {error}", "invalid_html") from error
    if deep:
        raise Error(f"HTML nested more than {_MAX_DEPTH} elements deep", "invalid_html")
    details: dict[str, Any] = {} if found is None else found if isinstance(found, dict) else found.as_dict()
    names = ("text", "title", "author", "date", "sitename", "url")
    return Story({name: details[name] for name in names if isinstance(details.get(name), str)}, encoding)


def _search_for_days() -> dict[str, Any]:
    """The day of publication is that which the page's marks tell; a search in its words takes any year for one."""
    today = datetime.date.today().isoformat()  # trafilatura 2.0 asks for it
    return {"extensive_search": False, "original_date": True, "max_date": today}


def _depth(tree: Any) -> int:
    """How many elements of a tree stand inside one another."""
    from lxml import etree  # noqa: PLC0415

    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _without_declaration(text: str) -> str:
    """Without `<?xml encoding=...?>`, which lxml refuses in text that is decoded already."""
    stripped = text.lstrip("\ufeff \t\r\n")
    if stripped.startswith("<?xml"):
        return stripped.partition("?>")[2]
    return stripped
