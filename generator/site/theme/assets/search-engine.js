/* Searches the bundles of Pagefind's index by Pagefind's WebAssembly, and merges what they find.
   Nothing here touches the page. Pagefind's own script is not used: between bundles it compares scores that only
   compare within one, keeps near misses of one beside hits of another, and can't sort. */

const NEAR = 24;          // words of an excerpt
const LEAD = 3;           // of them, those before the first that was found
const ENOUGH = 10;        // pages; with fewer, words are searched without their endings too
const BEHIND = "\u{10FFFF}";   // sorts behind every word that begins alike

/* Endings of Ukrainian and Russian nouns and adjectives, й and ї as Pagefind keeps them, without their marks. What is
   left of a word finds every word that begins so. */
const ENDINGS = [
  "аниями аннями ениями еннями остью ание ании анию ания анню ання ение ении ению ения енню ення иями ости",
  "ость остю ості цями істю ами ань еві его ему ень ець ием ими иям иях ков ком ків ові ого ому цев цем ців",
  "ыми ьею ьою ями іми іів ам ах ая ев ее еи ем ец ею ие ии им их ию ия ка ки ку ов ое ои ок ом ою оі ую ца",
  "цу цы цю ця ці ые ыи ым ых юю ям ях яя ів іи ім іх",
].join(" ").replaceAll(" ", "|");
const CYRILLIC = new RegExp(`(?<=.{4})(?:${ENDINGS})$|(?<=.{3})[аеиіоуыэюяь]$`, "u");
const LATIN = /(?<=.{4})(?:ern|en|er|es|em|e|n|s)$/u;    // German

let core;
let base;
let bundles;
let total = 0;

/* What the index can be narrowed by, once it is there: names of filters and their values. */
export async function open(folder) {
  base = folder;
  const names = await (await get("bundles.json", { cache: "no-cache" })).json();
  const [contents] = await Promise.all([unpackJson(names.contents), unpack(names.engine).then(startCore)]);
  bundles = Object.keys(names.bundles).map((name, place) => new Bundle(name, contents.bundles[place]));
  total = bundles.reduce((sum, { pages }) => sum + pages, 0);
  return contents.filters;
}

/* All pages that hold the words, in order: "" for the best first, else "newest" or "oldest". If no page holds them all,
   those that hold the words that are anywhere, and `isPart` is true. It ends in an error once `isWanted` says no. */
export async function search(question, filters, order, isWanted = () => true) {
  const scope = { filters, isWanted };
  const exact = /^\s*".+"\s*$/.test(question);
  const typed = plain(question);
  if (!typed) return { found: [], isPart: false };
  let found = await (exact ? find(typed, typed, scope, true) : findForms(typed, scope));
  const isPart = !exact && !found.length && typed.includes(" ");
  if (isPart) found = await findForms(await leaveOutUnknown(typed, scope), scope);
  return { found: order ? await sortByDate(found, order) : found, isPart };
}

async function findForms(typed, scope) {
  const first = shorten(typed, CYRILLIC);
  const second = shorten(first, LATIN);
  const found = await find(first, typed, scope, false);
  return second === first || found.length >= ENOUGH ? found : union(found, await find(second, typed, scope, false));
}

async function leaveOutUnknown(typed, { isWanted }) {
  const counts = await Promise.all(typed.split(" ").map(async (word) => [word, (await findForms(word, { filters: {}, isWanted })).length]));
  return counts.filter(([, count]) => count).map(([word]) => word).join(" ");
}

/* As the indexer reads words: small letters without marks, and no punctuation. */
function plain(question) {
  const letters = [...question].filter((letter) => !/\p{Pd}|\p{Pe}|\p{Pf}|\p{Pi}|\p{Po}|\p{Ps}/u.test(letter));
  return letters.join("").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim();
}

function shorten(words, endings) {
  return words.split(" ").map((word) => word.replace(endings, "")).join(" ");
}

async function find(words, typed, scope, exact) {
  if (!words) return [];
  const answers = await Promise.all(bundles.map((bundle) => bundle.search(words, typed, scope, exact)));
  return merge(answers.filter(({ results }) => results.length), exact);
}

function union(found, more) {
  const known = new Set(found.map(({ key }) => key));
  return [...found, ...more.filter(({ key }) => !known.has(key))];
}

/* Scores grow with how rare a word is: here in all bundles together. Where some page has the words, another that has
   only what they begin with is no answer; where none has, most of a word will do. */
