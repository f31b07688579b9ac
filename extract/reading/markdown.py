"""Markdown → the text of an article, without marks, pictures and HTML; a head of "key: value" lines says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import IO, TYPE_CHECKING

from . import fragments
from .about import Found, Unreadable, Way, said
from .dating import iso
from .text import text_of

if TYPE_CHECKING:
    from markdown_it.token import Token

_HEAD = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.S)
_PAIR = re.compile(r"(?m)^(\w+):[ \t]*(.+?)[ \t]*$")
MAX_BRACKETS = 20_000  # the parser takes a hundred times as long over one as over a letter
PUBLISHED, OUTLET = ("published", "date"), ("outlet", "source", "publication")


def read(stream: IO[bytes], name: str, way: Way) -> Found:
    """The article in a Markdown file; its first heading is its title unless the head gives one."""
    from markdown_it import MarkdownIt

    text = text_of(stream, name, way)
    head, body = _parted(text)
    if body.count("[") > MAX_BRACKETS:
        raise Unreadable(name, f"more than {MAX_BRACKETS:,} links", "leave out what is no prose, or split it")
    tokens = MarkdownIt("commonmark").parse(body)
    prose = "\n".join(filter(None, map(_prose, tokens)))
    if not prose:
        raise Unreadable(name, "holds no text but marks", "give a file with the article's text in it")
    return Found(
        path=name,
        text=prose,
        title=head.get("title") or next(_headings(tokens), None),
        outlet=next((head[key] for key in OUTLET if key in head), None),
        author=head.get("author"),
        published=iso(next((head[key] for key in PUBLISHED if key in head), None)),
        url=head.get("url"),
    )


def _parted(text: str) -> tuple[dict[str, str], str]:
    """The head between two rules, if there is one, and the body."""
    found = _HEAD.match(text[:10_000])
    if not found:
        return {}, text
    pairs = {key.lower(): value.strip("\"'") for key, value in _PAIR.findall(found.group(1))}
    return pairs, text[found.end() :]


def _headings(tokens: list[Token]) -> Iterator[str]:
    """The headings of the first degree."""
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1" and (title := said(_prose(inline))):
            yield title


def _prose(block: Token) -> str:
    """What a block says between its marks; a picture says nothing."""
    if block.type == "html_block":
        return fragments.text_of(block.content)
    told = block.children or []
    if any(token.type == "html_inline" for token in told):
        return fragments.text_of("".join(_as_html(token) for token in told))
    spoken = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(spoken.get(t.type, t.content if t.type in {"text", "code_inline"} else "") for t in told).strip()


def _as_html(token: Token) -> str:
    """HTML may stand anywhere in Markdown, so what is none is made HTML and all of it is read as that."""
    if token.type in {"softbreak", "hardbreak"}:
        return " " if token.type == "softbreak" else "<br>"
    if token.type in {"text", "code_inline"}:
        return escape(token.content, quote=False)
    return token.content if token.type == "html_inline" else ""
