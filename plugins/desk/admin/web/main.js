// The page's only script of ours: Vietnamese unless the editor chose otherwise, then the CMS with
// the configuration that was made from the record types.
const PREFS = "sveltia-cms.prefs";
const AS_THE_BROWSER = [undefined, "auto"];

const prefs = JSON.parse(localStorage.getItem(PREFS) ?? "{}");
if (AS_THE_BROWSER.includes(prefs.locale)) {
  localStorage.setItem(PREFS, JSON.stringify({ ...prefs, locale: "vi" }));
}
// Only now: it reads the language while it is loaded.
const [{ default: cms }, answer] = await Promise.all([
  import("@sveltia/cms"),
  fetch("config.json", { cache: "no-cache" }),
]);
cms.init({ config: await answer.json() });
