"""`invoke check --fix`: content in; what can be mended without knowing what was meant, mended, and
shown as a diff. Whatever is not surely right afterwards stays as it was."""

from desk.mending.mending import Mending, mend, mendings
from desk.mending.texts import from_old_font

__all__ = ["Mending", "from_old_font", "mend", "mendings"]
