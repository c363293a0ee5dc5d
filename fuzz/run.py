"""One target under atheris: ``run.py TARGET [options of libFuzzer] [folder of inputs, or an input]``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# The module was built with counters that libFuzzer provides: it has to be there, for all to see, before the module is.
flags = sys.getdlopenflags()
sys.setdlopenflags(os.RTLD_NOW | os.RTLD_GLOBAL)
import atheris.core_with_libfuzzer  # noqa: E402

sys.setdlopenflags(flags)

import atheris  # noqa: E402
from mutation import mutated  # noqa: E402
from seeds import seeds  # noqa: E402
from targets import TARGETS  # noqa: E402


def main() -> None:
    program, target, *options = sys.argv
    # The seeds stand in the folder of inputs, where there is one.
    for folder in (Path(option) for option in options if not option.startswith("-")):
        if folder.is_dir():
            for number, seed in enumerate(seeds(target)):
                (folder / f"seed-{number}").write_bytes(seed)

    def mutator(data: bytes, most: int, number: int) -> bytes:
        return mutated(data, most, number, atheris.Mutate)

    atheris.Setup([program, *options], TARGETS[target], custom_mutator=mutator, internal_libfuzzer=True)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