function merge(answers, exact) {
  const fits = exact ? () => true : answers.some((answer) => answer.results.some(holds(answer, isBegun))) ? isBegun : isMost;
  const kept = answers.map((answer) => ({ ...answer, results: answer.results.filter(exact ? fits : holds(answer, fits)) }));
  const sound = kept.filter(({ results }) => results.length);
  const rarities = exact ? [] : rarityOf(sound);
  const results = sound.flatMap(({ bundle, results, query_term_idfs }) => {
    const weight = exact ? 1 : sum(rarities) / sum(query_term_idfs.map(({ i }) => i));
    return results.map(({ p, s, l }) => ({
      bundle, number: p, key: `${bundle.name}/${p}`, score: s * weight, places: l.map((place) => ({ at: place.l, score: place.s })),
    }));
  });
  return results.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

/* Whether a result has, for each word of the question, one of its text or title that fits. */
function holds({ search_keywords: stems }, fits) {
  return ({ scores, vms }) => {
    const words = [...(scores ?? []).map(({ w }) => w), ...(vms ?? []).flatMap(({ mt }) => mt)];
    return stems.every((stem) => words.some((word) => fits(word, stem)));
  };
}

const isBegun = (word, stem) => word.startsWith(stem);
const isMost = (word, stem) => isBegun(word, stem) || (stem.startsWith(word) && word.length >= Math.max(3, 0.6 * stem.length));

/* The inverse document frequency of each word, from what the bundles say of theirs. */
function rarityOf(answers) {
  const counts = answers.map(({ bundle, query_term_idfs }) => query_term_idfs.map(({ i }) => (bundle.pages + 1) / Math.exp(i) - 0.5));
  return (counts[0] ?? []).map((_, term) => Math.log((total + 1) / (sum(counts.map((count) => count[term])) + 0.5)));
}

function sum(numbers) {
  return numbers.reduce((one, other) => one + other, 0);
}

/* Pages without a date come last. */
async function sortByDate(found, order) {
  await Promise.all([...new Set(found.map(({ bundle }) => bundle))].map((bundle) => bundle.loadDates()));
  const dated = found.map((result) => [result.bundle.dates[result.number], result]);
  const sign = order === "newest" ? -1 : 1;
  dated.sort(([a], [b]) => (a && b ? sign * (a > b) - sign * (a < b) : !a - !b));
  return dated.map(([, result]) => result);
}

/* What is shown of a page: its address from the site's root, its title and other marks, and where the words stand: under
   which headings, at most so many, or around which words. Long pages come in pieces, of which those are loaded. */
export async function read(result, most) {
  const page = await result.bundle.readPage(result.number);
  const parts = await Promise.all(partsOf(page, result.places).slice(0, most).map(async ({ head, until, places, score }) => {
    const { at } = densest(places);
    const text = await page.read(beginOf(places, head.location));
    const row = text.anchors.filter(({ element, location }) => ["tr", "li"].includes(element) && location <= at && location >= head.location).at(-1);
    return { title: head.text, id: (row ?? head).id, excerpt: excerptOf(text, places, head.location, until), score };
  }));
  const excerpt = parts.length ? [] : excerptOf(await page.read(beginOf(result.places, 0)), result.places, 0, Infinity);
  return { url: page.url.slice(1), meta: page.meta, excerpt, parts };
}

/* The parts under headings in which the words stand, those that hold them best first. */
function partsOf({ anchors }, places) {
  const heads = anchors.filter(({ element, text: title }) => /^h\d$/.test(element) && title?.trim());
  return heads.map((head, index) => {
    const until = heads[index + 1]?.location ?? Infinity;
    return { head, until, places: places.filter(({ at }) => at >= head.location && at < until) };
  }).filter(({ head, places }) => head.id !== "title" && places.length)
    .map((part) => ({ ...part, score: densest(part.places).score }))
    .sort((a, b) => b.score - a.score);
}

/* The first word of an excerpt. */
function beginOf(places, from) {
  return places.length ? Math.max(from, densest(places).at - LEAD) : from;
}

/* Words around those that were found, as texts that are marked or not. `first` is the place of the first of the words. */
function excerptOf({ words, first }, places, from, until) {
  const begin = beginOf(places, from);
  const marked = new Set(places.map(({ at }) => at));
  const parts = [];
  words.slice(begin - first, Math.min(until, begin + NEAR) - first).forEach((word, index) => {
    if (index) parts.push({ text: " ", mark: false });
    parts.push({ text: word, mark: marked.has(begin + index) });
  });
  return parts;
}

/* Of the places of words, in order, the first behind which most others, and the best, stand close. */
function densest(places) {
  const scores = places.map(({ at: from }) => sum(places.filter(({ at }) => at >= from && at < from + NEAR).map(({ score }) => score)));
  const score = Math.max(...scores);
  return { at: places[scores.indexOf(score)].at, score };
}

/* One part of the index: the pages that were indexed together. */
class Bundle {
  constructor(name, { version, lengths, edges, filters, others }) {
    this.name = name;
    this.pages = lengths.length;
    this.loaded = new Map();
    const ends = [...edges.map(before), BEHIND];
    const contents = [
      version,
      lengths.map((words, number) => [`${number}`, words]),
      ["", ...edges].map((from, number) => [from, ends[number], `${number}`]),
      filters.map((filter) => [filter, filter]),
      ...others,
    ];
    this.index = call("init_pagefind", new Uint8Array(encode(contents)));
    this.index = call("enter_playground_mode", this.index);      // so that answers say how scores came about
  }

  fetch(path) {
    return unpack(`${this.name}/${path}`);
  }

  /* What is kept of a page, with a way to the words from a place on and the rows they stand in. */
  async readPage(number) {
    const page = await unpackJson(`${this.name}/fragment/${number}.pf_fragment`);
    page.anchors = [...page.anchors].sort((a, b) => a.location - b.location);
    if (!page.piece) {
      const words = page.content.split(page.content.includes("\u200B") ? "\u200B" : /\s+/);
      return { ...page, read: () => ({ words, first: 0, anchors: page.anchors }) };
    }
    const pieces = new Map();
    const load = async (piece) => ({ ...await unpackJson(`${this.name}/fragment/${number}-${piece}.pf_fragment`), first: piece * page.piece });
    return { ...page, read: (from) => {
      const piece = Math.floor(Math.min(from, page.words - 1) / page.piece);
      if (!pieces.has(piece)) pieces.set(piece, load(piece));
      return pieces.get(piece);
    } };
  }

  async loadDates() {
    this.dates ??= await (await get(`${this.name}/dates.json`)).json();
  }

  /* Each bundle has a task of its own, so that the page answers meanwhile. */
  async search(words, typed, { filters, isWanted }, exact) {
    const narrowed = JSON.stringify(filters);
    const wanted = exact ? words : `${words} ${words.split(" ").map((word) => word + BEHIND).join(" ")}`;
    const files = JSON.parse(call("request_indexes", this.index, wanted));
    const filterFiles = JSON.parse(call("request_filter_indexes", this.index, narrowed));
    await Promise.all([
      ...files.map((name) => this.load(`index/${name}.pf_index`, "load_index_chunk")),
      ...filterFiles.map((name) => this.load(`filter/${name}.pf_filter`, "load_filter_chunk")),
    ]);
    await new Promise((done) => setTimeout(done));
    if (!isWanted()) throw new Error("another question was asked");
    return { bundle: this, ...JSON.parse(call("search", this.index, words, typed, narrowed, "", exact, false)) };
  }

  load(path, how) {
    if (!this.loaded.has(path)) this.loaded.set(path, this.fetch(path).then((file) => {
      this.index = call(how, this.index, file);
    }));
    return this.loaded.get(path);
  }
}

async function get(path, options) {
  const answer = await fetch(new URL(path, base), options);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/* Files of the index are packed and begin with Pagefind's mark; some hosts unpack them by themselves. */
async function unpack(path) {
  let bytes = new Uint8Array(await (await get(path)).arrayBuffer());
  if (bytes[0] === 0x1f) {
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
  }
  return bytes.subarray("pagefind_dcd".length);
}

async function unpackJson(path) {
  return JSON.parse(new TextDecoder().decode(await unpack(path)));
}

/* What sorts before a text, and behind everything else that does: a word that begins a file is not looked for in the one
   before. */
function before(text) {
  const letters = [...text];
  const last = letters.pop().codePointAt(0);
  return `${letters.join("")}${String.fromCodePoint(last === 0xE000 ? 0xD7FF : last - 1)}${BEHIND}`;    // no half of a pair
}

/* CBOR (RFC 8949) of numbers, texts and lists of them, as the WebAssembly reads it. */
function encode(value) {
  if (typeof value === "number") return headOf(0, value);
  if (Array.isArray(value)) return [...headOf(4, value.length), ...value.flatMap(encode)];
  const bytes = new TextEncoder().encode(value);
  return [...headOf(3, bytes.length), ...bytes];
}

function headOf(kind, number) {
  const size = number < 24 ? 0 : number < 2 ** 8 ? 1 : number < 2 ** 16 ? 2 : 4;
  const first = kind << 5 | (size ? { 1: 24, 2: 25, 4: 26 }[size] : number);
  return [first, ...Array.from({ length: size }, (_, place) => Math.floor(number / 2 ** (8 * (size - 1 - place))) % 256)];
}

async function startCore(bytes) {
  const references = () => {
    const table = core.__wbindgen_externrefs;
    const from = table.grow(4);
    table.set(0, undefined);
    [undefined, null, true, false].forEach((value, index) => table.set(from + index, value));
  };
  const { instance } = await WebAssembly.instantiate(bytes, { "./pagefind_web_bg.js": { __wbindgen_init_externref_table: references } });
  core = instance.exports;
  core.__wbindgen_start();
}

/* A function of the WebAssembly, by the conventions of wasm-bindgen: text and bytes go in as address and length, text
   comes back so. */
function call(name, ...values) {
  const answer = core[name](...values.flatMap(handOver));
  if (Array.isArray(answer)) {
    const [from, length] = answer;
    const text = new TextDecoder().decode(new Uint8Array(core.memory.buffer, from >>> 0, length));
    core.__wbindgen_free(from, length, 1);
    return text;
  }
  if (!answer) throw new Error(`${name} failed`);
  return answer >>> 0;
}

function handOver(value) {
  if (typeof value === "number" || typeof value === "boolean") return [value];
  const bytes = typeof value === "string" ? new TextEncoder().encode(value) : value;
  const at = core.__wbindgen_malloc(bytes.length, 1) >>> 0;
  new Uint8Array(core.memory.buffer).set(bytes, at);
  return [at, bytes.length];
}
