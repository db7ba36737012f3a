"""What is kept is given out only whole, and nothing else of it is believed."""

from pathlib import Path

import pytest

from generator.site.kept import Contents, load_note, remove_unused, save_note


def test_a_content_is_given_back_as_it_was(tmp_path: Path) -> None:
    """Under its SHA-256."""
    contents = Contents(tmp_path)
    print_ = contents.put(b"nine a day")
    assert contents.read(print_) == b"nine a day"
    assert print_ == contents.put(b"nine a day")


@pytest.mark.parametrize("spoilt", [b"", b"nine a da", b"ten a day!", None])
def test_a_content_that_changed_is_not_given_out(tmp_path: Path, spoilt: bytes | None) -> None:
    """Nor one that is gone; and it can be kept again."""
    contents = Contents(tmp_path)
    print_ = contents.put(b"nine a day")
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    if spoilt is None:
        file.unlink()
    else:
        file.write_bytes(spoilt)
    assert contents.read(print_) is None
    assert not contents.has(print_)
    assert contents.put(b"nine a day") == print_
    assert contents.has(print_)


def test_what_is_used_no_more_is_removed(tmp_path: Path) -> None:
    """And what a killed run left."""
    contents = Contents(tmp_path)
    used, unused = contents.put(b"used"), contents.put(b"unused")
    (tmp_path / used[:2] / ".half.123").write_bytes(b"ha")
    contents.remove_unused({used})
    assert contents.has(used)
    assert not contents.has(unused)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_content_gets_a_further_name_and_never_takes_a_place(tmp_path: Path) -> None:
    """Two files for one place are a mistake."""
    contents = Contents(tmp_path / "kept")
    print_ = contents.put(b"nine")
    contents.link(print_, tmp_path / "nine.txt")
    assert (tmp_path / "nine.txt").read_bytes() == b"nine"
    with pytest.raises(FileExistsError):
        contents.link(print_, tmp_path / "nine.txt")


def test_a_note_is_whole_or_none(tmp_path: Path) -> None:
    """Cut off or changed anywhere, it is as if it were not there."""
    file = tmp_path / "folder" / "a.note"
    assert load_note(file) is None
    save_note(file, ["a", {"b": b"c"}, 1])
    assert load_note(file) == ["a", {"b": b"c"}, 1]
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place])
        assert load_note(file) is None
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert load_note(file) is None


def test_only_files_that_are_named_stay(tmp_path: Path) -> None:
    """A folder that is not there has none."""
    remove_unused(tmp_path / "nowhere", set())
    for name in ("a", "b"):
        (tmp_path / name).write_text("x", "utf-8")
    remove_unused(tmp_path, {"a"})
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
