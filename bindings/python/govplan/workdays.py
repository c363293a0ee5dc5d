"""Working days of the People's Republic, 2007 to 2026."""

from govplan._govplan import add_workdays as add
from govplan._govplan import count_workdays as count
from govplan._govplan import is_workday

__all__ = ["add", "count", "is_workday"]
