"""The cases that readers and validators of plans are held to: plan.json, changed as accepted.json and refused.json say."""

import copy
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def table(name: str) -> Any:
    return json.loads((HERE / name).read_text("utf-8"))


def parts(pointer: str) -> list[str]:
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def holder(plan: Any, pointer: str) -> tuple[Any, Any]:
    """The object or list that a pointer's last part is of, and the part as its key."""
    *above, last = parts(pointer)
    for part in above:
        plan = plan[int(part) if isinstance(plan, list) else part]
    return plan, int(last) if isinstance(plan, list) else last


def plan_of(case: dict[str, Any]) -> Any:
    """The plan of a case; its own text, or the plan of plan.json changed."""
    if "text" in case:
        return json.loads(case["text"])
    plan = copy.deepcopy(PLAN)
    for pointer in case.get("remove", []):
        above, key = holder(plan, pointer)
        del above[key]
    for pointer, value in case.get("set", {}).items():
        if pointer == "":
            plan = value
        else:
            above, key = holder(plan, pointer)
            above[key] = value
    return plan


PLAN = table("plan.json")
