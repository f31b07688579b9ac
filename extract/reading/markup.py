"""XML that strangers wrote, made safe: what declares entities is refused, and the kind is known by its root."""

from __future__ import annotations

import codecs
import re

from .about import Unreadable, codec

_DECLARED = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_NAMED = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.:-]{2,40})")
_ROOT = re.compile(r"<(?!\?|!)(?:[\w.-]+:)?([\w.-]+)")


def decoded(data: bytes, name: str) -> str:
    """An XML document as text, its declaration taken off."""
    text = _text(data)
    if not text.strip():
        raise Unreadable(name, "empty", "give a feed, a sitemap or a page")
    if re.search(r"(?i)<!ENTITY", text):
        raise Unreadable(name, "declares entities, which no feed has need of", "give the articles as files")
    return _DECLARED.sub("", text, count=1)


def _text(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    found = _NAMED.search(data[:400])
    named = codec(found.group(1).decode()) if found else None
    try:
        return data.decode(named or "utf-8-sig", "replace").removeprefix("\ufeff")
    except (LookupError, ValueError):
        return data.decode("utf-8-sig", "replace")


def root_of(text: str) -> str:
    """The name of the first element: "rss", "feed", "urlset"; empty when there is none."""
    found = _ROOT.search(re.sub(r"(?s)<!--.*?-->", "", text[:10_000]))
    return found.group(1).lower() if found else ""
