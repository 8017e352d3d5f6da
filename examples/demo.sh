#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# From the ministry's framework model to a checked system of a commune. usage: demo.sh QMS [FOLDER]
set -eu

qms=$(realpath "$1")
here=$(dirname "$(realpath "$0")")
folder=${2-$(mktemp -d)}
mkdir -p "$folder"
cd "$folder"

show() {
  printf '\n$ %s\n' "$*"
}

show 'qms new --framework bkhcn-101-2019 --agency-type ubndCapXa --name "UBND xã Thới Hưng" -o xa.xml'
"$qms" new --framework bkhcn-101-2019 --agency-type ubndCapXa --name "UBND xã Thới Hưng" -o xa.xml

show 'qms import portal examples/portal/*.json --into xa.xml -o xa.xml'
"$qms" import portal "$here"/portal/*.json --into xa.xml -o xa.xml

show 'qms validate xa.xml --fail-on never'
"$qms" validate xa.xml --fail-on never

printf '\nThe system is %s/xa.xml\n' "$folder"
