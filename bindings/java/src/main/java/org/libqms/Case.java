// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.libqms.model.CaseStatus;
import org.libqms.model.FormKind;
import org.libqms.model.Timeliness;

/**
 * A dossier on its way through an approved procedure: who is next, when is it due, is it late. Its document is a file like any
 * other; change it only through the case. `actor` is a position or an account; `actor` and `note` may be null.
 */
public final class Case extends Resource {
  private final Document document;
  private final Workflow workflow;
  private final ZoneOffset offset;

  private Case(long pointer, Document document) {
    super(pointer, Lib::qms_case_free);
    this.document = document;
    workflow = new Workflow(Lib.qms_workflow_ref(Lib.qms_case_workflow(pointer)));
    offset = Calendar.offsetOf(Lib.qms_case_calendar(pointer));
  }

  /** Starts a case with the calendar that the document names, else that of Vietnam. */
  public static Case start(Document document, Node procedure) {
    return start(document, procedure, null);
  }

  /** Starts a case: `document` is new (root "case_file") and says when the dossier was received. */
  public static Case start(Document document, Node procedure, Calendar calendar) {
    return Document.locked(document, procedure.document, () -> withCalendar(calendar, days -> {
      Call call = new Call();
      return call.value(Lib.qms_case_start(document.pointer(), procedure.pointer(), days, call.result, call.error));
    }, document));
  }

  /** Opens a case that has begun, with the calendar that it names, else that of Vietnam. */
  public static Case open(Document document) {
    return open(document, null);
  }

  /** Opens a case that has begun. */
  public static Case open(Document document, Calendar calendar) {
    synchronized (document) {
      return withCalendar(calendar, days -> {
        Call call = new Call();
        return call.value(Lib.qms_case_open(document.pointer(), days, call.result, call.error));
      }, document);
    }
  }

  private static Case withCalendar(Calendar calendar, LongUnaryOperator make, Document document) {
    if (calendar == null) {
      return new Case(make.applyAsLong(0), document);
    }
    synchronized (calendar) {
      return new Case(make.applyAsLong(calendar.pointer()), document);
    }
  }

  @Override
  Object lock() {
    return document;
  }

  public Document document() {
    return document;
  }

  public Workflow workflow() {
    return workflow;
  }

  // ---- what happens

  /** A step is done; `step` null: the one that is open, `outcome` null: the only one that is possible. */
  public void complete(String step, String outcome, OffsetDateTime time, String actor, String note) {
    synchronized (lock()) {
      Call call = new Call();
      call.check(Lib.qms_case_complete(pointer(), Text.bytes(step), Text.bytes(outcome), time.toEpochSecond(), Text.bytes(actor),
          Text.bytes(note), call.error));
    }
  }

  /** Something that happens to a case and needs no more than a time. */
  public enum Event {
    REQUEST_SUPPLEMENT(Lib::qms_case_request_supplement),
    RECEIVE_SUPPLEMENT(Lib::qms_case_receive_supplement),
    REQUEST_PAYMENT(Lib::qms_case_request_payment),
    RECEIVE_PAYMENT(Lib::qms_case_receive_payment),
    STOP(Lib::qms_case_stop),
    WITHDRAW(Lib::qms_case_withdraw),
    REFUSE(Lib::qms_case_refuse);

    private final Act act;

    Event(Act act) {
      this.act = act;
    }
  }

  private interface Act {
    int call(long opened, long time, byte[] actor, byte[] note, long[] error);
  }

  /** Something happens. */
  public void happen(Event event, OffsetDateTime time, String actor, String note) {
    synchronized (lock()) {
      Call call = new Call();
      call.check(event.act.call(pointer(), time.toEpochSecond(), Text.bytes(actor), Text.bytes(note), call.error));
    }
  }

  /** Apology and a new due time. */
  public void extend(OffsetDateTime due, OffsetDateTime time, String actor, String note) {
    synchronized (lock()) {
      Call call = new Call();
      call.check(Lib.qms_case_extend(pointer(), due.toEpochSecond(), time.toEpochSecond(), Text.bytes(actor), Text.bytes(note),
          call.error));
    }
  }

  /** Another agency decides from now on; its code may be null. */
  public void handOver(String agency, String agencyCode, OffsetDateTime time, String actor, String note) {
    synchronized (lock()) {
      Call call = new Call();
      call.check(Lib.qms_case_hand_over(pointer(), Text.bytes(agencyCode), Text.bytes(agency), time.toEpochSecond(),
          Text.bytes(actor), Text.bytes(note), call.error));
    }
  }

  // ---- how it stands

  public CaseStatus status() {
    synchronized (lock()) {
      return CaseStatus.of(Lib.qms_case_status(pointer()));
    }
  }

  public boolean isEnded() {
    synchronized (lock()) {
      return Lib.qms_case_is_ended(pointer()) != 0;
    }
  }

  /** Whether its clock runs. */
  public boolean isRunning() {
    synchronized (lock()) {
      return Lib.qms_case_is_running(pointer()) != 0;
    }
  }

