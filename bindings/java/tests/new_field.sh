#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compiles the package with the classes in FACADES and uses a field that only they and the library there know: new_field.sh BUILD.
set -eu
jna=/usr/share/java/jna.jar
command -v javac > /dev/null && [ -e "$jna" ] || { echo "skipped: Java is not here"; exit 0; }
java=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/NewField.java" << 'END'
import org.libqms.Document;
import org.libqms.Format;
import org.libqms.model.Procedure;
import org.libqms.model.QualitySystem;

class NewField {
  public static void main(String[] args) {
    Document document = Document.create("system");
    Procedure procedure = document.root(QualitySystem.class).getProcedures().append();
    procedure.setScratchField("mới");
    boolean good = procedure.getScratchField().equals("mới") && document.write(Format.XML).contains("<truongThu>mới</truongThu>");
    System.out.println(good ? "ok: Java has the new field" : "Java lost the new field");
    System.exit(good ? 0 : 1);
  }
}
END
javac -encoding UTF-8 -cp "$jna" -d "$work" "$java"/src/main/java/org/libqms/*.java \
  "$FACADES"/bindings/java/src/main/java/org/libqms/model/*.java "$work/NewField.java"
QMS_LIBRARY=$FACADES/libqms.so.0 java -cp "$work:$jna" NewField
