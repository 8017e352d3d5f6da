# SPDX-License-Identifier: Apache-2.0
# qms import portal and qms export portal: all or nothing, and back again.
. "$(dirname "$0")/lib.sh"
make_system xa.xml
record () {
  printf '{"ID": "%s", "MATTHC": "%s", "TENTTHC": "%s"}\n' "$1" "$2" "$3"
}
record 1 1.000001 "Đăng ký khai sinh" >one.json
record 2 1.000002 "Đăng ký kết hôn" >two.json

expect 0 import portal one.json two.json --into xa.xml -o full.xml --lang en
says err "took over 2 administrative procedures from 2 files"
expect 0 import portal one.json --lang en
says err "took over 1 administrative procedure from 1 file"
says full.xml "Đăng ký kết hôn"
expect 0 import portal one.json two.json --into full.xml -o again.xml
same full.xml again.xml
expect 0 import portal one.json
says out "Đăng ký khai sinh"
"$QMS" import portal - <one.json >out 2>err || fail "import -: exit $?"
says out "Đăng ký khai sinh"

# What stays as it was written is told, by key.
cat >written.json <<'END'
{"ID": "3", "MATTHC": "1.000003", "TENTTHC": "Đăng ký  khai tử", "KHOALA": "giá trị lạ"}
END
expect 0 import portal written.json -o written.xml --lang en
says err "TENTTHC: 1 values are written otherwise in the model and kept for export, such as «Đăng ký  khai tử»"
says err "KHOALA: 1 values could not be read into the model and are kept for export, such as «giá trị lạ»"
says err "(/heThong/thuTuc[TT-1.000003])"
expect 0 import portal one.json --lang en
lacks err "kept for export"

# A system that holds these two and nothing else.
expect 0 import portal one.json two.json -o full.xml
expect 0 export portal full.xml --procedure 1.000002
json out
says out "Đăng ký kết hôn"
lacks out "Đăng ký khai sinh"
expect 0 export portal full.xml
json out
says out "1.000001"
says out "1.000002"
mkdir records
expect 0 export portal full.xml -o records
[ "$(ls records | tr '\n' ' ')" = "1.000001.json 1.000002.json " ] || fail "written: $(ls records)"
json records/1.000001.json

# No code leads out of the directory or to the file of another; then nothing is written.
mkdir inside
for code in ../../pwned /tmp/pwned .. .hidden a/b 'a b'; do
  sed "s|ma=.1\.000002.|ma='$code'|" full.xml >foul.xml
  expect 2 export portal foul.xml -o inside --lang en
  says err "«$code»"
  [ -z "$(ls -A inside)" ] || fail "written for $code: $(ls -A inside)"
done
sed "s|ma=.1\.000002.|ma='1.000001'|" full.xml >twice.xml
expect 2 export portal twice.xml -o inside --lang en
says err "two procedures have the code «1.000001»"
[ -z "$(ls -A inside)" ] || fail "written for one code twice: $(ls -A inside)"
expect 2 export portal full.xml --procedure 9.999999 --lang en
says err "9.999999"

echo '{"MATTHC": 1,' >bad.json
cp full.xml before.xml
expect 2 import portal bad.json one.json missing.json --into xa.xml -o full.xml
says err "bad.json:"
says err "missing.json:"
same full.xml before.xml
expect 2 import portal xa.xml
says err "xa.xml: lỗi: đây là XML, bản ghi của Cổng là JSON"
expect 2 import word one.json
expect 2 import portal
expect 2 export word full.xml
finish
