"""Reading: the text of `data/` becomes a `Library`, or issues with line and column.

Only `files` opens files; every other module here takes text and gives values and faults.
"""
