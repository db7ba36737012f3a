/* The field of the search: shown where scripts run. What searches is loaded when somebody turns to it. */

const form = document.getElementById("bw-search");
const field = document.getElementById("bw-search-field");

function start() {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("search.css", import.meta.url).href;
  document.head.append(sheet);
  import("./search.js");
}

field.addEventListener("focus", start, { once: true });
form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s"].includes(event.key)) return;
  event.preventDefault();
  field.focus();
  field.select();
});

form.hidden = false;
