/* Narrows and sorts a list that is complete without it. What was chosen stands in the address, so that a
   view can be shared; an address with a choice in it opens that view. All words stand in the markup. */

const form = document.getElementById("bw-finder");
const items = [...document.querySelectorAll(form.dataset.items)];
const groups = form.dataset.groups ? [...document.querySelectorAll(form.dataset.groups)].reverse() : [];
const table = form.dataset.table ? document.querySelector(form.dataset.table) : null;
const choices = [...form.querySelectorAll("select[data-cells]")];
const status = form.querySelector("[role=status]");
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });

/* "1,500" is found as 1500 and 1 500, and a space is a space. */
const plain = (text) => text.toLocaleLowerCase().replace(/(\d)[,\u00a0\u202f ](?=\d{3}(?!\d))/g, "$1").replace(/\s+/g, " ").trim();

/* What an item offers a choice: its words, or each year of "2022-2024". */
function valuesOf(item, choice) {
  return [...item.querySelectorAll(choice.dataset.cells)].flatMap((cell) => {
    if (!cell.dataset.years) return [cell.textContent.trim()];
    const [first, last] = cell.dataset.years.split("-").map(Number);
    return Array.from({ length: Math.min(last - first, 200) + 1 }, (_, step) => String(first + step));
  });
}

function know(item) {
  let text;
  return {
    item,
    get text() { return text ??= plain(item.textContent); },
    values: Object.fromEntries(choices.map((choice) => [choice.name, new Set(valuesOf(item, choice))])),
  };
}

/* Between the parts of a long list the page may answer its reader. */
const pause = () => new Promise((done) => setTimeout(done));
const known = [];
for (const item of items) {
  known.push(know(item));
  if (known.length % 50 === 0) await pause();
}

for (const choice of choices) {
  const offered = [...new Set(known.flatMap(({ values }) => [...values[choice.name]]))].filter(Boolean);
  choice.append(...offered.sort(collator.compare).map((value) => new Option(value, value)));
  choice.parentElement.hidden = offered.length < 2;
  await pause();
}

/* A number is found where it stands as a whole: 1500 is not in 11500, nor in 1500.5. */
function finder(word) {
  if (!/^\d+([.,]\d+)?$/.test(word)) return (text) => text.includes(word);
  const whole = new RegExp(`(^|[^\\d.,])${word.replace(/[.,]/, "[.,]")}($|[^\\d.,]|[.,]($|\\D))`);
  return (text) => whole.test(text);
}

function narrow() {
  const words = plain(form.elements.q.value).split(" ").filter(Boolean).map(finder);
  const chosen = choices.filter((choice) => choice.value);
  let shown = 0;
  for (const { item, text, values } of known) {
    item.hidden = !(words.every((has) => has(text)) && chosen.every((choice) => values[choice.name].has(choice.value)));
    if (!item.hidden) shown += 1;
  }
  for (const group of groups) group.hidden = !group.querySelector(`${GROUPED}:not([hidden])`);
  form.querySelector("button").hidden = !words.length && !chosen.length;
  const number = (count) => count.toLocaleString(document.documentElement.lang);
  status.textContent = form.dataset.count.replace("{shown}", number(shown)).replace("{all}", number(items.length));
}
const GROUPED = form.dataset.items.split(" ").at(-1);

/* ---- sorting, of a table ---- */

const heads = table ? [...table.tHead.rows[0].cells] : [];
const order = form.elements.order;

function keyOf(row, column) {
  const { value } = row.cells[column].dataset;
  return value === undefined ? row.cells[column].textContent.trim() : Number(value);
}

const compare = (a, b) => (typeof a === "number" ? a - b : collator.compare(a, b));

/* `chosen` is a column's number, with a minus in front for the largest first; empty for the first order. */
function sort() {
  const [, minus, digits] = /^(-?)(\d+)$/.exec(order.value) ?? [];
  const column = digits === undefined ? -1 : Number(digits) - 1;
  const rows = known.map(({ item }) => item);
  if (column >= 0) rows.sort((a, b) => (minus ? -1 : 1) * compare(keyOf(a, column), keyOf(b, column)));
  table.tBodies[0].append(...rows);
  heads.forEach((head, index) => {
    if (index === column) head.setAttribute("aria-sort", minus ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
}

function makeSortable() {
  heads.forEach((head, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    const name = button.textContent.trim();
    order.append(new Option(`${name} ↑`, `${index + 1}`), new Option(`${name} ↓`, `-${index + 1}`));
    button.addEventListener("click", () => {
      order.value = order.value === `${index + 1}` ? `-${index + 1}` : `${index + 1}`;
      update();
    });
  });
}

/* ---- the address ---- */

const fields = [form.elements.q, ...choices, ...(table ? [order] : [])];

function read() {
  const asked = new URLSearchParams(location.search);
  for (const field of fields) field.value = asked.get(field.name) ?? "";
  for (const field of fields) if (field.selectedIndex === -1) field.value = "";     // no such choice
}

function write() {
  const kept = fields.filter((field) => field.value).map((field) => [field.name, field.value]);
  const query = new URLSearchParams(kept).toString();
  history.replaceState(history.state, "", location.pathname + (query && `?${query}`) + location.hash);
}

function update() {
  narrow();
  if (table) sort();
  write();
}

if (table) makeSortable();
read();
narrow();
if (table && order.value) sort();
document.querySelector(".bw-place").replaceWith(form);
form.hidden = false;
if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();

let timer = 0;
form.addEventListener("input", (event) => {
  clearTimeout(timer);
  timer = setTimeout(update, event.target === form.elements.q ? 150 : 0);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => {
  update();
  form.elements.q.focus();
}));
