// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** For each clause of the standard and each requirement of the framework, what in a system answers to it. */
public final class Coverage extends Resource {
  /** What a row is about. The order is that of the ABI. */
  public enum Kind {
    CLAUSE,
    REQUIREMENT
  }

  /** How things stand with a row. The order is that of the ABI. */
  public enum State {
    MET,
    PARTIAL,
    MISSING,
    EXCLUDED
  }

  private final Document system;

  private Coverage(long pointer, Document system) {
    super(pointer, Lib::qms_coverage_free);
    this.system = system;
  }

  /** The matrix of a system for a day (null: today); `framework` null: the one that the system names. */
  public static Coverage of(Document system, String framework, LocalDate day) {
    synchronized (system) {
      Call call = new Call();
      return new Coverage(call.value(Lib.qms_coverage_run(system.pointer(), Text.bytes(framework), day == null ? 0 : day.getYear(),
          day == null ? 0 : day.getMonthValue(), day == null ? 0 : day.getDayOfMonth(), call.result, call.error)), system);
    }
  }

  @Override
  Object lock() {
    return system;
  }

  /** The rows, clauses first. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    synchronized (lock()) {
      for (long i = 0; i < Lib.qms_coverage_count(pointer()); i++) {
        rows.add(new Row(i));
      }
    }
    return rows;
  }

  /** Number of rows in a state. */
  public long count(State state) {
    synchronized (lock()) {
      return Lib.qms_coverage_state_count(pointer(), 0, state.ordinal() + 1);
    }
  }

  /** The matrix as "text", "json", "html" or "csv". */
  public String write(String format, Language language) {
    synchronized (lock()) {
      Call call = new Call();
      return call.text(Lib.qms_coverage_write(pointer(), Text.bytes(format), language.ordinal(), call.result, null, call.error));
    }
  }

  /** A clause or requirement and what answers to it. */
  public final class Row {
    private final Kind kind;
    private final State state;
    private final String id;
    private final String title;
    private final String titleEn;
    private final String note;
    private final String lack;
    private final String lackEn;
    private final String warning;
    private final String warningEn;
    private final List<Node> evidence = new ArrayList<>();
    private final List<String> evidenceTitles = new ArrayList<>();

    private Row(long index) {
      kind = Kind.values()[Lib.qms_coverage_kind(pointer(), index) - 1];
      state = State.values()[Lib.qms_coverage_state(pointer(), index) - 1];
      id = Text.at(Lib.qms_coverage_id(pointer(), index));
      title = Text.at(Lib.qms_coverage_title(pointer(), index, Lib.VI));
      titleEn = Text.at(Lib.qms_coverage_title(pointer(), index, Lib.EN));
      note = Text.at(Lib.qms_coverage_note(pointer(), index));
      lack = Text.at(Lib.qms_coverage_lack(pointer(), index, Lib.VI));
      lackEn = Text.at(Lib.qms_coverage_lack(pointer(), index, Lib.EN));
      warning = Text.at(Lib.qms_coverage_warning(pointer(), index, Lib.VI));
      warningEn = Text.at(Lib.qms_coverage_warning(pointer(), index, Lib.EN));
      for (long i = 0; i < Lib.qms_coverage_evidence_count(pointer(), index); i++) {
        evidence.add(system.node(Lib.qms_coverage_evidence(pointer(), index, i)));
        evidenceTitles.add(Text.take(Lib.qms_coverage_evidence_title(pointer(), index, i, Lib.VI)));
      }
    }

    public Kind kind() {
      return kind;
    }

    public State state() {
      return state;
    }

    /** Number of the clause, or identifier of the requirement. */
    public String id() {
      return id;
    }

    /** Title in Vietnamese. */
    public String title() {
      return title;
    }

    /** Title in English. */
    public String titleEn() {
      return titleEn;
    }

    /** Why it is excluded, or where something that answers is looked for; null. */
    public String note() {
      return note;
    }

    /** What a partial row lacks, in Vietnamese; null. */
    public String lack() {
      return lack;
    }

    /** What a partial row lacks, in English; null. */
    public String lackEn() {
      return lackEn;
    }

    /** What is wrong with the way the system treats the row, in Vietnamese; null if nothing is. */
    public String warning() {
      return warning;
    }

    /** What is wrong with the way the system treats the row, in English; null if nothing is. */
    public String warningEn() {
      return warningEn;
    }

    /** Elements that answer to it. */
    public List<Node> evidence() {
      return evidence;
    }

    /** Code and title of each of these elements, in Vietnamese. */
    public List<String> evidenceTitles() {
      return evidenceTitles;
    }
  }
}
