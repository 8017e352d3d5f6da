// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.time.LocalDate;

/** How a document is validated. Each method changes the options and returns them. */
public final class ValidateOptions {
  private String framework;
  private String legal;
  private LocalDate asOf;
  private long maxFindings = -1;
  private Document suppressions;

  /** Framework to validate against, by identifier; null: the one that the document names. */
  public ValidateOptions framework(String framework) {
    this.framework = framework;
    return this;
  }

  /** File of further legal acts. */
  public ValidateOptions legal(String file) {
    legal = file;
    return this;
  }

  /** Day that rules are asked for; null: today. */
  public ValidateOptions asOf(LocalDate day) {
    asOf = day;
    return this;
  }

  /** Greatest number of findings kept, severe ones before mild ones; further ones are counted only. */
  public ValidateOptions maxFindings(long max) {
    maxFindings = ValueList.notNegative(max);
    return this;
  }

  /** Suppressions that stand beside the document. */
  public ValidateOptions suppressions(Document suppressions) {
    this.suppressions = suppressions;
    return this;
  }

  Document suppressions() {
    return suppressions;
  }

  /** A report of C on a document; both documents are locked by the caller. */
  long run(Document document) {
    return withValidator((validator, call) -> Lib.qms_validator_run(validator, document.pointer(), call.result, call.error));
  }

  /** The report of C on the suppressions, after a run whose report is given. */
  long runSuppressions(long report) {
    return withValidator((validator, call) -> Lib.qms_validator_run_suppressions(validator, new long[] {report}, 1, call.result,
        call.error));
  }

  private interface Work {
    int run(long validator, Call call);
  }

  private long withValidator(Work work) {
    long validator = Lib.qms_validator_new();
    try {
      configure(validator);
      Call call = new Call();
      return call.value(work.run(validator, call));
    } finally {
      Lib.qms_validator_free(validator);
    }
  }

  private void configure(long validator) {
    Call call = new Call();
    if (asOf != null) {
      call.check(Lib.qms_validator_set_as_of(validator, asOf.getYear(), asOf.getMonthValue(), asOf.getDayOfMonth(), call.error));
    }
    if (maxFindings >= 0) {
      Lib.qms_validator_set_max_findings(validator, maxFindings);
    }
    if (suppressions != null) {
      call.check(Lib.qms_validator_set_suppressions(validator, suppressions.pointer(), call.error));
    }
    if (legal != null) {
      call.check(Lib.qms_validator_set_legal(validator, Text.bytes(legal), call.error));
    }
    call.check(Lib.qms_validator_set_framework(validator, Text.bytes(framework), call.error));
  }
}
