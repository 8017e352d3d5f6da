// SPDX-License-Identifier: Apache-2.0
package org.libqms;

/** How long something takes, in units that are never converted into each other. */
public final class Times {
  interface Millionths {
    long of(int unit);
  }

  private final double working;
  private final double calendar;
  private final double months;

  Times(Millionths time) {
    working = time.of(0) / 1e6;
    calendar = time.of(1) / 1e6;
    months = time.of(2) / 1e6;
  }

  /** Working minutes. */
  public double working() {
    return working;
  }

  /** Minutes that run on days off too. */
  public double calendar() {
    return calendar;
  }

  public double months() {
    return months;
  }
}
