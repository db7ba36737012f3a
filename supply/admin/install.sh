#!/bin/sh
# Has npm fetch other people's part of the form under /admin/, and puts it into the package, unless
# just that is there. Usage: install.sh PYTHON [--if-possible]
set -eu

lock=supply/admin/package-lock.json
stamp=supply/admin/node_modules/.installed
[ -d generator/site/admin/vendor ] && cmp -s "$lock" "$stamp" && exit 0

give_up() {
    echo "$1" >&2
    [ "${2:-}" = --if-possible ] && exit 0
    exit 1
}

command -v npm >/dev/null || give_up "The form under /admin/ needs Node.js with npm, and found none." "${2:-}"
echo "Installing the form's script"
(cd supply/admin && npm ci --ignore-scripts --silent) ||
    give_up "The form's script could not be fetched; the site goes without its form." "${2:-}"
"$1" -m supply.form
cp "$lock" "$stamp"
