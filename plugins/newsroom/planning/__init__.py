"""Planning: the linked site in, the list of every file it will have out. No disk, no clock.

The way in is `site_plan.plan`. It is not imported here: a build that needs no plan needs the views
of this room, and not its planners.
"""
