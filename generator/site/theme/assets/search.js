/* The interface of the search. `field.js` loads this script when the field is first used, and this one what searches;
   the index is loaded then, and only from this site. Nothing from the index is put on the page as HTML. */

import { open, read, search } from "./search-engine.js";

const form = document.getElementById("bw-search");
const field = document.getElementById("bw-search-field");
const panel = document.getElementById("bw-search-panel");
const count = document.getElementById("bw-search-count");
const filters = document.getElementById("bw-search-filters");
const results = document.getElementById("bw-search-results");
const keys = document.getElementById("bw-search-keys");

const SHOWN = 10;
const PLACES = 2;    // within one page
const PAUSE = 120;   // milliseconds without a key, before a search
const FACETS = ["kind", "source", "topic", "year"];
const words = form.dataset;    // all words stand in the markup, in the page's language

const base = new URL(`${form.dataset.base.replace(/\/$/, "")}/`, document.baseURI);
const chosen = {};
let engine;          // the promise of the open index, once asked for
let asked = 0;       // the newest question; answers to older ones are dropped

function load() {
  engine ??= open(new URL("pagefind/", base)).then(offerFilters);
  return engine;
}

function offerFilters(known) {
  const offered = FACETS.filter((name) => known[name]?.length > 1);
  const orders = [["", words.best], ["newest", words.newest], ["oldest", words.oldest]];
  filters.replaceChildren(
    ...offered.map((name) => choice(name, words[name], [["", words.any], ...valuesOf(name, known).map((value) => [value, value])])),
    choice("order", words.order, orders),
  );
}

/* Years from the newest, all else as it comes. */
function valuesOf(name, known) {
  return name === "year" ? known[name].toReversed?.() ?? [...known[name]].reverse() : known[name];
}

function choice(name, title, values) {
  const select = document.createElement("select");
  select.append(...values.map(([value, text]) => new Option(text, value)));
  select.addEventListener("change", () => {
    chosen[name] = select.value;
    ask();
  });
  const label = document.createElement("label");
  label.append(title, select);
  return label;
}

async function ask() {
  const question = field.value.trim();
  const mine = ++asked;
  if (!question) return close();
  const { order, ...narrowed } = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value));
  try {
    await Promise.all([load(), new Promise((done) => setTimeout(done, PAUSE))]);
    if (mine !== asked) return;
    const { found, isPart } = await search(question, narrowed, order, () => mine === asked);
    const pages = await Promise.all(found.slice(0, SHOWN).map((result) => read(result, PLACES)));
    if (mine === asked) show(pages, sentence(found.length, question, isPart));
  } catch {
    if (mine === asked) show([], words.missing);
  }
}

function sentence(number, question, isPart) {
  if (number === 0) return words.none.replace("{question}", () => question);
  const said = `${isPart ? `${words.part} ` : ""}${number > SHOWN ? words.more : words.found}`;
  return said.replace("{number}", number.toLocaleString(document.documentElement.lang)).replace("{shown}", SHOWN);
}

function show(pages, message) {
  results.replaceChildren(...pages.map(entry));
  keys.hidden = pages.length === 0;
  count.textContent = message;
  panel.hidden = false;
}

function entry(page) {
  const { meta } = page;
  const address = new URL(page.url, base).pathname;
  const kind = document.createElement("span");
  kind.className = "bw-search__kind";
  kind.textContent = [meta.kind, meta.source, meta.year].filter(Boolean).join(" · ");
  const item = document.createElement("li");
  item.append(link(address, meta.title ?? page.url), " ", kind, page.parts.length ? listOf(address, page.parts) : excerptOf(page));
  return item;
}

function link(address, text) {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = text;
  return made;
}

function listOf(address, places) {
  const list = document.createElement("ul");
  list.className = "bw-search__places";
  list.append(...places.map((place) => {
    const item = document.createElement("li");
    item.append(link(`${address}#${place.id}`, place.title), excerptOf(place));
    return item;
  }));
  return list;
}

function excerptOf({ excerpt }) {
  const paragraph = document.createElement("p");
  paragraph.className = "bw-search__excerpt";
  paragraph.append(...excerpt.map(({ text, mark }) => {
    if (!mark) return text;
    const marked = document.createElement("mark");
    marked.textContent = text;
    return marked;
  }));
  return paragraph;
}

function close() {
  asked += 1;
  panel.hidden = true;
}

/* The field and the links below it are one row for the arrow keys. */
function move(step) {
  const stops = [field, ...(panel.hidden ? [] : results.querySelectorAll("a"))];
  const from = stops.indexOf(document.activeElement);
  if (from >= 0) stops[Math.max(0, Math.min(from + step, stops.length - 1))].focus();
}

const KEYS = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  Escape: () => {
    close();
    field.focus();
  },
};

field.addEventListener("input", ask);
form.addEventListener("keydown", (event) => {
  const choosing = event.target.closest("select") && event.key !== "Escape";
  if (!(event.key in KEYS) || event.isComposing || choosing) return;
  event.preventDefault();
  KEYS[event.key]();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!panel.hidden) results.querySelector("a")?.click();
});
form.addEventListener("focusout", (event) => form.contains(event.relatedTarget) || event.relatedTarget === null || close());
document.addEventListener("pointerdown", (event) => form.contains(event.target) || close());

load().catch(() => {});
ask();     // for what was typed before this was there
