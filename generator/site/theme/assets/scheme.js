/* The colour scheme that a reader chose, before the page is first drawn. "auto" follows the system by CSS alone.
   Sites that share a host keep their choices apart: the name holds the folder that the site lies in. */

const SCHEME = `${new URL("..", document.currentScript.src).pathname}scheme`;

document.documentElement.dataset.scheme = "auto";
try {
  const kept = localStorage.getItem(SCHEME);
  if (["light", "dark"].includes(kept)) document.documentElement.dataset.scheme = kept;
} catch {
  /* A browser that keeps nothing. */
}
