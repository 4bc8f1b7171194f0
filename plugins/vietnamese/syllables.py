"""A word in; whether it is spelt as a Vietnamese syllable out."""

import unicodedata
from functools import cache, lru_cache

_ONSETS = "ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p r s t v x"
_RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
    "o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng "
    "oăt oe oen oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt "
    "u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ "
    "uy uya uych uyn uynh uyp uyt uyu uyên uyêt "
    "ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu "
    "y ych ynh yt yêm yên yêng yêt yêu ak ăk âk êk ok ôk uk"
)
_SHAPED = "ăâêôơư"
_VOWELS = "aeiouy" + _SHAPED
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NEVER_SPELT = ("ce", "cê", "ci", "cy", "ge", "gê", "nge", "ngê", "ngi", "ngy")
_TONES_OF_STOPS = ("\u0301", "\u0323")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Return whether `word` can be a Vietnamese syllable: known onset and rime, one tone at most.

    The tone stands on a vowel, on the last shaped one where there is one; before c, ch, p, t it
    is sắc or nặng; before e, ê, i stand k, gh, ngh. Source: the phonology of written Vietnamese;
    loans ("xoong") and names of the Central Highlands (Đắk Lắk, Búk) are included.
    """
    letters = [_letter_and_tone(character) for character in word.lower()]
    bare = "".join(letter for letter, _ in letters)
    if not all(letter for letter, _ in letters) or bare.startswith(_NEVER_SPELT):
        return False
    toned = [place for place, (_, tone) in enumerate(letters) if tone]
    tone = letters[toned[0]][1] if toned else ""
    if bare.endswith(("c", "ch", "p", "t")) and tone not in _TONES_OF_STOPS:
        return False
    if toned and not _bears(bare, toned):
        return False
    onsets, rimes = onsets_and_rimes()
    return any(bare.startswith(onset) and bare[len(onset) :] in rimes for onset in onsets)


@cache
def onsets_and_rimes() -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the beginnings (none is one) and the toneless endings of syllables."""
    return ("", *_ONSETS.split()), frozenset(_RIMES.split())


@cache
def _letter_and_tone(character: str) -> tuple[str, str]:
    marks = unicodedata.normalize("NFD", character)
    tone = next((mark for mark in marks if mark in _TONES), "")
    return unicodedata.normalize("NFC", marks.replace(tone, "", 1)) if tone else character, tone


def _bears(bare: str, toned: list[int]) -> bool:
    if len(toned) > 1 or bare[toned[0]] not in _VOWELS:
        return False
    shaped = max(map(bare.rfind, _SHAPED))
    return shaped in (-1, toned[0])
