"""Vietnamese text, done right: pure functions of text that know nothing of where it came from."""

from .cleaning import clean
from .date_styles import format_date
from .dates import VIETNAM, DateError, parse_content_date, parse_date
from .document_numbers import (
    DocumentNumber,
    DocumentReference,
    NumberError,
    find_document_references,
    parse_document_number,
)
from .folding import fold, fold_key
from .legacy import (
    Legacy,
    decode,
    detect_legacy,
    mojibake_to_unicode,
    tcvn3_lost_letters,
    tcvn3_to_unicode,
    viqr_to_unicode,
    viscii_to_unicode,
    vni_to_unicode,
)
from .numbers import format_number
from .order import congress_sort_key, index_letter, letter_id, person_sort_key, sort_key
from .periods import Period, PeriodError, parse_content_period, parse_period
from .searching import marks_of, read_piece, search_pieces, search_syllables
from .shortening import truncate_syllables
from .slugs import heading_id, slug
from .syllables import is_syllable
from .tones import canonical_tones, tones_mixed
from .typography import list_marker_sequence, nbsp, smart_quotes, upper

__all__ = [
    "VIETNAM",
    "DateError",
    "DocumentNumber",
    "DocumentReference",
    "Legacy",
    "NumberError",
    "Period",
    "PeriodError",
    "canonical_tones",
    "clean",
    "congress_sort_key",
    "decode",
    "detect_legacy",
    "find_document_references",
    "fold",
    "fold_key",
    "format_date",
    "format_number",
    "heading_id",
    "index_letter",
    "is_syllable",
    "letter_id",
    "list_marker_sequence",
    "marks_of",
    "mojibake_to_unicode",
    "nbsp",
    "parse_content_date",
    "parse_content_period",
    "parse_date",
    "parse_document_number",
    "parse_period",
    "person_sort_key",
    "read_piece",
    "search_pieces",
    "search_syllables",
    "slug",
    "smart_quotes",
    "sort_key",
    "tcvn3_lost_letters",
    "tcvn3_to_unicode",
    "tones_mixed",
    "truncate_syllables",
    "upper",
    "viqr_to_unicode",
    "viscii_to_unicode",
    "vni_to_unicode",
]
