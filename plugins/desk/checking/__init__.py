"""`invoke check`: content in; all that is wrong in it, and all that could be better, out."""

from desk.checking.checking import Checked, check, editorial, raised
from desk.checking.rules import EDITORIAL

__all__ = ["EDITORIAL", "Checked", "check", "editorial", "raised"]
