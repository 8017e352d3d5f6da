// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Linq;
using Libqms.Model;

namespace Libqms
{
  /// <summary>How long something takes, in units that are never converted into each other.</summary>
  public sealed class Times
  {
    /// <summary>From millionths of a unit.</summary>
    internal Times(Func<int, long> time)
    {
      Working = time(0) / 1e6;
      Calendar = time(1) / 1e6;
      Months = time(2) / 1e6;
    }

    /// <summary>Working minutes.</summary>
    public double Working { get; }

    /// <summary>Minutes that run on days off too.</summary>
    public double Calendar { get; }

    public double Months { get; }
  }

  /// <summary>How the longest way compares with a limit. The numbers are those of the ABI.</summary>
  public enum TimingVerdict
  {
    NoLimit,
    Equal,
    Under,
    Over,
    Incomparable,
    Incomplete,
    NoWay
  }

  /// <summary>Unit of the time that is left. The numbers are those of the ABI.</summary>
  public enum TimeUnit
  {
    Working,
    Calendar,
    Months
  }

  /// <summary>The times of a workflow against the declared limits.</summary>
  public sealed class Timing
  {
    internal Timing(IntPtr workflow, IntPtr timing)
    {
      IsComplete = Lib.qms_timing_complete(timing) != 0;
      Rows = Enumerable.Range(0, (int)Lib.qms_timing_rows(timing)).Select(row => new TimingRow(workflow, timing, (UIntPtr)row)).ToList();
    }

    /// <summary>Whether all rows are there; false if there are so many scenarios and phases that the rest was left out.</summary>
    public bool IsComplete { get; }

    public IReadOnlyList<TimingRow> Rows { get; }
  }

  /// <summary>What is said of a scenario, a phase of it, and a channel.</summary>
  public sealed class TimingRow
  {
    internal TimingRow(IntPtr workflow, IntPtr timing, UIntPtr row)
    {
      Scenario = Text.At(Lib.qms_workflow_scenario_id(workflow, Lib.qms_timing_scenario(timing, row)));
      Phase = Text.At(Lib.qms_workflow_phase_id(workflow, Lib.qms_timing_phase(timing, row)));
      int channel = Lib.qms_timing_channel(timing, row);
      Channel = channel == 0 ? (ChannelKind?)null : (ChannelKind)channel;
      Verdict = (TimingVerdict)Lib.qms_timing_verdict(timing, row);
      Shortest = new Times(unit => Lib.qms_timing_time(timing, row, 0, unit));
      Longest = new Times(unit => Lib.qms_timing_time(timing, row, 1, unit));
      Missing = (long)Lib.qms_timing_missing(timing, row);
      if (Lib.qms_timing_limit(timing, row, out long mantissa, out int scale, out int unitOfLimit) == 0)
        Limit = new Duration(mantissa, scale, unitOfLimit);
      if (Lib.qms_timing_statutory(timing, row, out mantissa, out scale, out unitOfLimit) == 0)
        Statutory = new Duration(mantissa, scale, unitOfLimit);
      if (Lib.qms_timing_slack(timing, row, out long slack, out int unitOfSlack) == 0)
      {
        Slack = slack / 1e6;
        SlackUnit = (TimeUnit)unitOfSlack;
      }
      if (Lib.qms_timing_reduction(timing, row, out long hundredths) == 0)
        Reduction = hundredths / 100m;
    }

    /// <summary>Identifier of the scenario; null: all.</summary>
    public string? Scenario { get; }

    /// <summary>Identifier of the phase; null: the whole.</summary>
    public string? Phase { get; }

    /// <summary>Channel of submission; null: any.</summary>
    public ChannelKind? Channel { get; }

    public TimingVerdict Verdict { get; }

    /// <summary>The least that a way takes.</summary>
    public Times Shortest { get; }

    /// <summary>The most that a way takes.</summary>
    public Times Longest { get; }

    /// <summary>Number of steps that count and have no time.</summary>
    public long Missing { get; }

    /// <summary>The declared limit; null if there is none.</summary>
    public Duration? Limit { get; }

    /// <summary>The limit set by law; null if not given.</summary>
    public Duration? Statutory { get; }

    /// <summary>Time left until the limit, negative if it is exceeded; null if the two cannot be compared.</summary>
    public double? Slack { get; }

    /// <summary>Minutes or months; null without Slack.</summary>
    public TimeUnit? SlackUnit { get; }

    /// <summary>By how many percent the limit is shorter than the one set by law; null if they cannot be compared.</summary>
    public decimal? Reduction { get; }
  }

  /// <summary>All ways through a workflow, or the first ones.</summary>
  public sealed class WorkflowPaths
  {
    internal WorkflowPaths(Workflow workflow, IntPtr paths)
    {
      IsComplete = Lib.qms_paths_complete(paths) != 0;
      Paths = Enumerable.Range(0, (int)Lib.qms_paths_count(paths)).Select(path => new WorkflowPath(workflow, paths, (UIntPtr)path))
        .ToList();
    }

    /// <summary>Whether there are no others.</summary>
    public bool IsComplete { get; }

    public IReadOnlyList<WorkflowPath> Paths { get; }
  }

  /// <summary>One way; branches are walked one after the other.</summary>
  public sealed class WorkflowPath
  {
    internal WorkflowPath(Workflow workflow, IntPtr paths, UIntPtr path)
    {
      Places = Enumerable.Range(0, (int)Lib.qms_paths_steps(paths, path))
        .Select(place => new WorkflowPlace(workflow, paths, path, (UIntPtr)place)).ToList();
      Times = new Times(unit => Lib.qms_paths_time(paths, path, unit));
    }

    public IReadOnlyList<WorkflowPlace> Places { get; }

    public Times Times { get; }
  }

  /// <summary>A step on a way.</summary>
  public sealed class WorkflowPlace
  {
    internal WorkflowPlace(Workflow workflow, IntPtr paths, UIntPtr path, UIntPtr place)
    {
      Step = workflow.StepAt(Lib.qms_paths_step(paths, path, place))!;
      Outcome = workflow.OutcomeCode(Step, Lib.qms_paths_outcome(paths, path, place));
      Branch = (long)Lib.qms_paths_branch(paths, path, place);
    }

    public WorkflowStep Step { get; }

    /// <summary>Code of the outcome by which it goes on.</summary>
    public string Outcome { get; }

    /// <summary>Branch that the step is in, from 1; 0: in none.</summary>
    public long Branch { get; }
  }
}
