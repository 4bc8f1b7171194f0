// SPDX-License-Identifier: MIT
// Terms and a segment of the index in; where each term stands out. The form of the files is told in
// plugins/newsroom/rendering/search_index.py, which writes them.

// FNV-1a of 32 bits: the same as spread() in search_vocabulary.py.
export const spread = (text) => {
  let found = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) found = Math.imul(found ^ text.charCodeAt(at), 0x01000193);
  return found >>> 0;
};

// What stands for the marks of a pair, or of a syllable alone.
export const signOf = (first, second = "") => {
  const sign = (marks) => (marks ? (spread(marks) % 31) + 1 : 0);
  return (sign(first) * 5 + sign(second)) & 31;
};

export const shardOf = ({ first, second }, segment) =>
  (second
    ? spread(first) + spread(" " + second.slice(0, 2))
    : spread(first[0] === "=" ? first : first.slice(0, segment.stem))) % segment.shards;

const kept = new Map();

// For those who ask many questions, and count what each fetches.
export const forget = () => kept.clear();

// A file of the index, fetched once; one that failed is asked for again next time.
export const open = (address) => {
  if (!kept.has(address)) {
    const opened = inflate(address);
    opened.catch(() => kept.delete(address));
    kept.set(address, opened);
  }
  return kept.get(address);
};

const inflate = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  const plain = answer.body.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(plain).arrayBuffer());
};

// For each term its places in the segment: [record, weight, whether its marks are as asked, whether
// the whole word is].
export const lookUp = async (terms, segment, files) => {
  const found = new Map(terms.map((term) => [term, []]));
  const shards = new Map();
  for (const term of terms) {
    const shard = shardOf(term, segment);
    shards.set(shard, [...(shards.get(shard) || []), term]);
  }
  await Promise.all(
    [...shards].map(async ([shard, wanted]) =>
      gather(await open(`${files}${segment.index}-${shard}.bin`), wanted, found)),
  );
  return found;
};

const gather = (bytes, wanted, found) => {
  const words = new TextDecoder();
  let at = 0;
  const number = () => {
    let value = 0;
    let shift = 0;
    do {
      value += (bytes[at] & 127) << shift;
      shift += 7;
    } while (bytes[at++] > 127);
    return value;
  };
  let term = "";
  while (at < bytes.length) {
    const same = bytes[at++];
    const start = at;
    while (bytes[at] > 31) at++;
    term = term.slice(0, same) + words.decode(bytes.subarray(start, at));
    const sign = bytes[at++];
    const count = number();
    const askers = wanted.filter(({ key, open }) => key === term || (open && term.startsWith(key)));
    let record = -1;
    for (let left = count; left--; ) {
      const posting = number();
      record += posting >> 3;
      for (const asker of askers) {
        const exact = sign === asker.sign ? !(posting & 1) : asker.loose || posting & 1;
        found.get(asker).push([record, (posting >> 1) & 3, exact, asker.key === term]);
      }
    }
  }
};
