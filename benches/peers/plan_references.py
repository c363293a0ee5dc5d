"""What no schema can say of a plan: every unit that is named is declared, every id and every name stands once."""

from collections.abc import Iterator
from typing import Any


def check_objects(plan: Any) -> None:
    """Of a plan whose fields are attributes."""
    ids, timings = set(), set()
    declared = names_of([(unit.name, unit.aliases) for unit in plan.units or ()])

    def once(item: Any, seen: set[str]) -> None:
        if item.id in seen:
            raise ValueError(f"id {item.id} stands twice")
        seen.add(item.id)

    def work(item: Any) -> None:
        once(item, ids)
        for assignment in item.assignments or ():
            if assignment.unit not in declared:
                raise ValueError(f"{assignment.unit} is not declared")
        for timing in item.timings or ():
            once(timing, timings)

    def walk(sections: Any) -> None:
        for section in sections or ():
            once(section, ids)
            for task in section.tasks or ():
                once(task, ids)
                for requirement in task.requirements or ():
                    work(requirement)
            walk(section.sections)

    for directive in plan.directives or ():
        work(directive)
    walk(plan.sections)
    check_rules(declared, (rule.units for rule in plan.rules or ()))


def check_dicts(plan: dict[str, Any]) -> None:
    """Of a plan whose fields are keys."""
    ids, timings = set(), set()
    declared = names_of([(unit["name"], unit.get("aliases")) for unit in plan.get("units") or ()])

    def once(item: dict[str, Any], seen: set[str]) -> None:
        if item["id"] in seen:
            raise ValueError(f"id {item['id']} stands twice")
        seen.add(item["id"])

    def work(item: dict[str, Any]) -> None:
        once(item, ids)
        for assignment in item.get("assignments") or ():
            if assignment["unit"] not in declared:
                raise ValueError(f"{assignment['unit']} is not declared")
        for timing in item.get("timings") or ():
            once(timing, timings)

    def walk(sections: Any) -> None:
        for section in sections or ():
            once(section, ids)
            for task in section.get("tasks") or ():
                once(task, ids)
                for requirement in task.get("requirements") or ():
                    work(requirement)
            walk(section.get("sections"))

    for directive in plan.get("directives") or ():
        work(directive)
    walk(plan.get("sections"))
    check_rules(declared, (rule.get("units") for rule in plan.get("rules") or ()))


def names_of(units: list[tuple[str, list[str] | None]]) -> set[str]:
    """The names that may be referred to; an alias may not be, but belongs to one unit alone."""
    owners: dict[str, int] = {}
    for index, (name, aliases) in enumerate(units):
        for known in (name, *(aliases or ())):
            if owners.setdefault(known, index) != index:
                raise ValueError(f"{known} names two units")
    return {name for name, _ in units}


def check_rules(declared: set[str], rules: Iterator[list[str] | None]) -> None:
    for units in rules:
        for unit in units or ():
            if unit not in declared:
                raise ValueError(f"{unit} is not declared")
