"""Reading: the files under content/ in, records out; or every problem they have at once."""

from newsroom.reading.files import FileRead
from newsroom.reading.folders import Source, source_of
from newsroom.reading.glance import assets_stand, changed
from newsroom.reading.jobs import Hand
from newsroom.reading.keeping import Kept
from newsroom.reading.locating import locate
from newsroom.reading.memory import Lesson, Memory, kept_stamp
from newsroom.reading.packets import Packets
from newsroom.reading.reader import Reading, read

__all__ = [
    "FileRead",
    "Hand",
    "Kept",
    "Lesson",
    "Memory",
    "Packets",
    "Reading",
    "Source",
    "assets_stand",
    "changed",
    "kept_stamp",
    "locate",
    "read",
    "source_of",
]
