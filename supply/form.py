"""Puts other people's part of the form under /admin/ into the package: `make admin`.

It takes what npm installed in supply/admin/, writes into generator/site/admin/vendor/, which git
leaves out and the wheel carries, and turns the addresses of fonts on another host into files.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "supply" / "admin" / "node_modules"
VENDOR = ROOT / "generator" / "site" / "admin" / "vendor"
ELSEWHERE = "https://cdn.jsdelivr.net/"
_CMS = "@sveltia/cms"
_FONTS = {
    "fontsource/fonts/source-sans-3:vf@5.3.0/latin-wght-normal.woff2": "source-sans-3-*",
    "fontsource/fonts/noto-mono@5.3.0/latin-400-normal.woff2": "noto-mono-*",
    "fontsource/fonts/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": (
        "material-symbols-outlined-*"
    ),
}
"""What the script would ask another host for, and the file of the package that is the same."""
_FILES = {
    "js-yaml.mjs": "js-yaml/dist/browser/js-yaml.esm.min.mjs",
    "js-yaml.LICENSE.txt": "js-yaml/LICENSE",
    "sveltia-cms.LICENSE.txt": f"{_CMS}/LICENSE.txt",
}
_OPEN_FONT_LICENSE = "SIL OPEN FONT LICENSE"


def collect(modules: Path, vendor: Path) -> None:
    """Fills the folder `vendor` from what npm installed; a half-filled one is never left.

    Raises:
        OSError: Something that belongs there is missing.
        ValueError: The script names another host's files that are not known here.
    """
    fresh = vendor.with_name(f"{vendor.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name, path in _FILES.items():
        shutil.copyfile(modules / path, fresh / name)
    script = (modules / _CMS / "dist" / "sveltia-cms.mjs").read_text("utf-8")
    for address, pattern in _FONTS.items():
        (font,) = (modules / _CMS / "npm" / "assets").glob(pattern)
        name = f"{pattern.removesuffix('-*')}.woff2"
        shutil.copyfile(font, fresh / name)
        script = script.replace(f"{ELSEWHERE}{address}", f"vendor/{name}")
    (fresh / "fonts.LICENSE.txt").write_text(_read_font_licences(), "utf-8")
    if ELSEWHERE in script:
        raise ValueError(f"the script still asks {ELSEWHERE} for files: has its version changed?")
    (fresh / "sveltia-cms.mjs").write_text(_without_map(script), "utf-8")
    shutil.rmtree(vendor, ignore_errors=True)
    fresh.rename(vendor)


def _read_font_licences() -> str:
    """Whose the fonts are, and the whole text of both licences."""
    notice = (ROOT / "supply" / "admin" / "FONTS.txt").read_text("utf-8")
    _, title, terms = (
        (ROOT / "generator" / "site" / "fonts" / "OFL.txt")
        .read_text("utf-8")
        .partition(_OPEN_FONT_LICENSE)
    )
    apache = (ROOT / "supply" / "admin" / "Apache-2.0.txt").read_text("utf-8")
    return f"{notice}\n\n{title}{terms}\n\n{apache}"


def _without_map(script: str) -> str:
    """The script without the line that names its source map, which is not carried."""
    lines = script.rstrip().split("\n")
    return "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL")) + "\n"


if __name__ == "__main__":
    try:
        collect(MODULES, VENDOR)
    except (OSError, ValueError) as error:
        sys.exit(f"The form's script could not be collected: {error}")
