#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Uses a field that only the library at hand knows: new_field.sh BUILD. The scratch copy of the project is in FACADES.
set -eu
package=$1/bindings/node/package
[ -d "$package/node_modules" ] || { echo "skipped: the Node binding is not in this build"; exit 0; }
cp -r "$package" "$FACADES/package"
cp "$FACADES/bindings/node/lib/types.d.ts" "$FACADES/package/lib"
cd "$FACADES/package"

cat > field.mts <<'END'
import * as qms from 'libqms';
const procedure = qms.create().root.procedures.add({ scratchField: 'mới' });
const text: string | null = procedure.scratchField;
if (text !== 'mới' || !procedure.nodeDocument.write().includes('<truongThu>mới</truongThu>'))
  throw new Error(`found ${text}`);
console.log('ok: Node has the new field');
END
node node_modules/typescript/bin/tsc --strict --skipLibCheck --target ESNext --module NodeNext --lib ESNext,DOM field.mts
QMS_LIBRARY=$FACADES/libqms.so.0 exec node field.mjs
