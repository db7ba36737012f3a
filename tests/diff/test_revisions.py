"""Revisions of real repositories, read without touching them, whatever stands in them."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.diff.evidence_diff import Change, EvidenceDiff
from generator.diff.sides import Side
from generator.reading.files import read_data_files
from generator.site import git_objects
from generator.site.diffing import HERE, diff_revisions
from generator.site.git_objects import RevisionError, find_revision, read_revision
from tests.diff.cases import CASES
from tests.edits import SOURCES, TIDE, swap

Git = Callable[..., str]
NINE, EIGHTEEN = "about 9", "18.1"


@pytest.fixture
def git(project: Path) -> Git:
    """Runs git in the project, which is a repository with the invented library committed."""

    def run(*words: str, stdin: str = "") -> str:
        command = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", *words]
        done = subprocess.run(
            command, cwd=project, input=stdin, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    run("init", "--quiet", "--initial-branch=main")
    run("add", "data")
    run("commit", "--quiet", "--message=nine")
    return run


def commit(git: Git, message: str) -> None:
    """Commits all that is there."""
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", f"--message={message}")


def make_eighteen(project: Path) -> None:
    """The figure becomes 18.1."""
    for edit in CASES["nine-to-eighteen"]:
        edit(project)


def values(found: EvidenceDiff) -> list[tuple[str, str]]:
    """The figures that changed, as they were and are."""
    changed = found.list_figures(Change.CHANGED)
    return [(one.before.value, one.after.value) for one in changed if one.before and one.after]


def test_a_revision_is_read_as_its_folder_is(project: Path, git: Git) -> None:
    """The same files in the same order, so the same library."""
    assert git("rev-parse", "HEAD")
    revision = read_revision(project, find_revision(project, "HEAD"))
    folder = read_data_files(project)
    assert (revision.files, revision.issues, revision.unread) == (
        folder.files,
        folder.issues,
        folder.unread,
    )


def test_two_revisions_or_one_and_the_work_tree(project: Path, git: Git) -> None:
    """By branch, tag, number and relative name; a change that is not committed counts, too."""
    make_eighteen(project)
    before, after, found = diff_revisions(project, "main", None)
    assert (before.name, after.name, after.commit) == ("main", HERE, "")
    assert values(found) == [(NINE, EIGHTEEN)]
    commit(git, "eighteen")
    git("tag", "v2")
    assert values(diff_revisions(project, "HEAD^1", "v2")[2]) == [(NINE, EIGHTEEN)]
    assert values(diff_revisions(project, "v2", "HEAD^1")[2]) == [(EIGHTEEN, NINE)]
    assert diff_revisions(project, git("rev-parse", "HEAD"), None)[2].is_empty


def test_neither_work_tree_nor_index_is_touched(project: Path, git: Git) -> None:
    """Not a byte, not a time, not a file more."""

    def look() -> dict[str, tuple[int, bytes]]:
        files = [path for path in project.rglob("*") if path.is_file()]
        return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}

    make_eighteen(project)
    git("add", "data/sources.yml")
    before = look()
    diff_revisions(project, "main", None)
    diff_revisions(project, "main", "HEAD")
    assert look() == before


def test_what_came_to_the_base_meanwhile_can_be_left_out(project: Path, git: Git) -> None:
    """Else it would look as if the proposal took it back."""
    git("checkout", "--quiet", "-b", "proposal")
    make_eighteen(project)
    commit(git, "eighteen")
    git("checkout", "--quiet", "main")
    swap(SOURCES, "short-name: Gazette", "short-name: The Gazette")(project)
    commit(git, "meanwhile")
    git("checkout", "--quiet", "proposal")
    plain = diff_revisions(project, "main", "HEAD")[2]
    assert [one.id for one in plain.records if one.kind == "source"] == ["skerry-gazette"]
    for head in ("HEAD", None):
        found = diff_revisions(project, "main", head, from_common=True)[2]
        assert values(found) == [(NINE, EIGHTEEN)]
        assert not [one for one in found.records if one.kind == "source"]


HOSTILE_NAMES = [
    *("--output=pwned", "-h", "--help", "--upload-pack=touch pwned", "-", ""),
    *("nowhere", "main..HEAD", "main...HEAD", ":/nine", "HEAD:data", "$(touch pwned)"),
    *("`touch pwned`", "main; touch pwned", "main\n--all", "main\0", "@{-1}", "main^{tree}"),
    *("ext::touch pwned", "x" * 5_000),
]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_name_that_is_no_commit_is_refused(project: Path, git: Git, name: str) -> None:
    """It is no option and no command, and the message says what to do."""
    assert git("rev-parse", "HEAD")
    with pytest.raises(RevisionError, match="git knows no revision"):
        find_revision(project, name)
    assert sorted(path.name for path in project.iterdir()) == [".git", "data"]


def test_a_branch_whose_name_looks_like_an_option_is_a_name(project: Path, git: Git) -> None:
    """Git's plumbing makes such a branch; nobody can ask for it but by its whole name."""
    head = git("rev-parse", "HEAD")
    git("update-ref", "refs/heads/--output=pwned", head)
    with pytest.raises(RevisionError):
        find_revision(project, "--output=pwned")
    assert find_revision(project, "refs/heads/--output=pwned").number == head
    git("update-ref", "refs/heads/$(touch${IFS}pwned)", head)
    assert find_revision(project, "$(touch${IFS}pwned)").number == head
    assert not (project / "pwned").exists()


