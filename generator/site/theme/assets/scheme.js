/* The colour scheme that a reader chose, before the page is first drawn. "Auto" follows the system by CSS alone. */

const kept = __md_get("__palette")?.color ?? {};
if (kept.media !== "(prefers-color-scheme)") {
  for (const [name, value] of Object.entries(kept)) document.body.setAttribute(`data-md-color-${name}`, value);
}
