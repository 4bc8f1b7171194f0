"""Official text in; the numbers of documents it names, taken apart, out."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from .cleaning import compose
from .dates import DateError, parse_date
from .document_types import TYPE_WORDS, TYPES

_CODE = r"(?-i:[A-ZĐƯÂĂÔƠÊ][A-Za-zĐđƯưÂâÔôƠơ]*\d{0,2})"
_DASH = "[-\u2010\u2011\u2013]"
_PARTY = rf"\d{{1,5}}[a-zđ]? ?{_DASH} ?{_CODE} ?/ ?{_CODE}(?:{_DASH}{_CODE})*"
_CODES = rf"{_CODE}(?: ?& ?{_CODE})*"
_STATE = rf"\d{{1,5}}[a-zđ]?/(?:\d{{4}}/)?{_CODES}(?: ?{_DASH} ?{_CODES})+"
_ONE_CODE = r"(?<=[Ss]ố )\d{1,5}/(?-i:[A-ZĐ]{2,})"
_ASSEMBLY = r"\d{1,5}/\d{4}/(?-i:(?:UBTV)?QH\d{1,2})"
# A number in running text; without groups, so that it fits into larger expressions.
NUMBER = rf"(?<![\w/.-])(?:{_PARTY}|{_STATE}|{_ASSEMBLY}|{_ONE_CODE})(?![\w/])"

_FOLDED = str.maketrans("\u00a0\u202f\u2010\u2011\u2013\u2014\u2212", "  -----")


class NumberError(ValueError):
    """A text that is not the number of a document."""


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number taken apart; `system` is "party" (N-LOẠI/CQ) or "state".

    `type_code` is None for the National Assembly's numbers and for dispatches, which name only
    who sends them."""

    system: str
    seq: int
    year: int | None
    type_code: str | None
    issuer_code: str


@dataclass(frozen=True, slots=True)
class DocumentReference:
    """A document named in running text, by `number` as printed, with plain hyphens.

    In the NFC text that was given `text[start:end]` is the number itself, and `phrase` the place
    of all that a link may hold: the type, the number and the date, but not the issuer.
    """

    type: str | None
    number: str
    date: date | None
    issuer: str | None
    start: int
    end: int
    phrase: tuple[int, int]
    year: int | None = None
    """Where the text gives a year alone: "Chỉ thị số 34-CT/TW năm 2014"."""


_PARTY_PARTS = re.compile(rf"(\d+)[a-zđ]?-({_CODE})/({_CODE}(?:-{_CODE})*)")
_STATE_PARTS = re.compile(rf"(\d+)[a-zđ]?/(?:(\d{{4}})/)?({_CODES}(?:-{_CODES})*)")


def parse_document_number(text: str) -> DocumentNumber:
    """Take a number apart: 34-CT/TW, 98/2023/NĐ-CP, 1306/QĐ-UBND, 06/2022/QH15, 1486/SNV-TĐKT.

    U+2011, en dashes and spaces beside hyphens are folded. Raises NumberError. Sources: Decree
    30/2020/NĐ-CP (Annex III: codes of types) and the practice of the Party's offices.
    """
    plain = re.sub(r"\s*([-/&])\s*", r"\1", compose(text).translate(_FOLDED)).strip()
    if found := _PARTY_PARTS.fullmatch(plain):
        return DocumentNumber("party", int(found[1]), None, found[2], found[3])
    if not (found := _STATE_PARTS.fullmatch(plain)):
        raise NumberError(f"not a document number: {text!r}")
    first, _, issuer = found[3].partition("-")
    year = int(found[2]) if found[2] else None
    if not issuer or first not in TYPES:
        return DocumentNumber("state", int(found[1]), year, None, found[3])
    return DocumentNumber("state", int(found[1]), year, first, issuer)


_NUMBER = re.compile(NUMBER)
# What every number has, in any spelling of it: most paragraphs are told by this alone.
_CODE_AFTER_SLASH = re.compile("/[ \u00a0\u202f]?[A-ZĐƯÂĂÔƠÊ]")
_TYPE_BEFORE = re.compile(
    rf"(?<!\w)({'|'.join(TYPE_WORDS)})(?:\s*\(?\s*số)?\s*:?\s*$", re.IGNORECASE
)
_LAW_BEFORE = re.compile(
    r"(?<!\w)(bộ luật|luật|nghị quyết|pháp lệnh)(?!\w)[^.;/]{0,80}$", re.IGNORECASE
)
_DATE_AFTER = re.compile(
    r",?\s*\(?\s*(?:ký\s+|ban hành\s+)?ngày\s+"
    r"(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})\)?",
    re.IGNORECASE,
)

_YEAR_AFTER = re.compile(r",?\s*\(?\s*năm\s+((?:19|20)\d{2})(?!\d)", re.IGNORECASE)


