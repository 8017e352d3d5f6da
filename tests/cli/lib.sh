# SPDX-License-Identifier: Apache-2.0
# What the tests of the command share. A test sources this, checks, and ends with `finish`.
set -u
failures=0

fail () {
  echo "$*"
  failures=$((failures + 1))
}

finish () {
  [ "$failures" -eq 0 ]
  exit
}

skip () {
  echo "$*"
  exit 77
}

# expect STATUS ARGUMENT…: runs qms; its output is in the files out and err.
expect () {
  wanted=$1
  shift
  "$QMS" "$@" >out 2>err
  status=$?
  [ "$status" -eq "$wanted" ] || fail "qms $*: exit $status, not $wanted: $(head -n 5 err)"
}

# says FILE TEXT, lacks FILE TEXT: whether a fixed text stands in a file.
says () {
  grep -qF -e "$2" "$1" || fail "«$2» is not in $1: $(head -n 5 "$1")"
}

lacks () {
  ! grep -qF -e "$2" "$1" || fail "«$2» is in $1: $(grep -F -e "$2" "$1" | head -n 2)"
}

# matches FILE PATTERN: whether a line matches an extended regular expression.
matches () {
  grep -qE -e "$2" "$1" || fail "no line of $1 is like $2: $(head -n 5 "$1")"
}

empty () {
  [ ! -s "$1" ] || fail "$1 is not empty: $(head -n 5 "$1")"
}

same () {
  cmp -s "$1" "$2" || fail "$1 and $2 differ"
}

json () {
  python3 -m json.tool "$1" >/dev/null || fail "$1 is not JSON"
}

# A new commune's system in a file. Without it a test need not go on.
make_system () {
  expect 0 new --agency-type ubndCapXa --name "UBND xã Thới Hưng" -o "$1"
  [ "$failures" -eq 0 ] || finish
}
