#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs a build below a scratch directory and builds a program against it: by pkg-config (shared and static), by find_package;
# then by pkg-config in another place.
# usage: consumer.sh BUILD-DIRECTORY
set -eu

here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
stage=$scratch/stage

# A staged install, as packages are made; pkg-config puts the stage in front of the paths.
DESTDIR=$stage cmake --install "$1" >/dev/null
PKG_CONFIG_SYSROOT_DIR=$stage
PKG_CONFIG_PATH=$(dirname "$(find "$stage" -name qms.pc)")
LD_LIBRARY_PATH=$(dirname "$PKG_CONFIG_PATH")
export PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_PATH LD_LIBRARY_PATH
prefix=$(PKG_CONFIG_SYSROOT_DIR='' pkg-config --variable=prefix qms)

echo "pkg-config"
# shellcheck disable=SC2046 # flags are words
${CC:-cc} -std=c11 -Wall -Wextra -pedantic -Werror "$here/main.c" -o "$scratch/shared" $(pkg-config --cflags --libs qms)
"$scratch/shared"

echo "pkg-config --static"
# shellcheck disable=SC2046 # flags are words
${CC:-cc} -std=c11 "$here/main.c" -o "$scratch/static" $(pkg-config --cflags qms) "$LD_LIBRARY_PATH/libqms.a" \
  $(PKG_CONFIG_SYSROOT_DIR='' pkg-config --static --libs qms | sed 's/-lqms //')
"$scratch/static"

echo "find_package"
cmake -S "$here/cmake" -B "$scratch/build" -DCMAKE_PREFIX_PATH="$prefix" >/dev/null
cmake --build "$scratch/build" >/dev/null
"$scratch/build/consumer"

"$prefix/bin/qms" --version

# Installed elsewhere than the build was told, and moved from there: pkg-config finds it where it lies.
echo "pkg-config of a tree that was moved"
unset PKG_CONFIG_SYSROOT_DIR
cmake --install "$1" --prefix "$scratch/first" >/dev/null
mv "$scratch/first" "$scratch/moved"
PKG_CONFIG_PATH=$(dirname "$(find "$scratch/moved" -name qms.pc)")
LD_LIBRARY_PATH=$(dirname "$PKG_CONFIG_PATH")
[ "$(realpath "$(pkg-config --variable=prefix qms)")" = "$(realpath "$scratch/moved")" ]
# shellcheck disable=SC2046 # flags are words
${CC:-cc} -std=c11 "$here/main.c" -o "$scratch/relocated" $(pkg-config --cflags --libs qms)
"$scratch/relocated"
