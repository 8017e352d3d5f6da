// SPDX-License-Identifier: Apache-2.0
package org.libqms;

/** Out-parameters of one call into C, and what became of it. */
final class Call {
  /** A handle, a text or a number that the call gives. */
  final long[] result = new long[1];

  /** Chain of errors; freed by {@link #check}. */
  final long[] error = new long[1];

  /** Raises what went wrong, if anything did. */
  void check(int status) {
    if (status == 0) {
      return;
    }
    try {
      throw new QmsException(Status.of(status), Problem.chain(error[0]));
    } finally {
      Lib.qms_error_free(error[0]);
    }
  }

  /** The handle or number that the call gave. */
  long value(int status) {
    check(status);
    return result[0];
  }

  /** The text that the call gave. */
  String text(int status) {
    check(status);
    return Text.take(result[0]);
  }
}
