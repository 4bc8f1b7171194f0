// node build.mjs OUT: the CMS and all it loads, in one folder. Grammars of programming languages
// and interface languages that no editor here reads are left out.
import { cp, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const cms = join(here, "node_modules", "@sveltia", "cms");
const out = process.argv[2];

const stubs = {
  name: "stubs",
  setup(builder) {
    builder.onResolve({ filter: /^@shikijs\/(langs|themes)\// }, ({ path }) => ({
      path,
      namespace: "left-out",
    }));
    builder.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({
      contents: "export default []",
    }));
    builder.onLoad({ filter: /[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path }) => ({
      contents: alone(await readFile(path, "utf-8")),
      loader: "js",
    }));
    builder.onLoad({ filter: /[\\/]locales[\\/][\w-]+\.json$/ }, async ({ path }) => {
      const language = path.match(/([\w-]+)\.json$/)[1];
      if (language === "en-US") return undefined;
      if (language !== "vi") return { contents: "{}", loader: "json" };
      const [theirs, ours] = await Promise.all([read(path), read(join(here, "vi.json"))]);
      return { contents: JSON.stringify(merged(ours, theirs)), loader: "json" };
    });
  },
};

const FONTS_OF_A_CDN = /@font-face\s*\{[^}]*cdn\.jsdelivr\.net[^}]*\}/g;
const STATE_OF_A_HOST = /https:\/\/(?:www\.githubstatus\.com|status-api\.hostedstatus\.com)[^`"']*/g;

/** The program without what it asks of third parties: fonts that it has itself, and whether the
 * code host is well, which is answered here. */
const alone = (program) =>
  program.replace(FONTS_OF_A_CDN, "").replace(STATE_OF_A_HOST, "./status.json");

const read = async (path) => JSON.parse(await readFile(path, "utf-8"));

const words = (all, before = "") =>
  Object.entries(all).flatMap(([key, word]) =>
    typeof word === "object" ? words(word, `${before}${key}.`) : [before + key],
  );

/** Their words where they have them, else ours: groups of words stand in groups. */
const merged = (ours, theirs) => {
  const all = { ...ours, ...theirs };
  for (const [key, words] of Object.entries(theirs)) {
    if (typeof words === "object" && typeof ours[key] === "object") {
      all[key] = merged(ours[key], words);
    }
  }
  return all;
};

await build({
  entryPoints: { main: join(here, "main.js") },
  outdir: out,
  bundle: true,
  splitting: true,
  format: "esm",
  minify: true,
  target: "es2022",
  chunkNames: "[name]-[hash]",
  plugins: [stubs],
  logLevel: "warning",
});
const [english, theirs, ours] = await Promise.all(
  [join(cms, "locales", "en-US.json"), join(cms, "locales", "vi.json"), join(here, "vi.json")].map(
    read,
  ),
);
const known = new Set(words(merged(ours, theirs)));
const left = words(english).filter((word) => !known.has(word));
await writeFile("untranslated.json", JSON.stringify(left));
await cp(join(cms, "npm", "assets"), join(out, "assets"), {
  recursive: true,
  filter: (path) => !path.endsWith(".map"),
});
await writeFile(join(out, "status.json"), '{"status":{"indicator":"none"}}');
await cp(join(cms, "LICENSE.txt"), join(out, "LICENSE.txt"));