def plant(git: Git, entries: str) -> None:
    """Commits a tree that has these entries, as `git mktree` takes them, in place of `data`."""
    tree = git("mktree", "--missing", stdin=entries)
    root = git("mktree", stdin=f"040000 tree {tree}\tdata\n")
    git("update-ref", "HEAD", git("commit-tree", root, "-m", "planted"))


def issues_of(side: Side) -> set[tuple[str, str]]:
    """The faults of one side: where, and which."""
    return {(issue.location.path, issue.rule.id) for issue in side.errors}


def test_links_and_other_repositories_are_named_and_not_followed(project: Path, git: Git) -> None:
    """What they lead to is no part of the revision."""
    before = git("rev-parse", "HEAD")
    blob = git("hash-object", "-w", "--stdin", stdin="/etc/passwd")
    plant(
        git,
        f"120000 blob {blob}\tsources.yml\n"
        f"160000 commit {before}\tarticles\n"
        f"100644 blob {blob}\tunits.yml\n",
    )
    _, after, found = diff_revisions(project, before, "HEAD")
    assert {
        ("data/sources.yml", "unexpected-file"),
        ("data/articles", "unexpected-file"),
    } <= issues_of(after)
    assert {"source", "article", "observation"} <= {one.kind for one in found.uncompared}
    assert not [one for one in found.records if one.kind in {"source", "article"}]


