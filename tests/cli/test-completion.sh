# SPDX-License-Identifier: Apache-2.0
# Completion for bash offers commands, options and values.
. "$(dirname "$0")/lib.sh"
command -v bash >/dev/null || skip "bash is not installed"
mkdir bin
ln -s "$QMS" bin/qms
PATH=$PWD/bin:$PATH

# complete WORD…: what is offered for the last word, on one line.
offered () {
  bash -c '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _qms; echo "${COMPREPLY[*]}"' bash \
    "$SOURCE/cli/completion/bash/qms" "$@" >out
}

offered qms va
[ "$(cat out)" = validate ] || fail "commands: $(cat out)"
offered qms validate --for
[ "$(cat out)" = "--format=" ] || fail "options: $(cat out)"
offered qms validate --format = j
[ "$(cat out)" = "json junit" ] || fail "values: $(cat out)"
offered qms schema x
[ "$(cat out)" = xsd ] || fail "words: $(cat out)"
offered qms explain QMS-XM-001
[ "$(cat out)" = QMS-XM-001 ] || fail "rules: $(cat out)"
touch system.xml
offered qms show sys
[ "$(cat out)" = system.xml ] || fail "files: $(cat out)"
offered qms new --output = sys
[ "$(cat out)" = system.xml ] || fail "files of an option: $(cat out)"
finish
