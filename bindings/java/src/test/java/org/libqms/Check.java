// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.Objects;

/** The two assertions that the tests need. */
final class Check {
  private Check() {}

  static void equal(Object expected, Object found) {
    if (!Objects.equals(expected, found)) {
      throw new AssertionError("expected " + expected + ", found " + found);
    }
  }

  /** That the work fails in the way named; what it threw. */
  static <T extends Throwable> T fails(Class<T> type, Runnable work) {
    try {
      work.run();
    } catch (Throwable e) {
      if (type.isInstance(e)) {
        return type.cast(e);
      }
      throw new AssertionError("expected " + type.getSimpleName(), e);
    }
    throw new AssertionError("expected " + type.getSimpleName());
  }
}
