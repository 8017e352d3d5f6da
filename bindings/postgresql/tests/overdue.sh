#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs the example as examples/overdue.sh calls it: overdue.sh SYSTEM NOW CASE…
set -eu
export SYSTEM="$1" NOW="$2"
shift 2
export CASES="$*"
exec psql -X -q -A -t -v ON_ERROR_STOP=1 -f "$(dirname "$0")/../../../examples/postgresql/overdue.sql"
