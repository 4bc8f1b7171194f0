// SPDX-License-Identifier: MIT
// The search page: what the reader types in, what was found out. Nothing here reads HTML from text.
import { syllables } from "./fold.js";
import { open } from "./lookup.js";
import { parse } from "./query.js";
import { search } from "./rank.js";

const FORMAT = 1;
const AT_ONCE = 10;
const SUGGESTED = 6;
const NAMED = ["phong-trao", "don-vi", "van-ban"];
const FILTERS = { nam: "year", "chuyen-muc": "section", "phong-trao": "campaign", "don-vi": "unit" };

const get = (id) => document.getElementById(id);
const place = get("tim-kiem");
const index = JSON.parse(place.dataset.index);
const form = get("tim");
const { q } = form.elements;
const title = document.title;
const ways = document.querySelectorAll("#tim-kiem ~ *");
let turn = 0;
let shown = AT_ONCE;
let failed = 0;
let waiting;

const say = (name, values = {}) =>
  name ? place.dataset[name].replace(/\{(\w+)\}/g, (_, value) => values[value].toLocaleString("vi")) : "";

const tell = (text) => {
  get("trang-thai").textContent = text;
};

const cardOf = async ([number, record]) => {
  const file = `${index.files}${index.segments[number].cards}-${record >> 3}.bin`;
  return JSON.parse(new TextDecoder().decode(await open(file)))[record & 7];
};

// The text with what was asked for in <mark>: a pair where both stand, a syllable that was asked alone.
const write = (node, text, { terms }, lost = []) => {
  const met = syllables(text);
  const marked = new Set();
  met.forEach(({ key }, at) => {
    const pair = `${key} ${met[at + 1]?.key}`;
    for (const term of [...terms, ...lost]) {
      const same = term.second ? pair : key;
      if (same === term.key || (term.open && same.startsWith(term.key))) {
        marked.add(at);
        if (term.second) marked.add(at + 1);
      }
    }
  });
  let done = 0;
  for (let at = 0; at < met.length; at++) {
    if (!marked.has(at)) continue;
    const { start } = met[at];
    while (marked.has(at + 1)) at++;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, met[at].end);
    node.append(text.slice(done, start), mark);
    done = met[at].end;
  }
  node.append(text.slice(done));
};

const entryOf = ([title, href, text, day, note], { query, lost }) => {
  const entry = get("mot-ket-qua").content.cloneNode(true);
  const [time, link, summary, meta] = entry.querySelectorAll("time, a, .entry__text, div > .meta");
  time.dateTime = day;
  time.textContent = day.split("-").reverse().join("/");
  link.href = href;
  write(link, title, query, lost);
  write(summary, text, query, lost);
  meta.textContent = note;
  [time.parentNode, summary, meta].forEach((each) => (each.hidden = !each.textContent.trim()));
  return entry;
};

const asked = () => {
  const said = new URLSearchParams(new FormData(form));
  [...said].forEach(([name, value]) => value.trim() || said.delete(name));
  return said;
};

const filtersOf = (said) => ({
  kind: said.getAll("loai"),
  ...Object.fromEntries(Object.entries(FILTERS).map(([name, key]) => [key, said.get(name)])),
});

const run = async (moveOn) => {
  const mine = ++turn;
  const said = asked();
  const list = get("ket-qua");
  const more = get("xem-them");
  clearTimeout(waiting);
  document.title = (q.value ? `${q.value} – ` : "") + title;
  get("goi-y").replaceChildren();
  get("thu-lai").hidden = true;
  const typed = said.has("q");
  get("loc").hidden = !typed;
  more.hidden = true;
  way(typed);
  if (!typed) {
    list.replaceChildren();
    return tell("");
  }
  tell(say("loading"));
  try {
    const found = await search(q.value, filtersOf(said), index);
    const cards = await Promise.all(found.hits.slice(0, shown).map(cardOf));
    if (mine !== turn) return;
    const before = moveOn ? list.children.length : 0;
    list.replaceChildren(...cards.map((card) => entryOf(card, found)));
    more.hidden = found.hits.length <= shown;
    failed = 0;
    way(cards.length > 0);
    choices(cards.map(([title, href]) => [href, title]));
    tally(found.kinds, said);
    tell(summary(found));
    if (before) list.children[before]?.querySelector("a").focus();
    else if (history.state?.top) scrollTo(0, history.state.top);
  } catch {
    if (mine !== turn) return;
    list.replaceChildren();
    failed++;
    get("thu-lai").hidden = false;
    tell(say("failed"));
  }
};

