/* What Material's script asks for by these names: the reader's settings, kept under the site's own folder.
   Material writes it into each page; here it is a file, so that the content security policy can refuse every
   script that stands in a page. */

var __md_scope = new URL(document.currentScript.dataset.base, location);

function __md_get(name, storage, scope = __md_scope) {
  try {
    return JSON.parse((storage ?? localStorage).getItem(`${scope.pathname}.${name}`));
  } catch {
    return null; /* A browser that keeps nothing, or keeps something else. */
  }
}

function __md_set(name, value, storage, scope = __md_scope) {
  try {
    (storage ?? localStorage).setItem(`${scope.pathname}.${name}`, JSON.stringify(value));
  } catch {
    /* The setting holds for this page alone. */
  }
}
