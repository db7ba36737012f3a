"""Other people's part of the form is put into the package whole, or not at all."""

from pathlib import Path

import pytest

from supply import form


@pytest.fixture
def modules(tmp_path: Path) -> Path:
    """What npm would have installed."""
    cms = tmp_path / "modules/@sveltia/cms"
    (cms / "dist").mkdir(parents=True)
    (cms / "npm/assets").mkdir(parents=True)
    addresses = "".join(f"url({form.ELSEWHERE}{address})" for address in form._FONTS)
    script = f"{addresses}\n//# sourceMappingURL=x.map"
    (cms / "dist/sveltia-cms.mjs").write_text(script, encoding="utf-8")
    for pattern in form._FONTS.values():
        (cms / "npm/assets" / pattern.replace("*", "x.woff2")).write_bytes(b"font")
    (cms / "LICENSE.txt").write_text("MIT", encoding="utf-8")
    yaml = tmp_path / "modules/js-yaml"
    (yaml / "dist/browser").mkdir(parents=True)
    (yaml / "dist/browser/js-yaml.esm.min.mjs").write_text("", encoding="utf-8")
    (yaml / "LICENSE").write_text("MIT", encoding="utf-8")
    return tmp_path / "modules"


def test_the_script_asks_no_other_host_for_its_fonts(modules: Path, tmp_path: Path) -> None:
    """Each address becomes a file beside it, and the licences go along."""
    form.collect(modules, tmp_path / "vendor")
    script = (tmp_path / "vendor/sveltia-cms.mjs").read_text("utf-8")
    assert "https://" not in script
    assert "sourceMapping" not in script
    names = {path.name for path in (tmp_path / "vendor").iterdir()}
    assert {"source-sans-3.woff2", "js-yaml.mjs", "sveltia-cms.LICENSE.txt"} <= names
    licences = (tmp_path / "vendor/fonts.LICENSE.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE" in licences
    assert "Apache License" in licences


def test_a_version_with_other_addresses_is_refused(modules: Path, tmp_path: Path) -> None:
    """What was there stays there."""
    form.collect(modules, tmp_path / "vendor")
    script = modules / "@sveltia/cms/dist/sveltia-cms.mjs"
    script.write_text(f"url({form.ELSEWHERE}x.woff2)", encoding="utf-8")
    with pytest.raises(ValueError, match="has its version changed"):
        form.collect(modules, tmp_path / "vendor")
    assert "vendor/noto-mono.woff2" in (tmp_path / "vendor/sveltia-cms.mjs").read_text("utf-8")
