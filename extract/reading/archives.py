"""Zip archives → the articles of their members, read in memory: nothing is ever unpacked to the disk."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import SEEK_END, BytesIO
from itertools import pairwise
from pathlib import PurePosixPath
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from . import sidecar
from .about import MAX_BYTES, Piece, Unreadable, Way, some

MAX_MEMBERS = 10_000
MAX_TOTAL = 500_000_000
# Prose packs to a third or a fifth; hundredfold is a bomb, or at least no article.
MAX_RATIO, SMALL = 200, 1_000_000
MAX_DEPTH = 2
MAX_INNER = 50  # archives in an archive; each may unpack to a tenth of what the outer one may
ANEW = "pack it anew, or give the files"
MAX_INDEX = 10_000_000  # bytes of the list of its files, which is read before anything else
HEAD = 30  # bytes before a member's name
PLAIN = frozenset({ZIP_STORED, ZIP_DEFLATED})  # what can be unpacked up to a limit

Inner = Callable[[IO[bytes], str, Way], Iterator[Piece]]


def read(stream: IO[bytes], name: str, way: Way, *, inner: Inner, reads: Callable[[str], bool]) -> Iterator[Piece]:
    """The articles of an archive; *inner* reads a member, *reads* says whether a name is one of an article."""
    if way.depth >= MAX_DEPTH:
        raise Unreadable(name, f"an archive in an archive, more than {MAX_DEPTH} deep", "unpack it and give the files")
    if index_of(stream) > MAX_INDEX:
        raise Unreadable(name, f"lists more than {MAX_MEMBERS:,} files", "give it in parts")
    try:
        packed = ZipFile(stream)
    except Exception:  # a broken one breaks the library in many ways
        raise Unreadable(name, "a broken archive", ANEW) from None
    with packed:
        most = MAX_TOTAL // 10 if way.depth else MAX_TOTAL
        members = _checked([member for member in packed.infolist() if not member.filename.endswith("/")], name, most)
        beside = {member.filename: member for member in members}
        deeper = replace(way, depth=way.depth + 1, fetch=None, beside=lambda path: _beside(packed, beside, path, name))
        yield from _members(packed, members, name, deeper, inner, reads)


def index_of(stream: IO[bytes]) -> int:
    """The bytes that an archive's list of files takes, by its own word; 0 where it has none."""
    stream.seek(0, SEEK_END)
    stream.seek(max(0, stream.tell() - 66_000))
    tail = stream.read()
    stream.seek(0)
    at, wide = tail.rfind(b"PK\5\6"), tail.rfind(b"PK\6\6")
    size = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    return int.from_bytes(tail[wide + 40 : wide + 48], "little") if size == 0xFFFFFFFF and wide >= 0 else size


def unpacked(packed: ZipFile, member: ZipInfo) -> bytes:
    """What a member holds: never more than it says, whatever is packed into it. ValueError where that is not so."""
    if member.compress_type not in PLAIN:
        raise ValueError("packed in a way that cannot be limited")
    with packed.open(member) as stream:
        data = stream.read(member.file_size + 1)
    if len(data) != member.file_size:
        raise ValueError("not as long as it says")
    return data


def overlaps(members: list[ZipInfo]) -> bool:
    """Whether members share bytes of the archive, so that a few bytes unpack to many files."""
    placed = sorted(members, key=lambda member: member.header_offset)
    return any(one.header_offset + HEAD + one.compress_size > other.header_offset for one, other in pairwise(placed))


def _checked(members: list[ZipInfo], name: str, most: int) -> list[ZipInfo]:
    """The members, when together they are no bomb."""
    if len(members) > MAX_MEMBERS:
        raise Unreadable(name, f"{len(members):,} files, over the limit of {MAX_MEMBERS:,}", "give it in parts")
    if overlaps(members):
        raise Unreadable(name, "its files lie over one another, as in a bomb", ANEW)
    if sum(member.file_size for member in members) > most:
        raise Unreadable(name, f"unpacks to more than {most // 1_000_000} MB", "give it in parts")
    if sum(member.filename.lower().endswith(".zip") for member in members) > MAX_INNER:
        raise Unreadable(name, f"holds more than {MAX_INNER} archives", "unpack it and give the files")
    return members


def _members(
    packed: ZipFile, members: list[ZipInfo], name: str, way: Way, inner: Inner, reads: Callable[[str], bool]
) -> Iterator[Piece]:
    """The articles of the members, in order of their names."""
    left: list[str] = []
    for member in sorted(members, key=lambda member: member.filename):
        parts = PurePosixPath(member.filename.replace("\\", "/")).parts
        place = f"{name}/{member.filename}"
        if any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts):
            continue
        if wrong := _wrong(member, parts):
            yield Unreadable(place, *wrong)
        elif not reads(member.filename):
            left += [] if member.filename.endswith(sidecar.SUFFIX) else [member.filename]
        else:
            yield from _read(packed, member, place, way, inner)
    if left:
        way.note(f"{name}: left out as no articles: {some(left)}")


def _wrong(member: ZipInfo, parts: tuple[str, ...]) -> tuple[str, str] | None:
    """What is wrong with a member before it is unpacked, and the remedy."""
    if not parts:
        return "a file without a name", ANEW
    if ".." in parts or parts[:1] == ("/",) or ":" in member.filename:
        return "a name that leads out of the archive", ANEW
    if stat.S_ISLNK(member.external_attr >> 16):
        return "a link, not a file", "pack the file itself"
    if member.flag_bits & 1:
        return "locked with a password", "pack it without one"
    if member.file_size > MAX_BYTES:
        return f"more than {MAX_BYTES // 1_000_000} MB", "give it alone, unpacked"
    if member.file_size > max(SMALL, MAX_RATIO * member.compress_size):
        return f"packed more than {MAX_RATIO}-fold, as no article is", "give it unpacked"
    return None


def _read(packed: ZipFile, member: ZipInfo, place: str, way: Way, inner: Inner) -> Iterator[Piece]:
    try:
        data = unpacked(packed, member)
    except Exception:
        yield Unreadable(place, "damaged in the archive, or packed in a way unknown here", ANEW)
        return
    try:
        yield from inner(BytesIO(data), place, way)
    except Unreadable as error:
        yield error


def _beside(packed: ZipFile, members: dict[str, ZipInfo], path: str, name: str) -> bytes | None:
    """The sidecar of a member."""
    member = members.get(path.removeprefix(f"{name}/"))
    if member is None or member.file_size > SMALL or member.flag_bits & 1:
        return None
    try:
        return unpacked(packed, member)
    except Exception:
        return b""
