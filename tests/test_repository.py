"""What holds for the repository as a whole: names, sizes, locks, workflows, links between files."""

import ast
import json
import re
import subprocess
import tomllib
from functools import cache
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

import generator

ROOT = Path(__file__).parent.parent
LONGEST_MODULE = 400
LONGEST_FUNCTION = 40
VAGUE_NAMES = {"helper", "helpers", "manager", "managers", "misc", "util", "utils"}
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock")
OLDEST = "3.11.0"
GENERATED = [
    *("docs/index.md", "docs/briefs/x.md", "docs/articles/x.md", "docs/sources/x.md"),
    *(
        "docs/metrics/x.md",
        "docs/figures/x.md",
        "docs/topics/x.md",
        "docs/timeline.md",
        "docs/reference/x.md",
    ),
    "docs/corrections.md",
]


@cache
def repository_files() -> list[Path]:
    """Every file that is, or is about to be, in the repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    paths = (ROOT / name for name in set(listed.stdout.split("\0")) if name)
    return sorted(path for path in paths if path.is_file())


def relative(path: Path) -> str:
    """A file's path as people write it."""
    return path.relative_to(ROOT).as_posix()


def package_modules() -> list[Path]:
    """The source files of the package."""
    return sorted((ROOT / "generator").rglob("*.py"))


def project_table() -> dict[str, object]:
    """What pyproject.toml says of the project."""
    table: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return table


def pins(lock: str) -> dict[str, str]:
    """The version that a lock file gives to each package."""
    found = re.findall(r"(?m)^([\w.-]+)==([^ ;\\]+)", (ROOT / lock).read_text("utf-8"))
    return {canonicalize_name(name): version for name, version in found}


def test_modules_are_short_enough_to_read_at_one_sitting() -> None:
    """No module of the package has more than 400 lines."""
    sizes = {relative(path): len(path.read_bytes().splitlines()) for path in package_modules()}
    assert not {name: size for name, size in sizes.items() if size > LONGEST_MODULE}


def test_functions_are_short_enough_to_see_whole() -> None:
    """No function of the package has more than 40 lines of code below its docstring."""
    long = [
        f"{relative(path)}:{node.lineno}: {node.name}"
        for path in package_modules()
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.FunctionDef) and code_lines(node) > LONGEST_FUNCTION
    ]
    assert not long


def code_lines(function: ast.FunctionDef) -> int:
    """The lines from a function's first statement to its last."""
    first = function.body[1:2] if ast.get_docstring(function) else []
    return (function.end_lineno or 0) - (first or function.body)[0].lineno + 1


def test_files_are_named_after_what_they_hold() -> None:
    """No file or folder bears a name that fits anything."""
    vague = [
        relative(path)
        for path in repository_files()
        if VAGUE_NAMES & set(re.split(r"\W|_", relative(path).lower()))
    ]
    assert not vague


def test_no_file_names_a_folder_of_somebody_s_own_machine() -> None:
    """A path under a home folder works for one person only."""
    home = re.compile(rb"(?<![\w.-])/(?:home|Users|root)/\w")
    assert not [relative(path) for path in repository_files() if home.search(path.read_bytes())]


def test_generated_pages_stay_out_of_the_repository() -> None:
    """Git ignores every page that the generator writes into docs/."""
    command = ["git", "check-ignore", "--no-index", *GENERATED]
    ignored = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert ignored.stdout.split() == GENERATED


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_by_hash(lock: str) -> None:
    """Each requirement is one exact version, followed by at least one SHA-256."""
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    requirements = [line for line in text.splitlines() if line and line.lstrip()[0] != "#"]
    pinned = re.compile(r"[\w.-]+==\S+( ;.+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*")
    assert requirements
    assert not [line[:60] for line in requirements if not pinned.fullmatch(line)]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_address_and_no_path(lock: str) -> None:
    """A lock file works on every machine: where packages come from is that machine's affair."""
    text = (ROOT / lock).read_text("utf-8")
    assert not re.findall(r"(?im)^.*(?:://|@ |--index|--find-links|^/|[ =]\.{0,2}/).*$", text)


def test_the_development_lock_holds_the_versions_that_readers_get() -> None:
    """What is tested is what is installed: run ``make lock`` when this fails."""
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_the_locks_satisfy_the_project_s_own_requirements() -> None:
    """Every declared dependency is locked at a version it allows: else run ``make lock``."""
    project = project_table()["project"]
    assert isinstance(project, dict)
    extras = [item for extra in project["optional-dependencies"].values() for item in extra]
    for lock, declared in zip(LOCKS[:2], (project["dependencies"], extras), strict=True):
        for requirement in map(Requirement, declared):
            version = pins(lock).get(canonicalize_name(requirement.name))
            assert version, f"{lock} lacks {requirement.name}"
            assert requirement.specifier.contains(version, prereleases=True), requirement


def test_every_locked_package_runs_on_the_oldest_python() -> None:
    """Debian 12 has an early Python 3.11, and a package must not refuse it."""
    metadata = {name: distribution(name).metadata.json for name in pins("requirements.lock")}
    needed = {name: str(data.get("requires_python", "")) for name, data in metadata.items()}
    assert not {n: spec for n, spec in needed.items() if not SpecifierSet(spec).contains(OLDEST)}


def test_the_version_is_the_same_everywhere() -> None:
    """The package and its distribution agree on the version."""
    project = project_table()["project"]
    assert isinstance(project, dict)
    assert project["version"] == generator.__version__


def test_continuous_integration_runs_make_test() -> None:
    """What a contributor runs is what decides."""
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert script.read_text("utf-8").splitlines()[-1] == "exec make test"


def test_make_explains_each_of_its_targets() -> None:
    """Every target that a person may call has a line in ``make help``."""
    text = (ROOT / "Makefile").read_text("utf-8")
    (phony,) = re.findall(r"(?m)^\.PHONY: (.+)$", text.replace("\\\n", ""))
    assert set(phony.split()) == set(re.findall(r"(?m)^([a-z]+):.*## \S", text))


def test_editors_know_the_schema_of_every_record_file() -> None:
    """The editor's settings map each YAML file in data/ to exactly one schema, which is there."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    mapping: dict[str, str] = settings["yaml.schemas"]
    assert not [schema for schema in mapping if not (ROOT / schema).is_file()]
    for path in (ROOT / "data").rglob("*.yml"):
        fitting = [schema for schema, glob in mapping.items() if fits(relative(path), glob)]
        assert len(fitting) == 1, relative(path)


def fits(path: str, glob: str) -> bool:
    """Whether a path is one that a glob means; ``**/`` is one folder, the year."""
    return PurePosixPath(path).match(glob.replace("**", "*"))


def test_links_between_the_project_s_own_files_lead_somewhere() -> None:
    """Each relative link in a Markdown file of the root or of .github/ has its target."""
    code = re.compile(r"(?s)```.*?```|`[^`]*`")
    broken = [
        f"{relative(page)}: {target}"
        for page in [*ROOT.glob("*.md"), *(ROOT / ".github").glob("*.md")]
        for target in re.findall(r"\]\(([^)#\s]+)", code.sub("", page.read_text("utf-8")))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert not broken
