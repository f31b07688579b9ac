"""The store as one file and back: rows as JSON Lines in a zip, the same for SQLite and PostgreSQL, each part with its sum."""

from __future__ import annotations

import base64
import hashlib
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import sqlalchemy as sa

from extract.store import keeping, schema
from extract.store.encoding import decode
from extract.store.engine import Unusable
from extract.store.migrations import VERSION

FORMAT = "order-paper-store/1"
MANIFEST = "manifest.json"
_NAMES = {table.name for table in schema.KEPT}


def backup(connection: sa.Connection, file: Path) -> int:
    """Writes all that cannot be made again into a new file, whole or not at all; how many articles."""
    if file.exists():
        raise Unusable(f"{file}: exists already; give a new name")
    partly = file.with_name(f"{file.name}.part")
    try:
        with zipfile.ZipFile(partly, "w", zipfile.ZIP_DEFLATED) as archive:
            sums = {str(table.name): _written(archive, table.name, _rows(connection, table)) for table in schema.KEPT}
            archive.writestr(MANIFEST, orjson.dumps({"format": FORMAT, "version": VERSION, "sha256": sums}))
        os.replace(partly, file)
    except OSError as error:
        partly.unlink(missing_ok=True)
        raise Unusable(f"{file}: cannot be written ({(error.strerror or str(error)).lower()}); give another place") from None
    return _count(connection)


def _rows(connection: sa.Connection, table: sa.Table) -> Iterator[bytes]:
    for row in connection.execute(sa.select(table).order_by(*table.columns)).mappings():
        yield orjson.dumps({str(k): base64.b64encode(v).decode() if isinstance(v, bytes) else v for k, v in row.items()}) + b"\n"


def _written(archive: zipfile.ZipFile, name: str, rows: Iterator[bytes]) -> str:
    digest = hashlib.sha256()
    with archive.open(f"{name}.jsonl", "w", force_zip64=True) as part:
        for row in rows:
            digest.update(row)
            part.write(row)
    return digest.hexdigest()


def restore(connection: sa.Connection, file: Path) -> int:
    """Fills an empty store from a backup, whole or not at all; how many articles."""
    if number := _count(connection):
        raise Unusable(f"the store holds {number} articles; restore into an empty one (--store sqlite:///new.sqlite)")
    tables = _read(file)
    for table in schema.KEPT:
        connection.execute(sa.delete(table))
        blobs = {c.name for c in table.columns if isinstance(c.type, sa.LargeBinary)}
        rows = [{k: base64.b64decode(v) if k in blobs else v for k, v in row.items()} for row in tables.get(table.name, [])]
        rows = [row for row in rows if row.get("key") != "version"]
        if rows:
            connection.execute(sa.insert(table), rows)
    connection.execute(sa.insert(schema.facts).values(key="version", value=str(VERSION)))
    _go_on_counting(connection)
    for id, machine in connection.execute(sa.select(schema.articles.c.id, schema.articles.c.machine)).all():
        keeping.mark(connection, decode(machine), id)
    for (machine,) in connection.execute(sa.select(schema.stories.c.machine)).all():
        keeping.publish(connection, decode(machine))
    return _count(connection)


def _go_on_counting(connection: sa.Connection) -> None:
    """PostgreSQL numbers the next entry of the log after the last one restored; SQLite does so by itself."""
    if connection.dialect.name == "postgresql":
        highest = "(SELECT coalesce(max(seq), 0) + 1 FROM corrections)"
        connection.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('corrections', 'seq'), {highest}, false)")


def _read(file: Path) -> dict[str, list[dict[str, Any]]]:
    """The tables of a backup, each checked against its sum."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = orjson.loads(archive.read(MANIFEST))
            if not isinstance(manifest, dict) or manifest.get("format") != FORMAT or set(manifest["sha256"]) != _NAMES:
                raise KeyError("format")
            if manifest["version"] > VERSION:
                raise Unusable(
                    f"{file}: of version {manifest['version']}, and this program knows {VERSION}; use a newer Order Paper"
                )
            return {name: _checked(archive, name, digest, file) for name, digest in manifest["sha256"].items()}
    except FileNotFoundError:
        raise Unusable(f"{file}: no such file; check the name") from None
    except (OSError, zipfile.BadZipFile, KeyError, TypeError, orjson.JSONDecodeError):
        raise Unusable(f"{file}: no backup of a store; give a file that `store backup` wrote") from None


def _checked(archive: zipfile.ZipFile, name: str, digest: str, file: Path) -> list[dict[str, Any]]:
    data = archive.read(f"{name}.jsonl")
    if hashlib.sha256(data).hexdigest() != digest:
        raise Unusable(f"{file}: the part {name} is damaged; take another backup")
    return [orjson.loads(line) for line in data.splitlines()]


def _count(connection: sa.Connection) -> int:
    return connection.execute(sa.select(sa.func.count()).select_from(schema.articles)).scalar_one()
