#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Fuzzes each target in turn with libFuzzer, ASan and UBSan. usage: tests/fuzz/run.sh [SECONDS-FOR-EACH [TARGET…]]
#
# New inputs go to build/fuzz/corpus, not to the sources; an input that crashes is kept as build/fuzz/crash-….
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
build=$root/build/fuzz
seconds=${1:-60}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- xml json portal bpmn csv path case docx word template

if ! command -v clang-14 >/dev/null || ! ls /usr/lib/llvm-14/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a >/dev/null 2>&1; then
  echo "fuzz: installing clang-14 libclang-rt-14-dev" >&2
  sudo=
  [ "$(id -u)" = 0 ] || sudo=sudo
  $sudo apt-get install -y --no-install-recommends clang-14 libclang-rt-14-dev
fi

cmake -S "$root" -B "$build" -G Ninja -DCMAKE_C_COMPILER=clang-14 -DCMAKE_BUILD_TYPE=RelWithDebInfo -DQMS_FUZZ=ON \
  -DCMAKE_C_FLAGS='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined' >/dev/null
# Words of the model, so that the fuzzer need not guess them.
grep -oh '"[A-Za-z0-9]*"' "$root"/libqms/gen/tables.c | sort -u >"$build/dictionary.txt"
for target in "$@"; do
  cmake --build "$build" --target "fuzz_$target"
  mkdir -p "$build/corpus/$target"
  echo "fuzz: $target for $seconds s"
  (cd "$build" && "tests/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=16384 -timeout=5 -rss_limit_mb=1024 -print_final_stats=1 \
    -dict=dictionary.txt "corpus/$target" "$root/tests/fuzz/corpus/$target")
done
