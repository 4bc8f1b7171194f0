"""A kind and an editor's answers in; a record that passes the check, written, out."""

from desk.new.creating import CannotMake, Made, create
from desk.new.questions import ASKED, NotTaken

__all__ = ["ASKED", "CannotMake", "Made", "NotTaken", "create"]
