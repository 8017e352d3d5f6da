// SPDX-License-Identifier: Apache-2.0
package org.libqms;

/** What was not understood in a Word document or is not as it should be. */
public final class DocxNote {
  private final String id;
  private final Severity severity;
  private final String[] messages = new String[2];
  private final String source;
  private final String[] places = new String[2];

  DocxNote(long report, long index) {
    id = Text.at(Lib.qms_docx_report_note_id(report, index));
    severity = Severity.of(Lib.qms_docx_report_note_severity(report, index));
    source = Text.at(Lib.qms_docx_report_note_source(report, index));
    for (Language language : Language.values()) {
      messages[language.ordinal()] = Text.at(Lib.qms_docx_report_note(report, index, language.ordinal()));
      places[language.ordinal()] = Text.at(Lib.qms_docx_report_note_place(report, index, language.ordinal()));
    }
  }

  /** Identifier of the message, such as "QMS-DX-001". */
  public String id() {
    return id;
  }

  public Severity severity() {
    return severity;
  }

  public String message(Language language) {
    return messages[language.ordinal()];
  }

  /** The text that it is about; null if it is about none. */
  public String source() {
    return source;
  }

  /** Where that stands; null: nowhere in particular. */
  public String place(Language language) {
    return places[language.ordinal()];
  }
}
