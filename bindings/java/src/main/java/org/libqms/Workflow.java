// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.libqms.model.FormKind;
import org.libqms.model.OutcomeKind;
import org.libqms.model.StepKind;

/** The steps of a procedure as a graph: who is next for an outcome, and how long the ways through it take. Immutable. */
public final class Workflow extends Resource {
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

  String outcomeCode(Step step, long outcome) {
    return Text.at(Lib.qms_workflow_outcome_code(pointer(), step.index, outcome));
  }

  private long scenarioAt(String id) {
    return id == null ? Lib.NONE : known(Lib.qms_workflow_find_scenario(pointer(), Text.bytes(id)), "scenario", id);
  }

  private long phaseAt(String id) {
    return id == null ? Lib.NONE : known(Lib.qms_workflow_find_phase(pointer(), Text.bytes(id)), "phase", id);
  }

  private static long known(long index, String what, String id) {
    if (index == Lib.NONE) {
      throw new IllegalArgumentException("the workflow has no " + what + " " + id);
    }
    return index;
  }

  /** The scenarios: identifier and name. */
  public synchronized Map<String, String> scenarios() {
    Map<String, String> scenarios = new LinkedHashMap<>();
    for (long i = 0; i < Lib.qms_workflow_scenarios(pointer()); i++) {
      scenarios.put(Text.at(Lib.qms_workflow_scenario_id(pointer(), i)), Text.at(Lib.qms_workflow_scenario_name(pointer(), i)));
    }
    return scenarios;
  }

  /** The phases. */
  public synchronized List<Phase> phases() {
    return LongStream.range(0, Lib.qms_workflow_phases(pointer())).mapToObj(i -> new Phase(pointer(), i))
        .collect(Collectors.toList());
  }

  /** Time allowed for a step in a scenario (null: in all); null if none is given. */
  public synchronized Duration duration(Step step, String scenario) {
    return Duration.given((mantissa, scale, unit) -> Lib.qms_workflow_step_duration(pointer(), step.index, scenarioAt(scenario),
        mantissa, scale, unit));
  }

  /** The way that takes longest; null if none leads to an end. */
  public Way longestWay() {
    return way(1, null, null);
  }

  /** The way that takes longest in a scenario (null: none in particular), by the time of a phase (null: the whole). */
  public Way longestWay(String scenario, String phase) {
    return way(1, scenario, phase);
  }

  /** The way that takes the shortest time; null if none leads to an end. */
  public Way shortestWay() {
    return way(0, null, null);
  }

  /** The way that takes the shortest time in a scenario, by the time of a phase. */
  public Way shortestWay(String scenario, String phase) {
    return way(0, scenario, phase);
  }

  private synchronized Way way(int extreme, String scenario, String phase) {
    long way = Lib.qms_way_new(pointer(), scenarioAt(scenario), phaseAt(phase), extreme);
    try {
      return way == 0 ? null : new Way(this, way);
    } finally {
      Lib.qms_way_free(way);
    }
  }

