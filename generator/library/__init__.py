"""The library: all records of `data/` as one immutable value, with lookups and back-references."""
