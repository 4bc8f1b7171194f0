"""Text in the encodings from before Unicode in; the same text in Unicode out."""

from .decoding import decode, mojibake_to_unicode
from .detection import Legacy, detect_legacy
from .tcvn3 import tcvn3_lost_letters, tcvn3_to_unicode
from .viqr import viqr_to_unicode
from .viscii import viscii_to_unicode
from .vni import vni_to_unicode

__all__ = [
    "Legacy",
    "decode",
    "detect_legacy",
    "mojibake_to_unicode",
    "tcvn3_lost_letters",
    "tcvn3_to_unicode",
    "viqr_to_unicode",
    "viscii_to_unicode",
    "vni_to_unicode",
]
