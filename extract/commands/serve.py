"""`python -m extract serve`: the dashboard, on this machine only, with nothing asked and nothing reported."""

from __future__ import annotations

import gc
import importlib
import os
import sys
import threading
from argparse import Namespace
from pathlib import Path

from .. import worker
from .streams import Misuse

APP = Path(__file__).parents[2] / "streamlit_app.py"
# Command-line flags, so that they hold from whatever folder the dashboard is started.
FLAGS = (
    "--server.showEmailPrompt=false",
    "--browser.gatherUsageStats=false",
    "--server.fileWatcherType=none",
    "--runner.postScriptGC=false",  # a collection of everything behind each view, for which all readers wait
)


def serve(options: Namespace) -> int:
    """The server, in this process: whoever stops it stops the dashboard.

    The process that reads is started first, so that it has loaded its pipeline before a browser asks for anything.
    """
    if not APP.exists():
        raise Misuse(f"{APP.name} is not beside the package; start the dashboard from a copy of the whole project")
    from streamlit.web import cli

    if options.store:
        os.environ["ORDER_PAPER_STORE"] = options.store
    if options.changes:
        os.environ["ORDER_PAPER_CHANGES"] = options.changes
    worker.ahead()
    threading.Thread(target=_imported, daemon=True).start()
    sys.argv = ["streamlit", *command(options.address or os.environ.get("STREAMLIT_SERVER_ADDRESS"), options.port)]
    cli.main(prog_name="streamlit")
    return 0


def _imported() -> None:
    """Imports what the first page needs, while no browser has asked for it yet; the collector need not look at it again."""
    for name in ("pandas", "plotly.graph_objects", "sqlalchemy", "networkx", "streamlit.elements.plotly_chart"):
        importlib.import_module(name)
    gc.collect()
    gc.freeze()


def command(address: str | None = None, port: int | None = None) -> list[str]:
    """What Streamlit is told; the address is loopback unless somebody says otherwise."""
    listen = [f"--server.address={address or '127.0.0.1'}"]
    return ["run", str(APP), *FLAGS, *listen, *([f"--server.port={port}"] if port else [])]
