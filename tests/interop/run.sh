#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Lets other people's software judge BPMN files: all procedures of examples/xml and SEEDS random ones, in each profile.
# usage: run.sh BUILD WORK SEEDS; installs npm packages into WORK and keeps a screenshot there.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
build=$(cd "$1" && pwd)
mkdir -p "$2"
work=$(cd "$2" && pwd)
seeds=$3
schema=$source/../shared/corpus/bpmn-xsd/BPMN20.xsd
failed=0

# The scripts are run beside the packages, where node looks for them.
install_packages() {
  cp "$here"/package.json "$here"/package-lock.json "$here"/*.mjs "$work"
  (cd "$work" && npm ci --no-audit --no-fund --silent)
  (cd "$work" && node_modules/.bin/esbuild camunda.mjs --bundle --platform=node --log-level=warning --outfile=camunda.cjs)
}

export_all() {
  rm -rf "$work/$1"
  mkdir -p "$work/$1"
  for system in $(grep -l '<buoc ' "$source"/examples/xml/*.xml); do
    "$build/qms" validate "$system" --fail-on never >/dev/null 2>&1 || continue # an example of what is refused
    name=$(basename "$system" .xml)
    mkdir "$work/$1/$name"
    "$build/qms" export bpmn "$system" --profile "$1" -o "$work/$1/$name"
    for file in "$work/$1/$name"/*.bpmn; do
      mv "$file" "$work/$1/$name-$(basename "$file")"
    done
    rmdir "$work/$1/$name"
  done
  "$build/tests/interop/write_random" 1 "$seeds" "$1" "$work/$1"
}

check_schema() {
  if [ ! -e "$schema" ]; then
    echo "xmllint --schema: skipped, there is no $schema"
    return
  fi
  if find "$work/$1" -name '*.bpmn' -print0 | xargs -0 xmllint --nonet --noout --schema "$schema" 2>"$work/xmllint.log"; then
    echo "xmllint --schema: $(find "$work/$1" -name '*.bpmn' | wc -l) files, 0 invalid"
  else
    grep -v ' validates$' "$work/xmllint.log" || true
    failed=1
  fi
}

# What a modeller saves unchanged is imported as the procedure that was exported: random ones are made again and compared, those
# of the examples with the import of what was not saved.
check_saved() {
  "$build/tests/interop/read_random" 1 "$seeds" "$work/saved" || failed=1
  files=0 differing=0
  for file in $(find "$work/saved" -name '*.bpmn' ! -name 'random-*' | sort); do
    "$build/qms" import bpmn "$work/$1/$(basename "$file")" >"$work/before.xml" 2>"$work/before.log"
    "$build/qms" import bpmn "$file" >"$work/after.xml" 2>"$work/after.log"
    files=$((files + 1))
    if ! cmp -s "$work/before.xml" "$work/after.xml" || [ "$(wc -l <"$work/before.log")" -ne "$(wc -l <"$work/after.log")" ]; then
      echo "$(basename "$file"): saved by bpmn-moddle, it is imported as something else"
      differing=$((differing + 1))
    fi
  done
  echo "bpmn-moddle saved, examples imported: $files files, $differing changed"
  [ "$differing" -eq 0 ] || failed=1
}

# browse PAGE OPTION...: opens a page without a window. Its time is virtual and runs while the page waits.
browse() {
  page=$1
  shift
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files \
    --virtual-time-budget=60000 "$@" "file://$page" 2>/dev/null
}

check_modeller() {
  if ! command -v chromium >/dev/null; then
    echo "bpmn-js: skipped, there is no chromium"
    return
  fi
  files=0 warnings=0
  rm -f "$work"/batch.*
  find "$work/$1" -name '*.bpmn' | sort | split -l 50 - "$work/batch."
  for batch in "$work"/batch.*; do
    xargs node "$work/page.mjs" "$work/node_modules" <"$batch" >"$work/page.html"
    browse "$work/page.html" --dump-dom >"$work/dom.html"
    opened=$(sed -n 's/.*data-files="\([0-9]*\)".*/\1/p' "$work/dom.html" | head -n 1)
    found=$(sed -n 's/.*data-warnings="\([0-9]*\)".*/\1/p' "$work/dom.html" | head -n 1)
    [ "${found:-1}" = 0 ] || sed -n 's/.*data-said="\([^"]*\)".*/\1/p' "$work/dom.html"
    files=$((files + ${opened:-0}))
    warnings=$((warnings + ${found:-1}))
  done
  echo "bpmn-js: $files files, $warnings warnings"
  [ "$warnings" -eq 0 ] && [ "$files" -eq "$(find "$work/$1" -name '*.bpmn' | wc -l)" ] || failed=1
}

take_screenshot() {
  command -v chromium >/dev/null || return 0
  node "$work/page.mjs" "$work/node_modules" "$work/generic/lien-thong-QT-DD.bpmn" >"$work/page.html"
  browse "$work/page.html" --window-size=3000,1500 --screenshot="$work/screenshot.png"
  echo "bpmn-js: screenshot in $work/screenshot.png"
}

install_packages
for profile in generic camunda7 flowable; do
  echo "== profile $profile"
  export_all "$profile"
  check_schema "$profile"
  rm -rf "$work/saved"
  mkdir "$work/saved"
  (cd "$work" && node judge.mjs "$profile" saved) || failed=1
  check_saved "$profile"
  (cd "$work" && node camunda.cjs "$profile") || failed=1
  check_modeller "$profile"
done
take_screenshot
exit "$failed"
