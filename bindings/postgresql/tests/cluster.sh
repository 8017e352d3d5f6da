#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs a command beside a private PostgreSQL server that has the extension's files: cluster.sh MODULES-FOLDER LIBQMS COMMAND…
# The server's tree is laid out anew in a temporary directory, because a server looks for extensions where it lies itself; it listens on
# a socket in there alone and runs as nobody if the caller is root. PGHOST, PGUSER, PGDATABASE lead the command to it.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
modules=$1 library=$2
shift 2
config=${PG_CONFIG-pg_config}
bin=$("$config" --bindir) lib=$("$config" --pkglibdir) share=$("$config" --sharedir)

work=$(mktemp -d /tmp/qmspg.XXXXXX)
as_nobody=
if [ "$(id -u)" -eq 0 ]; then
  as_nobody="setpriv --reuid=nobody --regid=nogroup --clear-groups"
fi

finish() {
  [ ! -f "$work/data/postmaster.pid" ] || $as_nobody "$work$bin/pg_ctl" -D "$work/data" -m immediate -s stop || true
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' INT TERM

# The server's programs have to be copies: a link would lead back to where they come from.
mkdir -p "$work$bin" "$work$lib" "$work$share/extension" "$work/lib" "$work/socket"
cp "$bin/postgres" "$bin/initdb" "$bin/pg_ctl" "$work$bin/"
ln -s "$lib"/* "$work$lib/"
for file in "$share"/*; do
  [ "$(basename "$file")" = extension ] || ln -s "$file" "$work$share/"
done
ln -s "$share"/extension/plpgsql* "$work$share/extension/"
rm -f "$work$lib"/qms*.so
cp "$modules/qms.so" "$modules/qms-core.so" "$work$lib/"
cp "$here/qms.control" "$here"/qms--*.sql "$work$share/extension/"
cp "$library" "$work/lib/libqms.so.0"
[ -z "$as_nobody" ] || chown -R nobody:nogroup "$work"

caller=$PWD
cd "$work"
export LD_LIBRARY_PATH="$work/lib"
$as_nobody "$work$bin/initdb" -D "$work/data" -U qms -A trust -E UTF8 --locale=C.UTF-8 --no-sync > "$work/initdb.log" || {
  cat "$work/initdb.log"
  exit 1
}
$as_nobody "$work$bin/pg_ctl" -D "$work/data" -s -w -l "$work/server.log" start \
  -o "-c listen_addresses='' -c unix_socket_directories='$work/socket' -c fsync=off -c shared_buffers=32MB -c max_worker_processes=8" || {
  cat "$work/server.log"
  exit 1
}
export PGHOST="$work/socket" PGUSER=qms PGDATABASE=postgres PGOPTIONS="-c client_min_messages=warning" PGCLIENTENCODING=UTF8
unset LD_LIBRARY_PATH
cd "$caller"
"$@" || {
  echo "the end of the server's log:"
  tail -n 20 "$work/server.log"
  exit 1
}
if grep -E "PANIC|terminated by signal" "$work/server.log"; then
  echo "the server lost a backend"
  exit 1
fi
