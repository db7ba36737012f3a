/* Material's script remembers the chosen scheme and applies it, but leaves the choice unmarked, as its own
   switch shows one button at a time. Here all three words stand side by side, and one is marked. */

const choices = document.querySelectorAll(".bw-palette input");
const remembered = globalThis.__md_get?.("__palette");
const choice = choices[remembered?.index ?? 0] ?? choices[0];
if (choice) choice.checked = true;
