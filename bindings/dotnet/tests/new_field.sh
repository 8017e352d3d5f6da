#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compiles the package with the classes in FACADES and uses a field that only they and the library there know: new_field.sh BUILD.
set -eu
command -v mcs > /dev/null && command -v mono > /dev/null || { echo "skipped: Mono is not here"; exit 0; }
dotnet=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

mkdir "$work/sources" "$work/plain"
cp "$dotnet"/src/*.cs "$work/sources"
cp "$FACADES"/bindings/dotnet/src/*.cs "$work/sources"
sh "$dotnet/tests/strip.sh" "$work/plain" "$work"/sources/*.cs
cat > "$work/plain/NewField.cs" << 'END'
class NewField
{
  static int Main()
  {
    var document = Libqms.Document.Create("system");
    var procedure = document.RootAs<Libqms.Model.QualitySystem>().Procedures.Append();
    procedure.ScratchField = "mới";
    bool good = procedure.ScratchField == "mới" && document.Write(Libqms.Format.Xml).Contains("<truongThu>mới</truongThu>");
    System.Console.WriteLine(good ? "ok: .NET has the new field" : ".NET lost the new field");
    return good ? 0 : 1;
  }
}
END
mcs -unsafe -out:"$work/new-field.exe" "$work"/plain/*.cs
ln -s "$FACADES/libqms.so.0" "$work/libqms.so"
LD_LIBRARY_PATH=$work mono "$work/new-field.exe"
