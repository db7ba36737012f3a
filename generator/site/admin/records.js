/* Reads the files of data/ for the form, and writes them as people write them.
 *
 * Every scalar is a text: `1.10` stays 1.10. In the form, a mapping is a list of which each item
 * holds its key. What was read is remembered piece by piece, and a piece that says the same when it
 * is written gets the very lines it had, comments included; so a change is all that a reviewer sees.
 */
import { FAILSAFE_SCHEMA, dump, load } from "./vendor/js-yaml.mjs";

const KEY = "key";
const VALUE = "value";
const FENCE = "---";
const WIDTH = 100;
const pieces = new Map();
const heads = new Map();

/* The two functions that the CMS asks for, for files of one shape. */
export function makeFormat(shape) {
  return {
    fromFile: (text) => readFile(text, shape),
    toFile: (content) => writeFile(content, shape),
  };
}

function readFile(text, shape) {
  if (shape.file !== "page") return fromYaml(text, shape);
  const lines = text.split("\n");
  const end = lines.indexOf(FENCE, 1);
  if (lines[0] !== FENCE || end < 0) return { body: text };
  const body = lines.slice(end + 1).join("\n").replace(/^\n+/, "");
  return { ...fromYaml(lines.slice(1, end).join("\n"), shape), body };
}

function writeFile(content, shape) {
  if (shape.file !== "page") return toYaml(content, shape);
  const { body, ...front } = content;
  return `${FENCE}\n${toYaml(front, shape)}\n${FENCE}\n\n${(body ?? "").trim()}\n`;
}

function fromYaml(text, shape) {
  const value = read(text) ?? (shape.file === "list" ? [] : {});
  remember(text, value);
  return shape.file === "list" ? value.map((item) => toForm(item, shape)) : toForm(value, shape);
}

function toYaml(content, shape) {
  if (shape.file === "list") return writeList(content.map((item) => toRecord(item, shape)));
  return writeRecord(toRecord(content, shape));
}

function read(text) {
  return load(text, { schema: FAILSAFE_SCHEMA });
}

/* --- between the file and the form --- */

function toForm(record, { maps, shorts }) {
  const form = { ...record };
  for (const [field, short] of Object.entries(maps)) {
    if (!isMapping(form[field])) continue;
    form[field] = Object.entries(form[field]).map(([key, value]) => ({ [KEY]: key, ...unfold(value, short) }));
  }
  for (const [field, short] of Object.entries(shorts)) {
    if (Array.isArray(form[field])) form[field] = form[field].map((value) => unfold(value, short));
  }
  return form;
}

function toRecord(form, { maps, shorts }) {
  const record = withoutEmpty(form);
  for (const [field, short] of Object.entries(maps)) {
    if (!Array.isArray(record[field])) continue;
    record[field] = Object.fromEntries(record[field].map(({ [KEY]: key, ...value }) => [key, fold(value, short)]));
  }
  for (const [field, short] of Object.entries(shorts)) {
    if (Array.isArray(record[field])) record[field] = record[field].map((value) => fold(value, short));
  }
  return record;
}

function unfold(value, short) {
  return isMapping(value) ? value : { [short]: value };
}

function fold(value, short) {
  return Object.keys(value).length === 1 && short in value ? value[short] : value;
}

function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/* What an optional field holds that nobody filled in; whatever else the form gives is text. */
function withoutEmpty(value) {
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((item) => !isEmpty(item));
  if (!isMapping(value)) return typeof value === "string" ? value.trim() : value === null || value === undefined ? "" : String(value);
  const entries = Object.entries(value).map(([key, item]) => [key, withoutEmpty(item)]);
  return Object.fromEntries(entries.filter(([, item]) => !isEmpty(item)));
}

function isEmpty(value) {
  return value === "" || (typeof value === "object" && Object.keys(value).length === 0);
}

/* --- the lines that were there --- */

function remember(text, value) {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() && !line.startsWith("#"));
  const name = nameOf(value);
  if (first > 0) heads.set(name, lines.slice(0, first).join("\n"));
  cut(name, lines.slice(Math.max(first, 0)), 0);
}

/* Pieces begin at lines of one depth; those of a list within a record are remembered by themselves. */
function cut(name, lines, depth) {
  let from = 0;
  for (let at = 1; at <= lines.length; at += 1) {
    const line = lines[at];
    if (at < lines.length && !(line.trim() && line.search(/\S/) === depth)) continue;
    keep(name, lines.slice(from, at), depth);
    from = at;
  }
}

function keep(name, lines, depth) {
  while (lines.length && !lines.at(-1).trim()) lines.pop();
  const text = lines.join("\n");
  const start = lines.findIndex((line) => line.trim() && !line.trim().startsWith("#"));
  if (start < 0) return;
  let value;
  try {
    value = read(text);
  } catch {
    return;
  }
  pieces.set(`${name} ${depth} ${sign(value)}`, text);
  const inner = lines[start + 1]?.match(/^( +)- /);
  if (depth === 0 && inner && /^[\w-]+:$/.test(lines[start])) cut(name, lines.slice(start + 1), inner[1].length);
}

/* A text that is the same for the same value, in whatever order its fields stand. */
function sign(value) {
  if (Array.isArray(value)) return `[${value.map(sign).join()}]`;
  if (!isMapping(value)) return JSON.stringify(String(value ?? ""));
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${sign(value[key])}`).join()}}`;
}

function nameOf(value) {
  return Array.isArray(value) ? `list ${value[0]?.id}` : `record ${value?.id}`;
}

function writeList(items) {
  const name = nameOf(items);
  const written = items.map((item) => write(name, [item], 0)).join("\n\n");
  return [heads.get(name), written].filter((part) => part !== undefined).join("\n");
}

function writeRecord(record) {
  const name = nameOf(record);
  const written = Object.entries(record).map(([field, value]) => writeField(name, field, value));
  return [heads.get(name), ...written].filter((part) => part !== undefined).join("\n");
}

function writeField(name, field, value) {
  const whole = find(name, { [field]: value }, 0);
  if (whole !== undefined || !Array.isArray(value) || !value.every(isMapping)) return whole ?? write(name, { [field]: value }, 0);
  return [`${field}:`, ...value.map((item) => write(name, [item], 2))].join("\n");
}

function find(name, value, depth) {
  return pieces.get(`${name} ${depth} ${sign(value)}`);
}

function write(name, value, depth) {
  const known = find(name, value, depth);
  if (known !== undefined) return known;
  const text = dump(value, { schema: FAILSAFE_SCHEMA, lineWidth: WIDTH - depth }).trimEnd();
  return text.replace(/^(?=.)/gm, " ".repeat(depth));
}
