"""The wheel in an empty environment, far from this repository: it has all that it needs with it."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import generator
from generator.site.digest import digest_folder
from tests.installed import ROOT, Installed


@pytest.fixture
def site(begun: Path, tmp_path: Path) -> Path:
    """A site of one's own, to be changed."""
    return Path(shutil.copytree(begun, tmp_path / "a site")).resolve()


def test_the_wheel_holds_every_file_of_the_package(installed: Installed) -> None:
    """Templates, theme, fonts, catalogues, what a new site consists of: all that git knows."""
    command = ["git", "ls-files", "-z", "generator"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    files = {name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()}
    with ZipFile(installed.wheel) as archive:
        names = set(archive.namelist())
    assert len(files) > 300
    assert files <= names


def test_the_program_runs_from_its_own_files(installed: Installed, tmp_path: Path) -> None:
    """Not from this repository, which may be near."""
    assert installed.brief(tmp_path, "--version") == f"brief, version {generator.__version__}\n"
    code = "import generator; print(generator.__file__)"
    run = installed.run(tmp_path, "python", "-c", code)
    assert Path(run.stdout.strip()).is_relative_to(installed.programs.parent)


def test_a_new_site_is_clean_at_once(installed: Installed, begun: Path) -> None:
    """No error, no warning; of the strict check only the articles' texts remain, as everywhere."""
    assert installed.brief(begun, "check").startswith("no issues in 1 brief, 2 articles")
    run = installed.run(begun, "brief", "check", "--strict")
    assert run.returncode == 1
    assert "not checked" in run.stderr
    assert run.stderr.count("error") == 1


def test_a_new_site_is_the_same_however_many_build_it(installed: Installed, site: Path) -> None:
    """In a folder of any name; by one process, as by one for each core."""
    before = digest_folder(site / "site")
    shutil.rmtree(site / ".briefwright")
    assert before in installed.brief(site, "build", "--jobs", "1")


def test_pages_lead_to_the_site_s_own_repository(installed: Installed, site: Path) -> None:
    """Once it has one; and nowhere for pages that the program makes of itself."""
    file = '/edit/main/{}"'.format
    ways = {
        "about": file("docs/about.md"),
        "briefs/example-ferry": file("data/briefs/2025/example-ferry.md"),
        "reference/records": "",
    }
    pages = {path: site / "site" / path / "index.html" for path in ways}
    assert not [path for path, page in pages.items() if "/edit/" in page.read_text("utf-8")]
    address = "https://github.com/harbour/watch"
    run = installed.run(site, "brief", "build", environment={"REPOSITORY_URL": address})
    assert run.returncode == 0, run.stdout
    for path, way in ways.items():
        text = pages[path].read_text("utf-8")
        assert f'"{address}{way}' in text if way else "/edit/" not in text, path


def test_the_engine_alone_finds_the_theme(installed: Installed, site: Path) -> None:
    """`mkdocs build` gives the page that `brief build` gave, policy and all."""
    page = Path("site", "briefs", "example-ferry", "index.html")
    before = (site / page).read_bytes()
    shutil.rmtree(site / "site")
    run = installed.run(site, "python", "-m", "mkdocs", "build", "--strict", "--quiet")
    assert run.returncode == 0, run.stderr
    assert b"Content-Security-Policy" in before
    assert (site / page).read_bytes() == before


@pytest.mark.parametrize("engine", ["properdocs", "zensical"])
def test_every_engine_finds_the_theme(engine: str, installed: Installed, site: Path) -> None:
    """And publishes nothing of what makes it one."""
    installed.brief(site, "build", "--engine", engine)
    published = {path.name for path in (site / "site").iterdir()}
    assert "404.html" in published
    assert not published & {"__init__.py", "__pycache__", "mkdocs_theme.yml"}


def test_a_template_of_one_s_own_takes_the_place_of_the_theme_s(
    installed: Installed, site: Path
) -> None:
    """A folder named as `custom_dir` lies over the theme."""
    (site / "own" / "partials").mkdir(parents=True)
    (site / "own" / "partials" / "footer.html").write_text("<footer>Ours</footer>\n", "utf-8")
    config = site / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("  name: briefwright", "  custom_dir: own\n  name: briefwright"))
    installed.brief(site, "build")
    assert "<footer>Ours</footer>" in (site / "site" / "index.html").read_text("utf-8")


def test_the_example_goes_in_one_step_and_the_site_still_builds(
    installed: Installed, site: Path
) -> None:
    """What was added in the meantime stays."""
    with (site / "data" / "sources.yml").open("a", encoding="utf-8") as file:
        file.write("\n- id: skerry-times\n  name: The Skerry Times\n  kind: newspaper\n")
    run = installed.run(site, "make", "remove-example")
    assert run.returncode == 0, run.stderr
    left = {path.relative_to(site).as_posix() for path in (site / "data").rglob("*.*")}
    assert {path for path in left if "schema" not in path} == {"data/README.md", "data/sources.yml"}
    said = installed.brief(site, "build")
    assert "the source `skerry-times`" in said
    assert "example" not in said.replace("--project", "")
    (site / "data" / "sources.yml").unlink()
    assert "built: 0 briefs" in installed.brief(site, "build")


def test_a_site_may_speak_another_language(installed: Installed, tmp_path: Path) -> None:
    """Its pages by hand, which are in English, say so."""
    installed.brief(tmp_path, "init", "site", "--language", "uk", "--name", "Варта")
    installed.brief(tmp_path / "site", "build")
    built = tmp_path / "site" / "site"
    assert '<html lang="uk">' in (built / "index.html").read_text("utf-8")
    assert '<html lang="en">' in (built / "about" / "index.html").read_text("utf-8")


def test_a_site_is_built_with_what_began_it(installed: Installed, begun: Path) -> None:
    """It keeps the wheel with its hash, and the hashes of all that this rests on."""
    line = (begun / "requirements.txt").read_text("utf-8").splitlines()[-1]
    sha256 = hashlib.sha256(installed.wheel.read_bytes()).hexdigest()
    assert line == f"./vendor/{installed.wheel.name} --hash=sha256:{sha256}"
    assert (begun / "vendor" / installed.wheel.name).read_bytes() == installed.wheel.read_bytes()
    assert (begun / "requirements.lock").read_bytes() == (ROOT / "requirements.lock").read_bytes()


def test_make_lock_writes_down_the_hash_of_a_version(installed: Installed, site: Path) -> None:
    """And takes what that version rests on out of the very file whose hash it wrote."""
    interpreter = site / ".venv" / "bin" / "python"
    interpreter.parent.mkdir(parents=True)
    interpreter.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    interpreter.chmod(0o755)
    shutil.rmtree(site / "vendor")
    (site / "requirements.lock").write_text("old\n", encoding="utf-8")
    before = (site / "requirements.txt").read_text("utf-8").splitlines()
    version = generator.__version__
    run = installed.run(
        site,
        *("make", "lock", f"VERSION={version}"),
        environment={"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": os.fspath(installed.wheel.parent)},
    )
    assert run.returncode == 0, run.stdout + run.stderr
    sha256 = hashlib.sha256(installed.wheel.read_bytes()).hexdigest()
    lines = (site / "requirements.txt").read_text("utf-8").splitlines()
    assert lines == [*before[:-1], f"briefwright=={version} --hash=sha256:{sha256}"]
    assert (site / "requirements.lock").read_bytes() == (ROOT / "requirements.lock").read_bytes()
