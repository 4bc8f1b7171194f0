// SPDX-License-Identifier: MIT
// Text in; the syllables that search compares out. The same rule as plugins/vietnamese/folding.py
// and cleaning.py: tests/vietnamese/test_folding_in_both_languages.py runs both on shared vectors.

const NEVER_SEEN = /[\ufeff\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u00ad\u{e0000}-\u{e007f}]/gu;
const LOOK_ALIKES_OF_D = /[\u00d0\u00f0\u0189\u0256]|[Dd]\u0335/g;
const MARKS = /[\u0300-\u036f]/g;
const TOKENS = /[\p{L}\p{N}]+/gu;
const Y_ALONE = /^(b|ch?|d|gh?|h|kh?|l|m|ng?h?|ph?|qu|r|s|th?|tr|v|x)y$/;

// "Chỉ thị số 34‑CT/TW" → "chi thi so 34 ct tw"
export function fold(text) {
  const letters = text
    .replace(NEVER_SEEN, "")
    .replace(LOOK_ALIKES_OF_D, "đ")
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(/đ/g, "d")
    .replace(/ς/g, "σ");
  return (letters.match(TOKENS) || []).join(" ");
}

// The same with sĩ = sỹ, quý = quí: y alone after a consonant is i.
export function foldKey(text) {
  return fold(text)
    .split(" ")
    .map((syllable) => syllable.replace(Y_ALONE, "$1i"))
    .join(" ");
}

const PIECES = /[0-9]+|(?:\p{L}|[\u0300-\u036f])+/gu;
const LETTERS = 32;

// The syllables of a text with their keys, their marks and where they stand: search_syllables() of
// plugins/vietnamese/searching.py.
export function syllables(text) {
  return [...text.replace(NEVER_SEEN, "").matchAll(PIECES)]
    .map(({ 0: piece, index }) => ({
      key: keyOf(piece),
      marks: marksOf(piece),
      start: index,
      end: index + piece.length,
    }))
    .filter(({ key }) => key);
}

const keyOf = (piece) =>
  (/^\d/.test(piece) ? piece.replace(/^0+(?=\d)/, "") : foldKey(piece).split(" ")[0]).slice(0, LETTERS);

const marksOf = (piece) =>
  [...piece.replace(LOOK_ALIKES_OF_D, "đ").toLowerCase().normalize("NFD").replace(/[^\u0300-\u036fđ]/g, "")]
    .sort()
    .join("");
