// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.Locale;

/** How grave a finding is. */
public enum Severity {
  INFO,
  WARNING,
  ERROR;

  /** Name in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  int number() {
    return ordinal() + 1;
  }

  static Severity of(int number) {
    return values()[number - 1];
  }
}
