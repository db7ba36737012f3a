"""The scripts of workflows, of the action and of GitLab's file, run as they stand there.

What they call is put in their way by name: `make` and `brief` are this program, run from here.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from generator.site.digest import digest_folder
from tests.workflows.test_tree import git
from tests.workflows.workflow_files import ACTION, OURS, ROOT, STARTER, parse

ARTICLE = "data/articles/2024/gazette-2024-03-02-sealed.yml"
MAKE = """\
#!/bin/sh
case "$1" in
  check) exec {brief} check --format "$(echo "${{2:-FORMAT=text}}" | cut -d = -f 2)" ;;
  site) mkdir -p site && echo "$SITE_URL" > site/index.html ;;
  *) exit 64 ;;
esac
"""


def put_program(file: Path, text: str) -> None:
    """A program of a few lines of shell."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def checkout(project: Path) -> Path:
    """The invented library in a repository, with what workflows find in it."""
    shutil.copytree(OURS / "scripts", project / ".github" / "scripts")
    (project / ".gitignore").write_text("/.venv/\n/bin/\n/site/\n*.md.tmp\n", encoding="utf-8")
    brief = f'"{sys.executable}" -m generator'
    put_program(project / ".venv" / "bin" / "brief", f'#!/bin/sh\nexec {brief} "$@"\n')
    put_program(project / "bin" / "make", MAKE.format(brief=brief))
    git(project, "init", "-q", "-b", "main")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "base")
    return project


def propose(checkout: Path, old: str, new: str) -> None:
    """A pull request that changes some words of an article, merged as GitHub does to try it."""
    git(checkout, "checkout", "-qb", "proposed")
    file = next(
        path for path in (checkout / "data").rglob("*.yml") if old in path.read_text("utf-8")
    )
    file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")
    git(checkout, "commit", "-qam", "change")
    git(checkout, "checkout", "-q", "main")
    git(checkout, "merge", "-q", "--no-ff", "-m", "merge", "proposed")


