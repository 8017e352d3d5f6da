#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What each binding costs, one table after the other, for the README of each: bench.sh BUILD, a release build with the tests.
# Wants a machine at rest: the tables are the best of five, and other work shows.
set -eu
build=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."
file=examples/xml/ubnd-xa.xml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export QMS_LIBRARY="$build/libqms.so" LD_LIBRARY_PATH="$build"

title() { printf '\n== %s\n' "$*"; }

title "machine: $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg)"

title Python
PYTHONPATH=$build/bindings/python /usr/bin/python3 -B bindings/python/tests/bench.py $file

title Node
package=$build/bindings/node/package
sh bindings/node/tests/install.sh "$package"
cc -O2 -shared -fPIC -I "$package/node_modules/koffi/vendor/node-api-headers/include" -I include bindings/node/bench/napi.c \
  -o "$work/napi.node" "$QMS_LIBRARY"
node "$package/bench/measure.js" $file "$work/napi.node"

title Java
java -cp "$build/bindings/java/libqms.jar:$build/bindings/java/test-classes:/usr/share/java/jna.jar" org.libqms.Bench $file

title PHP
php bindings/php/tests/bench.php $file

title .NET
mono "$build/bindings/dotnet/libqms-tests.exe" bench $file

title PostgreSQL
sh bindings/postgresql/tests/bench.sh "$build"
