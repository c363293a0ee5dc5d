"""The targets over their seeds and a mutant of each, without atheris: what fuzzing would not begin with."""

from __future__ import annotations

from random import Random

import govplan
import pytest
from mutation import mutated, unpacked
from seeds import seeds
from targets import FORMATS, TARGETS

def flipped(content: bytes, most: int) -> bytes:
    """Some bytes changed, which are the same for the same content."""
    random, damaged = Random(len(content)), bytearray(content)
    for _ in range(min(8, len(damaged))):
        damaged[random.randrange(len(damaged))] ^= 1 + random.randrange(255)
    return bytes(damaged[:most])


@pytest.mark.parametrize("target", TARGETS)
def test_seeds_and_mutants_are_used_or_refused(target: str) -> None:
    originals = seeds(target)
    assert originals
    for number, seed in enumerate(originals):
        TARGETS[target](seed)
        TARGETS[target](mutated(seed, 1 << 20, number, flipped))


def test_seeds_are_taken() -> None:
    """Fuzzing that begins with what is refused looks at nothing but errors."""
    for seed in seeds("documents"):
        govplan.read_all(seed)
    for seed in seeds("plans"):
        govplan.Plan.from_json(seed)
    for seed in seeds("registers"):
        govplan.Register.from_json(seed)
    for seed in seeds("calendars"):
        govplan.Calendar.from_csv(seed)


def test_mutants_of_archives_are_archives_whose_parts_are_damaged() -> None:
    archives = [(seed, parts) for seed in seeds("documents") if (parts := unpacked(seed))]
    assert len(archives) > 10
    mutants = [(unpacked(mutated(seed, 1 << 20, number, flipped)), parts) for number, (seed, parts) in enumerate(archives)]
    assert sum(mutant is not None and mutant != parts for mutant, parts in mutants) > len(archives) / 2


def test_mutants_are_the_same_in_every_run_and_within_their_bound() -> None:
    for number, seed in enumerate(seeds("documents")):
        mutant = mutated(seed, 1 << 14, number, flipped)
        assert mutant == mutated(seed, 1 << 14, number, flipped)
        assert len(mutant) <= 1 << 14


def test_every_format_is_one_that_can_be_asked_for() -> None:
    for format in FORMATS:
        with pytest.raises(govplan.ReadError):
            govplan.read(b"", format=format)
