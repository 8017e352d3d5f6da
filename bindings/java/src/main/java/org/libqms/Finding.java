// SPDX-License-Identifier: Apache-2.0
package org.libqms;

/** One thing that a rule found. It reads from its report, which it keeps. */
public final class Finding {
  private final Report report;
  private final int index;

  Finding(Report report, int index) {
    this.report = report;
    this.index = index;
  }

  public Rule rule() {
    synchronized (report.lock()) {
      return Rule.of(Lib.qms_report_rule(report.pointer(), index));
    }
  }

  public Severity severity() {
    synchronized (report.lock()) {
      return Severity.of(Lib.qms_report_severity(report.pointer(), index));
    }
  }

  public String message(Language language) {
    synchronized (report.lock()) {
      return Text.at(Lib.qms_report_message(report.pointer(), index, language.ordinal()));
    }
  }

  /** The message in Vietnamese. */
  public String message() {
    return message(Language.VI);
  }

  /** Source that the finding rests on; null if none. */
  public String cite() {
    synchronized (report.lock()) {
      return Text.at(Lib.qms_report_cite(report.pointer(), index));
    }
  }

  /** Identifier of the framework's requirement that the finding is about; null if it is about none. */
  public String requirement() {
    synchronized (report.lock()) {
      return Text.at(Lib.qms_report_requirement(report.pointer(), index));
    }
  }

  /** Line, counted from 1; 0 if unknown. */
  public int line() {
    synchronized (report.lock()) {
      return Lib.qms_report_line(report.pointer(), index);
    }
  }

  /** Column, counted from 1; 0 if unknown. */
  public int column() {
    synchronized (report.lock()) {
      return Lib.qms_report_column(report.pointer(), index);
    }
  }

  /** Model path, with the field if it is about one. */
  public String path() {
    synchronized (report.lock()) {
      return Text.at(Lib.qms_report_path(report.pointer(), index));
    }
  }

  /** Node that the finding is about; null if there is none. */
  public Node node() {
    synchronized (report.lock()) {
      return report.node(Lib.qms_report_node(report.pointer(), index));
    }
  }

  /** Whether somebody accepts the finding for a time. */
  public boolean isSuppressed() {
    synchronized (report.lock()) {
      return Lib.qms_report_is_suppressed(report.pointer(), index) != 0;
    }
  }

  /** Who accepts it; null if the finding is not suppressed. */
  public String suppressedBy() {
    synchronized (report.lock()) {
      return Text.at(Lib.qms_report_suppression_who(report.pointer(), index));
    }
  }

  /** Until which day (YYYY-MM-DD) it is accepted; null if the finding is not suppressed. */
  public String suppressedUntil() {
    synchronized (report.lock()) {
      return Text.at(Lib.qms_report_suppression_until(report.pointer(), index));
    }
  }

  /** Why it is accepted; null if the finding is not suppressed. */
  public String suppressionReason() {
    synchronized (report.lock()) {
      return Text.at(Lib.qms_report_suppression_reason(report.pointer(), index));
    }
  }

  /** Whether the suppression stands in the document itself and not beside it. */
  public boolean isSuppressedInFile() {
    synchronized (report.lock()) {
      return Lib.qms_report_suppression_is_in_file(report.pointer(), index) != 0;
    }
  }

  /** 16 hexadecimal digits that stay the same when lines move. */
  public String fingerprint() {
    synchronized (report.lock()) {
      return Text.at(Lib.qms_report_fingerprint(report.pointer(), index));
    }
  }

  /** One line for people, in Vietnamese. */
  @Override
  public String toString() {
    return line() + ":" + column() + ": " + severity().word() + ": " + message() + " [" + rule().id() + "]";
  }
}
