"""The corpus that every language reads."""

from __future__ import annotations

from pathlib import Path

import govplan

ROOT = Path(__file__).parents[3]
CORPUS = ROOT / "tests" / "corpus"
SEED = ROOT / "seeds" / "yanzhou-2020-open-government.txt"

#: Every source, by its path in the corpus.
SOURCES = sorted(str(path.relative_to(CORPUS)) for path in CORPUS.glob("*/source.*"))


def read(source: str) -> list[govplan.Plan]:
    """The plans of a source."""
    return govplan.read_all(CORPUS / source)
