// SPDX-License-Identifier: Apache-2.0
package org.libqms;

/** Why a call failed, in a word. */
public enum Status {
  /** No failure. */
  OK("ok"),
  /** An argument is null, out of range or of the wrong type. */
  ARGUMENT("argument"),
  /** A file cannot be opened, read or written. */
  IO("io"),
  /** Not well-formed XML or JSON, or not UTF-8. */
  SYNTAX("syntax"),
  /** An element, attribute or member that the model does not know, or in the wrong place. */
  STRUCTURE("structure"),
  /** A value that its kind does not allow. */
  VALUE("value"),
  /** An identifier used twice. */
  REFERENCE("reference"),
  /** A limit of the reader is exceeded. */
  LIMIT("limit"),
  /** A document type declaration, an encoding other than UTF-8, compressed data. */
  UNSUPPORTED("unsupported"),
  /** No such framework, path, rule. */
  NOT_FOUND("not-found"),
  /** A defect of libqms. */
  INTERNAL("internal");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /** The word that the command and all bindings share. */
  public String word() {
    return word;
  }

  static Status of(int number) {
    return number >= 0 && number < values().length ? values()[number] : INTERNAL;
  }
}
