#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The package installs with pip and no network, over a build of the library, and its command runs: pip.sh PYTHON BUILD TARGET
set -eu
python=$1 build=$2 target=$3
here=$(cd "$(dirname "$0")/.." && pwd)

rm -rf "$target" "$here/build" # of another build of the library
QMS_BUILD=$build "$python" -m pip install --quiet --no-index --root-user-action ignore --target "$target" "$here"
cd "$target"
"$python" -c 'import qms; print (qms.__version__, qms.__file__)' | grep -F "$target/qms/__init__.py"
QMS_COMMAND=$build/qms "$python" -m qms --version
