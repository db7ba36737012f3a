/* Search over the index that Pagefind built. The index is loaded on first use and only from this site.
   `field.js` loads this script when the field is first used. Nothing from the index is put on the page as HTML:
   excerpts are split at their <mark> tags and rebuilt from text. */

const form = document.getElementById("bw-search");
const field = document.getElementById("bw-search-field");
const panel = document.getElementById("bw-search-panel");
const count = document.getElementById("bw-search-count");
const filters = document.getElementById("bw-search-filters");
const results = document.getElementById("bw-search-results");
const keys = document.getElementById("bw-search-keys");

const SHOWN = 10;
const PLACES = 2;    // within one page
const EXCERPT = 24;  // words
const FACETS = ["kind", "source", "topic", "year"];
const words = form.dataset;    // all words stand in the markup, in the page's language

const base = new URL(`${form.dataset.base.replace(/\/$/, "")}/`, document.baseURI);
const chosen = {};
let engine;          // the promise of Pagefind's module, once asked for
let asked = 0;       // the newest question; answers to older ones are dropped

function load() {
  engine ??= import(new URL("pagefind/pagefind.js", base).href).then(async (pagefind) => {
    await pagefind.options({ baseUrl: base.pathname, excerptLength: EXCERPT });
    await offerFilters(await pagefind.filters());
    return pagefind;
  });
  return engine;
}

async function offerFilters(known) {
  const offered = FACETS.filter((name) => Object.keys(known[name] ?? {}).length > 1);
  filters.replaceChildren(...offered.map((name) => filterField(name, words[name], known[name])));
}

function filterField(name, title, values) {
  const select = document.createElement("select");
  select.append(new Option(words.any, ""), ...Object.keys(values).sort().map((value) => new Option(value, value)));
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
  let pagefind;
  try {
    pagefind = await load();
  } catch {
    return mine === asked && show([], words.missing);
  }
  const narrowed = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value));
  const found = await pagefind.debouncedSearch(question, { filters: narrowed }, 120);
  if (!found || mine !== asked) return;
  const pages = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
  if (mine === asked) show(pages, sentence(found.results.length, question));
}

function sentence(number, question) {
  if (number === 0) return words.none.replace("{question}", () => question);
  const said = number > SHOWN ? words.more : words.found;
  return said.replace("{number}", number.toLocaleString(document.documentElement.lang)).replace("{shown}", SHOWN);
}

function show(pages, message) {
  results.replaceChildren(...pages.map(entry));
  keys.hidden = pages.length === 0;
  count.textContent = message;
  panel.hidden = false;
}

function entry(page) {
  const link = document.createElement("a");
  link.href = page.url;
  link.textContent = page.meta.title ?? page.url;
  const kind = document.createElement("span");
  kind.className = "bw-search__kind";
  kind.textContent = [page.meta.kind, page.meta.source, page.meta.year].filter(Boolean).join(" · ");
  const item = document.createElement("li");
  const places = placesOf(page);
  item.append(link, " ", kind, ...(places.length ? [listOf(places)] : [excerptOf(page)]));
  return item;
}

function excerptOf(found) {
  const excerpt = document.createElement("p");
  excerpt.className = "bw-search__excerpt";
  excerpt.append(...marked(found.excerpt));
  return excerpt;
}

/* The parts of a page in which the words stand, those that hold them best first. */
function placesOf(page) {
  const best = (part) => Math.max(...part.weighted_locations.map(({ balanced_score }) => balanced_score));
  const parts = page.sub_results.filter(({ anchor, locations }) => anchor && anchor.id !== "title" && locations.length);
  return parts.sort((a, b) => best(b) - best(a)).slice(0, PLACES).map((part) => ({ part, href: placeOf(page, part) }));
}

/* In a table or list the row itself: the last one that begins before the words. */
function placeOf(page, part) {
  const best = densest(part.locations);
  const rows = page.anchors.filter(({ element, location }) =>
    ["tr", "li"].includes(element) && location <= best && location >= part.anchor.location);
  const row = rows.at(-1);
  return row ? `${page.url.split("#")[0]}#${row.id}` : part.url;
}

/* Of the places of words, in order, the first behind which most others stand close, as in an excerpt. */
function densest(places) {
  const near = places.map((from) => places.filter((place) => place >= from && place < from + EXCERPT).length);
  return places[near.indexOf(Math.max(...near))];
}

function listOf(places) {
  const list = document.createElement("ul");
  list.className = "bw-search__places";
  list.append(...places.map(({ part, href }) => {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = part.title;
    const item = document.createElement("li");
    item.append(link, excerptOf(part));
    return item;
  }));
  return list;
}

/* "a <mark>b</mark> c" becomes text, a mark element and text; every other tag would stay visible as text. */
function marked(excerpt) {
  return excerpt.split(/<mark>(.*?)<\/mark>/s).map((part, index) => {
    const text = part.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ENTITIES[name]);
    if (index % 2 === 0) return document.createTextNode(text);
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}

const ENTITIES = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };

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
