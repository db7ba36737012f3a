"""The program as its users have it: a wheel, installed into an environment of its own.

What it rests on is lent to that environment by the one that runs the tests, so that nothing is
fetched; this repository is not.
"""

import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Installed:
    """An environment with the program in it."""

    wheel: Path
    programs: Path
    """The folder of `brief` and of the interpreter."""

    def run(
        self, folder: Path, *command: str, environment: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Runs a command in a folder, `brief` by its name, with nothing of this repository."""
        path = os.pathsep.join([str(self.programs), os.environ["PATH"]])
        inner = {**os.environ, "PATH": path, "PYTHONNOUSERSITE": "1", **(environment or {})}
        inner.pop("PYTHONPATH", None)
        return subprocess.run(
            command,
            cwd=folder,
            env=inner,
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    def brief(self, folder: Path, *arguments: str) -> str:
        """What `brief` says in a folder; fails where it does."""
        run = self.run(folder, str(self.programs / "brief"), *arguments)
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout


def install(folder: Path) -> Installed:
    """Builds the wheel and installs it, all within the folder."""
    _run("hatchling", "build", "--target", "wheel", "--directory", str(folder))
    (wheel,) = folder.glob("*.whl")
    home = folder / "environment"
    venv.create(home, with_pip=False)
    names = {"base": str(home), "platbase": str(home)}
    paths = {one: Path(sysconfig.get_path(one, "venv", names)) for one in ("purelib", "scripts")}
    interpreter = str(paths["scripts"] / "python")
    _run(
        "pip", "--python", interpreter, "install", "--no-deps", "--no-index", "--quiet", str(wheel)
    )
    # A folder that is named so lends its packages, and does not follow the ways to others.
    lent = sysconfig.get_path("purelib")
    (paths["purelib"] / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
    return Installed(wheel, paths["scripts"])


def _run(module: str, *arguments: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