  /** When the result is due, in the calendar's time; null if the case has no limit. */
  public OffsetDateTime due() {
    synchronized (lock()) {
      long[] due = new long[1];
      return Lib.qms_case_due(pointer(), due, null) == 0 ? Calendar.time(due[0], offset) : null;
    }
  }

  /** Steps that are open. */
  public List<Workflow.Step> openSteps() {
    List<Workflow.Step> steps = new ArrayList<>();
    synchronized (lock()) {
      for (long i = 0; i < Lib.qms_case_open_steps(pointer()); i++) {
        steps.add(workflow.steps().get((int) Lib.qms_case_open_step(pointer(), i)));
      }
    }
    return steps;
  }

  /** When an open step is due, in the calendar's time; null if it is not open or has no time of its own. */
  public OffsetDateTime due(Workflow.Step step) {
    synchronized (lock()) {
      long[] due = new long[1];
      return Lib.qms_case_step_due(pointer(), step.index, due) == 0 ? Calendar.time(due[0], offset) : null;
    }
  }

  /** When an open step began, in the calendar's time; null if it is not open. */
  public OffsetDateTime entered(Workflow.Step step) {
    synchronized (lock()) {
      long[] entered = new long[1];
      return Lib.qms_case_step_entered(pointer(), step.index, entered) == 0 ? Calendar.time(entered[0], offset) : null;
    }
  }

  /** Whether the time of an open step is counted now. */
  public boolean isRunning(Workflow.Step step) {
    synchronized (lock()) {
      return Lib.qms_case_step_is_running(pointer(), step.index) != 0;
    }
  }

  /** What opens if a step is completed with the outcome of a code. */
  public Next next(Workflow.Step step, String code) {
    synchronized (lock()) {
      return new Next(step, Lib.qms_workflow_find_outcome(workflow.pointer(), step.index, Text.bytes(code)));
    }
  }

  /** What follows if a step is completed with an outcome. */
  public final class Next {
    private final boolean possible;
    private final boolean ends;
    private final List<Workflow.Step> steps = new ArrayList<>();

    private Next(Workflow.Step step, long outcome) {
      int[] end = new int[1];
      long count = Lib.qms_case_next_count(pointer(), step.index, outcome, end);
      for (long i = 0; i < count; i++) {
        steps.add(workflow.steps().get((int) Lib.qms_case_next(pointer(), step.index, outcome, i)));
      }
      possible = Lib.qms_case_is_possible(pointer(), step.index, outcome) != 0;
      ends = end[0] != 0;
    }

    /** Whether the outcome can happen in the scenario of the case. */
    public boolean isPossible() {
      return possible;
    }

    /** Steps that open; none: handling ends, or other branches are awaited. */
    public List<Workflow.Step> steps() {
      return steps;
    }

    /** Whether handling ends. */
    public boolean ends() {
      return ends;
    }
  }

  /** Working minutes used until a time, without those during which the clock was stopped. */
  public long used(OffsetDateTime now) {
    synchronized (lock()) {
      return Lib.qms_case_used(pointer(), now.toEpochSecond());
    }
  }

  /** Working minutes of an open step that are used. */
  public long used(Workflow.Step step, OffsetDateTime now) {
    synchronized (lock()) {
      return Lib.qms_case_step_used(pointer(), step.index, now.toEpochSecond());
    }
  }

  /** Working minutes of an open step that are left; null if it has no time of its own. */
  public Long remaining(Workflow.Step step, OffsetDateTime now) {
    synchronized (lock()) {
      long[] minutes = new long[1];
      return Lib.qms_case_step_remaining(pointer(), step.index, now.toEpochSecond(), minutes) == 0 ? minutes[0] : null;
    }
  }

  /** Working minutes left at a time; negative if it is overdue. */
  public long remaining(OffsetDateTime now) {
    synchronized (lock()) {
      Call call = new Call();
      return call.value(Lib.qms_case_remaining(pointer(), now.toEpochSecond(), call.result));
    }
  }

  /** Whether the case is in time at a moment; null if that cannot be said. */
  public Timeliness timeliness(OffsetDateTime now) {
    synchronized (lock()) {
      return Timeliness.of(Lib.qms_case_timeliness(pointer(), now.toEpochSecond(), 0));
    }
  }

  /** Whether an open step is in time at a moment; null if that cannot be said. */
  public Timeliness timeliness(Workflow.Step step, OffsetDateTime now) {
    return timeliness(step, now, 0);
  }

  /** The same; not more than `soon` working minutes before its end it is due soon. */
  public Timeliness timeliness(Workflow.Step step, OffsetDateTime now, long soon) {
    synchronized (lock()) {
      return Timeliness.of(Lib.qms_case_step_timeliness(pointer(), step.index, now.toEpochSecond(), soon));
    }
  }

  /** Data for a one-stop form. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> form(FormKind kind) {
    synchronized (lock()) {
      Call call = new Call();
      return (Map<String, Object>) Json.parse(call.text(Lib.qms_case_form(pointer(), kind.number(), Text.bytes("json"), Lib.VI,
          call.result, null, call.error)));
    }
  }
}
