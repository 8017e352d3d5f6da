// SPDX-License-Identifier: Apache-2.0
package org.libqms;

/** What a BPMN file became. */
public final class BpmnImport {
  private final Node procedure;
  private final Report report;

  BpmnImport(Node procedure, Report report) {
    this.procedure = procedure;
    this.report = report;
  }

  public Node procedure() {
    return procedure;
  }

  /** What was lost, guessed or changed. */
  public Report report() {
    return report;
  }
}
