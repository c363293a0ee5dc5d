"""The types of a plan for pydantic and for msgspec, written out from `schema/plan.schema.json`, so that both hold a plan to the
very schema that govplan publishes."""

import sys
from dataclasses import dataclass
from types import ModuleType
from typing import Any


@dataclass(frozen=True)
class Library:
    """How a library has types written down."""

    name: str
    imports: str
    head_of_class: str
    #: What holds a value to bounds: its name, and what it calls the least, the most and the shortest.
    constraint: str
    default_with_name: str


PYDANTIC = Library(
    "pydantic",
    "from pydantic import BaseModel, ConfigDict, Field",
    'class {}(BaseModel):\n    model_config = ConfigDict(extra="forbid", strict=True)\n',
    "Field",
    "Field(default=None, alias={!r})",
)
MSGSPEC = Library(
    "msgspec",
    "from msgspec import Meta, Struct, field",
    "class {}(Struct, forbid_unknown_fields=True, kw_only=True):\n",
    "Meta",
    "field(default=None, name={!r})",
)

#: What a keyword of the schema is called by both.
KEYWORDS = {"pattern": "pattern", "minLength": "min_length", "minimum": "ge", "maximum": "le"}
SCALARS = {"string": "str", "integer": "int", "boolean": "bool"}


def plan_type(library: Library, schema: dict[str, Any]) -> Any:
    """The type of a whole plan."""
    module = ModuleType(f"plan_of_{library.name}")
    sys.modules[module.__name__] = module
    exec(compile(source(library, schema), module.__name__, "exec"), module.__dict__)
    return module.Plan


def source(library: Library, schema: dict[str, Any]) -> str:
    """The types as one would write them by hand."""
    lines = ["from __future__ import annotations", "import datetime", "from typing import Annotated, Any, Literal"]
    definitions = schema["$defs"] | {"Plan": schema}
    objects = {name for name, definition in definitions.items() if "properties" in definition}
    aliases = [f"{name} = {written(library, definitions[name])}" for name in definitions if name not in objects]
    classes = [written_class(library, name, definitions[name]) for name in definitions if name in objects]
    return "\n".join([*lines, library.imports, *aliases, *classes])


def written_class(library: Library, name: str, definition: dict[str, Any]) -> str:
    required = definition.get("required", [])
    fields = []
    for field, value in definition["properties"].items():
        default = "" if field in required else " = None"
        if field == "from":
            field, default = "from_", " = " + library.default_with_name.format(field)
        # A schema without words takes `null` as it takes everything.
        optional = " | None" if field not in required and value else ""
        fields.append(f"    {field}: {written(library, value)}{optional}{default}")
    return library.head_of_class.format(name) + "\n".join(fields)


def written(library: Library, value: Any) -> str:
    """A type without its `null`."""
    keywords = {key: word for key, word in value.items() if key not in ("title", "description", "examples")} if value is not True else {}
    if not keywords:
        return "Any"
    if "$ref" in keywords:
        return keywords["$ref"].rsplit("/", 1)[1]
    if "oneOf" in keywords:
        return f"Literal[{', '.join(repr(choice['const']) for choice in keywords['oneOf'])}]"
    if "anyOf" in keywords:
        choices = [choice for choice in keywords["anyOf"] if choice.get("type") != "null"]
        return " | ".join(written(library, choice) for choice in choices)
    types = keywords.pop("type")
    [kind] = [types] if isinstance(types, str) else [name for name in types if name != "null"]
    match kind:
        case "array":
            return f"list[{written(library, keywords['items'])}]"
        case "object" if "patternProperties" in keywords:
            [(pattern, of)] = keywords["patternProperties"].items()
            return f"dict[{written(library, {'type': 'string', 'pattern': pattern})}, {written(library, of)}]"
        case "object":
            return f"dict[str, {written(library, keywords['additionalProperties'])}]"
        case "string" if keywords.get("format") == "date":
            return "datetime.date"
        case _:
            bounds = ", ".join(f"{KEYWORDS[key]}={bound!r}" for key, bound in keywords.items())
            return f"Annotated[{SCALARS[kind]}, {library.constraint}({bounds})]" if bounds else SCALARS[kind]
