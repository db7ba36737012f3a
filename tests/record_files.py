"""The files of records, as the tests that look at all of them take them apart."""

from generator.reading.files import TextFile
from generator.reading.front_matter import SplitBrief, split_front_matter
from generator.reading.kinds import Shape


def read_yaml_part(file: TextFile) -> str:
    """The YAML of a file: all of it, or the front matter of a brief."""
    if file.kind.shape is not Shape.BRIEF:
        return file.text
    split = split_front_matter(file.text)
    assert isinstance(split, SplitBrief)
    return split.front
