#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The search of an exported site under node. usage: search.sh QMS SOURCE
set -eu
command -v node >/dev/null || exit 77
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" export html "$2/examples/xml/ubnd-xa.xml" -o "$folder"
node "$here/search.mjs" "$folder/search.js" "$folder/thu-tuc.html" 'khai sinh' 2 'KHAI  SINH' 2 'Khai Sinh!' 2 'đăng ký lại khai sinh' 1 \
  'dang ky lai khai sinh' 1 'khai tu' 2 'dat dai' 3 '1.001193' 1 '1001193' 1 'ho tich' 11 'khong co gi nhu the' 0
