#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Prints what `qms validate --format json --lang vi --as-of DATE FILE` prints, as the extension gives it: report.sh FILE DATE.
set -eu
base64 -w 0 "$1" > "$QMS_WORK/document"
psql -X -q -A -t -v ON_ERROR_STOP=1 -v name="$1" -v day="$2" <<'END' | base64 -d
\set document `cat "$QMS_WORK/document"`
SELECT encode(convert_to(qms_report(decode(:'document', 'base64'), :'day'::date, :'name'), 'UTF8'), 'base64');
END
