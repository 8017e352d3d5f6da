#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# From the ministry's framework model to a checked system of a commune. usage: demo.sh QMS FOLDER
set -eu

qms=$1
folder=$2
examples=$(dirname "$0")
mkdir -p "$folder"

# run ARGUMENT...: shows the command as a user would type it, and runs it.
run() {
  printf '$ qms'
  for argument in "$@"; do
    case $argument in *' '*) printf ' "%s"' "$argument" ;; *) printf ' %s' "$argument" ;; esac
  done
  printf '\n'
  "$qms" "$@"
}

echo '== A new system from the framework model of QĐ 101/QĐ-BKHCN'
run new --framework bkhcn-101-2019 --agency-type ubndCapXa --name 'UBND xã Hòa Mẫu' -o "$folder/xa.xml"

echo '== Administrative procedures from records of the national portal'
run import portal "$examples"/portal/*.json --into "$folder/xa.xml" -o "$folder/day-du.xml"

echo "== What is still to be done: the first findings (all of them: $folder/findings.txt)"
run validate --fail-on never "$folder/day-du.xml" >"$folder/findings.txt"
head -n 17 "$folder/findings.txt"
echo '…'
tail -n 1 "$folder/findings.txt"
