#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Builds libqms as it is released, measures it against its peers and prints the table (Markdown). usage: bench/run.sh [SMALL LARGE]
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
build=$root/build/release

install_missing () {
  missing=
  command -v valgrind >/dev/null || missing="$missing valgrind"
  command -v python3 >/dev/null || missing="$missing python3"
  /usr/bin/python3 -c 'import lxml' 2>/dev/null || missing="$missing python3-lxml"
  [ -z "$missing" ] && return
  echo "bench: installing$missing" >&2
  sudo=
  [ "$(id -u)" = 0 ] || sudo=sudo
  # shellcheck disable=SC2086 # one word per package
  $sudo apt-get install -y --no-install-recommends $missing >&2
}

install_missing
cd "$root"
cmake --preset release -DBUILD_TESTING=ON >&2
cmake --build "$build" --target bench qms-command >&2

echo "$(uname -srm), $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1), libxml2 $(pkg-config --modversion libxml-2.0)"
exec python3 -B bench/table.py "$build/bench/bench" "$build/qms" "$build/bench" "$@"
