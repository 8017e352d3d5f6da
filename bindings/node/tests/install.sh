#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Puts the package with its tests, the example and the packages that it needs into a folder outside the source: install.sh FOLDER.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1/example"
folder=$(cd "$1" && pwd)

exec 9> "$folder/.lock"
flock 9
rm -rf "$folder/lib" "$folder/tests" "$folder/bench"
cp -r "$here/package.json" "$here/package-lock.json" "$here/lib" "$here/tests" "$here/bench" "$folder"
cp "$here"/../../examples/node/*.js "$folder/example"
if ! cmp -s "$folder/package-lock.json" "$folder/node_modules/.installed"; then
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --silent)
  cp "$folder/package-lock.json" "$folder/node_modules/.installed"
fi