// The ways in are for those who asked nothing, or found nothing.
const way = (found) => ways.forEach((each) => (each.hidden = found));

const summary = ({ hits, missing, query, read }) =>
  [
    hits.length ? say(missing ? "partial" : "count", { n: hits.length }) : say("none"),
    say(read && "read", { text: read }),
    say(query.cut && "cut"),
  ]
    .filter(Boolean)
    .join(" ");

const tally = (kinds = {}, said) => {
  for (const box of get("loai").querySelectorAll("input")) {
    const found = kinds[box.value] || 0;
    box.nextSibling.textContent = `${box.dataset.name} (${found})`;
    box.closest("li").hidden = !found && !said.getAll("loai").includes(box.value);
  }
};

const choices = (links) => Object.keys(FILTERS).forEach((name) => offer(name, links));

// Links as choices of a filter.
const offer = (name, links) => {
  const select = form.elements[name];
  for (const [href, text] of links) {
    const [, folder, id] = /\/([a-z-]+)\/([a-z0-9-]+)\/$/.exec(href) || [];
    if (folder !== name || [...select.options].some(({ value }) => value === id)) continue;
    select.add(new Option(text, id));
  }
  select.parentNode.hidden = select.options.length < 2;
};

const suggest = async () => {
  const typed = q.value;
  const mine = turn;
  const register = { ...index, segments: index.segments.slice(0, 1) };
  const found = await search(typed, { kind: NAMED }, register).catch(() => ({ hits: [] }));
  const hits = found.hits.slice(0, SUGGESTED);
  const cards = await Promise.all(hits.map(cardOf)).catch(() => []);
  if (mine !== turn || typed !== q.value || document.activeElement !== q) return;
  const items = cards.map(([title, href, , , note]) => {
    const item = get("mot-goi-y").content.cloneNode(true);
    const [link, kind] = item.querySelectorAll("a, .meta");
    link.href = href;
    write(link, title, parse(typed));
    kind.textContent = note;
    return item;
  });
  get("goi-y").replaceChildren(...items);
  if (items.length) tell(say("suggested", { n: items.length }));
};

const restore = () => {
  const said = new URLSearchParams(location.search);
  q.value = said.get("q") || "";
  for (const name of Object.keys(FILTERS)) {
    const id = said.get(name) || "";
    const select = form.elements[name];
    if (id && ![...select.options].some(({ value }) => value === id)) select.add(new Option(id, id));
    select.value = id;
  }
  for (const box of get("loai").querySelectorAll("input")) {
    box.checked = said.getAll("loai").includes(box.value);
  }
  shown = history.state?.shown || AT_ONCE;
  run();
};

const go = (event) => {
  event?.preventDefault();
  shown = AT_ONCE;
  const said = asked();
  keep();
  history.pushState(null, "", `${location.pathname}?${said}`);
  run();
};

// What back and forward find again.
const keep = () => history.replaceState({ shown, top: scrollY }, "");

const begin = () => {
  form.addEventListener("submit", go);
  get("loc").addEventListener("change", go);
  get("xoa-loc").addEventListener("click", (event) => {
    keep();
    history.pushState(null, "", `?${new URLSearchParams({ q: q.value })}`);
    event.preventDefault();
    restore();
  });
  // What fails again may be gone for good: a new edition has a page that knows where all is.
  get("thu-lai").addEventListener("click", () => {
    if (failed > 1 && navigator.onLine) return location.reload();
    q.focus();
    run();
  });
  get("xem-them").addEventListener("click", () => {
    shown += AT_ONCE;
    keep();
    run(true);
  });
  q.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(suggest, 150);
  });
  form.addEventListener("keydown", (event) => {
    const stops = [q, ...get("goi-y").querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1, Escape: -at }[event.key];
    if (step === undefined || at < 0 || stops.length < 2) return;
    event.preventDefault();
    (stops[at + step] || q).focus();
    if (event.key === "Escape") get("goi-y").replaceChildren();
  });
  get("loc").open = innerWidth > 960;
  addEventListener("popstate", restore);
  addEventListener("pagehide", keep);
  const links = [...document.querySelectorAll("main .roll a")].map((link) => [link.href, link.text]);
  choices(links);
  const years = new Set(index.segments.flatMap(({ runs }) => runs.map(([, year]) => year)));
  [...years].filter(Boolean).sort().reverse().forEach((year) => form.elements.nam.add(new Option(year, year)));
  restore();
};

if (index.format === FORMAT && self.DecompressionStream) begin();
else place.hidden = true;
