// SPDX-License-Identifier: MIT
// What a reader typed in; the terms to look up out.
import { fold, syllables } from "./fold.js";
import { signOf } from "./lookup.js";

const CHARACTERS = 300;
const WORDS = 24;
// "ngày 29 tháng 7 năm 2020" is looked up as 29 7 2020, as the index has every date.
const DATE = /(?:ng[àa]y\s+)?(\d\d?)\s+th[áa]ng\s+(\d\d?)(?:\s+n[ăa]m(?=\s+\d))?/gi;
const QUOTES = /["“”«»„]/;

// {words, terms, cut}: the syllables, the pairs and single syllables they make, and whether
// something of what was typed is left out.
export const parse = (typed) => {
  const text = typed.slice(0, CHARACTERS).normalize("NFKC").replace(DATE, "$1 $2");
  const words = [];
  const terms = [];
  let cut = typed.length > CHARACTERS;
  text.split(QUOTES).forEach((part, place, parts) => {
    const all = syllables(part);
    const run = all.slice(0, WORDS - words.length);
    cut ||= run.length < all.length;
    const open = place === parts.length - 1 && !/\s$/.test(part);
    const phrase = place % 2 === 1;
    terms.push(...termsOf(run, words.length, open, phrase));
    words.push(...run);
  });
  const keys = words.map(({ key }) => key);
  const names = [keys, keys.slice(0, 2)].map((name) => ({
    key: `=${name.join(" ")}`,
    first: `=${keys.slice(0, 2).join(" ")}`,
    bits: 0,
    name: true,
  }));
  return { words, terms, names: names.slice(keys.length < 3), cut };
};

const termsOf = (run, at, open, phrase) =>
  run.length === 1
    ? [{ ...single(run[0], at, open), phrase: phrase ? 1 << at : 0 }]
    : run.slice(1).map((word, place) => ({
        key: `${run[place].key} ${word.key}`,
        first: run[place].key,
        second: word.key,
        sign: signOf(run[place].marks, word.marks),
        marked: run[place].marks + word.marks,
        loose: !run[place].marks || !word.marks,
        bits: (open && /^\D$/.test(word.key) ? 1 : 3) << (at + place),
        open: open && place === run.length - 2 && word.key.length > 1,
        phrase: phrase ? 1 << (at + place) : 0,
      }));

export const single = (word, at, open = false) => ({
  key: word.key,
  first: word.key,
  sign: signOf(word.marks),
  marked: word.marks,
  bits: 1 << at,
  open: open && word.key.length > 1,
});

// Keys of Telex that were left as typed: "ddua" → "dua", "phongf" → "phong", "hoasn" → "hoan". After a
// vowel no syllable has s, f, r, x or j.
export const withoutTelex = (text) =>
  text.replace(/\p{L}{3,}/gu, (word) => {
    const plain = fold(word)
      .replace(/dd|aa|ee|oo/g, ([letter]) => letter)
      .replace(/([aou])w/g, "$1")
      .replace(/w/g, "u")
      .replace(/(?<=[aeiouy][a-z]*)[sfrxj]/g, "");
    return plain === fold(word) ? word : plain;
  });
