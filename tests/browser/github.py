"""As much of GitHub as the form asks for, over a real git repository on this machine.

It answers the calls that Sveltia CMS makes to read the records, and to save a draft: a branch, a
commit, a pull request. Pull requests are kept in a list; everything else is git's.
"""

import base64
import http.server
import json
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

LOGIN = "contributor"
NAME = "owner/records"
FORK = f"{LOGIN}/records"
MISSING = {"message": "Not Found"}
_PART = re.compile(
    r"(\w+):\s+(?:object\(oid: \"(\w+)\"\)"
    r"|object\(expression: \"([^\"]+)\"\)"
    r"|ref\(qualifiedName: \$branch\) \{ target \{ \.\.\. on Commit "
    r"\{ history\(first: 1, path: \"([^\"]+)\"\))"
)
_PERSON = {"name": "Ann Example", "email": "", "user": {"id": 1, "login": LOGIN}}
_DAY = "2026-01-01T00:00:00Z"


class Repository:
    """A git repository without a work tree, and the pull requests that were opened in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.may_write = True
        """Else they work in a fork, whose branches are kept here too."""
        self.is_forked = False
        self.pulls: list[dict[str, Any]] = []
        self.strange: list[str] = []
        """Calls that nothing here answers."""

    def git(self, *arguments: str, text: bytes = b"") -> bytes:
        """What git says."""
        command = ["git", "-C", str(self.folder), *arguments]
        return subprocess.run(command, input=text, check=True, capture_output=True).stdout

    def head(self, branch: str) -> str:
        """The commit that a branch leads to."""
        return self.git("rev-parse", branch).decode().strip()

    def read(self, branch: str, path: str) -> str:
        """A file as it is on a branch."""
        return self.git("show", f"{branch}:{path}").decode()

    def changed(self, branch: str) -> list[str]:
        """The files in which a branch differs from the main one."""
        return self.git("diff", "--name-only", "main", branch).decode().split()

    def commit(self, branch: str, changes: dict[str, Any], message: str) -> str:
        """Puts files onto a branch; gives the commit."""
        self.git("read-tree", branch)
        for added in changes["additions"]:
            content = base64.b64decode(added["contents"])
            blob = self.git("hash-object", "-w", "--stdin", text=content).decode().strip()
            self.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{added['path']}")
        tree = self.git("write-tree").decode().strip()
        author = ("-c", "user.name=Ann", "-c", "user.email=ann@gazette.example")
        commit = self.git(*author, "commit-tree", tree, "-p", branch, "-m", message)
        self.git("update-ref", f"refs/heads/{branch}", commit.decode().strip())
        return self.head(branch)


def make_repository(project: Path, folder: Path) -> Repository:
    """A repository with the records of a project on its main branch."""
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", folder], check=True)
    repository = Repository(folder)
    work = ("-c", "user.name=Ann", "-c", "user.email=ann@gazette.example", "--work-tree")
    repository.git(*work, str(project), "add", "data")
    repository.git(*work, str(project), "commit", "-q", "-m", "The records")
    return repository


class _Answers:
    """What GitHub says, call by call."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository

    def rest(self, method: str, path: str, body: dict[str, Any]) -> Any:
        own = f"/repos/{NAME}"
        if path == "/user":
            return {"id": 1, "login": LOGIN, "name": "Ann Example", "html_url": "", "email": ""}
        if path == own:
            permissions = {"push": self.repository.may_write}
            return {"permissions": permissions, "private": False, "owner": {"type": "User"}}
        if path == f"/repos/{FORK}":
            return self._describe_fork()
        if (method, path) == ("POST", f"{own}/forks"):
            self.repository.is_forked = True
            return self._describe_fork()
        if path.startswith(f"{own}/git/trees/"):
            return self._list_files(path.rsplit("/", 1)[-1])
        if (method, path) == ("POST", f"{own}/pulls"):
            return self._open(body)
        if re.fullmatch(rf"{own}/issues/\d+(/labels)?", path):
            pull = self.repository.pulls[int(path.split("/")[5]) - 1]
            pull["labels"] = body.get("labels", pull["labels"])
            return {"labels": [{"name": name} for name in pull["labels"]]}
        return None

    def _describe_fork(self) -> Any:
        """The contributor's copy; what GitHub says where there is none."""
        there = {"fork": True, "full_name": FORK, "parent": {"full_name": NAME}}
        return there if self.repository.is_forked else MISSING

    def _list_files(self, commit: str) -> Any:
        lines = self.repository.git("ls-tree", "-r", "-l", commit).decode().splitlines()
        entries = [re.split(r"\s+", line, maxsplit=4) for line in lines]
        tree = [
            {"type": kind, "sha": sha, "size": int(size), "path": path}
            for _, kind, sha, size, path in entries
        ]
        return {"tree": tree}

    def _open(self, body: dict[str, Any]) -> Any:
        number = len(self.repository.pulls) + 1
        self.repository.pulls.append({**body, "number": number, "labels": []})
        return {
            "number": number,
            "node_id": f"pull-{number}",
            "title": body["title"],
            "html_url": f"https://git.example/pull/{number}",
            "head": {"sha": self.repository.head(body["head"].rpartition(":")[2])},
            "created_at": _DAY,
            "updated_at": _DAY,
        }

    def graphql(self, query: str, values: dict[str, Any]) -> Any:
        if "createRef" in query:
            name = values["input"]["name"]
            self.repository.git("update-ref", name, values["input"]["oid"])
            return {"createRef": {"ref": {"name": name}}}
        if "createCommitOnBranch" in query:
            return self._commit(values["input"])
        if "PullRequest" in query and "mutation" in query:
            name = re.findall(r"\{ (\w+)\(input", query)[0]
            return {name: {"pullRequest": {"isDraft": "Draft" in name}}}
        if "fork: repository" in query:
            target = {"target": {"oid": self.repository.head("main")}}
            return {"fork": {"id": "records"}, "base": {"ref": target}}
        return {"repository": self._describe(query, values)}

    def _describe(self, query: str, values: dict[str, Any]) -> Any:
        if "defaultBranchRef" in query:
            return {"defaultBranchRef": {"name": "main"}}
        if "forks(" in query or "refs(" in query:
            return {"forks": {"nodes": []}, "refs": {"nodes": []}}
        if "pullRequests(" in query:
            return {"pullRequests": {"nodes": [], "totalCount": 0}}
        parts = _PART.findall(query)
        if parts:
            return {name: self._answer(*rest) for name, *rest in parts}
        head = {"oid": self.repository.head(values["branch"]), "message": "The records"}
        return {"ref": {"target": {"history": {"nodes": [head]}}}}

    def _answer(self, oid: str, expression: str, path: str) -> Any:
        if path:
            commit = {"author": _PERSON, "committedDate": _DAY}
            return {"target": {"history": {"nodes": [commit]}}}
        text = self.repository.git("cat-file", "-p", oid or expression).decode()
        size = len(text.encode())
        found = self.repository.git("rev-parse", oid or expression).decode().strip()
        blob = {"oid": found, "byteSize": size, "isBinary": False}
        return {**blob, "text": text, "isTruncated": False}

    def _commit(self, given: dict[str, Any]) -> Any:
        branch, changes = given["branch"]["branchName"], given["fileChanges"]
        assert given["expectedHeadOid"] == self.repository.head(branch)
        commit = self.repository.commit(branch, changes, given["message"]["headline"])
        files = {
            f"file_{number}": {
                "oid": self.repository.git("rev-parse", f"{branch}:{added['path']}")
                .decode()
                .strip()
            }
            for number, added in enumerate(changes["additions"])
        }
        return {"createCommitOnBranch": {"commit": {"oid": commit, "committedDate": _DAY, **files}}}


