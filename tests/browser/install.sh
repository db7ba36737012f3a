#!/bin/sh
# Makes sure that the browser tests find a Chromium: one that is installed, else the
# distribution's package, else Playwright's own. Usage: install.sh PYTHON
set -eu

has_chromium() {
    for name in chromium chromium-browser google-chrome; do
        # Asked for its version, because Ubuntu's package is only a pointer to a snap.
        "$name" --version >/dev/null 2>&1 && return 0
    done
    return 1
}

install_package() {
    if [ "$(id -u)" = 0 ]; then as_root=; else as_root='sudo -n'; fi
    $as_root apt-get -qq update &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get -qq install --yes --no-install-recommends chromium
} >/dev/null 2>&1

has_chromium && exit 0
echo "Installing Chromium for the browser tests"
if command -v apt-get >/dev/null && install_package && has_chromium; then
    exit 0
fi
"$1" -m playwright install chromium >/dev/null || {
    echo "No Chromium could be installed. Install one yourself, then run make test again." >&2
    exit 1
}
