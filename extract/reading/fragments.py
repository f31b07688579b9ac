"""A piece of HTML, as feeds and tables hold it → its text, a paragraph on a line; what is no prose in it is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figure h1 h2 h3 h4 h5 h6 hr header footer li main ol p pre section table "
    "td th tr ul".split()
)
SILENT = frozenset("script style noscript template figure figcaption iframe object svg button form select nav".split())
MARKUP = re.compile(r"(?i)</?(?:p|div|br|li|h[1-6]|blockquote|figure|a|b|i|em|strong|span)(?:\s[^<>]{0,2000})?/?>")


def is_markup(text: str) -> bool:
    """Whether a text is HTML: it holds tags of prose."""
    return MARKUP.search(text) is not None


def text_of(html: str) -> str:
    """The prose of a piece of HTML."""
    from lxml import etree

    # The parser of the standard library takes minutes over an open tag that is repeated; this one takes no time.
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root = etree.fromstring(b"<div>" + html.encode("utf-8", "replace") + b"</div>", parser)
    rows = "".join(_pieces(root)).split("\n") if root is not None else []
    return "\n".join(row.strip() for row in rows if row.strip())


def _pieces(root: Any) -> Iterator[str]:
    """What is said inside an element, a line feed where a block begins or ends."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        told = element.text if event == "start" else element.tail
        if event == "start" and element.tag in SILENT:
            walk.skip_subtree()
            told = ""
        yield "\n" if element.tag in BLOCKS else ""
        yield re.sub(r"\s+", " ", told or "")
