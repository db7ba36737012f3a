"""The evidence diff: what changed between two libraries, and how that is told to a reviewer."""
