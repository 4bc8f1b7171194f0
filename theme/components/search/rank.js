// SPDX-License-Identifier: MIT
// A query and the segments in; records in their order out.
import { lookUp } from "./lookup.js";
import { parse, single, withoutTelex } from "./query.js";

// In the body, the sapo, the title, the name.
const WEIGHTS = [1, 3, 8, 14];
// Said on nearly every page of such a site: these only re-order.
const MOST = 200;
const NAMED = 30;
const EVERYWHERE = new Set(["thi dua", "khen thuong", "phong trao"]);

// {hits, kinds, missing, query, read}: hits are [segment, record], the best first; `kinds` counts them
// before they are filtered by kind; `missing` says that none holds all that was asked; `read` is the
// query as it was understood, where that is another.
export const search = async (typed, filters, { files, segments }) => {
  const query = parse(typed);
  if (!query.words.length) return { hits: [], query };
  const all = await weigh(query, filters, files, segments);
  if (!all.hits.length || all.missing) {
    const text = withoutTelex(typed);
    const other = parse(text);
    if (other.words.map(({ key }) => key).join() !== query.words.map(({ key }) => key).join()) {
      const better = await weigh(other, filters, files, segments);
      if (better.best > all.best) return { ...better, query: other, read: text };
    }
  }
  return { ...all, query };
};

const weigh = async (query, filters, files, segments) => {
  const met = await Promise.all(
    segments.map((each, place) => lookUp(place ? query.terms : [...query.terms, ...query.names], each, files)),
  );
  const lost = orphans(query, met);
  if (lost.length) {
    const more = await Promise.all(segments.map((each) => lookUp(lost, each, files)));
    more.forEach((found, place) => found.forEach((postings, term) => met[place].set(term, postings)));
  }
  const terms = [...query.terms, ...lost];
  const records = segments.reduce((sum, { runs }) => sum + runs.reduce((n, run) => n + run[2], 0), 0);
  const rarity = new Map(terms.map((term) => [term, rarityOf(term, met, records)]));
  const common = (term) => EVERYWHERE.has(term.key) || (records > 60 && rarity.get(term) < 1.4);
  const asked = bits(terms) & ~bits(terms.filter(common)) || bits(terms);
  const kept = await filtered(filters, files, segments);
  const kinds = {};
  const lone = bits(lost);
  const quoted = phrases(terms);
  const scored = segments.flatMap((segment, place) =>
    [...score(met[place], rarity, common)]
      .filter(([record, { phrase }]) => phrase === quoted && kept[place](record))
      .map(([record, { cover, strange, weight }]) => ({
        hit: [place, record],
        order: [(cover & asked) === asked, count(cover & asked & ~lone), count(cover & asked), -strange, weight, place, record],
      })));
  scored.sort((one, other) => compare(other.order, one.order));
  const [{ order: [all, , best] = [] } = {}] = scored;
  const missing = !all;
  const full = scored.filter(({ order }) => order[0]).length;
  const hits = scored.slice(0, missing ? MOST : full).map(({ hit }) => hit);
  for (const [place, record] of hits) {
    const [kind] = runsOf(segments[place])(record);
    kinds[kind] = (kinds[kind] || 0) + 1;
  }
  return {
    hits: hits.filter(([place, record]) => ofKind(filters, runsOf(segments[place])(record)[0])),
    kinds,
    best: best || 0,
    missing,
    lost,
  };
};

// Syllables that stand in no pair that was found, to be looked up alone.
const orphans = ({ words, terms }, met) => {
  const found = bits(terms.filter((term) => met.some((each) => each.get(term).length)));
  return words
    .map((word, at) => single(word, at))
    .filter((term) => bits(terms) & ~found & term.bits && !terms.some(({ key }) => key === term.key));
};

const rarityOf = (term, met, records) =>
  Math.log(1 + records / (1 + met.reduce((sum, found) => sum + found.get(term).length, 0)));

// Of each record: which syllables it has, how often with other marks, its weight, whether it has
// every pair of what stands in quotes.
const score = (found, rarity, common) => {
  const scores = new Map();
  for (const [term, postings] of found) {
    for (const [record, place, exact, whole] of postings) {
      const known = scores.get(record) || { cover: 0, strange: 0, weight: 0, phrase: 0 };
      known.cover |= term.bits;
      known.phrase |= term.phrase;
      if (term.marked && whole && !exact && !common(term)) known.strange++;
      known.weight += term.name
        ? NAMED
        : WEIGHTS[place] * rarity.get(term) * (whole ? 1 : 0.5) * (common(term) ? 0.3 : 1);
      scores.set(record, known);
    }
  }
  return scores;
};

const filtered = async (filters, files, segments) => {
  const terms = Object.entries(filters)
    .filter(([name, value]) => value && name !== "kind" && name !== "year")
    .map(([name, value]) => ({ key: `~${name}:${value}`, first: `~${name}:${value}`, sign: 0 }));
  return Promise.all(
    segments.map(async (segment) => {
      const found = terms.length ? [...(await lookUp(terms, segment, files)).values()] : [];
      const sets = found.map((postings) => new Set(postings.map(([record]) => record)));
      const runs = runsOf(segment);
      return (record) => {
        const [, year] = runs(record);
        return (
          (!filters.year || +filters.year === year) &&
          sets.every((set) => set.has(record))
        );
      };
    }),
  );
};

// Kind and year of a record, from the runs that the segment tells.
export const runsOf = ({ runs }) => (record) => {
  let end = 0;
  return runs.find(([, , length]) => record < (end += length));
};

const bits = (terms) => terms.reduce((all, term) => all | term.bits, 0);
const phrases = (terms) => terms.reduce((all, { phrase }) => all | phrase, 0);
const ofKind = ({ kind = [] }, its) => !kind.length || kind.includes(its);
const count = (set) => {
  let found = 0;
  for (let left = set; left; left &= left - 1) found++;
  return found;
};
const compare = (one, other) => {
  const place = one.findIndex((value, at) => value !== other[at]);
  return place < 0 ? 0 : one[place] - other[place];
};
