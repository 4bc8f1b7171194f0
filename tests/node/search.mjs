// Asks a built site's index as the search page does: search.mjs SCRIPTS OUTPUT ROOT, queries as JSON on
// standard input; for each its results, and what was fetched for it, as JSON on standard output.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [scripts, output, root = ""] = process.argv.slice(2);
const page = await readFile(`${output}/tim-kiem/index.html`, "utf-8");
const written = page.match(/data-index="([^"]*)"/)[1];
const index = JSON.parse(written.replaceAll("&#34;", '"').replaceAll("&amp;", "&"));

let fetched = [];
globalThis.fetch = async (address) => {
  const bytes = await readFile(output + address.slice(root.length));
  fetched.push([address, bytes.length]);
  return new Response(bytes);
};

const lookup = await import(pathToFileURL(`${scripts}/lookup.js`));
const rank = await import(pathToFileURL(`${scripts}/rank.js`));

let input = "";
for await (const chunk of process.stdin) input += chunk;

const answers = [];
for (const { query, filters = {} } of JSON.parse(input)) {
  fetched = [];
  lookup.forget?.();
  const found = await rank.search(query, filters, index);
  const asked = fetched;
  fetched = [];
  const cards = [];
  for (const [number, record] of found.hits.slice(0, 10)) {
    const { cards: name } = index.segments[number];
    const file = await lookup.open(`${index.files}${name}-${record >> 3}.bin`);
    cards.push(JSON.parse(new TextDecoder().decode(file))[record & 7]);
  }
  answers.push({
    query,
    total: found.hits.length,
    missing: Boolean(found.missing),
    read: found.read || "",
    cut: found.query.cut,
    kinds: found.kinds || {},
    hrefs: cards.map(([, href]) => href.slice(root.length)),
    titles: cards.map(([title]) => title),
    index: asked.map(([, size]) => size),
    cards: fetched.map(([, size]) => size),
  });
}
console.log(JSON.stringify(answers));
