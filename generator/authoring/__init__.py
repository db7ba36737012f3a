"""Writing records for people: new ones, in their canonical form, under another id.

Texts in, texts out; the reading's guards against hostile YAML come first.
"""
