// SPDX-License-Identifier: Apache-2.0
using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Libqms;
using Libqms.Model;

/// <summary>Load a system, validate it, and list the overdue steps of cases: Overdue SYSTEM NOW CASE…</summary>
internal static class Overdue
{
  private static void Validate(string system, DateTimeOffset now)
  {
    using (Document document = Document.Load(system))
    using (Report report = document.Validate(new ValidateOptions { AsOf = now.Date }))
      Console.WriteLine("{0} errors, {1} warnings, {2} notes", report.CountOf(Severity.Error), report.CountOf(Severity.Warning),
        report.CountOf(Severity.Info));
  }

  private static void ListOverdue(string file, DateTimeOffset now)
  {
    using (Document document = Document.Load(file))
    using (Case dossier = Case.Open(document))
      foreach (WorkflowStep step in dossier.OpenSteps.Where(open => dossier.Timeliness(open, now) == Timeliness.Overdue))
        Console.WriteLine("{0}: {1} {2}, {3}: due {4:yyyy-MM-dd HH:mm}", document.RootAs<CaseFile>().Code, step.Id, step.Name,
          step.RoleName, dossier.StepDue(step));
  }

  private static void Main(string[] args)
  {
    Console.SetOut(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true });
    DateTimeOffset now = DateTimeOffset.Parse(args[1], CultureInfo.InvariantCulture);
    Validate(args[0], now);
    foreach (string file in args.Skip(2))
      ListOverdue(file, now);
  }
}
