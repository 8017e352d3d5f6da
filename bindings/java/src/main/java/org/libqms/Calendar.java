// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.libqms.model.Certainty;
import org.libqms.model.DayOffKind;

/** A working calendar: working time, days off, days worked instead, and when something is due. Immutable. */
public final class Calendar extends Resource {
  private final ZoneOffset offset;

  private Calendar(long pointer) {
    super(pointer, Lib::qms_calendar_unref);
    offset = offsetOf(pointer);
  }

  /** A shipped calendar by identifier ("vn"), or a file. */
  public static Calendar load(String name) {
    Call call = new Call();
    return new Calendar(call.value(Lib.qms_calendar_load(Text.bytes(name), call.result, call.error)));
  }

  /** Compiles a calendar document. */
  public static Calendar of(Document document) {
    synchronized (document) {
      Call call = new Call();
      return new Calendar(call.value(Lib.qms_calendar_new(document.pointer(), call.result, call.error)));
    }
  }

  static ZoneOffset offsetOf(long calendar) {
    return ZoneOffset.ofTotalSeconds(60 * Lib.qms_calendar_utc_offset(calendar));
  }

  static OffsetDateTime time(long seconds, ZoneOffset offset) {
    return Instant.ofEpochSecond(seconds).atOffset(offset);
  }

  /** Identifier. */
  public synchronized String id() {
    return Text.at(Lib.qms_calendar_id(pointer()));
  }

  /** Its local time. */
  public ZoneOffset offset() {
    return offset;
  }

  /** Minutes of a working day. */
  public synchronized int dayMinutes() {
    return Lib.qms_calendar_day_minutes(pointer());
  }

  /** Whether the day has working time. */
  public synchronized boolean isWorkingDay(LocalDate day) {
    return Lib.qms_calendar_is_working_day(pointer(), day.getYear(), day.getMonthValue(), day.getDayOfMonth()) == 1;
  }

  /** What the calendar names the day; null if it says nothing of it. */
  public synchronized String dayName(LocalDate day) {
    return Text.at(Lib.qms_calendar_day_name(pointer(), day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
  }

  /** Why the calendar names the day off; null for other days, also those that the week leaves free. */
  public synchronized DayOffKind dayKind(LocalDate day) {
    return DayOffKind.of(Lib.qms_calendar_day_kind(pointer(), day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
  }

  /** How sure is what the calendar says of the day in particular; null if it says nothing. */
  public synchronized Certainty dayCertainty(LocalDate day) {
    return Certainty.of(Lib.qms_calendar_day_certainty(pointer(), day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
  }

  /** When a time limit that begins at `start` ends. */
  public synchronized Due due(OffsetDateTime start, Duration limit) {
    BigDecimal value = limit.value().scale() < 0 ? limit.value().setScale(0) : limit.value();
    Call call = new Call();
    int[] certainty = new int[1];
    call.check(Lib.qms_calendar_due(pointer(), start.toEpochSecond(), value.unscaledValue().longValueExact(), value.scale(),
        limit.unit().number(), call.result, certainty, call.error));
    return new Due(time(call.result[0], offset), certainty[0]);
  }

  /** When the result of a same-day procedure is due. */
  public synchronized Due sameDayDue(OffsetDateTime received) {
    Call call = new Call();
    int[] certainty = new int[1];
    call.check(Lib.qms_calendar_same_day_due(pointer(), received.toEpochSecond(), call.result, certainty, call.error));
    return new Due(time(call.result[0], offset), certainty[0]);
  }

  /** The moment `minutes` of working time after `start`; before it, if negative. */
  public synchronized Due add(OffsetDateTime start, long minutes) {
    Call call = new Call();
    int[] certainty = new int[1];
    call.check(Lib.qms_calendar_add(pointer(), start.toEpochSecond(), minutes, call.result, certainty, call.error));
    return new Due(time(call.result[0], offset), certainty[0]);
  }

  /** Minutes of working time between two moments; negative if `to` is earlier. */
  public synchronized long workingMinutes(OffsetDateTime from, OffsetDateTime to) {
    return Lib.qms_calendar_between(pointer(), from.toEpochSecond(), to.toEpochSecond());
  }
}
