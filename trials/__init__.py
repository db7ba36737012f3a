"""What Briefwright is put through beyond its tests: attacks, faults, rebuilding and chance.

Each module is one trial with a make target of its own; it writes what it found to `results/`, and
`docs/trials.md` is made from that. Nothing of the program itself rests on this folder.
"""
