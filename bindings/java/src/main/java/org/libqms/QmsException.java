// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A call of the library failed; {@link #problems} are all that it found, the first of them speaks for the exception. */
public final class QmsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Status status;
  private final transient List<Problem> problems;

  QmsException(Status status, List<Problem> problems) {
    super(describe(status, problems));
    this.status = status;
    this.problems = Collections.unmodifiableList(problems);
  }

  private static String describe(Status status, List<Problem> problems) {
    return problems.isEmpty() ? status.word() : problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  public Status status() {
    return status;
  }

  /** All problems that the call found; empty if it told none. */
  public List<Problem> problems() {
    return problems;
  }

  private Problem first() {
    return problems.isEmpty() ? new Problem(status, status.word()) : problems.get(0);
  }

  /** Identifier of the first message, such as "QMS-XM-004"; null if there is none. */
  public String id() {
    return first().id();
  }

  /** File of the first problem; null if it is not about a file. */
  public String file() {
    return first().file();
  }

  /** Line of the first problem, counted from 1; 0 if unknown. */
  public int line() {
    return first().line();
  }

  /** Column of the first problem in characters, counted from 1; 0 if unknown. */
  public int column() {
    return first().column();
  }

  /** Model path of the first problem; null if unknown. */
  public String path() {
    return first().path();
  }
}
