// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.time.LocalDate;

/** What the code of a case says. */
public final class CaseCode {
  private final String agency;
  private final LocalDate day;
  private final long serial;

  private CaseCode(String agency, LocalDate day, long serial) {
    this.agency = agency;
    this.day = day;
    this.serial = serial;
  }

  /** Takes a code apart. */
  public static CaseCode parse(String code) {
    Call call = new Call();
    int[] year = new int[1];
    int[] month = new int[1];
    int[] day = new int[1];
    long[] serial = new long[1];
    String agency = call.text(Lib.qms_case_code_parse(Text.bytes(code), call.result, year, month, day, serial, call.error));
    return new CaseCode(agency, LocalDate.of(year[0], month[0], day[0]), serial[0]);
  }

  /** Code of the agency. */
  public String agency() {
    return agency;
  }

  /** Day of receipt. */
  public LocalDate day() {
    return day;
  }

  /** Number of the day, from 1. */
  public long serial() {
    return serial;
  }
}
