#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every binding's example does this job: runs the program given on the example system and cases, and compares what it prints.
set -eu
examples=$(cd "$(dirname "$0")" && pwd)

"$@" "$examples/xml/ubnd-xa-nho.xml" 2026-03-05T10:30:00+07:00 "$examples"/cases/*.xml | diff -u "$examples/output/overdue.txt" -
