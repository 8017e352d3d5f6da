#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Checks a SARIF report against the official schema, which an npm package carries. usage: sarif-schema.sh FILE BUILD-DIR
set -eu
package=@microsoft/jest-sarif@1.0.0-beta.0
schema=$2/sarif/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json
[ -f "$schema" ] || npm install --silent --no-save --ignore-scripts --no-audit --no-fund --prefix "$2/sarif" "$package"
/usr/bin/python3 - "$schema" "$1" <<'END'
import json
import sys

import jsonschema

schema, report = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
jsonschema.validators.validator_for(schema)(schema).validate(report)
END
