"""Reading: the files under content/ in, records out; or every problem they have at once."""

from newsroom.reading.jobs import Hand
from newsroom.reading.keeping import Kept
from newsroom.reading.locating import locate
from newsroom.reading.memory import Lesson, Memory
from newsroom.reading.reader import Reading, read

__all__ = ["Hand", "Kept", "Lesson", "Memory", "Reading", "locate", "read"]
