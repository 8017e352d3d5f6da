// SPDX-License-Identifier: Apache-2.0
package org.libqms;

/** A field that was filled from a Word document. */
public final class DocxField {
  private final String path;
  private final String value;
  private final String source;
  private final String[] places = new String[2];
  private final int confidence;
  private final String[] reasons = new String[2];

  DocxField(long report, long index) {
    path = Text.at(Lib.qms_docx_report_path(report, index));
    value = Text.at(Lib.qms_docx_report_value(report, index));
    source = Text.at(Lib.qms_docx_report_source(report, index));
    confidence = Lib.qms_docx_report_confidence(report, index);
    for (Language language : Language.values()) {
      places[language.ordinal()] = Text.at(Lib.qms_docx_report_place(report, index, language.ordinal()));
      reasons[language.ordinal()] = Text.at(Lib.qms_docx_report_reason(report, index, language.ordinal()));
    }
  }

  /** Path in the system. */
  public String path() {
    return path;
  }

  /** The value as files have it. */
  public String value() {
    return value;
  }

  /** The text that it was read from; null if it follows from the whole. */
  public String source() {
    return source;
  }

  /** Where that stands; null: nowhere in particular. */
  public String place(Language language) {
    return places[language.ordinal()];
  }

  /** How sure it is, from 0 to 100. */
  public int confidence() {
    return confidence;
  }

  /** Why it is so sure. */
  public String reason(Language language) {
    return reasons[language.ordinal()];
  }
}
