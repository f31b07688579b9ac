"""Several files as one archive: the same files give the same bytes, and no name leads out of the folder it is unpacked in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from .wording import file_name


def zipped(files: Mapping[str, str]) -> bytes:
    """An archive of texts by name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(info, text.encode("utf-8", "replace"))
    return stream.getvalue()


def stems(ids: Iterable[str]) -> dict[str, str]:
    """A name for each id, no two alike: the second "a-b" is "a-b-2", on a disk that knows no capitals too."""
    made: dict[str, str] = {}
    taken: set[str] = set()
    for id in ids:
        stem, turn = file_name(id), 1
        while (name := stem if turn == 1 else f"{stem}-{turn}").casefold() in taken:
            turn += 1
        taken.add(name.casefold())
        made[id] = name
    return made
