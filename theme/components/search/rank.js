// SPDX-License-Identifier: MIT
// A query and the segments in; records in their order out.
import { lookUp } from "./lookup.js";
import { parse, single, withoutTelex } from "./query.js";

// In the body, the sapo, the title, the name; and for a whole name.
const WEIGHTS = [1, 3, 8, 14];
const WHOLE = 30;
// Said on nearly every page of such a site: these only re-order.
const EVERYWHERE = /^(thi dua|khen thuong|phong trao)$/;
// Records named where none holds all that was asked.
const PARTIAL = 200;
// Records found by every other pair that are enough, so that the pairs between are not looked up.
const ENOUGH = 10;
// Words up to which every pair is looked up at once; of more, every other pair is enough at first.
const FEW = 4;

// {hits, kinds, missing, query, read, lost}: hits are [segment, record], the best first; `kinds` counts
// them before they are filtered by kind; `missing` says that none holds all that was asked; `read` is
// the query as it was understood, where that is another; `lost` what was looked up alone.
export const search = async (typed, filters, { files, segments }) => {
  const query = parse(typed);
  if (!query.words.length) return { hits: [], query };
  const found = await weigh(query, filters, files, segments);
  const read = withoutTelex(typed);
  if (!found.missing || read === typed) return { ...found, query };
  const other = parse(read);
  const better = await weigh(other, filters, files, segments);
  return better.best > found.best ? { ...better, query: other, read } : { ...found, query };
};

const weigh = async (query, filters, files, segments) => {
  const { words, terms, names } = query;
  const met = segments.map(() => new Map());
  const learn = (more, names = []) =>
    Promise.all(
      segments.map(async (segment, at) => {
        const asked = at ? more : [...more, ...names];
        (await lookUp(asked, segment, files)).forEach((places, term) => met[at].set(term, places));
      }),
    );
  const enough = ({ phrase, open }, at) => words.length <= FEW || phrase || open || at % 2 === 0;
  const later = terms.filter((term, at) => !enough(term, at) && at < terms.length - 1);
  const keeps = await keeper(filters, files, segments);
  await learn(terms.filter((term) => !later.includes(term)), names);
  let found = order(terms, met, segments, keeps, filters);
  if (later.length && (found.missing || found.hits.length < ENOUGH)) {
    await learn(later);
    found = order(terms, met, segments, keeps, filters);
  }
  const lost = found.missing ? orphans(query, met) : [];
  if (lost.length) {
    await learn(lost);
    found = order(terms, met, segments, keeps, filters, lost);
  }
  return { ...found, lost };
};

// Syllables that stand in no pair that was found, to be looked up alone.
const orphans = ({ words, terms }, met) => {
  const found = bits(terms.filter((term) => met.some((each) => each.get(term)?.length)));
  return words
    .map((word, at) => single(word, at))
    .filter((term) => bits(terms) & ~found & term.bits && !terms.some(({ key }) => key === term.key));
};

const order = (terms, met, segments, keeps, filters, lost = []) => {
  const all = [...terms, ...lost];
  const records = segments.reduce((sum, { runs }) => runs.reduce((sum, run) => sum + run[2], sum), 0);
  const rarity = new Map();
  for (const term of all) {
    const count = met.reduce((sum, each) => sum + (each.get(term)?.length || 0), 1);
    rarity.set(term, Math.log(1 + records / count));
  }
  const common = (term) => EVERYWHERE.test(term.key) || (records > 60 && rarity.get(term) < 1.4);
  const asked = (bits(all) & ~bits(all.filter(common))) || bits(all);
  const lone = bits(lost);
  const quoted = all.reduce((sum, { phrase }) => sum | phrase, 0);
  const kinds = {};
  const scored = [];
  segments.forEach((segment, at) => {
    for (const [record, [cover, strange, weight, phrase]] of score(met[at], rarity, common)) {
      if ((phrase & quoted) !== quoted || !keeps[at](record)) continue;
      const has = cover & asked;
      const pairs = howMany(has & ~lone);
      // Where something is missing, a rare title may be worth more than one common syllable.
      scored.push(
        has === asked
          ? [1, 0, -strange, weight, at, record, howMany(has)]
          : [0, weight * pairs * pairs, howMany(has), -strange, at, record, howMany(has)],
      );
    }
  });
  scored.sort((one, other) => one.reduce((step, value, at) => step || other[at] - value, 0));
  const missing = !scored[0]?.[0];
  const hits = scored
    .filter(([whole], at) => (missing ? at < PARTIAL : whole))
    .map((each) => each.slice(4, 6))
    .filter(([at, record]) => {
      const [kind] = runOf(segments[at], record);
      kinds[kind] = (kinds[kind] || 0) + 1;
      return !filters.kind?.length || filters.kind.includes(kind);
    });
  return { hits, kinds, missing, best: scored[0]?.[6] || 0 };
};

// Of each record: which syllables it has, how often with other marks, its weight, and which pairs of
// what stands in quotation marks.
const score = (found, rarity, common) => {
  const scores = new Map();
  for (const [term, places] of found) {
    const often = common(term);
    for (const [record, place, exact, whole] of places) {
      const known = scores.get(record) || [0, 0, 0, 0];
      known[0] |= term.bits;
      if (term.marked && whole && !exact) known[1]++;
      known[2] += term.name
        ? WHOLE
        : WEIGHTS[place] * rarity.get(term) * (whole ? 1 : 0.5) * (often ? 0.3 : 1);
      known[3] |= term.phrase;
      scores.set(record, known);
    }
  }
  return scores;
};

// For each segment, whether a record passes the filters other than that of its kind.
const keeper = ({ kind, year, ...facets }, files, segments) => {
  const terms = Object.entries(facets)
    .filter(([, id]) => id)
    .map(([name, id]) => ({ key: `~${name}:${id}`, first: `~${name}:${id}` }));
  return Promise.all(
    segments.map(async (segment) => {
      const found = terms.length ? [...(await lookUp(terms, segment, files)).values()] : [];
      const sets = found.map((places) => new Set(places.map(([record]) => record)));
      return (record) =>
        (!year || runOf(segment, record)[1] === +year) && sets.every((set) => set.has(record));
    }),
  );
};

// The kind and year of a record, from the runs that the page tells of the segment.
const runOf = ({ runs }, record) => {
  let end = 0;
  return runs.find(([, , length]) => record < (end += length));
};

const bits = (terms) => terms.reduce((all, term) => all | term.bits, 0);

const howMany = (set) => {
  let found = 0;
  for (let left = set; left; left &= left - 1) found++;
  return found;
};
