"""Asks a vulnerability service about all that requirements.txt pins: 1 where one is known; a line where nobody can be asked."""

import json
import subprocess
import sys

COMMAND = ["-m", "pip_audit", "--no-deps", "--disable-pip", "-r", "requirements.txt", "-s", "osv"]
COMMAND += ["-f", "json", "--progress-spinner", "off"]


def main(command: list[str]) -> int:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        asked = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        sys.stdout.write("audit: the vulnerability service cannot be reached; the pinned packages were not checked\n")
        return 0
    known = [(one["name"], one["version"], told["id"]) for one in asked for told in one.get("vulns", ())]
    sys.stdout.writelines(f"audit: {name} {version} has the known vulnerability {id}\n" for name, version, id in known)
    skipped = [one["name"] for one in asked if "skip_reason" in one]
    told = f", {len(skipped)} unknown to the service" if skipped else ""
    sys.stdout.write(f"audit: {len(asked) - len(skipped)} packages checked, {len(known)} vulnerabilities known{told}\n")
    return 1 if known else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [sys.executable, *COMMAND]))
