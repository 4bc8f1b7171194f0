"""Only what differs in public."""

from pelicanconf import *  # noqa: F403 - the settings of the site, all of them

OUTPUT_PATH = "public"
