/* The choice of a colour scheme: three words, one of them marked. Without scripts it is not shown. */

const root = document.documentElement;
const folder = new URL("..", import.meta.url).pathname;

for (const choice of document.querySelectorAll(".bw-palette input")) {
  choice.checked = choice.value === root.dataset.scheme;
  choice.addEventListener("change", () => {
    root.dataset.scheme = choice.value;
    try {
      localStorage.setItem(`${folder}scheme`, choice.value);
    } catch {
      /* The choice holds for this page alone. */
    }
  });
}
