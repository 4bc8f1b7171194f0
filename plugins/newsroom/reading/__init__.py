"""Reading: the files under content/ in, records out; or every problem they have at once."""

from newsroom.reading.locating import locate
from newsroom.reading.reader import Reading, read

__all__ = ["Reading", "locate", "read"]
