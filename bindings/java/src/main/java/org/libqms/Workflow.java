// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.libqms.model.OutcomeKind;

/** The steps of a procedure as a graph: who is next for an outcome, and how long the ways through it take. Immutable. */
public final class Workflow extends Resource {
  private static final int WORKING = 0;

  /** How the longest way compares with a limit. The order is that of the ABI. */
  public enum Verdict {
    NO_LIMIT,
    EQUAL,
    UNDER,
    OVER,
    INCOMPARABLE,
    INCOMPLETE,
    NO_WAY
  }

  private final List<Step> steps = new ArrayList<>();

  /** Takes a reference that C handed over. */
  Workflow(long pointer) {
    super(pointer, Lib::qms_workflow_unref);
    for (long i = 0; i < Lib.qms_workflow_steps(pointer); i++) {
      steps.add(new Step(pointer, i));
    }
  }

  /** Compiles a procedure; nothing of its document is kept. */
  public static Workflow of(Node procedure) {
    synchronized (procedure.document) {
      Call call = new Call();
      return new Workflow(call.value(Lib.qms_workflow_new(procedure.pointer(), call.result, call.error)));
    }
  }

  /** The steps in the order of the procedure. */
  public List<Step> steps() {
    return Collections.unmodifiableList(steps);
  }

  /** Step with an identifier; null if there is none. */
  public Step step(String id) {
    return steps.stream().filter(step -> step.id.equals(id)).findFirst().orElse(null);
  }

  private Step stepAt(long index) {
    return index == Lib.NONE ? null : steps.get((int) index);
  }

  /** The ways in which a step can end. */
  public synchronized List<Outcome> outcomes(Step step) {
    return LongStream.range(0, Lib.qms_workflow_outcomes(pointer(), step.index)).mapToObj(i -> new Outcome(this, step.index, i))
        .collect(Collectors.toList());
  }

  /** The way that takes longest; null if none leads to an end. */
  public Way longestWay() {
    return way(1);
  }

  /** The way that takes the shortest time; null if none leads to an end. */
  public Way shortestWay() {
    return way(0);
  }

  private synchronized Way way(int extreme) {
    long way = Lib.qms_way_new(pointer(), Lib.NONE, Lib.NONE, extreme);
    try {
      return way == 0 ? null : new Way(this, way);
    } finally {
      Lib.qms_way_free(way);
    }
  }

  /** How the longest ways compare with the limits, for each scenario, phase and channel that has one of its own. */
  public synchronized List<Verdict> verdicts() {
    long timing = Lib.qms_timing_new(pointer());
    try {
      return LongStream.range(0, Lib.qms_timing_rows(timing)).mapToObj(row -> Verdict.values()[Lib.qms_timing_verdict(timing, row)])
          .collect(Collectors.toList());
    } finally {
      Lib.qms_timing_free(timing);
    }
  }

  /** A step of a workflow. */
  public static final class Step {
    final long index;
    private final String id;
    private final String name;
    private final String role;
    private final String roleName;
    private final boolean counts;

    private Step(long workflow, long index) {
      this.index = index;
      id = Text.at(Lib.qms_workflow_step_id(workflow, index));
      name = Text.at(Lib.qms_workflow_step_name(workflow, index));
      role = Text.at(Lib.qms_workflow_step_role(workflow, index));
      roleName = Text.at(Lib.qms_workflow_step_role_name(workflow, index));
      counts = Lib.qms_workflow_step_counts(workflow, index) != 0;
    }

    /** Identifier, given by the procedure or made. */
    public String id() {
      return id;
    }

    /** Name; null if not given. */
    public String name() {
      return name;
    }

    /** Identifier of the role; null if not given. */
    public String role() {
      return role;
    }

    /** Name of the role; null if not given. */
    public String roleName() {
      return roleName;
    }

    /** Whether its time counts against the limits. */
    public boolean counts() {
      return counts;
    }
  }

  /** One way in which a step can end. */
  public static final class Outcome {
    private final String code;
    private final String name;
    private final OutcomeKind kind;
    private final Step target;
    private final List<Step> branches = new ArrayList<>();

    private Outcome(Workflow workflow, long step, long index) {
      long pointer = workflow.pointer();
      code = Text.at(Lib.qms_workflow_outcome_code(pointer, step, index));
      name = Text.at(Lib.qms_workflow_outcome_name(pointer, step, index));
      kind = OutcomeKind.of(Lib.qms_workflow_outcome_kind(pointer, step, index));
      target = workflow.stepAt(Lib.qms_workflow_outcome_target(pointer, step, index));
      for (long i = 0; i < Lib.qms_workflow_outcome_branches(pointer, step, index); i++) {
        branches.add(workflow.stepAt(Lib.qms_workflow_outcome_branch(pointer, step, index, i)));
      }
    }

    /** Code; "" of a step that has a single outcome without a name. */
    public String code() {
      return code;
    }

    /** Name; null if not given. */
    public String name() {
      return name;
    }

    public OutcomeKind kind() {
      return kind;
    }

    /** Step that it leads to, or at which its branches meet; null: handling ends. */
    public Step target() {
      return target;
    }

    /** First steps of the branches that it opens, which run at the same time. */
    public List<Step> branches() {
      return branches;
    }
  }

  /** One way from the first step to an end. */
  public static final class Way {
    private final List<Step> steps = new ArrayList<>();
    private final long workingMinutes;

    private Way(Workflow workflow, long way) {
      for (long i = 0; i < Lib.qms_way_steps(way); i++) {
        steps.add(workflow.stepAt(Lib.qms_way_step(way, i)));
      }
      workingMinutes = Lib.qms_way_time(way, WORKING) / 1_000_000;
    }

    public List<Step> steps() {
      return steps;
    }

    /** Its working time in whole minutes. */
    public long workingMinutes() {
      return workingMinutes;
    }
  }
}
