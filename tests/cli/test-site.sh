# SPDX-License-Identifier: Apache-2.0
# qms export html: a folder of its own files, which the next run replaces or removes; files of others stay.
. "$(dirname "$0")/lib.sh"
system=$SOURCE/examples/xml/ubnd-xa.xml

# The folder is made; the same system gives the same files, whatever was there before.
expect 0 export html "$system" -o a/site
empty err
[ "$(ls a/site | wc -l)" -eq 39 ] || fail "$(ls a/site | wc -l) files"
says a/site/index.html "Ủy ban nhân dân xã Hòa Mẫu"
says a/site/thu-tuc-1.001193.html "Đăng ký khai sinh"
expect 0 export html "$system" -o b
diff -r a/site b || fail "two runs differ"

# The internal edition adds pages, with the findings of a day; the public one takes them away again.
expect 0 export html "$system" --internal --as-of 2028-01-31 -o b
says b/kiem-tra.html "QMS-"
[ -f b/rui-ro.html ] && [ -f b/quy-trinh-qt-tp-01.html ] || fail "written: $(ls b)"
expect 0 export html "$system" -o b
diff -r a/site b || fail "files of the internal edition are left"

# Files of others stay where they are, and stop what would replace them before anything is written.
echo mine >b/ghi-chu.txt
expect 0 export html "$system" -o b
[ "$(cat b/ghi-chu.txt)" = mine ] || fail "a file of others is gone"
mkdir c
echo mine >c/search.js
expect 2 export html "$system" -o c --lang en
says err "c/search.js: error: this file is not of a site that qms has written"
[ "$(ls -A c)" = search.js ] && [ "$(cat c/search.js)" = mine ] || fail "in c: $(ls -A c)"

# A list that somebody has changed leads nowhere: neither out of the folder nor to the input.
mkdir d
cp "$system" d/nguon.html
cp "$system" quy-trinh.html
expect 0 export html "$system" -o e
printf '%s\n' ../quy-trinh.html nguon.html ../../x.html /etc/hosts.html .qms-site >>e/.qms-site
mv e/.qms-site d
expect 0 export html d/nguon.html -o d
same d/nguon.html "$system"
same quy-trinh.html "$system"
echo "not a list" >b/.qms-site
expect 2 export html "$system" -o b --lang en
says err "is not of a site"

# A procedure that many share stands on the page of each, up to a limit.
python3 - >large.xml <<'END'
print('<heThong xmlns="urn:libqms:1"><quyTrinh id="Q"><ten>Q</ten><buoc><noiDung>' + "x" * 1000000 + "</noiDung></buoc></quyTrinh>")
for i in range(300):
    print('<thuTuc ma="1.%06d" quyTrinh="Q"><ten>T</ten></thuTuc>' % i)
print("</heThong>")
END
expect 2 export html large.xml -o large --lang en
says err "the limit of 268435456 bytes of a web site is exceeded"
[ ! -e large ] || fail "a part of a site is written"

# It needs a folder, and a day that is one.
expect 2 export html "$system" --lang en
says err "a site needs a directory: name it with -o"
echo >file
expect 2 export html "$system" -o file --lang en
says err "cannot be made a directory"
expect 2 export html "$system" --internal --as-of 31/01/2026 -o f
[ ! -e f ] || fail "a folder in spite of the error"
finish