  /** All ways in a scenario (null: none in particular), at most `limit`. */
  public synchronized WorkflowPaths paths(String scenario, long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("the limit " + limit + " lets no way through");
    }
    long paths = Lib.qms_paths_new(pointer(), scenarioAt(scenario), limit);
    try {
      return new WorkflowPaths(this, paths);
    } finally {
      Lib.qms_paths_free(paths);
    }
  }

  /** The workflow of a procedure as "text" or "json", with at most `paths` ways of each scenario. */
  public static String write(Node procedure, String format, Language language, long paths) {
    ValueList.notNegative(paths);
    synchronized (procedure.document) {
      Call call = new Call();
      return call.text(Lib.qms_workflow_write(new long[] {procedure.pointer()}, 1, Text.bytes(format), language.ordinal(), paths,
          call.result, null, call.error));
    }
  }

  /** How the longest ways compare with the limits, for each scenario, phase and channel that has one of its own. */
  public List<Verdict> verdicts() {
    return timing().rows().stream().map(Timing.Row::verdict).collect(Collectors.toList());
  }

  /** The same with all that is known of each. */
  public synchronized Timing timing() {
    long timing = Lib.qms_timing_new(pointer());
    try {
      return new Timing(pointer(), timing);
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
    private final String number;
    private final StepKind kind;
    private final String unit;
    private final String unitName;
    private final String phase;
    private final String agency;
    private final List<StepForm> formsIn = new ArrayList<>();
    private final List<StepForm> formsOut = new ArrayList<>();

    private Step(long workflow, long index) {
      this.index = index;
      id = Text.at(Lib.qms_workflow_step_id(workflow, index));
      name = Text.at(Lib.qms_workflow_step_name(workflow, index));
      role = Text.at(Lib.qms_workflow_step_role(workflow, index));
      roleName = Text.at(Lib.qms_workflow_step_role_name(workflow, index));
      counts = Lib.qms_workflow_step_counts(workflow, index) != 0;
      number = Text.at(Lib.qms_workflow_step_number(workflow, index));
      kind = StepKind.of(Lib.qms_workflow_step_kind(workflow, index));
      unit = Text.at(Lib.qms_workflow_step_unit(workflow, index));
      unitName = Text.at(Lib.qms_workflow_step_unit_name(workflow, index));
      phase = Text.at(Lib.qms_workflow_step_phase(workflow, index));
      agency = Text.at(Lib.qms_workflow_step_agency(workflow, index));
      addForms(workflow, 0, formsIn);
      addForms(workflow, 1, formsOut);
    }

    private void addForms(long workflow, int out, List<StepForm> forms) {
      for (long i = 0; i < Lib.qms_workflow_step_forms(workflow, index, out); i++) {
        forms.add(new StepForm(Text.at(Lib.qms_workflow_step_form(workflow, index, out, i)),
            FormKind.of(Lib.qms_workflow_step_form_kind(workflow, index, out, i))));
      }
    }

    /** Number as printed; null if not given. */
    public String number() {
      return number;
    }

    /** What the step does; null if not given. */
    public StepKind kind() {
      return kind;
    }

    /** Identifier of the unit; null if not given. */
    public String unit() {
      return unit;
    }

    /** Name of the unit; null if not given. */
    public String unitName() {
      return unitName;
    }

    /** Identifier of the phase; null if not given. */
    public String phase() {
      return phase;
    }

    /** Name of the other agency that does the step; null if it is the system's own. */
    public String agency() {
      return agency;
    }

    /** Forms that come in. */
    public List<StepForm> formsIn() {
      return formsIn;
    }

    /** Forms that go out. */
    public List<StepForm> formsOut() {
      return formsOut;
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

  /** A form of a step. */
  public static final class StepForm {
    private final String name;
    private final FormKind kind;

    private StepForm(String name, FormKind kind) {
      this.name = name;
      this.kind = kind;
    }

    public String name() {
      return name;
    }

    /** Kind of one-stop form; null if not given. */
    public FormKind kind() {
      return kind;
    }
  }

  /** A phase of a procedure, possibly at another agency. */
  public static final class Phase {
    private final String id;
    private final String name;
    private final String agency;
    private final boolean counts;

    private Phase(long workflow, long index) {
      id = Text.at(Lib.qms_workflow_phase_id(workflow, index));
      name = Text.at(Lib.qms_workflow_phase_name(workflow, index));
      agency = Text.at(Lib.qms_workflow_phase_agency(workflow, index));
      counts = Lib.qms_workflow_phase_counts(workflow, index) != 0;
    }

    public String id() {
      return id;
    }

    public String name() {
      return name;
    }

    /** Name of the agency; null: the system's own. */
    public String agency() {
      return agency;
    }

    /** Whether its time counts against the limits of the whole. */
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
    private final String scenario;
    private final String lost;
    private final boolean back;

    private Outcome(Workflow workflow, long step, long index) {
      long pointer = workflow.pointer();
      code = Text.at(Lib.qms_workflow_outcome_code(pointer, step, index));
      name = Text.at(Lib.qms_workflow_outcome_name(pointer, step, index));
      kind = OutcomeKind.of(Lib.qms_workflow_outcome_kind(pointer, step, index));
      scenario = Text.at(Lib.qms_workflow_scenario_id(pointer, Lib.qms_workflow_outcome_scenario(pointer, step, index)));
      lost = Text.at(Lib.qms_workflow_outcome_lost(pointer, step, index));
      back = Lib.qms_workflow_outcome_is_back(pointer, step, index) != 0;
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

    /** Identifier of the scenario in which it can happen; null: in any. */
    public String scenario() {
      return scenario;
    }

    /** Identifier of a step that it is to lead to, or to open, and that is not there; null if there is none. */
    public String lost() {
      return lost;
    }

    /** Whether it leads back to a step before. */
    public boolean isBack() {
      return back;
    }

    /** Step that it leads to, or at which its branches meet; null: handling ends, unless {@link #lost}. */
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
    private final List<String> outcomes = new ArrayList<>();
    private final List<Boolean> handOvers = new ArrayList<>();
    private final Map<String, Times> roles = new LinkedHashMap<>();
    private final Times times;
    private final long handOverCount;

    private Way(Workflow workflow, long way) {
      for (long i = 0; i < Lib.qms_way_steps(way); i++) {
        Step step = workflow.stepAt(Lib.qms_way_step(way, i));
        steps.add(step);
        outcomes.add(workflow.outcomeCode(step, Lib.qms_way_outcome(way, i)));
        handOvers.add(Lib.qms_way_is_hand_over(way, i) != 0);
      }
      for (long i = 0; i < Lib.qms_way_roles(way); i++) {
        long role = i;
        roles.put(Text.at(Lib.qms_way_role(way, i)), new Times(unit -> Lib.qms_way_role_time(way, role, unit)));
      }
      times = new Times(unit -> Lib.qms_way_time(way, unit));
      handOverCount = Lib.qms_way_hand_overs(way);
    }

    /** Code of the outcome by which it goes on from each step. */
    public List<String> outcomes() {
      return outcomes;
    }

    /** Whether the dossier changes hands on arriving at each step. */
    public List<Boolean> handOvers() {
      return handOvers;
    }

    /** How many times it does. */
    public long handOverCount() {
      return handOverCount;
    }

    /** Identifiers of the roles with steps that count (null: steps without a role), and the time of these steps. */
    public Map<String, Times> roles() {
      return roles;
    }

    public Times times() {
      return times;
    }

    public List<Step> steps() {
      return steps;
    }

    /** Its working time in whole minutes. */
    public long workingMinutes() {
      return (long) times.working();
    }

    /** Its steps and working time, such as "B1 → B2 → B3: 1440 min". */
    @Override
    public String toString() {
      return steps.stream().map(Step::id).collect(Collectors.joining(" → ")) + ": " + workingMinutes() + " min";
    }
  }
}