def run(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a script as a step does, in a folder, with what a step has in its environment."""
    settings = {
        "PATH": os.pathsep.join([str(folder / "bin"), os.environ["PATH"]]),
        "PYTHONPATH": str(ROOT),
        "GITHUB_STEP_SUMMARY": str(folder.parent / "summary.md"),
        "GITHUB_OUTPUT": str(folder.parent / "output"),
        **environment,
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=settings,
        check=False,
        capture_output=True,
        text=True,
    )


def scripts(path: Path, job: str) -> dict[str, str]:
    """The scripts of a job, by name."""
    steps = parse(path)["jobs"][job]["steps"]
    return {step.get("name", step["run"]): step["run"] for step in steps if "run" in step}


def test_the_check_of_a_pull_request_tells_what_changes(checkout: Path) -> None:
    """Step by step: the tree, the issues, the evidence, the site; all of it in the summary."""
    propose(checkout, "value: 20448", "value: 20449")
    steps = scripts(OURS / "workflows" / "check.yml", "records")
    ended = {name: run(script, checkout) for name, script in steps.items()}
    assert ended["Refuse links and what is too large"].stdout == "data/ alone differs\n"
    assert ended["Check the records"].returncode == 1
    assert "::error file=data/" in ended["Check the records"].stdout
    assert ended["Say what changes in the evidence"].returncode == 0
    assert ended["Build the site"].returncode == 0
    summary = (checkout.parent / "summary.md").read_text("utf-8")
    assert "## Check of the records: " in summary
    diff = (checkout / "evidence-diff.md").read_text("utf-8")
    assert diff in summary
    assert re.search(r"20,?448.*20,?449", diff)


def test_gitlab_checks_and_publishes_likewise(checkout: Path) -> None:
    """Line by line, as its file has them; the preview is no page that GitLab would show."""
    propose(checkout, "value: 20448", "value: 20449")
    jobs = parse(STARTER / ".gitlab-ci.yml")
    base = git(checkout, "rev-parse", "HEAD^1")
    begun = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    codes = [run(line, checkout, **begun).returncode for line in jobs["check"]["script"]]
    assert codes == [0, 1, 0, 0, 0]
    assert all((checkout / path).is_file() for path in jobs["check"]["artifacts"]["paths"])
    assert not [path for path in jobs["check"]["artifacts"]["paths"] if "htm" in path]
    for line in jobs["pages"]["script"]:
        assert run(line, checkout, SITE_URL="https://group.example/site/").returncode == 0
    assert (checkout / "public/index.html").read_text("utf-8") == "https://group.example/site/\n"


def test_what_is_attested_is_the_digest_that_a_build_prints(tmp_path: Path) -> None:
    """The list that is signed has the digest of the site for its own."""
    site = tmp_path / "site"
    for name in ("index.html", "b/a.html", "a b/ü.html", "a-b.html", "_headers"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name, encoding="utf-8")
    list_files = scripts(OURS / "workflows" / "publish.yml", "build")[
        "List what the site consists of"
    ]
    assert run(list_files, site).returncode == 0
    listed = (tmp_path / "site.sha256").read_bytes()
    assert hashlib.sha256(listed).hexdigest() == digest_folder(site)


def test_what_was_found_of_links_is_proposed_for_records_alone(
    checkout: Path, tmp_path: Path
) -> None:
    """Whatever else lies about, or was put into the patch; a text that is too long is cut."""
    for name in ("links", "copies", "old"):
        (tmp_path / f"{name}.md").write_text("Links: ї\n" * 20_000, encoding="utf-8")
    (checkout / "data" / "links.csv").write_text("url\n", encoding="utf-8")
    (checkout / "data" / "topics.yml").write_text("[]\n", encoding="utf-8")
    (checkout / "Makefile").write_text("all:\n", encoding="utf-8")
    jobs = OURS / "workflows" / "links.yml"
    keep = scripts(jobs, "look")["Keep what changed in the records"]
    kept = run(keep, checkout, RUNNER_TEMP=str(tmp_path))
    assert kept.returncode == 0, kept.stderr
    assert (checkout.parent / "output").read_text("utf-8") == "is-changed=true\n"
    assert len((checkout / "found" / "report.md").read_bytes()) == 60_000
    shutil.move(checkout / "found", tmp_path / "found")
    patch = tmp_path / "found" / "records.patch"
    assert "Makefile" not in patch.read_text("utf-8")
    foreign = "diff --git a/x.yml b/x.yml\nnew file mode 100644\n--- /dev/null\n+++ b/x.yml\n"
    patch.write_text(patch.read_text("utf-8") + foreign + "@@ -0,0 +1 @@\n+x\n", encoding="utf-8")
    git(checkout, "reset", "-q", "--hard")
    git(checkout, "clean", "-fdq")
    (apply,) = [step["run"] for step in parse(jobs)["jobs"]["propose"]["steps"] if "run" in step]
    assert run(apply, checkout, RUNNER_TEMP=str(tmp_path)).returncode == 0
    assert git(checkout, "status", "--porcelain") == "?? data/links.csv"


def action_script(name: str) -> str:
    """A script of the action."""
    (script,) = [step["run"] for step in parse(ACTION)["runs"]["steps"] if step.get("name") == name]
    return str(script)


def test_the_action_installs_what_is_locked(tmp_path: Path) -> None:
    """By hashes, and then the program itself, of the same commit, with nothing besides."""
    note = tmp_path / "called"
    program = f'#!/bin/sh\necho "$@" >> "{note}"\n'
    put_program(tmp_path / "bin" / "python", program)
    put_program(tmp_path / "temp" / "briefwright" / "bin" / "python", program)
    place = {"RUNNER_TEMP": str(tmp_path / "temp"), "GITHUB_ACTION_PATH": "/an action/of it"}
    assert run(action_script("Install"), tmp_path, **place).returncode == 0
    venv, lock, itself = note.read_text("utf-8").splitlines()
    assert venv.startswith("-m venv ")
    assert lock.endswith(
        "install --require-hashes --requirement /an action/of it/requirements.lock"
    )
    assert itself.endswith("install --no-deps --no-build-isolation /an action/of it")


@pytest.fixture
def acting(tmp_path: Path) -> Path:
    """A folder in which the action runs; its program notes where and how it was called."""
    brief = tmp_path / "temp" / "briefwright" / "bin" / "brief"
    put_program(brief, f'#!/bin/sh\npwd >> "{tmp_path}/called"\necho "$@" >> "{tmp_path}/called"\n')
    (tmp_path / "work" / "my site").mkdir(parents=True)
    return tmp_path / "work"


def act(acting: Path, command: str, folder: str, strict: str) -> tuple[int, list[str], str]:
    """Runs the action: its exit code, how the program was called, and its output."""
    given = {"COMMAND": command, "FOLDER": folder, "STRICT": strict}
    temp = str(acting.parent / "temp")
    code = run(action_script("Run"), acting, RUNNER_TEMP=temp, **given).returncode
    files = [acting.parent / "called", acting.parent / "output"]
    called, output = [file.read_text("utf-8") if file.exists() else "" for file in files]
    return code, called.splitlines(), output


def test_the_action_checks(acting: Path) -> None:
    """With annotations."""
    assert act(acting, "check", ".", "false") == (0, [str(acting), "check --format github"], "")


def test_the_action_builds_and_says_where(acting: Path) -> None:
    """In the folder that was named, however it is called."""
    site = acting / "my site"
    called = [str(site), "build --strict"]
    assert act(acting, "build", "my site", "true") == (0, called, f"site={site}/site\n")


@pytest.mark.parametrize(
    ("command", "folder", "strict"),
    [
        ("check; touch pwned", ".", "false"),
        ("$(touch pwned)", ".", "false"),
        ("serve", ".", "false"),
        ("check", "$(touch pwned)", "false"),
        ("check", "-P; touch pwned", "false"),
        ("check", ".", "--as-of=2020"),
        ("check", ".", "`touch pwned`"),
    ],
)
def test_what_is_given_to_the_action_is_never_a_command(
    acting: Path, command: str, folder: str, strict: str
) -> None:
    """Nothing runs, and the step fails."""
    code, called, output = act(acting, command, folder, strict)
    assert code != 0
    assert (called, output) == ([], "")
    assert not list(acting.parent.rglob("pwned"))
