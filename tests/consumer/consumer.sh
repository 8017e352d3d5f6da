#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs a build into a scratch prefix and builds a program against it: by pkg-config (shared and static) and by find_package.
# usage: consumer.sh BUILD-DIRECTORY
set -eu

here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
prefix=$scratch/prefix

cmake --install "$1" --prefix "$prefix" >/dev/null
PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name qms.pc)")
LD_LIBRARY_PATH=$(dirname "$(find "$prefix" -name 'libqms.so' | head -n 1)")
export PKG_CONFIG_PATH LD_LIBRARY_PATH

echo "pkg-config"
# shellcheck disable=SC2046 # flags are words
${CC:-cc} -std=c11 -Wall -Wextra -pedantic -Werror "$here/main.c" -o "$scratch/shared" $(pkg-config --cflags --libs qms)
"$scratch/shared"

echo "pkg-config --static"
# shellcheck disable=SC2046
${CC:-cc} -std=c11 "$here/main.c" -o "$scratch/static" $(pkg-config --cflags qms) "$LD_LIBRARY_PATH/libqms.a" \
  $(pkg-config --static --libs-only-l qms | sed 's/-lqms //')
"$scratch/static"

echo "find_package"
cmake -S "$here/cmake" -B "$scratch/build" -DCMAKE_PREFIX_PATH="$prefix" >/dev/null
cmake --build "$scratch/build" >/dev/null
"$scratch/build/consumer"

"$prefix/bin/qms" --version
