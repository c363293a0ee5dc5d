"""Chinese government work plans as exact data."""

from govplan import workdays
from govplan._govplan import Duty, Finding, Plan, __version__, read, schema, schema_names
from govplan.errors import GovplanError, PlanError, ReadError, UnknownOrganError, UnknownYearError

__all__ = [
    "Duty",
    "Finding",
    "GovplanError",
    "Plan",
    "PlanError",
    "ReadError",
    "UnknownOrganError",
    "UnknownYearError",
    "__version__",
    "read",
    "schema",
    "schema_names",
    "workdays",
]
