/* Saves readers a step: evidence opens under the pointer and the keyboard's focus, and Escape closes it.
   Without this script a figure's link opens the same evidence, and "Back" closes it. Nothing is added to
   the page: a class says what is open, and a length, on which line of the text it stands. */

const MARGIN = matchMedia("(min-width: 76.25em)");   // where evidence has a column of its own
const OPEN_AFTER = 120;
const CLOSE_AFTER = 300;     // long enough to move the pointer from the figure to its evidence
const GAP = 16;

let shown = null;            // the figure whose evidence the pointer or the focus opened
let opener = null;           // the figure whose link opened the evidence in the address
let timer = 0;

const figureAt = (node) => node?.closest?.("a.bw-fig") ?? null;
const inEvidence = (node) => Boolean(node?.closest?.(".bw-evidence"));
const targetOf = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
const linked = () => document.querySelector(".bw-evidence:target");

function evidenceOf(figure) {
  const block = figure && targetOf(figure);
  return block?.classList.contains("bw-evidence") ? block : null;
}

/* Beside the line of the figure, whichever paragraph holds the evidence; where it would leave the window,
   higher, but not above the paragraph that is being read. */
function place(block, figure) {
  const line = figure.getClientRects()[0].top;
  const paragraph = figure.closest("p, li, td, th, h2, h3").getBoundingClientRect().top;
  const lowest = innerHeight - block.offsetHeight - GAP;
  const top = Math.max(Math.min(line, lowest), Math.min(line, paragraph));
  const above = block.parentElement.getBoundingClientRect().top;
  block.style.setProperty("--bw-beside", `${Math.round(top - above)}px`);
}

function open(figure) {
  const block = evidenceOf(figure);
  if (!block || figure === shown) return;
  close();
  shown = figure;
  block.classList.add("is-open");
  place(block, figure);
  mark();
}

function close() {
  evidenceOf(shown)?.classList.remove("is-open");
  shown = null;
  mark();
}

/* The figures whose evidence is open show it. */
function mark() {
  const marked = [shown, linked() && evidenceOf(opener) === linked() ? opener : null];
  for (const figure of document.querySelectorAll("a.bw-fig.is-open")) figure.classList.toggle("is-open", marked.includes(figure));
  for (const figure of marked) figure?.classList.add("is-open");
}

function later(action, delay) {
  clearTimeout(timer);
  timer = setTimeout(action, delay);
}

/* In the margin it stands beside the figure, so that nobody need be taken to it. */
function follow(event, figure) {
  opener = figure;
  close();
  if (!MARGIN.matches) return;
  event.preventDefault();
  const here = scrollY;
  location.hash = figure.hash;
  scrollTo({ top: here, behavior: "instant" });
  place(evidenceOf(figure), figure);
  mark();
}

/* Closes whatever is open and leaves the reader at the figure. */
function leave(block) {
  const first = targetOf(block.querySelector(".bw-close"));
  const figure = [shown, opener].find((one) => evidenceOf(one) === block) ?? first;
  if (linked()) {
    location.replace("#-");    // names nothing, so that nothing is the target and nothing moves
    history.replaceState(null, "", location.pathname + location.search);
  }
  figure?.focus({ preventScroll: true });
  figure?.scrollIntoView({ block: "nearest" });
  clearTimeout(timer);
  opener = null;
  close();
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse" || !MARGIN.matches) return;
  const figure = figureAt(event.target);
  if (evidenceOf(figure)) later(() => open(figure), OPEN_AFTER);
  else if (inEvidence(event.target)) clearTimeout(timer);
  else later(close, CLOSE_AFTER);
});

document.addEventListener("focusin", (event) => {
  const figure = figureAt(event.target);
  if (MARGIN.matches && evidenceOf(figure) && figure.matches(":focus-visible")) open(figure);
  else if (!inEvidence(event.target)) close();
});

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const figure = figureAt(event.target);
  const block = evidenceOf(figure);
  if (block && block === linked() && figure === opener) {
    event.preventDefault();
    leave(block);
  } else if (block) {
    follow(event, figure);
  } else if (event.target.closest?.(".bw-close")) {
    event.preventDefault();
    leave(event.target.closest(".bw-evidence"));
  }
});

document.addEventListener("keydown", (event) => {
  const block = evidenceOf(shown) ?? linked();
  if (event.key === "Escape" && block && !event.defaultPrevented) leave(block);
});

MARGIN.addEventListener("change", close);
addEventListener("hashchange", mark);
