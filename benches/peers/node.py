"""The peers that run under node: a script beside its package.json gets a question as JSON and answers as JSON."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).parent / "node"
#: The variable that names the folder of the packages.
PACKAGES = "PEERS_NODE_PACKAGES"


class NotThere(Exception):
    """Node or its packages are not installed."""


def is_there() -> bool:
    return shutil.which("node") is not None and PACKAGES in os.environ


def run(script: str, question: Any) -> Any:
    if not is_there():
        raise NotThere("node is not installed")
    asked = json.dumps(question, ensure_ascii=False)
    command = ["node", "--expose-gc", str(SCRIPTS / script)]
    done = subprocess.run(command, input=asked, capture_output=True, encoding="utf-8", cwd=os.environ[PACKAGES])
    if done.returncode != 0:
        raise NotThere(done.stderr.strip())
    return json.loads(done.stdout)
