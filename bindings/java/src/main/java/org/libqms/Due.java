// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.time.OffsetDateTime;

/** A time, and how sure the calendar is of the days before it. */
public final class Due {
  /** How sure a calendar is. The order is that of the ABI. */
  public enum Certainty {
    /** All days are announced and confirmed. */
    SURE,
    /** A day that counts is not confirmed, or only second-hand. */
    UNSURE,
    /** A day that counts lies outside the known years. */
    OUTSIDE
  }

  private final OffsetDateTime time;
  private final Certainty certainty;

  Due(OffsetDateTime time, int certainty) {
    this.time = time;
    this.certainty = Certainty.values()[certainty];
  }

  public OffsetDateTime time() {
    return time;
  }

  public Certainty certainty() {
    return certainty;
  }

  @Override
  public String toString() {
    return time + (certainty == Certainty.SURE ? "" : " (" + certainty + ")");
  }
}
