// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Linq;
using Libqms.Model;

namespace Libqms
{
  /// <summary>How sure a calendar is of the days that an answer depends on. The numbers are those of the ABI.</summary>
  public enum DueCertainty
  {
    /// <summary>All days are announced and confirmed.</summary>
    Sure,
    /// <summary>A day that counts is not confirmed, or only second-hand.</summary>
    Unsure,
    /// <summary>A day that counts lies outside the known years.</summary>
    Outside
  }

  /// <summary>A time, and how sure the calendar is of the days before it.</summary>
  public struct Due
  {
    internal Due(DateTimeOffset time, int certainty)
    {
      Time = time;
      Certainty = (DueCertainty)certainty;
    }

    public DateTimeOffset Time { get; }

    public DueCertainty Certainty { get; }
  }

  /// <summary>A working calendar: working time, days off, days worked instead, and when something is due. Immutable.</summary>
  public sealed class Calendar : Resource
  {
    private Calendar(IntPtr pointer) : base(pointer, Lib.qms_calendar_unref)
    {
      Offset = OffsetOf(pointer);
    }

    /// <summary>A shipped calendar by identifier ("vn"), or a file.</summary>
    public static Calendar Load(string name)
    {
      IntPtr error = IntPtr.Zero;
      QmsException.Check(Lib.qms_calendar_load(Text.Bytes(name), out IntPtr calendar, ref error), error);
      return new Calendar(calendar);
    }

