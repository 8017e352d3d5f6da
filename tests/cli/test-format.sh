# SPDX-License-Identifier: Apache-2.0
# qms format gives one document one text and keeps what is not the model's.
. "$(dirname "$0")/lib.sh"
make_system xa.xml
cp xa.xml tidy.xml
expect 0 format --check tidy.xml
empty out
sed 's/^ *//' xa.xml >untidy.xml

expect 1 format --check tidy.xml untidy.xml
[ "$(cat out)" = untidy.xml ] || fail "named: $(cat out)"
expect 0 format untidy.xml
same out tidy.xml
"$QMS" format - <untidy.xml >out || fail "format -: exit $?"
same out tidy.xml
chmod 640 untidy.xml
expect 0 format -i untidy.xml tidy.xml
empty out
same untidy.xml tidy.xml
[ "$(stat -c %a untidy.xml)" = 640 ] || fail "mode: $(stat -c %a untidy.xml)"

# A file in canonical form is not touched, one behind a link stays behind it.
touch -d 2020-01-01 tidy.xml
expect 0 format -i tidy.xml
[ "$(date -r tidy.xml +%Y)" = 2020 ] || fail "rewritten for nothing"
sed 's/^ *//' xa.xml >untidy.xml
ln -s untidy.xml link.xml
expect 0 format -i link.xml
[ -L link.xml ] || fail "the link was replaced"
same untidy.xml tidy.xml

# JSON stays JSON, whatever the file is called.
expect 0 convert xa.xml xa.json
cp xa.json named-otherwise
expect 0 format --check named-otherwise
expect 0 format named-otherwise
same out xa.json
"$QMS" format - <xa.json >out || fail "format - of JSON: exit $?"
same out xa.json
(printf '\357\273\277' && sed 's/^ *//' xa.json) >mark.json
expect 0 format -i mark.json
same mark.json xa.json

cat >kept.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<!-- trước --><?in a b?>
<heThong xmlns="urn:libqms:1" xmlns:x="urn:x" x:a="1"><!-- trong --><coQuan><ten x:b="2">A</ten><x:c>d</x:c></coQuan></heThong>
<!-- sau -->
END
expect 0 format kept.xml
for text in "<!-- trước -->" "<?in a b?>" 'x:a="1"' "<!-- trong -->" 'x:b="2"' "<x:c>d</x:c>" "<!-- sau -->"; do
  says out "$text"
done

expect 2 format -i --check tidy.xml
expect 2 format tidy.xml untidy.xml
expect 2 format -i -
printf '<heThong xmlns="urn:libqms:1">\n' >cut.xml
cp cut.xml before.xml
expect 2 format -i cut.xml tidy.xml --lang en
matches err '^cut\.xml:[0-9]+:[0-9]+: error: .* \[QMS-XM-001\]$'
same cut.xml before.xml
expect 2 format cut.xml
matches err '^cut\.xml:[0-9]+:[0-9]+: lỗi: .*(thẻ|tài liệu).*'
lacks err "tag"
finish
