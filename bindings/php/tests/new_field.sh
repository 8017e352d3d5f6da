#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Uses a field that only the library at hand knows: new_field.sh BUILD. The scratch copy of the project is in FACADES.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
command -v php > /dev/null || { echo "skipped: there is no php"; exit 0; }
QMS_LIBRARY=$FACADES/libqms.so.0 exec php -r '
require $argv[1] . "/../src/autoload.php";
$procedure = Qms\Qms::create()->root()->procedures->add(["scratchField" => "mới"]);
$good = $procedure->scratchField === "mới" && str_contains($procedure->nodeDocument()->write(), "<truongThu>mới</truongThu>");
echo $good ? "ok: PHP has the new field\n" : "PHP does not have the new field\n";
exit($good ? 0 : 1);' "$here"
