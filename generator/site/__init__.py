"""From pages to a site: writing, building, searching, previewing. The only package that does I/O on output."""
