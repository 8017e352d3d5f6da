# SPDX-License-Identifier: Apache-2.0
# qms export docx: one document, all of a system with their list, templates of one's own; nothing that is read is replaced.
. "$(dirname "$0")/lib.sh"
system=$SOURCE/examples/xml/ubnd-xa-nho.xml
check=$SOURCE/tests/word/check_docx.py

# text FILE: the text of a document.
text () {
  unzip -p "$1" word/document.xml | sed 's/<[^>]*>//g'
}

# One procedure, by its code; the same bytes each time, a day only where one is given.
expect 0 export docx "$system" --procedure 'QT 01/HT' -o a.docx
expect 0 export docx "$system" --template procedure --node 'quyTrinh[QT-TTVB]' -o b.docx
same a.docx b.docx
text a.docx >shown
says shown "QT 01/HT"
expect 2 export docx "$system" --procedure 'QT 01/HT' --as-of 2026-02-30 -o c.docx
expect 2 export docx "$system" --procedure KHONG-CO -o c.docx
expect 2 export docx "$system" --template procedure --node 'quyTrinh[KHONG-CO]' -o c.docx --lang en
says err "there is nothing at «quyTrinh[KHONG-CO]»"
[ ! -e c.docx ] || fail "written after an error"

# Which template, and for what.
expect 0 export docx --list-templates
says out "/heThong/quyTrinh"
expect 2 export docx "$system" --template khong-co -o c.docx --lang en
says err "there is no template «khong-co»; there are: "
says err "procedure"
expect 2 export docx "$system" -o c.docx --lang en
says err "name a template with --template"
expect 2 export docx "$system" --template policy --procedure 'QT 01/HT' -o c.docx --lang en
says err "this template is for /heThong"
expect 2 export docx "$system" --template procedure -o c.docx --lang en
says err "documents: choose one with --procedure or --node"
expect 2 export docx "$system" --procedure 'QT 01/HT' --lang en
says err "name it with -o"
expect 2 export docx --lang en
says err "FILE"

# All of them, into a directory that is made, with their list.
expect 0 export docx "$system" --all -o van-ban --lang en
says err "documents, listed in danh-muc.html"
[ -f van-ban/quy-trinh-QT-01-HT.docx ] || fail "written: $(ls van-ban)"
python3 "$check" --filled van-ban/*.docx >problems || fail "Word would repair: $(head -n 3 problems)"
for file in van-ban/*.docx; do
  says van-ban/danh-muc.html "href=\"${file#van-ban/}\""
done
expect 0 export docx "$system" --all --index csv -o van-ban
says van-ban/danh-muc.csv "\"quy-trinh-QT-01-HT.docx\""
expect 0 export docx "$system" --all --index text -o van-ban
says van-ban/danh-muc.txt "quy-trinh-QT-01-HT.docx"
expect 2 export docx "$system" --all -o - --lang en

# What was edited by hand since, or is not by qms, is not replaced; nothing is written then.
before=$(cat van-ban/*.docx | cksum)
touch -d '+1 hour' van-ban/quy-trinh-QT-01-HT.docx
expect 2 export docx "$system" --all -o van-ban --lang en
says err "van-ban/quy-trinh-QT-01-HT.docx: error: this file has been changed since qms wrote it"
[ "$(cat van-ban/*.docx | cksum)" = "$before" ] || fail "written after a refusal"
mkdir khac && echo cu >khac/danh-muc.html
expect 2 export docx "$system" --all -o khac
[ "$(ls khac)" = danh-muc.html ] || fail "written beside the file of others: $(ls khac)"
echo cu >tep
expect 2 export docx "$system" --all -o tep --lang en
says err "tep: error: this is a file, where a directory is to be made"

# Names come from codes, whatever they hold, and differ.
cat >codes.xml <<'END'
<heThong xmlns="urn:libqms:1">
  <quyTrinh id="A" ma="../../QT 01/Đ:x"><ten>Một</ten></quyTrinh>
  <quyTrinh id="B" ma="../../qt 01/đ:X"><ten>Hai &lt;b&gt;</ten></quyTrinh>
  <quyTrinh id="C" ma="=1+1"><ten>Ba "ngoặc"</ten></quyTrinh>
</heThong>
END
mkdir codes
expect 0 export docx codes.xml --all --index csv -o codes
[ -f codes/quy-trinh-QT-01-D-x.docx ] && [ -f codes/quy-trinh-qt-01-d-X-2.docx ] || fail "written: $(ls codes)"
says codes/danh-muc.csv "\"Ba \"\"ngoặc\"\"\";\"'=1+1\""
expect 0 export docx codes.xml --all -o codes
says codes/danh-muc.html "Hai &lt;b&gt;"

cat >one.xml <<'END'
<heThong xmlns="urn:libqms:1"><quyTrinh id="A" ma="QT"><ten>Một</ten></quyTrinh></heThong>
END
expect 0 export docx one.xml --all --node 'quyTrinh[A]' -o one --lang en
says err "one: 1 document, listed in danh-muc.html"

# A template of one's own: written as it ships, changed, used; an error names the tag and the paragraph.
expect 0 export docx --save-template policy -o mau.docx
expect 0 export docx "$system" --template mau.docx -o chinh-sach.docx
expect 0 export docx "$system" --template policy -o chinh-sach2.docx
same chinh-sach.docx chinh-sach2.docx
expect 0 export docx --save-template policy
expect 2 export docx --save-template policy --lang en
says err "policy.docx: error: this file is there already"
expect 2 export docx --save-template khong-co
cp mau.docx mau2.docx
expect 2 export docx "$system" --template mau.docx -o mau.docx
same mau.docx mau2.docx
python3 - <<'END'
import zipfile
with zipfile.ZipFile("mau.docx") as source, zipfile.ZipFile("sai.docx", "w") as target:
    for name in source.namelist():
        data = source.read(name)
        if name == "word/document.xml":
            data = data.replace(b"{{coQuan/ten}}", b"{{coQuan/tenn}}")
        target.writestr(name, data)
END
expect 2 export docx "$system" --template sai.docx -o c.docx --lang en
says err "sai.docx: error: word/document.xml, paragraph"
says err "tag «{{coQuan/tenn}}»: coQuan has no «tenn»; did you mean «ten»? [QMS-MU-003]"
cp "$system" du-lieu.docx
expect 2 export docx du-lieu.docx --template policy -o du-lieu.docx
same du-lieu.docx "$system"
expect 2 export docx "$system" --template du-lieu.docx -o c.docx
says err QMS-WD-
[ ! -e c.docx ] || fail "written after an error"

# The control slip of a case.
expect 0 export docx "$SOURCE/examples/cases/H99.45-260302-0001.xml" --template control-slip -o phieu.docx
text phieu.docx >shown
says shown "H99.45-260302-0001"
finish
