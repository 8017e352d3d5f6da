#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Shows what qms does on an ordinary day of a commune: demo.sh QMS. Leaves its files in build/demo.
set -eu
qms=$(realpath "$1")
cd "$(dirname "$0")/.."
out=build/demo
mkdir -p "$out"

say() { printf '\n== %s\n' "$*"; }

show() {
  printf '$ qms'
  for argument in "$@"; do
    case $argument in *' '*) printf ' "%s"' "$argument" ;; *) printf ' %s' "$argument" ;; esac
  done
  printf '\n'
}

# Runs qms; findings (exit 1) are what we want to see, anything worse ends the demo.
run() {
  "$qms" "$@" || [ $? -eq 1 ]
}

say "A finished system of a small commune"
show validate --as-of 2026-06-01 examples/xml/ubnd-xa-nho.xml
run validate --as-of 2026-06-01 examples/xml/ubnd-xa-nho.xml

say "A procedure with mistakes"
show validate --as-of 2026-06-01 examples/xml/quy-trinh-loi.xml
run validate --as-of 2026-06-01 examples/xml/quy-trinh-loi.xml

say "A commune starts its own system from the ministry's framework model"
show new --framework bkhcn-101-2019 --agency-type ubndCapXa --name "UBND xã Hòa Mẫu" -o "$out/xa.xml"
run new --framework bkhcn-101-2019 --agency-type ubndCapXa --name "UBND xã Hòa Mẫu" -o "$out/xa.xml"

say "It takes over administrative procedures from records of the national portal"
show import portal "examples/portal/*.json" --into "$out/xa.xml" -o "$out/day-du.xml"
run import portal examples/portal/*.json --into "$out/xa.xml" -o "$out/day-du.xml"

say "What is still to be done: the first findings (all of them: $out/findings.txt)"
show validate --as-of 2026-06-01 "$out/day-du.xml"
run validate --as-of 2026-06-01 "$out/day-du.xml" >"$out/findings.txt"
head -n 16 "$out/findings.txt"
printf '…\n'
tail -n 1 "$out/findings.txt"
