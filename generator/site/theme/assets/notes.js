/* Beside the text, where there is a margin, a note shows under the pointer and the keyboard's focus; Escape closes it.
   Without this script, and by a click, the reference leads to the note as ever. What is shown is a copy, for the eye
   alone: a screen reader has the link. */

const MARGIN = matchMedia("(min-width: 76.25em)");
const OPEN_AFTER = 120;
const CLOSE_AFTER = 300;     // long enough to move the pointer from the reference to its note
const ELSEWHERE = "table, .bw-timeline, .footnote, .bw-evidence";   // no free margin beside these

const article = document.querySelector("article");
const beside = document.createElement("aside");
beside.className = "bw-sidenote";
beside.setAttribute("aria-hidden", "true");
beside.hidden = true;

let shown = null;            // the reference whose note is beside the text
let timer = 0;

function referenceAt(node) {
  const link = node?.closest?.('article sup a[href^="#fn:"]');
  return link && !link.closest(ELSEWHERE) ? link : null;
}

function open(link) {
  const note = document.getElementById(link.hash.slice(1));
  if (!note || link === shown) return;
  shown = link;
  beside.replaceChildren(link.textContent, ...[...note.children].map((part) => part.cloneNode(true)));
  for (const one of beside.querySelectorAll(".bw-back, [id]")) one.matches(".bw-back") ? one.remove() : one.removeAttribute("id");
  for (const one of beside.querySelectorAll("a")) one.tabIndex = -1;
  beside.hidden = false;
  const line = link.getClientRects()[0].top;
  const lowest = innerHeight - beside.offsetHeight - 16;
  const top = Math.max(Math.min(line, lowest), 16) - article.getBoundingClientRect().top;
  beside.style.setProperty("--bw-beside", `${Math.round(top)}px`);
}

function close() {
  clearTimeout(timer);
  shown = null;
  beside.hidden = true;
}

function later(action, delay) {
  clearTimeout(timer);
  timer = setTimeout(action, delay);
}

if (article?.querySelector('sup a[href^="#fn:"]')) {
  article.append(beside);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || !MARGIN.matches) return;
    const link = referenceAt(event.target);
    if (link) later(() => open(link), OPEN_AFTER);
    else if (beside.contains(event.target)) clearTimeout(timer);
    else if (shown) later(close, CLOSE_AFTER);
    else clearTimeout(timer);
  });
  document.addEventListener("focusin", (event) => {
    const link = MARGIN.matches ? referenceAt(event.target) : null;
    if (link?.matches(":focus-visible")) open(link);
    else close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    event.preventDefault();
    close();
  }, true);
  addEventListener("hashchange", close);
  MARGIN.addEventListener("change", close);
}
