#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A dossier from receipt to result by the command, with a request for a supplement: case.sh QMS SYSTEM
set -eu
qms=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
case=$folder/case.json

# happens VERB DAY TIME [OPTION…]: something happens to the case in March 2026.
happens () {
  verb=$1 at=2026-03-$2T$3
  shift 3
  "$qms" case "$verb" "$case" --at "$at" "$@" 2>/dev/null
}

"$qms" case start "$2" --procedure 3.990901 --scenario TH-HS --code H99.45-260302-0001 --at 2026-03-02T09:00 -o "$case" 2>/dev/null
"$qms" case next "$case"
happens supplement 02 09:30 --actor "Cán bộ tiếp nhận" --note "Thiếu sơ đồ thửa đất"
happens status 04 10:00
happens resume 05 08:15
happens complete 05 09:00 --outcome hopLe
happens complete 05 14:00
happens complete 09 10:00 --outcome layYKien
happens status 10 08:00
happens complete 11 08:00 --step B-DD-6
happens complete 12 09:00 --step B-DD-5
happens complete 12 15:00 --outcome mien
happens complete 13 10:00 --outcome ky
happens complete 16 09:00
happens complete 16 10:00
happens status 16 10:00
"$qms" case slip "$case"
