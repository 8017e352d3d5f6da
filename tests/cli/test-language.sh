# SPDX-License-Identifier: Apache-2.0
# The language follows --lang, then the locale variables; Vietnamese is the default.
. "$(dirname "$0")/lib.sh"

in_locale () {
  env -u LC_ALL -u LC_MESSAGES -u LANG "$@" "$QMS" validate missing.xml >out 2>err
}

vietnamese () {
  in_locale "$@"
  says out "lỗi:"
}

english () {
  in_locale "$@"
  says out "error:"
}

vietnamese A=1
vietnamese LANG=C
vietnamese LANG=vi_VN.UTF-8
english LANG=en_US.UTF-8
english LANG=vi_VN.UTF-8 LC_MESSAGES=en_GB.UTF-8
vietnamese LANG=en_US.UTF-8 LC_ALL=C
english LANG=vi_VN.UTF-8 LC_ALL=en_US

LC_ALL=en_US expect 2 validate --lang vi missing.xml
says out "lỗi:"
expect 2 validate missing.xml --lang=en
says out "error:"

# Text of both languages passes whatever the locale is.
LC_ALL=C expect 0 new --agency-type ubndCapXa --name "UBND xã Thới Hưng"
says out "UBND xã Thới Hưng"
finish
