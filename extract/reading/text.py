"""Plain text → an article: whatever its encoding, it is decoded or refused, and nothing of it is lost unsaid."""

from __future__ import annotations

import codecs
import re
from typing import IO

from .about import Found, Unreadable, Way

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# A stray control character is an accident of some archive; one in two hundred is no text.
CONTROL_SHARE = 1 / 200


def read(stream: IO[bytes], name: str, way: Way) -> Found:
    """The article in a text file."""
    return Found(name, text_of(stream, name, way))


def text_of(stream: IO[bytes], name: str, way: Way) -> str:
    """What a stream holds, as text with line feeds; a note when it was not UTF-8."""
    data = stream.read(most_bytes(way.max_chars) + 1)
    if len(data) > most_bytes(way.max_chars):
        raise too_long(name, f"more than {way.max_chars:,} characters", way.max_chars)
    text, remark = decoded(data)
    check(text, name, way.max_chars)
    if remark:
        way.note(f"{name}: {remark}")
    return lines(text)


def check(text: str, name: str, limit: int) -> None:
    """Raises `Unreadable` when a text is empty, none at all, or too long."""
    if not text.strip():
        raise Unreadable(name, "empty", "give a file with the article's text in it")
    if len(_CONTROL.findall(text)) > CONTROL_SHARE * len(text) or "\0" in text:
        raise Unreadable(name, "binary data, not text", "save the article's text as a .txt file in UTF-8")
    if len(text) > limit:
        raise too_long(name, f"{len(text):,} characters", limit)


def too_long(name: str, size: str, limit: int) -> Unreadable:
    return Unreadable(name, f"{size}, over the limit of {limit:,}", "split it into articles, or raise the limit with --max-chars")


def decoded(data: bytes) -> tuple[str, str | None]:
    """The text, and a remark when it was not UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), "not UTF-8; read as UTF-16"
    text = data.decode("utf-8-sig", "replace")
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    if not lost:
        return text, None
    if lost < sum(character > "\x7f" for character in text) / 2:
        return text, f"damaged UTF-8; characters lost: {lost}"
    # The five bytes that Windows-1252 leaves open are control characters in Latin-1.
    return data.decode("cp1252", "ignore"), "not UTF-8; read as Windows-1252 (Latin-1)"


def lines(text: str) -> str:
    """Every line ended by a line feed alone."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def most_bytes(limit: int) -> int:
    """A text within the limit has no more bytes than this, whatever its encoding."""
    return 4 * limit + 4
