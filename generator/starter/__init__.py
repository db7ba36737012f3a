"""What a new site consists of, and how it comes to stand in a folder.

Most of it are files under `files/`, which are copied; those that end in `.jinja` are filled in with
what was answered. A few files are this repository's own, and travel with the package.
"""
