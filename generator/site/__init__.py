"""From pages to a site: writing, building, searching, previewing."""