def find_document_references(text: str) -> list[DocumentReference]:
    """Return the documents that `text` names by number, in order, with type, date and issuer where
    they are given: "Chỉ thị số 34-CT/TW ngày 7/4/2014 của Bộ Chính trị".

    A type that is not written is told from the number's code where it can be. The offsets hold
    for NFC text, as reading leaves it.
    """
    if not _CODE_AFTER_SLASH.search(text):
        return []
    text = compose(text).translate(_FOLDED)
    references: list[DocumentReference] = []
    for found in _NUMBER.finditer(text):
        number = re.sub(r"\s*([-/&])\s*", r"\1", found[0])
        before = text[max(0, found.start() - 120) : found.start()]
        type_ = _type(number, before)
        if not type_ and "-" not in number and "QH" not in number:
            continue  # the number of a house, as likely as not
        dated = _DATE_AFTER.match(text, found.end())
        end = dated.end() if dated else found.end()
        issuer, issued_by = _issuer(text[end : end + 160])
        goes_on = text.startswith(",", end + issued_by)  # to tell of another day
        after = dated or (None if goes_on else _DATE_AFTER.match(text, end + issued_by))
        in_year = _YEAR_AFTER.match(text, end) or _YEAR_AFTER.match(text, end + issued_by)
        references.append(
            DocumentReference(
                type=type_,
                number=number,
                date=_day(after[1]) if after else None,
                issuer=issuer,
                start=found.start(),
                end=found.end(),
                phrase=_phrase(found, before, dated),
                year=int(in_year[1]) if in_year and not after else None,
            )
        )
    return references


def _phrase(number: re.Match[str], before: str, dated: re.Match[str] | None) -> tuple[int, int]:
    """The number with the type before it and the date after it; without a part whose bracket is
    not closed in the phrase."""
    start, end = number.span()
    written = _TYPE_BEFORE.search(before)
    if written and "(" not in written[0]:
        start -= len(before) - written.start()
    if dated:
        open_ = "(" in dated[0]
        if not open_ or dated[0].endswith(")"):
            end = dated.end() if open_ else dated.end(1)
    return start, end


def _type(number: str, before: str) -> str | None:
    written = _TYPE_BEFORE.search(before)
    code = parse_document_number(number).type_code
    if written:
        word = " ".join(written[1].lower().split())
        return word[0].upper() + word[1:]
    if code:
        return TYPES.get(code)
    nearest = _LAW_BEFORE.search(before) if "QH" in number else None
    return nearest[1][0].upper() + nearest[1][1:].lower() if nearest else None


def _day(text: str) -> date | None:
    try:
        day = parse_date(re.sub(r"\s*([/.-])\s*", r"\1", text))
    except DateError:
        return None
    return day.date() if isinstance(day, datetime) else day


_OF = re.compile(r",?\s*\(?\s*của\s+")
_WHOLE_NAMES = re.compile(
    "Bộ (?:Văn hóa, Thể thao và Du lịch|Lao động - Thương binh và Xã hội|Giao thông vận tải"
    "|Thông tin và Truyền thông|Giáo dục và Đào tạo|Khoa học và Công nghệ|Kế hoạch và Đầu tư"
    "|Tài nguyên và Môi trường|Nông nghiệp và (?:Phát triển nông thôn|Môi trường))"
    "|(?:Ủy|Uỷ) ban Thường vụ Quốc hội|Ban Chấp hành Trung ương(?: Đảng)?",
    re.IGNORECASE,
)
_RUN = re.compile(r"(?:TP\.|[^\W\d_]+)(?: (?:- )?(?:TP\.|[^\W\d_]+))*")
_SMALL_WORDS = "nhân dân tỉnh thành phố huyện xã phường quận thị trấn"
_NEVER_IN_A_NAME = (
    "về đã ký ngày cho tại có được gửi trong do là phê quy hướng triển thực sửa bổ tặng khen nêu"
)
_PLACES = ("tỉnh", "phố", "huyện", "xã", "phường", "quận")
_JOINING_HEADS = ("Bộ", "Sở", "Ban", "Ủy", "Vụ", "Cục", "Phòng", "Viện")


def _issuer(after: str) -> tuple[str | None, int]:
    """Return the agency that "của" introduces and where its name ends, or None and 0."""
    of = _OF.match(after)
    if not of:
        return None, 0
    if whole := _WHOLE_NAMES.match(after, of.end()):
        return whole[0], whole.end()
    run = _RUN.match(after, of.end())
    agency = _agency(run[0].split(" ")) if run else None
    return agency, of.end() + len(agency) if agency else 0


def _agency(words: list[str]) -> str | None:
    """Return the words of an agency's name: each has a capital and at most one more syllable
    ("Bộ Chính trị", "Sở Nội vụ"), but for the small words of its kind and place."""
    kept, spare, in_place = 0, False, False
    for place, word in enumerate(words):
        joins = word in ("và", "-") and _goes_on(words[0], words[place + 1 :])
        if word[0].isupper():
            spare = not in_place and (len(word) == 1 or not word.isupper())
        elif word in _NEVER_IN_A_NAME.split():
            break
        elif spare or (kept and (joins or word in _SMALL_WORDS.split())):
            spare = False
        else:
            break
        kept = place + 1
        in_place = in_place or word in _PLACES
    return " ".join(words[:kept]) or None


def _goes_on(head: str, words: list[str]) -> bool:
    following = " ".join(words)
    named = following[:1].isupper() and not following.startswith(tuple(TYPE_WORDS))
    return named and head in _JOINING_HEADS
