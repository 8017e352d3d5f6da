// SPDX-License-Identifier: Apache-2.0
package org.libqms;

/** Kind of a field's value. */
public enum Kind {
  ID("id"),
  STRING("string"),
  TEXT("text"),
  CODE("code"),
  REF("ref"),
  BOOL("bool"),
  INT("int"),
  MONEY("money"),
  DECIMAL("decimal"),
  DATE("date"),
  DATE_TIME("dateTime"),
  DURATION("duration"),
  ENUM("enum"),
  NODE("node");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  /** Name of the kind in the schema. */
  public String word() {
    return word;
  }

  boolean isText() {
    return ordinal() <= REF.ordinal();
  }

  static Kind of(int number) {
    return values()[number - 1];
  }
}
