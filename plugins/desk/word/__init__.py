"""A Word file in; the first draft of an article, its photos, and a report of all that was not
understood, out."""

from desk.office import CannotImport

__all__ = ["CannotImport"]