    /// <summary>Compiles a calendar document.</summary>
    public static Calendar Of(Document document)
    {
      lock (document)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_calendar_new(document.Pointer, out IntPtr calendar, ref error), error);
        return new Calendar(calendar);
      }
    }

    internal static TimeSpan OffsetOf(IntPtr calendar)
    {
      return TimeSpan.FromMinutes(Lib.qms_calendar_utc_offset(calendar));
    }

    internal static DateTimeOffset At(long seconds, TimeSpan offset)
    {
      return DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(offset);
    }

    /// <summary>Its local time.</summary>
    public TimeSpan Offset { get; }

    /// <summary>Identifier.</summary>
    public string Id
    {
      get
      {
        lock (this)
          return Text.Sure(Lib.qms_calendar_id(Pointer));
      }
    }

    /// <summary>Minutes of a working day.</summary>
    public int DayMinutes
    {
      get
      {
        lock (this)
          return Lib.qms_calendar_day_minutes(Pointer);
      }
    }

    /// <summary>Whether the day has working time.</summary>
    public bool IsWorkingDay(DateTime day)
    {
      lock (this)
        return Lib.qms_calendar_is_working_day(Pointer, day.Year, day.Month, day.Day) == 1;
    }

    /// <summary>What the calendar names the day; null if it says nothing of it.</summary>
    public string? DayName(DateTime day)
    {
      lock (this)
        return Text.At(Lib.qms_calendar_day_name(Pointer, day.Year, day.Month, day.Day));
    }

    /// <summary>Why the calendar names the day off; null for other days, also those that the week leaves free.</summary>
    public DayOffKind? DayKind(DateTime day)
    {
      lock (this)
      {
        int kind = Lib.qms_calendar_day_kind(Pointer, day.Year, day.Month, day.Day);
        return kind == 0 ? (DayOffKind?)null : (DayOffKind)kind;
      }
    }

    /// <summary>How sure is what the calendar says of the day in particular; null if it says nothing.</summary>
    public Certainty? DayCertainty(DateTime day)
    {
      lock (this)
      {
        int certainty = Lib.qms_calendar_day_certainty(Pointer, day.Year, day.Month, day.Day);
        return certainty == 0 ? (Certainty?)null : (Certainty)certainty;
      }
    }

    /// <summary>When a time limit that begins at a moment ends.</summary>
    public Due Due(DateTimeOffset start, Duration limit)
    {
      lock (this)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_calendar_due(Pointer, start.ToUnixTimeSeconds(), limit.Mantissa, limit.Scale, (int)limit.Unit,
          out long due, out int certainty, ref error), error);
        return new Due(At(due, Offset), certainty);
      }
    }

    /// <summary>When the result of a same-day procedure is due.</summary>
    public Due SameDayDue(DateTimeOffset received)
    {
      lock (this)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_calendar_same_day_due(Pointer, received.ToUnixTimeSeconds(), out long due, out int certainty,
          ref error), error);
        return new Due(At(due, Offset), certainty);
      }
    }

    /// <summary>The moment so many minutes of working time after a start; before it, if negative.</summary>
    public Due Add(DateTimeOffset start, long minutes)
    {
      lock (this)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_calendar_add(Pointer, start.ToUnixTimeSeconds(), minutes, out long end, out int certainty,
          ref error), error);
        return new Due(At(end, Offset), certainty);
      }
    }

    /// <summary>Minutes of working time between two moments; negative if the second is earlier.</summary>
    public long WorkingMinutes(DateTimeOffset from, DateTimeOffset to)
    {
      lock (this)
        return Lib.qms_calendar_between(Pointer, from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds());
    }
  }

  /// <summary>A step of a workflow.</summary>
  public sealed class WorkflowStep
  {
    internal WorkflowStep(IntPtr workflow, int index)
    {
      Index = (UIntPtr)index;
      Id = Text.Sure(Lib.qms_workflow_step_id(workflow, Index));
      Name = Text.At(Lib.qms_workflow_step_name(workflow, Index));
      Role = Text.At(Lib.qms_workflow_step_role(workflow, Index));
      RoleName = Text.At(Lib.qms_workflow_step_role_name(workflow, Index));
      Counts = Lib.qms_workflow_step_counts(workflow, Index) != 0;
      Number = Text.At(Lib.qms_workflow_step_number(workflow, Index));
      int kind = Lib.qms_workflow_step_kind(workflow, Index);
      Kind = kind == 0 ? (StepKind?)null : (StepKind)kind;
      Unit = Text.At(Lib.qms_workflow_step_unit(workflow, Index));
      UnitName = Text.At(Lib.qms_workflow_step_unit_name(workflow, Index));
      Phase = Text.At(Lib.qms_workflow_step_phase(workflow, Index));
      Agency = Text.At(Lib.qms_workflow_step_agency(workflow, Index));
      FormsIn = Forms(workflow, 0);
      FormsOut = Forms(workflow, 1);
    }

    private IReadOnlyList<StepForm> Forms(IntPtr workflow, int direction)
    {
      return Enumerable.Range(0, (int)Lib.qms_workflow_step_forms(workflow, Index, direction))
        .Select(form => new StepForm(workflow, Index, direction, (UIntPtr)form)).ToList();
    }

    internal UIntPtr Index { get; }

    /// <summary>Identifier, given by the procedure or made.</summary>
    public string Id { get; }

    public string? Name { get; }

    /// <summary>Identifier of the role; null if not given.</summary>
    public string? Role { get; }

    /// <summary>Name of the role; null if not given.</summary>
    public string? RoleName { get; }

    /// <summary>Whether its time counts against the limits.</summary>
    public bool Counts { get; }

    /// <summary>Number as printed; null if not given.</summary>
    public string? Number { get; }

    /// <summary>What the step does; null if not given.</summary>
    public StepKind? Kind { get; }

    /// <summary>Identifier of the unit; null if not given.</summary>
    public string? Unit { get; }

    /// <summary>Name of the unit; null if not given.</summary>
    public string? UnitName { get; }

    /// <summary>Identifier of the phase; null if not given.</summary>
    public string? Phase { get; }

    /// <summary>Name of the other agency that does the step; null if it is the system's own.</summary>
    public string? Agency { get; }

    /// <summary>Forms that come in.</summary>
    public IReadOnlyList<StepForm> FormsIn { get; }

    /// <summary>Forms that go out.</summary>
    public IReadOnlyList<StepForm> FormsOut { get; }
  }

  /// <summary>A form of a step.</summary>
  public sealed class StepForm
  {
    internal StepForm(IntPtr workflow, UIntPtr step, int direction, UIntPtr form)
    {
      Name = Text.At(Lib.qms_workflow_step_form(workflow, step, direction, form));
      int kind = Lib.qms_workflow_step_form_kind(workflow, step, direction, form);
      Kind = kind == 0 ? (FormKind?)null : (FormKind)kind;
    }

    public string? Name { get; }

    /// <summary>Kind of one-stop form; null if not given.</summary>
    public FormKind? Kind { get; }
  }

  /// <summary>A phase of a procedure, possibly at another agency.</summary>
  public sealed class WorkflowPhase
  {
    internal WorkflowPhase(IntPtr workflow, UIntPtr index)
    {
      Id = Text.Sure(Lib.qms_workflow_phase_id(workflow, index));
      Name = Text.At(Lib.qms_workflow_phase_name(workflow, index));
      Agency = Text.At(Lib.qms_workflow_phase_agency(workflow, index));
      Counts = Lib.qms_workflow_phase_counts(workflow, index) != 0;
    }

    public string Id { get; }

    public string? Name { get; }

    /// <summary>Name of the agency; null: the system's own.</summary>
    public string? Agency { get; }

    /// <summary>Whether its time counts against the limits of the whole.</summary>
    public bool Counts { get; }
  }

  /// <summary>One way in which a step can end.</summary>
  public sealed class WorkflowOutcome
  {
    internal WorkflowOutcome(Workflow workflow, UIntPtr step, UIntPtr index)
    {
      IntPtr pointer = workflow.Pointer;
      Code = Text.Sure(Lib.qms_workflow_outcome_code(pointer, step, index));
      Name = Text.At(Lib.qms_workflow_outcome_name(pointer, step, index));
      Kind = (OutcomeKind)Lib.qms_workflow_outcome_kind(pointer, step, index);
      Scenario = Text.At(Lib.qms_workflow_scenario_id(pointer, Lib.qms_workflow_outcome_scenario(pointer, step, index)));
      Lost = Text.At(Lib.qms_workflow_outcome_lost(pointer, step, index));
      IsBack = Lib.qms_workflow_outcome_is_back(pointer, step, index) != 0;
      Target = workflow.StepAt(Lib.qms_workflow_outcome_target(pointer, step, index));
      Branches = Enumerable.Range(0, (int)Lib.qms_workflow_outcome_branches(pointer, step, index))
        .Select(i => workflow.StepAt(Lib.qms_workflow_outcome_branch(pointer, step, index, (UIntPtr)i))!).ToList();
    }

    /// <summary>Code; "" of a step that has a single outcome without a name.</summary>
    public string Code { get; }

    public string? Name { get; }

    public OutcomeKind Kind { get; }

    /// <summary>Identifier of the scenario in which it can happen; null: in any.</summary>
    public string? Scenario { get; }

    /// <summary>Identifier of a step that it is to lead to, or to open, and that is not there; null if there is none.</summary>
    public string? Lost { get; }

    /// <summary>Whether it leads back to a step before.</summary>
    public bool IsBack { get; }

    /// <summary>Step that it leads to, or at which its branches meet; null: handling ends, unless the step is Lost.</summary>
    public WorkflowStep? Target { get; }

    /// <summary>First steps of the branches that it opens, which run at the same time.</summary>
    public IReadOnlyList<WorkflowStep> Branches { get; }
  }

  /// <summary>One way from the first step to an end.</summary>
  public sealed class Way
  {
    internal Way(Workflow workflow, IntPtr way)
    {
      Steps = Enumerable.Range(0, (int)Lib.qms_way_steps(way))
        .Select(i => workflow.StepAt(Lib.qms_way_step(way, (UIntPtr)i))!).ToList();
      Outcomes = Steps.Select((step, i) => workflow.OutcomeCode(step, Lib.qms_way_outcome(way, (UIntPtr)i))).ToList();
      HandOvers = Steps.Select((step, i) => Lib.qms_way_is_hand_over(way, (UIntPtr)i) != 0).ToList();
      HandOverCount = (long)Lib.qms_way_hand_overs(way);
      Roles = Enumerable.Range(0, (int)Lib.qms_way_roles(way)).Select(i => new RoleTimes(way, (UIntPtr)i)).ToList();
      Times = new Times(unit => Lib.qms_way_time(way, unit));
    }

    /// <summary>Code of the outcome by which it goes on from each step.</summary>
    public IReadOnlyList<string> Outcomes { get; }

    /// <summary>Whether the dossier changes hands on arriving at each step.</summary>
    public IReadOnlyList<bool> HandOvers { get; }

    /// <summary>How many times it does.</summary>
    public long HandOverCount { get; }

    /// <summary>Roles with steps that count.</summary>
    public IReadOnlyList<RoleTimes> Roles { get; }

    public Times Times { get; }

    public IReadOnlyList<WorkflowStep> Steps { get; }

    /// <summary>Its working time in whole minutes.</summary>
    public long WorkingMinutes => (long)Times.Working;

    /// <summary>Its steps and working time, such as "B1 → B2 → B3: 1440 min".</summary>
    public override string ToString()
    {
      return string.Join(" → ", Steps.Select(step => step.Id)) + ": " + WorkingMinutes + " min";
    }
  }

  /// <summary>The time of a role's steps on a way.</summary>
  public sealed class RoleTimes
  {
    internal RoleTimes(IntPtr way, UIntPtr index)
    {
      Role = Text.At(Lib.qms_way_role(way, index));
      Times = new Times(unit => Lib.qms_way_role_time(way, index, unit));
    }

    /// <summary>Identifier of the role; null: steps without a role.</summary>
    public string? Role { get; }

    public Times Times { get; }
  }

  /// <summary>The steps of a procedure as a graph: who is next for an outcome, and how long the ways through it take. Immutable.</summary>
  public sealed class Workflow : Resource
  {
    private readonly List<WorkflowStep> steps;

    /// <summary>Takes a reference that C handed over.</summary>
    internal Workflow(IntPtr pointer) : base(pointer, Lib.qms_workflow_unref)
    {
      steps = Enumerable.Range(0, (int)Lib.qms_workflow_steps(pointer)).Select(i => new WorkflowStep(pointer, i)).ToList();
    }

    /// <summary>Compiles a procedure; nothing of its document is kept.</summary>
    public static Workflow Of(Node procedure)
    {
      lock (procedure.NodeDocument)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_workflow_new(procedure.Pointer, out IntPtr workflow, ref error), error);
        return new Workflow(workflow);
      }
    }

    /// <summary>The steps in the order of the procedure.</summary>
    public IReadOnlyList<WorkflowStep> Steps => steps;

    /// <summary>Step with an identifier; null if there is none.</summary>
    public WorkflowStep? Step(string id)
    {
      return steps.Find(step => step.Id == id);
    }

    internal WorkflowStep? StepAt(UIntPtr index)
    {
      return index == Lib.None ? null : steps[(int)index];
    }

    /// <summary>The ways in which a step can end.</summary>
    public IReadOnlyList<WorkflowOutcome> Outcomes(WorkflowStep step)
    {
      lock (this)
        return Enumerable.Range(0, (int)Lib.qms_workflow_outcomes(Pointer, step.Index))
          .Select(i => new WorkflowOutcome(this, step.Index, (UIntPtr)i)).ToList();
    }

    internal string OutcomeCode(WorkflowStep step, UIntPtr outcome)
    {
      return Text.Sure(Lib.qms_workflow_outcome_code(Pointer, step.Index, outcome));
    }

    private UIntPtr ScenarioAt(string? id)
    {
      return id == null ? Lib.None : Known(Lib.qms_workflow_find_scenario(Pointer, Text.Bytes(id)), "scenario", id);
    }

    private UIntPtr PhaseAt(string? id)
    {
      return id == null ? Lib.None : Known(Lib.qms_workflow_find_phase(Pointer, Text.Bytes(id)), "phase", id);
    }

    private static UIntPtr Known(UIntPtr index, string what, string id)
    {
      return index == Lib.None ? throw new ArgumentException("the workflow has no " + what + " " + id) : index;
    }

    /// <summary>The scenarios: identifier and name.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Scenarios
    {
      get
      {
        lock (this)
          return Enumerable.Range(0, (int)Lib.qms_workflow_scenarios(Pointer)).Select(i => new KeyValuePair<string, string?>(
            Text.Sure(Lib.qms_workflow_scenario_id(Pointer, (UIntPtr)i)),
            Text.At(Lib.qms_workflow_scenario_name(Pointer, (UIntPtr)i)))).ToList();
      }
    }

    /// <summary>The phases.</summary>
    public IReadOnlyList<WorkflowPhase> Phases
    {
      get
      {
        lock (this)
          return Enumerable.Range(0, (int)Lib.qms_workflow_phases(Pointer)).Select(i => new WorkflowPhase(Pointer, (UIntPtr)i)).ToList();
      }
    }

    /// <summary>Time allowed for a step in a scenario (null: in all); null if none is given.</summary>
    public Duration? Duration(WorkflowStep step, string? scenario = null)
    {
      lock (this)
      {
        int status = Lib.qms_workflow_step_duration(Pointer, step.Index, ScenarioAt(scenario), out long mantissa, out int scale,
          out int unit);
        return status == 0 ? new Duration(mantissa, scale, unit) : null;
      }
    }

    /// <summary>The way that takes longest in a scenario (null: none in particular), by the time of a phase (null: the whole); null if none
    /// leads to an end.</summary>
    public Way? LongestWay(string? scenario = null, string? phase = null)
    {
      return FindWay(1, scenario, phase);
    }

    /// <summary>The way that takes the shortest time; null if none leads to an end.</summary>
    public Way? ShortestWay(string? scenario = null, string? phase = null)
    {
      return FindWay(0, scenario, phase);
    }

    private Way? FindWay(int extreme, string? scenario, string? phase)
    {
      lock (this)
      {
        IntPtr way = Lib.qms_way_new(Pointer, ScenarioAt(scenario), PhaseAt(phase), extreme);
        Way? found = way == IntPtr.Zero ? null : new Way(this, way);
        Lib.qms_way_free(way);
        return found;
      }
    }

    /// <summary>How the longest ways compare with the limits, for each scenario, phase and channel that has one of its own.</summary>
    public IReadOnlyList<TimingVerdict> Verdicts()
    {
      return Timing().Rows.Select(row => row.Verdict).ToList();
    }

    /// <summary>The same with all that is known of each.</summary>
    public Timing Timing()
    {
      lock (this)
      {
        IntPtr timing = Lib.qms_timing_new(Pointer);
        var found = new Timing(Pointer, timing);
        Lib.qms_timing_free(timing);
        return found;
      }
    }

    /// <summary>All ways in a scenario (null: none in particular), at most so many.</summary>
    public WorkflowPaths Paths(string? scenario = null, long limit = 100)
    {
      lock (this)
      {
        if (limit < 1)
          throw new ArgumentOutOfRangeException(nameof(limit), limit, "the limit lets no way through");
        IntPtr paths = Lib.qms_paths_new(Pointer, ScenarioAt(scenario), (UIntPtr)limit);
        var found = new WorkflowPaths(this, paths);
        Lib.qms_paths_free(paths);
        return found;
      }
    }

    /// <summary>The workflow of a procedure as "text" or "json", with at most so many ways of each scenario.</summary>
    public static string Write(Node procedure, string format = "text", Language language = Language.Vi, long paths = 0)
    {
      lock (procedure.NodeDocument)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_workflow_write(new[] { procedure.Pointer }, (UIntPtr)1, Text.Bytes(format), (int)language,
          Lib.Size(paths), out IntPtr text, out _, ref error), error);
        return Text.Take(text)!;
      }
    }
  }

  /// <summary>What follows if a step of a case is completed with an outcome.</summary>
  public sealed class CaseNext
  {
    internal CaseNext(IntPtr opened, Workflow workflow, UIntPtr step, UIntPtr outcome)
    {
      int count = (int)Lib.qms_case_next_count(opened, step, outcome, out int ends);
      Steps = Enumerable.Range(0, count).Select(i => workflow.StepAt(Lib.qms_case_next(opened, step, outcome, (UIntPtr)i))!).ToList();
      IsPossible = Lib.qms_case_is_possible(opened, step, outcome) != 0;
      Ends = ends != 0;
    }

    /// <summary>Whether the outcome can happen in the scenario of the case.</summary>
    public bool IsPossible { get; }

    /// <summary>Steps that open; none: handling ends, or other branches are awaited.</summary>
    public IReadOnlyList<WorkflowStep> Steps { get; }

    /// <summary>Whether handling ends.</summary>
    public bool Ends { get; }
  }

  /// <summary>Something that happens to a case and needs no more than a time.</summary>
  public enum CaseHappening
  {
    RequestSupplement,
    ReceiveSupplement,
    RequestPayment,
    ReceivePayment,
    Stop,
    Withdraw,
    Refuse
  }

  /// <summary>A dossier on its way through an approved procedure: who is next, when is it due, is it late. Its document is a file like any
  /// other; change it only through the case. An actor is a position or an account; actor and note may be null.</summary>
  public sealed class Case : Resource
  {
    private delegate int Act(IntPtr opened, long time, byte[]? actor, byte[]? note, ref IntPtr error);

    private delegate int Make(IntPtr calendar, out IntPtr opened, ref IntPtr error);

    /// <summary>In the order of CaseHappening.</summary>
    private static readonly Act[] Acts =
    {
      Lib.qms_case_request_supplement, Lib.qms_case_receive_supplement, Lib.qms_case_request_payment, Lib.qms_case_receive_payment,
      Lib.qms_case_stop, Lib.qms_case_withdraw, Lib.qms_case_refuse
    };

    private readonly TimeSpan offset;

    private Case(IntPtr pointer, Document document) : base(pointer, Lib.qms_case_free)
    {
      Document = document;
      Workflow = new Workflow(Lib.qms_workflow_ref(Lib.qms_case_workflow(pointer)));
      offset = Calendar.OffsetOf(Lib.qms_case_calendar(pointer));
    }

    /// <summary>Starts a case: the document is new (root "case_file") and says when the dossier was received. Without a calendar it has the
    /// one that the document names, else that of Vietnam.</summary>
    public static Case Start(Document document, Node procedure, Calendar? calendar = null)
    {
      return Document.Locked(document, procedure.NodeDocument, () => WithCalendar(document, calendar,
        (IntPtr days, out IntPtr opened, ref IntPtr error) =>
          Lib.qms_case_start(document.Pointer, procedure.Pointer, days, out opened, ref error)));
    }

    /// <summary>Opens a case that has begun.</summary>
    public static Case Open(Document document, Calendar? calendar = null)
    {
      lock (document)
        return WithCalendar(document, calendar,
          (IntPtr days, out IntPtr opened, ref IntPtr error) => Lib.qms_case_open(document.Pointer, days, out opened, ref error));
    }

    private static Case WithCalendar(Document document, Calendar? calendar, Make make)
    {
      lock (calendar ?? new object())
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(make(calendar == null ? IntPtr.Zero : calendar.Pointer, out IntPtr opened, ref error), error);
        return new Case(opened, document);
      }
    }

    internal override object Lock => Document;

    public Document Document { get; }

    public Workflow Workflow { get; }

    // ---- what happens

    /// <summary>A step is done; no step: the one that is open, no outcome: the only one that is possible.</summary>
    public void Complete(string? step, string? outcome, DateTimeOffset time, string? actor = null, string? note = null)
    {
      lock (Lock)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_case_complete(Pointer, Text.Bytes(step), Text.Bytes(outcome), time.ToUnixTimeSeconds(),
          Text.Bytes(actor), Text.Bytes(note), ref error), error);
      }
    }

    /// <summary>Something happens.</summary>
    public void Happen(CaseHappening happening, DateTimeOffset time, string? actor = null, string? note = null)
    {
      lock (Lock)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Acts[(int)happening](Pointer, time.ToUnixTimeSeconds(), Text.Bytes(actor), Text.Bytes(note), ref error),
          error);
      }
    }

    /// <summary>Apology and a new due time.</summary>
    public void Extend(DateTimeOffset due, DateTimeOffset time, string? actor = null, string? note = null)
    {
      lock (Lock)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_case_extend(Pointer, due.ToUnixTimeSeconds(), time.ToUnixTimeSeconds(), Text.Bytes(actor),
          Text.Bytes(note), ref error), error);
      }
    }

    /// <summary>Another agency decides from now on; its code may be null.</summary>
    public void HandOver(string agency, string? code, DateTimeOffset time, string? actor = null, string? note = null)
    {
      lock (Lock)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_case_hand_over(Pointer, Text.Bytes(code), Text.Bytes(agency), time.ToUnixTimeSeconds(),
          Text.Bytes(actor), Text.Bytes(note), ref error), error);
      }
    }

    // ---- how it stands

    private T Ask<T>(Func<IntPtr, T> call)
    {
      lock (Lock)
        return call(Pointer);
    }

    public CaseStatus Status => (CaseStatus)Ask(Lib.qms_case_status);

    public bool IsEnded => Ask(Lib.qms_case_is_ended) != 0;

    /// <summary>Whether its clock runs.</summary>
    public bool IsRunning => Ask(Lib.qms_case_is_running) != 0;

    /// <summary>When the result is due, in the calendar's time; null if the case has no limit.</summary>
    public DateTimeOffset? Due =>
      Ask(opened => Lib.qms_case_due(opened, out long due, out _) == 0 ? Calendar.At(due, offset) : (DateTimeOffset?)null);

    /// <summary>Steps that are open.</summary>
    public IReadOnlyList<WorkflowStep> OpenSteps =>
      Ask(opened => Enumerable.Range(0, (int)Lib.qms_case_open_steps(opened))
        .Select(i => Workflow.StepAt(Lib.qms_case_open_step(opened, (UIntPtr)i))!).ToList());

    /// <summary>When an open step is due, in the calendar's time; null if it is not open or has no time of its own.</summary>
    public DateTimeOffset? StepDue(WorkflowStep step)
    {
      return Ask(opened =>
        Lib.qms_case_step_due(opened, step.Index, out long due) == 0 ? Calendar.At(due, offset) : (DateTimeOffset?)null);
    }

    /// <summary>When an open step began, in the calendar's time; null if it is not open.</summary>
    public DateTimeOffset? StepEntered(WorkflowStep step)
    {
      return Ask(opened =>
        Lib.qms_case_step_entered(opened, step.Index, out long entered) == 0 ? Calendar.At(entered, offset) : (DateTimeOffset?)null);
    }

    /// <summary>Whether the time of an open step is counted now.</summary>
    public bool IsStepRunning(WorkflowStep step)
    {
      return Ask(opened => Lib.qms_case_step_is_running(opened, step.Index)) != 0;
    }

    /// <summary>What opens if a step is completed with the outcome of a code.</summary>
    public CaseNext Next(WorkflowStep step, string code)
    {
      return Ask(opened => new CaseNext(opened, Workflow, step.Index,
        Lib.qms_workflow_find_outcome(Workflow.Pointer, step.Index, Text.Bytes(code))));
    }

    /// <summary>Working minutes used until a time, without those during which the clock was stopped.</summary>
    public long Used(DateTimeOffset now)
    {
      return Ask(opened => Lib.qms_case_used(opened, now.ToUnixTimeSeconds()));
    }

    /// <summary>Working minutes of an open step that are used.</summary>
    public long StepUsed(WorkflowStep step, DateTimeOffset now)
    {
      return Ask(opened => Lib.qms_case_step_used(opened, step.Index, now.ToUnixTimeSeconds()));
    }

    /// <summary>Working minutes of an open step that are left; null if it has no time of its own.</summary>
    public long? StepRemaining(WorkflowStep step, DateTimeOffset now)
    {
      return Ask(opened => Lib.qms_case_step_remaining(opened, step.Index, now.ToUnixTimeSeconds(), out long minutes) == 0
        ? minutes : (long?)null);
    }

    /// <summary>Working minutes left at a time; negative if it is overdue.</summary>
    public long Remaining(DateTimeOffset now)
    {
      lock (Lock)
      {
        QmsException.Check(Lib.qms_case_remaining(Pointer, now.ToUnixTimeSeconds(), out long minutes), IntPtr.Zero);
        return minutes;
      }
    }

    /// <summary>Whether the case is in time at a moment; null if that cannot be said.</summary>
    public Timeliness? Timeliness(DateTimeOffset now)
    {
      return Known(Ask(opened => Lib.qms_case_timeliness(opened, now.ToUnixTimeSeconds(), 0)));
    }

    /// <summary>Whether an open step is in time at a moment; null if that cannot be said. Not more than so many working minutes before its end
    /// it is due soon.</summary>
    public Timeliness? Timeliness(WorkflowStep step, DateTimeOffset now, long soon = 0)
    {
      return Known(Ask(opened => Lib.qms_case_step_timeliness(opened, step.Index, now.ToUnixTimeSeconds(), soon)));
    }

    private static Timeliness? Known(int number)
    {
      return number == 0 ? (Timeliness?)null : (Timeliness)number;
    }

    /// <summary>Data for a one-stop form.</summary>
    public IDictionary<string, object?> Form(FormKind kind)
    {
      lock (Lock)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_case_form(Pointer, (int)kind, Text.Bytes("json"), (int)Language.Vi, out IntPtr text, out _,
          ref error), error);
        return (IDictionary<string, object?>)Json.Parse(Text.Take(text)!)!;
      }
    }
  }
}
