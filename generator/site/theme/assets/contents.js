/* Marks in the contents which part of the page is being read: the last whose heading has passed the upper third. */

const links = [...document.querySelectorAll(".bw-toc a")];
const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));

function mark() {
  const passed = headings.findLastIndex((heading) => heading?.getBoundingClientRect().top < innerHeight / 3);
  for (const [index, link] of links.entries()) {
    if (index === passed) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

if (links.length > 0) {
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const heading of headings) heading && observer.observe(heading);
}
