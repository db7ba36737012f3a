/* Starts Sveltia CMS with the configuration that the build wrote, and teaches it our files. */
import CMS from "./vendor/sveltia-cms.mjs";
import { makeFormat } from "./records.js";

const response = await fetch("config.json", { cache: "no-cache" });
const { cms, shapes } = await response.json();
for (const [kind, shape] of Object.entries(shapes)) {
  const extension = shape.file === "page" ? "md" : "yml";
  CMS.registerCustomFormat(`brief-${kind}`, extension, makeFormat(shape));
}
CMS.init({ config: cms });