def test_a_huge_file_is_refused_before_it_is_read(
    project: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git says how large it is."""
    before = git("rev-parse", "HEAD")
    (project / SOURCES).write_text("#" * 1_000_001, "utf-8")
    commit(git, "huge")
    read: list[str] = []
    real = git_objects._Reader.read

    def note(reader: git_objects._Reader, number: str) -> object:
        read.append(number)
        return real(reader, number)

    monkeypatch.setattr(git_objects._Reader, "read", note)
    huge = git("rev-parse", f"HEAD:{SOURCES}")
    _, after, found = diff_revisions(project, before, "HEAD")
    assert (SOURCES, "too-large") in issues_of(after)
    assert huge not in read
    assert "source" in {one.kind for one in found.uncompared}


def test_paths_that_no_folder_could_have_are_judged_by_name(project: Path, git: Git) -> None:
    """Control signs, bytes that are no text, names that differ in case: each is an issue."""
    before = git("rev-parse", "HEAD")
    names = [b"a\nb.yml", b"\xff.yml", b"--output=x.yml", b"Units.yml", b"units.yml", b"$(x).yml"]
    blob = git("hash-object", "-w", "--stdin", stdin="- {}\n")
    entries = b"".join(
        b"100644 blob " + blob.encode() + b"\t" + one + b"\0" for one in sorted(names)
    )
    done = subprocess.run(
        ["git", "mktree", "-z"], cwd=project, input=entries, capture_output=True, check=True
    )
    root = git("mktree", stdin=f"040000 tree {done.stdout.decode().strip()}\tdata\n")
    git("update-ref", "HEAD", git("commit-tree", root, "-m", "names"))
    _, after, _ = diff_revisions(project, before, "HEAD")
    assert {rule for _, rule in issues_of(after)} >= {"unexpected-file", "case-collision"}
    assert sorted(path.name for path in project.iterdir()) == [".git", "data"]


@pytest.mark.parametrize("kind", ["link", "file"])
def test_data_that_is_no_folder_is_said_to_be_none(project: Path, git: Git, kind: str) -> None:
    """All that was there counts as not compared, not as removed."""
    before = git("rev-parse", "HEAD")
    blob = git("hash-object", "-w", "--stdin", stdin="/etc")
    mode = "120000" if kind == "link" else "100644"
    root = git("mktree", stdin=f"{mode} blob {blob}\tdata\n")
    git("update-ref", "HEAD", git("commit-tree", root, "-m", kind))
    _, after, found = diff_revisions(project, before, "HEAD")
    assert ("data", "unexpected-file") in issues_of(after)
    assert found.is_empty
    assert len(found.uncompared) > 20


def test_a_project_may_be_a_folder_of_its_repository(tmp_path: Path, project: Path) -> None:
    """Its records are found below it, and those of others are not."""
    for words in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "stray.yml").write_text("x", "utf-8")
    words = ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "one"]
    subprocess.run(["git", *words], cwd=tmp_path, check=True)
    make_eighteen(project)
    before, _, found = diff_revisions(project, "HEAD", None)
    assert before.errors == ()
    assert values(found) == [(NINE, EIGHTEEN)]


def test_records_that_were_not_there_before_are_new(project: Path, git: Git) -> None:
    """The first commit of a project has no records; everything after it is added."""
    empty = git("commit-tree", git("mktree"), "-m", "empty")
    found = diff_revisions(project, empty, "HEAD")[2]
    assert {one.change for one in found.figures} == {Change.ADDED}
    with pytest.raises(RevisionError, match="neither side"):
        diff_revisions(project, empty, empty)


def test_without_a_repository_or_git_it_says_so(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not that there is no such revision."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.parent))
    with pytest.raises(RevisionError, match="no git repository"):
        find_revision(project, "HEAD")
    monkeypatch.setenv("PATH", str(project))
    with pytest.raises(RevisionError, match="there is no `git`"):
        find_revision(project, "HEAD")


def test_a_repository_can_have_no_program_run(project: Path, git: Git) -> None:
    """Filters, pagers, external diffs, monitors and hooks that it names stay where they are."""
    mark = project.parent / "ran"
    script = project.parent / "script.sh"
    script.write_text(f"#!/bin/sh\ntouch {mark}\ncat\n", "utf-8")
    script.chmod(0o755)
    (project / ".gitattributes").write_text("* filter=x diff=x\n", "utf-8")
    commit(git, "attributes")
    for name in (
        *("core.pager", "core.fsmonitor", "diff.external", "core.sshCommand", "core.editor"),
        *("filter.x.smudge", "filter.x.clean", "filter.x.process", "diff.x.textconv"),
        *("alias.ls-tree", "alias.cat-file", "alias.rev-parse", "uploadpack.packObjectsHook"),
    ):
        git("config", name, f"!{script}" if name.startswith("alias") else str(script))
    mark.unlink(missing_ok=True)
    make_eighteen(project)
    assert values(diff_revisions(project, "main", None)[2]) == [(NINE, EIGHTEEN)]
    assert not mark.exists()


def test_what_is_missing_is_not_fetched(project: Path, git: Git, tmp_path: Path) -> None:
    """A copy without contents says that it has none; it asks nobody for them."""
    asked = tmp_path / "asked"
    git("config", "remote.origin.url", f"ext::touch {asked}")
    git("config", "remote.origin.promisor", "true")
    git("config", "core.repositoryFormatVersion", "1")
    git("config", "extensions.partialClone", "origin")
    git("config", "protocol.ext.allow", "always")
    number = git("rev-parse", f"HEAD:{TIDE}")
    (project / ".git" / "objects" / number[:2] / number[2:]).unlink()
    before, _, found = diff_revisions(project, "HEAD", None)
    assert (TIDE, "unreadable-file") in issues_of(before)
    assert "observation" in {one.kind for one in found.uncompared}
    assert not asked.exists()


def test_a_replaced_object_is_shown_as_it_was_committed(project: Path, git: Git) -> None:
    """Nobody reviews what stands only on one machine."""
    number = git("rev-parse", f"HEAD:{TIDE}")
    text = (project / TIDE).read_text("utf-8").replace("value: 9", "value: 7")
    git("replace", number, git("hash-object", "-w", "--stdin", stdin=text))
    assert diff_revisions(project, "HEAD", None)[2].is_empty


def test_captures_judge_both_sides(project: Path, git: Git) -> None:
    """They are in no revision: those at hand count before and after."""
    assert git("rev-parse", "HEAD")
    (project / "captures").mkdir()
    (project / "captures" / f"{Path(TIDE).stem}.txt").write_text(
        "landings slowed to approximately nine tonnes per day in January 2024\n", "utf-8"
    )
    before, after, found = diff_revisions(project, "HEAD", None)
    assert before.library.captures == after.library.captures != {}
    assert found.is_empty
