# SPDX-License-Identifier: Apache-2.0
# Nothing from a file or its name steers the terminal, and no message is without end.
. "$(dirname "$0")/lib.sh"

# tame FILE: no control character (C0, DEL, C1) nor one of writing direction is in it.
tame () {
  python3 - "$1" <<'END' || fail "$1 holds characters that steer a terminal"
import re
import sys

sys.exit(bool(re.search("[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", open(sys.argv[1], encoding="utf-8").read())))
END
}

foul=$(printf 'x\033]0;a\007\177\302\233\342\200\256\342\201\246.xml')
printf '<heThong xmlns="urn:libqms:1" tieuChuan="\302\233\342\200\256a"/>' >"$foul"
expect 2 validate --progress "$foul"
tame err
tame out
expect 2 show "$foul"
tame err
expect 2 show "no$foul"
tame err
expect 2 import portal "no$foul"
tame err
expect 2 "$foul"
tame err
expect 2 validate "--$foul" a.xml
tame err

# A name, a key or a mark of any length is quoted by its beginning.
python3 - <<'END'
head = '<heThong xmlns="urn:libqms:1">'
files = {
    "element.xml": f"{head}<{'x' * 60000}/></heThong>",
    "attribute.xml": f'<heThong xmlns="urn:libqms:1" {"x" * 60000}="1"/>',
    "root.xml": f"<{'x' * 60000}/>",
    "mark.xml": f"{head}<phamVi><noiDung>[[{'ấ' * 300000}]]</noiDung></phamVi></heThong>",
    "tag.xml": f"{head}<phamVi></{'x' * 60000}></heThong>",
    "key.json": '{"$type": "system", "%s": 1}' % ("x" * 60000),
    "root.json": '{"$type": "%s"}' % ("x" * 60000),
}
for name, text in files.items():
    open(name, "w", encoding="utf-8").write(text)
END
for file in element.xml attribute.xml root.xml mark.xml tag.xml key.json root.json; do
  "$QMS" validate --lang en "$file" >out 2>err
  says out "…"
  [ "$(cat out err | wc -L)" -lt 600 ] || fail "$file: a line of $(cat out err | wc -L) characters"
done
finish
