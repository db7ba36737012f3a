/* What html-validate is to look for: all that it recommends, and what stands here otherwise, with the reason. */

export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // A list, a group and a region may have a name, and have one here.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // A title is that of a record: an article's may be as long as its newspaper made it.
    "long-title": "off",
    // Spaces of the templates; they cost a few bytes, and nothing once compressed.
    "no-trailing-whitespace": "off",
    // A table that scrolls is a region within its section.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // Everything that a page loads comes from its own site, which could change the sums as well.
    "require-sri": "off",
    // Any id without a space is valid, and a reference from notes is called `fnref:1` by Python-Markdown.
    "valid-id": ["error", { relaxed: true }],
    // The search answers while one types; there is nothing to submit.
    "wcag/h32": "off",
  },
};
