"""Databases for the store's tests: a SQLite file, or a new database on a PostgreSQL server that is started for the tests."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import sqlalchemy as sa

GIVEN = "ORDER_PAPER_TEST_POSTGRES"  # an address under which a server runs already: postgresql+psycopg://user@host/postgres
_numbers = count(1)


def programs() -> Path | None:
    """Where the server's programs are: on the path, or where Debian puts them."""
    found = shutil.which("initdb")
    folders = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


@contextmanager
def server() -> Iterator[str]:
    """A server of our own in a folder of its own, listening on a socket there; its address."""
    binaries = programs()
    assert binaries is not None
    with tempfile.TemporaryDirectory(prefix="order-paper-", dir="/tmp") as folder:
        shutil.chown(folder, "postgres") if os.getuid() == 0 else None
        data = Path(folder) / "data"
        _run(
            str(binaries / "initdb"),
            "--auth=trust",
            "--username=postgres",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "-D",
            str(data),
        )
        port = _free_port()
        options = f"-p {port} -k {folder} -c listen_addresses= -c fsync=off -c max_connections=60"
        _run(str(binaries / "pg_ctl"), "-D", str(data), "-w", "-l", f"{folder}/log", "-o", options, "start")
        try:
            yield f"postgresql+psycopg://postgres@/postgres?host={folder}&port={port}"
        finally:
            _run(str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")


def _run(*command: str) -> None:
    """Runs a program of the server's, which refuses to be run by root."""
    prefix = ("runuser", "-u", "postgres", "--") if os.getuid() == 0 else ()
    done = subprocess.run([*prefix, *command], cwd="/tmp", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port


def fresh(address: str) -> str:
    """A new, empty database on a server; its address."""
    name = f"t{os.getpid()}_{next(_numbers)}"
    engine = sa.create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return sa.make_url(address).set(database=name).render_as_string(hide_password=False)
