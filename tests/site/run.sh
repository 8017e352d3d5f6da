#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Lets Chromium and axe-core judge the sites of examples. usage: run.sh BUILD WORK; installs npm packages into WORK and leaves
# the sites there.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
build=$(cd "$1" && pwd)
mkdir -p "$2"
work=$(cd "$2" && pwd)

# The scripts are run beside the packages, where node looks for them.
cp "$here"/package.json "$here"/package-lock.json "$here"/*.mjs "$work"
(cd "$work" && npm ci --no-audit --no-fund --silent)

for example in ubnd-xa lien-thong thu-tuc-thieu; do
  "$build/qms" export html "$source/examples/xml/$example.xml" -o "$work/$example"
  "$build/qms" export html "$source/examples/xml/$example.xml" --internal --as-of 2028-01-31 -o "$work/$example-noi-bo"
done
cd "$work"
node judge.mjs ubnd-xa ubnd-xa-noi-bo lien-thong lien-thong-noi-bo thu-tuc-thieu thu-tuc-thieu-noi-bo
