"""`invoke check --fix`: content in; what can be mended without knowing what was meant, mended, and
shown as a diff. Whatever is not surely right afterwards stays as it was."""

from desk.mending.mending import Mending, mend, mendings

__all__ = ["Mending", "mend", "mendings"]
