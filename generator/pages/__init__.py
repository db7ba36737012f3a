"""Pages: the library becomes Markdown, one text for each page. Pure: no files, clock or network."""
