#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every Word document of the example systems becomes a PDF in LibreOffice: convert.sh BUILD DIRECTORY. The PDFs stay, to be
# looked at page by page.
set -eu
build=$(cd "$1" && pwd)
mkdir -p "$2"
folder=$(cd "$2" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)

for system in "$root"/examples/xml/ubnd-xa.xml "$root"/examples/xml/so.xml "$root"/examples/xml/lien-thong.xml; do
  "$build/qms" export docx "$system" --all -o "$folder/$(basename "$system" .xml)"
done
mkdir -p "$folder/cases"
for case in "$root"/examples/cases/*.xml; do
  "$build/qms" export docx "$case" --template control-slip -o "$folder/cases/$(basename "$case" .xml).docx"
done

for documents in "$folder"/*/; do
  soffice --headless "-env:UserInstallation=file://$folder-profile" --convert-to pdf --outdir "$documents" "$documents"*.docx \
    >"$folder-log" 2>&1
  for document in "$documents"*.docx; do
    [ -s "${document%.docx}.pdf" ] || { cat "$folder-log"; echo "$document was not converted" >&2; exit 1; }
    pdfinfo "${document%.docx}.pdf" | sed -n "s|^Pages: *|$(basename "$document"): pages: |p"
  done
done
