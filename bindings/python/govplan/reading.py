"""What reading many documents takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from os import PathLike
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from govplan._govplan import Plan

Path: TypeAlias = str | PathLike[str]
Paths: TypeAlias = Iterable[Path]
Limits: TypeAlias = Mapping[str, int]
Progress: TypeAlias = Callable[[int, int | None], object]


class ReadResult(NamedTuple):
    """What became of one of many documents.

    Attributes
    ----------
    path : str or os.PathLike
        The path, as it was given.
    plans : tuple of Plan
        The plans of the document, one at least; none where it could not be read.
    error : Exception or None
        Why it could not be read.
    """

    path: Path
    plans: tuple[Plan, ...]
    error: Exception | None

    def unwrap(self) -> tuple[Plan, ...]:
        """The plans, or the error raised."""
        if self.error is not None:
            raise self.error
        return self.plans
