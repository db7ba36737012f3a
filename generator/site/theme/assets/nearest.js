/* On the page for an address that leads nowhere: the records whose addresses or titles are most like it, and
   the search for its words. The list of titles is asked for here alone. */

const block = document.getElementById("bw-nearest");
const ask = document.getElementById("bw-ask");
const base = new URL(`${block.dataset.base.replace(/\/$/, "")}/`, location.href);

const MOST = 5;
const LIKE_ENOUGH = 0.4;
const NEARLY = 0.6;          // as like as the best one

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const plain = (text) => decode(text).toLowerCase().replace(/\.(html?|md)$/, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

function pairsOf(text) {
  const padded = ` ${text} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)));
}

/* Dice's coefficient over pairs of letters: 1 for the same text, 0 where no pair is shared. */
function likeness(a, b) {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}

const parts = location.pathname.slice(base.pathname.length).split("/").filter((part) => part && part !== "index.html");
const last = plain(parts.at(-1) ?? "");
const whole = plain(parts.join(" "));

function judge([address, title]) {
  const [folder, id] = address.split("/");
  const near = Math.max(likeness(pairsOf(last), pairsOf(plain(id))), likeness(pairsOf(last), pairsOf(plain(title))));
  return { address, title, near: near + (parts[0] === folder ? 0.1 : 0) + likeness(pairsOf(whole), pairsOf(plain(address))) / 100 };
}

async function offer() {
  const answer = await fetch(new URL("titles.json", base));
  if (!answer.ok) return;
  const found = (await answer.json()).map(judge).filter(({ near }) => near >= LIKE_ENOUGH);
  found.sort((a, b) => b.near - a.near || (a.address < b.address ? -1 : 1));
  const nearest = found.filter(({ near }) => near >= found[0].near * NEARLY).slice(0, MOST);
  block.querySelector("ul").replaceChildren(...nearest.map(({ address, title }) => {
    const link = document.createElement("a");
    link.href = new URL(address, base).href;
    link.textContent = title;
    link.dir = "auto";
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
  block.hidden = found.length === 0;
}

function offerSearch() {
  const field = document.getElementById("bw-search-field");
  if (!field || !last) return;
  ask.querySelector("span").textContent = last;
  ask.querySelector("button").addEventListener("click", () => {
    field.value = last;
    field.focus();
    field.dispatchEvent(new Event("input"));
  });
  ask.hidden = false;
}

offerSearch();
if (last) offer().catch(() => {});     // without the list there is still all that stands below
