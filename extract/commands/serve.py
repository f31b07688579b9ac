"""`python -m extract serve`: the dashboard, on this machine only, with nothing asked and nothing reported."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path

from .streams import Misuse

APP = Path(__file__).parents[2] / "streamlit_app.py"
# Command-line flags, so that they hold from whatever folder the dashboard is started.
FLAGS = ("--server.showEmailPrompt=false", "--browser.gatherUsageStats=false")


def serve(options: Namespace) -> int:
    """Becomes the server: whoever stops this process stops the dashboard. STREAMLIT_SERVER_PORT chooses the port."""
    del options
    if not APP.exists():
        raise Misuse(f"{APP.name} is not beside the package; start the dashboard from a copy of the whole project")
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *command(os.environ.get("STREAMLIT_SERVER_ADDRESS"))])


def command(address: str | None) -> list[str]:
    """What Python is told; the address is loopback unless the environment says otherwise."""
    listen = () if address else ("--server.address=127.0.0.1",)
    return ["-m", "streamlit", "run", str(APP), *FLAGS, *listen]
