/* Pagefind's own interface, as its manual shows it. */
addEventListener("DOMContentLoaded", () => new PagefindUI({ element: "#search", showSubResults: true }));