class _Handler(http.server.BaseHTTPRequestHandler):
    """Takes calls from a page of another origin, as GitHub does."""

    answers: _Answers

    def _answer(self) -> None:
        answer: Any
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"{}")
        path = self.path.split("?", 1)[0]
        if path == "/api/graphql":
            answer = {"data": self.answers.graphql(body["query"], body.get("variables") or {})}
        else:
            answer = self.answers.rest(self.command, path.removeprefix("/api/v3"), body)
        if answer is None:
            self.answers.repository.strange.append(f"{self.command} {self.path}")
        is_there = answer is not None and answer is not MISSING
        self._send(200 if is_there else 404, json.dumps(answer).encode())

    def do_GET(self) -> None:
        """Reads something."""
        self._answer()

    do_POST = do_PATCH = do_PUT = do_DELETE = do_GET  # noqa: N815 - the base class's names

    def do_OPTIONS(self) -> None:
        """Lets a page of another origin call."""
        self._send(204, b"")

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        for name in ("Origin", "Headers", "Methods"):
            self.send_header(f"Access-Control-Allow-{name}", "*")
        self.send_header("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept")
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Nothing: a test's output is its verdict."""


@contextmanager
def serve_github(repository: Repository) -> Iterator[str]:
    """The address of the repository on a GitHub of this machine's own."""
    handler = type("Handler", (_Handler,), {"answers": _Answers(repository)})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{NAME}"
    finally:
        server.shutdown()
        server.server_close()
