// The modules of the search page in, the one script that browsers fetch out:
// pack_search.mjs SCRIPTS > search.min.js. They share one scope, so a name may stand in one only.
import { readFile } from "node:fs/promises";
import { minify } from "terser";

const ORDER = ["fold", "lookup", "query", "rank", "page"];
const texts = ORDER.map((name) => readFile(`${process.argv[2]}/${name}.js`, "utf-8"));
const script = (await Promise.all(texts))
  .join("")
  .replace(/^import [^;]*;\n/gm, "")
  .replace(/^export /gm, "");
const { code } = await minify(script, {
  module: true,
  ecma: 2020,
  compress: { passes: 3, unsafe_arrows: true },
});
process.stdout.write(`// SPDX-License-Identifier: MIT\n${code}\n`);
