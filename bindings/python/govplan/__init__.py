"""Chinese government work plans as exact data."""

from govplan._govplan import Duty, Finding, Plan, __version__, read, schema, schema_names
from govplan.errors import GovplanError, PlanError, ReadError, UnknownOrganError

__all__ = [
    "Duty",
    "Finding",
    "GovplanError",
    "Plan",
    "PlanError",
    "ReadError",
    "UnknownOrganError",
    "__version__",
    "read",
    "schema",
    "schema_names",
]
