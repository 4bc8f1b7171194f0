"""Bodies: an editor's Markdown in, clean HTML in parts and slots out; or what is wrong with it."""

from newsroom.reading.bodies.reader import BodyRead, BodyReader

__all__ = ["BodyRead", "BodyReader"]
