// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.libqms.model.ChannelKind;

/** The times of a workflow against the declared limits. */
public final class Timing {
  /** Unit of the time that is left. The order is that of the ABI. */
  public enum Unit {
    WORKING,
    CALENDAR,
    MONTHS
  }

  private final boolean complete;
  private final List<Row> rows = new ArrayList<>();

  Timing(long workflow, long timing) {
    complete = Lib.qms_timing_complete(timing) != 0;
    for (long i = 0; i < Lib.qms_timing_rows(timing); i++) {
      rows.add(new Row(workflow, timing, i));
    }
  }

  /** Whether all rows are there; false if the workflow has so many scenarios and phases that the rest was left out. */
  public boolean isComplete() {
    return complete;
  }

  public List<Row> rows() {
    return Collections.unmodifiableList(rows);
  }

  /** What is said of a scenario, a phase of it, and a channel. */
  public static final class Row {
    private final String scenario;
    private final String phase;
    private final ChannelKind channel;
    private final Workflow.Verdict verdict;
    private final Times shortest;
    private final Times longest;
    private final long missing;
    private final Duration limit;
    private final Duration statutory;
    private final Double slack;
    private final Unit slackUnit;
    private final Double reduction;

    private Row(long workflow, long timing, long row) {
      scenario = Text.at(Lib.qms_workflow_scenario_id(workflow, Lib.qms_timing_scenario(timing, row)));
      phase = Text.at(Lib.qms_workflow_phase_id(workflow, Lib.qms_timing_phase(timing, row)));
      channel = ChannelKind.of(Lib.qms_timing_channel(timing, row));
      verdict = Workflow.Verdict.values()[Lib.qms_timing_verdict(timing, row)];
      shortest = new Times(unit -> Lib.qms_timing_time(timing, row, 0, unit));
      longest = new Times(unit -> Lib.qms_timing_time(timing, row, 1, unit));
      missing = Lib.qms_timing_missing(timing, row);
      limit = Duration.given((mantissa, scale, unit) -> Lib.qms_timing_limit(timing, row, mantissa, scale, unit));
      statutory = Duration.given((mantissa, scale, unit) -> Lib.qms_timing_statutory(timing, row, mantissa, scale, unit));
      long[] number = new long[1];
      int[] unit = new int[1];
      boolean compared = Lib.qms_timing_slack(timing, row, number, unit) == 0;
      slack = compared ? number[0] / 1e6 : null;
      slackUnit = compared ? Unit.values()[unit[0]] : null;
      reduction = Lib.qms_timing_reduction(timing, row, number) == 0 ? number[0] / 100.0 : null;
    }

    /** Identifier of the scenario; null: all. */
    public String scenario() {
      return scenario;
    }

    /** Identifier of the phase; null: the whole. */
    public String phase() {
      return phase;
    }

    /** Channel of submission; null: any. */
    public ChannelKind channel() {
      return channel;
    }

    public Workflow.Verdict verdict() {
      return verdict;
    }

    /** The least that a way takes. */
    public Times shortest() {
      return shortest;
    }

    /** The most that a way takes. */
    public Times longest() {
      return longest;
    }

    /** Number of steps that count and have no time. */
    public long missing() {
      return missing;
    }

    /** The declared limit; null if there is none. */
    public Duration limit() {
      return limit;
    }

    /** The limit set by law; null if not given. */
    public Duration statutory() {
      return statutory;
    }

    /** Time left until the limit, negative if it is exceeded; null if the two cannot be compared. */
    public Double slack() {
      return slack;
    }

    /** Minutes or months; null without {@link #slack}. */
    public Unit slackUnit() {
      return slackUnit;
    }

    /** By how many percent the limit is shorter than the one set by law; null if they cannot be compared. */
    public Double reduction() {
      return reduction;
    }
  }
}
