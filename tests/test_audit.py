"""The audit fails where a vulnerability is known, and only there: a service that cannot be reached is one line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

AUDIT = Path(__file__).parent.parent / ".ci" / "audit.py"
SOUND = {"name": "sound", "version": "1", "vulns": []}
KNOWN = {"name": "leaky", "version": "2", "vulns": [{"id": "PYSEC-0"}]}


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        ("Traceback", 0, "audit: the vulnerability service cannot be reached; the pinned packages were not checked\n"),
        (json.dumps({"dependencies": [SOUND]}), 0, "audit: 1 packages checked, 0 vulnerabilities known\n"),
        (json.dumps({"dependencies": [SOUND, KNOWN]}), 1,
         "audit: leaky 2 has the known vulnerability PYSEC-0\naudit: 2 packages checked, 1 vulnerabilities known\n"),
        (json.dumps({"dependencies": [{"name": "x", "skip_reason": "unknown"}]}), 0,
         "audit: 0 packages checked, 0 vulnerabilities known, 1 unknown to the service\n"),
    ],
)  # fmt: skip
def test_only_a_known_vulnerability_fails(answer: str, code: int, said: str) -> None:
    asked = [sys.executable, str(AUDIT), sys.executable, "-c", f"print({answer!r})"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (code, said)
