#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A field that is added to the schema is there in every binding once the files are generated: new_field.sh SOURCE BUILD.
# Works in a scratch copy: generates, looks into every façade, makes a library with the new tables, and runs with it the programs
# bindings/*/tests/new_field.sh BUILD, which use the field; the scratch copy is in FACADES.
set -eu
source=$(cd "$1" && pwd) build=$(cd "$2" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp -r "$source/schema" "$work/schema"
sed -i '/^name = "procedure"$/,/^fields = \[/ s/^fields = \[/&\n  {id=200, name="scratch_field", xml="truongThu", kind="string", form="element", en="Scratch.", vi="Thử."},/' \
  "$work/schema/model/procedure.toml"
/usr/bin/python3 -B "$work/schema/generate.py" > /dev/null

for facade in "$work"/bindings/*; do
  grep -rqiE 'scratch_?field' "$facade" && echo "ok: ${facade#"$work"/}" || { echo "not in ${facade#"$work"/}"; exit 1; }
done

# shellcheck disable=SC2046 # lists of options and files
cc -shared -fPIC -std=c11 -fvisibility=hidden -D_GNU_SOURCE -I"$work/include" -I"$work/libqms" -I"$source/include" -I"$source/libqms" \
  -Wl,-soname,libqms.so.0 -o "$work/libqms.so.0" "$work/libqms/gen/tables.c" \
  $(find "$build/CMakeFiles/qms_objects.dir" -name '*.o' ! -path '*/gen/tables.c.o') \
  $(pkg-config --cflags --libs glib-2.0 gio-2.0 libxml-2.0 jansson libarchive)

export FACADES=$work
for program in "$source"/bindings/*/tests/new_field.sh; do
  LD_PRELOAD="$work/libqms.so.0" LD_LIBRARY_PATH="$work" sh "$program" "$build"
done
