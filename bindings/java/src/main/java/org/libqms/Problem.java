// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.ArrayList;
import java.util.List;

/** One thing that is wrong: where, what was found, what was expected. */
public final class Problem {
  private final Status status;
  private final String id;
  private final String file;
  private final int line;
  private final int column;
  private final String path;
  private final String message;
  private final String messageEn;
  private final String remedy;
  private final String remedyEn;

  private Problem(long error) {
    status = Status.of(Lib.qms_error_status(error));
    id = Text.at(Lib.qms_error_id(error));
    file = Text.at(Lib.qms_error_file(error));
    line = Lib.qms_error_line(error);
    column = Lib.qms_error_column(error);
    path = Text.at(Lib.qms_error_path(error));
    message = Text.at(Lib.qms_error_message(error, Lib.VI));
    messageEn = Text.at(Lib.qms_error_message(error, Lib.EN));
    remedy = Text.at(Lib.qms_error_remedy(error, Lib.VI));
    remedyEn = Text.at(Lib.qms_error_remedy(error, Lib.EN));
  }

  /** A problem that the binding itself finds. */
  Problem(Status status, String message) {
    this.status = status;
    this.message = message;
    messageEn = message;
    id = null;
    file = null;
    line = 0;
    column = 0;
    path = null;
    remedy = "";
    remedyEn = "";
  }

  /** The problems of a chain, which stays C's. */
  static List<Problem> chain(long error) {
    List<Problem> problems = new ArrayList<>();
    for (; error != 0; error = Lib.qms_error_next(error)) {
      problems.add(new Problem(error));
    }
    return problems;
  }

  public Status status() {
    return status;
  }

  /** Identifier of the message, such as "QMS-XM-004"; null if the binding itself found the problem. */
  public String id() {
    return id;
  }

  /** File as it was given to the reader; null if the problem is not about a file. */
  public String file() {
    return file;
  }

  /** Line, counted from 1; 0 if unknown. */
  public int line() {
    return line;
  }

  /** Column in characters, counted from 1; 0 if unknown. */
  public int column() {
    return column;
  }

  /** Model path; null if unknown. */
  public String path() {
    return path;
  }

  /** The message in Vietnamese, without the place. */
  public String message() {
    return message;
  }

  /** The message in English, without the place. */
  public String messageEn() {
    return messageEn;
  }

  /** How to mend it, in Vietnamese; "" if there is nothing to say. */
  public String remedy() {
    return remedy;
  }

  /** How to mend it, in English; "" if there is nothing to say. */
  public String remedyEn() {
    return remedyEn;
  }

  /** Place and message in Vietnamese. */
  @Override
  public String toString() {
    String place = file == null ? "" : file + ":";
    if (line > 0) {
      place += line + ":" + column + ":";
    }
    return place.isEmpty() ? message : place + " " + message;
  }
}
