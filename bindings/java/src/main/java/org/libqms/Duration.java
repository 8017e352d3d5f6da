// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.math.BigDecimal;
import java.util.Objects;
import org.libqms.model.DurationUnit;

/** A time limit: an exact number of a unit, such as half a working day. Units are never converted into each other. */
public final class Duration {
  private final BigDecimal value;
  private final DurationUnit unit;

  private Duration(BigDecimal value, DurationUnit unit) {
    this.value = Objects.requireNonNull(value);
    this.unit = Objects.requireNonNull(unit);
  }

  public static Duration of(BigDecimal value, DurationUnit unit) {
    return new Duration(value, unit);
  }

  public static Duration of(long value, DurationUnit unit) {
    return new Duration(BigDecimal.valueOf(value), unit);
  }

  /** A time limit as files have it ("5 ngayLamViec") or as people write it ("5 ngày làm việc", "4 working hours"). */
  public static Duration parse(String text) {
    Call call = new Call();
    int[] scale = new int[1];
    int[] unit = new int[1];
    long mantissa = call.value(Lib.qms_limit_parse(Text.bytes(text), call.result, scale, unit, call.error));
    return new Duration(BigDecimal.valueOf(mantissa, scale[0]), DurationUnit.of(unit[0]));
  }

  interface Getter {
    int get(long[] mantissa, int[] scale, int[] unit);
  }

  /** The duration that a function of C gives; null if it gives none. */
  static Duration given(Getter getter) {
    long[] mantissa = new long[1];
    int[] scale = new int[1];
    int[] unit = new int[1];
    boolean found = getter.get(mantissa, scale, unit) == 0;
    return found ? new Duration(BigDecimal.valueOf(mantissa[0], scale[0]), DurationUnit.of(unit[0])) : null;
  }

  public BigDecimal value() {
    return value;
  }

  public DurationUnit unit() {
    return unit;
  }

  /** Equal numbers of one unit, whatever their zeros at the end. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Duration && value.compareTo(((Duration) other).value) == 0 && unit == ((Duration) other).unit;
  }

  @Override
  public int hashCode() {
    return value.stripTrailingZeros().hashCode() * 31 + unit.hashCode();
  }

  /** As in files: "0.5 ngayLamViec". */
  @Override
  public String toString() {
    return value.toPlainString() + " " + unit.xml();
  }
}
