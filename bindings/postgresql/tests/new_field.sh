#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Uses a field that only the library at hand knows: new_field.sh BUILD.
set -eu
modules=$1/bindings/postgresql library=$LD_LIBRARY_PATH/libqms.so.0
[ -f "$modules/qms-core.so" ] || { echo "PostgreSQL extension left out"; exit 0; }
# The library is for the server alone, which loads it in its own way.
unset LD_PRELOAD LD_LIBRARY_PATH
sh "$(dirname "$0")/cluster.sh" "$modules" "$library" psql -X -q -v ON_ERROR_STOP=1 <<'SQL'
CREATE EXTENSION qms;
DO $$
BEGIN
  ASSERT qms_to_json('<heThong xmlns="urn:libqms:1"><quyTrinh id="A"><truongThu>mới</truongThu></quyTrinh></heThong>')
    #>> '{procedures,0,scratch_field}' = 'mới';
  ASSERT qms_get(qms_set('<heThong xmlns="urn:libqms:1"><quyTrinh id="A"/></heThong>', 'procedures[1]/scratch_field', 'mới'),
                 '/heThong/quyTrinh[A]/truongThu') = 'mới';
  ASSERT EXISTS (SELECT FROM qms_fields() WHERE type = 'procedure' AND name = 'scratch_field');
END $$;
\echo ok: PostgreSQL has the new field
SQL
