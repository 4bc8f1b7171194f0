"""Planning: the linked site in, the list of every file it will have out. No disk, no clock."""

from newsroom.planning.site_plan import Planned, plan

__all__ = ["Planned", "plan"]
