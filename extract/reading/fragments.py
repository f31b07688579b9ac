"""A piece of HTML, as feeds and tables hold it → its text, a paragraph on a line; what is no prose in it is left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

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
    pieces: list[str] = []
    hidden = [0]
    reader = HTMLParser(convert_charrefs=True)

    def started(tag: str, attrs: object) -> None:
        del attrs
        hidden[0] += tag in SILENT
        pieces.append("\n" if tag in BLOCKS else "")

    def ended(tag: str) -> None:
        hidden[0] = max(0, hidden[0] - (tag in SILENT))
        pieces.append("\n" if tag in BLOCKS else "")

    reader.handle_starttag = started  # type: ignore[method-assign]
    reader.handle_endtag = ended  # type: ignore[method-assign]
    reader.handle_data = lambda data: None if hidden[0] else pieces.append(re.sub(r"\s+", " ", data))  # type: ignore[method-assign]
    reader.feed(html)
    reader.close()
    rows = ("".join(pieces)).split("\n")
    return "\n".join(row.strip() for row in rows if row.strip())
