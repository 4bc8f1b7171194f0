"""Reading: the files under content/ in, records out; or every problem they have at once."""

from newsroom.reading.files import FileRead
from newsroom.reading.folders import Source
from newsroom.reading.jobs import Hand
from newsroom.reading.keeping import Kept
from newsroom.reading.locating import locate
from newsroom.reading.memory import Lesson, Memory
from newsroom.reading.reader import Reading, read

__all__ = ["FileRead", "Hand", "Kept", "Lesson", "Memory", "Reading", "Source", "locate", "read"]
