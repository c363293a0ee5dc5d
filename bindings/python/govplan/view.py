"""Items of a plan, made when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, overload

from govplan._govplan import _findings_json

if TYPE_CHECKING:
    from govplan._govplan import Finding, Plan

Item = TypeVar("Item")


class Items(Protocol):
    """Items by their number."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int, /) -> Any: ...


class View(Sequence[Item], Generic[Item]):
    """Items of a plan, in their order, each made when it is asked for.

    A slice is a view as well. Two views are equal where their items are.

    Examples
    --------
    >>> import govplan
    >>> plan = govplan.read("工作任务\\t责任单位\\n1.推进决策公开\\t办公室\\n2.推进执行公开\\t人事科\\n".encode())
    >>> plan.units[-1].name, len(plan.requirements[1:])
    ('人事科', 1)
    """

    __slots__ = ("_items", "_places")

    def __init__(self, items: Items, places: range | None = None) -> None:
        self._items = items
        self._places = range(len(items)) if places is None else places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> View[Item]: ...

    def __getitem__(self, index: int | slice) -> Item | View[Item]:
        found = self._places[index]
        if isinstance(found, range):
            return self._slice(found)
        item: Item = self._items[found]
        return item

    def _slice(self, places: range) -> View[Item]:
        return View(self._items, places)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, View):
            return NotImplemented
        return len(self) == len(other) and all(one == another for one, another in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return View, (tuple(self),)

    def __repr__(self) -> str:
        shown = ", ".join(repr(item) for item in self[:3])
        return f"<{type(self).__name__} of {len(self)}: {shown}{', …' if len(self) > 3 else ''}>"

    def _repr_html_(self) -> str:
        from govplan import notebook

        return notebook.view(self)


class Findings(View["Finding"]):
    """What was found in a plan, in its order."""

    __slots__ = ("_plan",)

    def __init__(self, plan: Plan, items: Items, places: range | None = None) -> None:
        super().__init__(items, places)
        self._plan = plan

    @overload
    def __getitem__(self, index: int) -> Finding: ...

    @overload
    def __getitem__(self, index: slice) -> Findings: ...

    def __getitem__(self, index: int | slice) -> Finding | View[Finding]:
        return super().__getitem__(index)

    def _slice(self, places: range) -> Findings:
        return Findings(self._plan, self._items, places)

    def to_json(self) -> str:
        """The findings as JSON: the bytes that ``govplan check --format json`` writes of the plan."""
        return _findings_json(self._plan, list(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return Findings, (self._plan, tuple(self))
