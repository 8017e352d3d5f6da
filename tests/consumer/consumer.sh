#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Installs a build below a scratch directory and builds programs against it: by pkg-config (shared, static, with GLib), by find_package;
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

# The archive of libqms with shared libraries below it: what those rest on is theirs (--static asks for packages that Debian's
# libarchive-dev does not bring).
echo "pkg-config, libqms.a"
# shellcheck disable=SC2046 # flags are words
${CC:-cc} -std=c11 "$here/main.c" -o "$scratch/static" $(pkg-config --cflags qms) "$LD_LIBRARY_PATH/libqms.a" \
  $(PKG_CONFIG_SYSROOT_DIR='' pkg-config --libs $(pkg-config --print-requires-private qms))
"$scratch/static"

echo "pkg-config qms-glib"
# shellcheck disable=SC2046 # flags are words
${CC:-cc} -std=c11 -Wall -Wextra -Werror "$here/glib.c" -o "$scratch/glib" $(PKG_CONFIG_SYSROOT_DIR='' pkg-config --cflags --libs glib-2.0) \
  $(pkg-config --cflags --libs qms-glib)
"$scratch/glib"

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
