"""The command that the Python package is held against, and the seed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import govplan
import pytest
from corpus import ROOT, SEED


@pytest.fixture(scope="session")
def command() -> Callable[..., str]:
    """Run `govplan`, built from the same tree, and give what it prints."""
    subprocess.run(["cargo", "build", "--quiet", "--package", "govplan-cli"], cwd=ROOT, check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))

    def run(*arguments: str) -> str:
        done = subprocess.run([target / "debug" / "govplan", *arguments], capture_output=True, check=True)
        return done.stdout.decode("utf-8")

    return run


@pytest.fixture(scope="session")
def seed() -> govplan.Plan:
    return govplan.read(SEED)
