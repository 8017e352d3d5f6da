# SPDX-License-Identifier: Apache-2.0
# Manual pages and help say the same: every command has a page, every option stands in both.
. "$(dirname "$0")/lib.sh"
man=$SOURCE/docs/man

# Options of a help text and of a page, one a line, as in "-o, --output=FILE".
help_options () {
  sed -n 's/^  \( *\(-[a-zA-Z], \)\{0,1\}--[^ ]*\).*/\1/p' out | sed 's/^ *//' | sort
}

page_options () {
  sed -n '/^\.SH OPTIONS/,/^\.SH [^O]/p' "$1" | sed -n 's/\\-/-/g; s/\\f[BIR]//g; /^-/p' | sort
}

check () {
  page=$1
  shift
  [ -f "$page" ] || { fail "there is no $page"; return; }
  expect 0 "$@" --help --lang en
  help_options >in-help
  page_options "$page" >in-page
  [ -s in-help ] || fail "no options in the help of $*"
  diff in-help in-page || fail "$(basename "$page") and qms $* --help differ"
}

check "$man/qms.1"
expect 0 --help --lang en
sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' out >commands
for command in $(cat commands); do
  check "$man/qms-$command.1" "$command"
  grep -q "qms.-$command" "$man/qms.1" || fail "qms.1 does not name qms-$command"
done
[ "$(ls "$man" | grep -c '^qms-')" -eq "$(wc -l <commands)" ] || fail "a page too many"
finish
