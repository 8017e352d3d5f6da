// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Libqms.Model;

namespace Libqms.Tests
{
  /// <summary>What is .NET's own in the binding: typed classes, views of lists, disposing, exceptions.</summary>
  internal static class Binding
  {
    private const string AboveBmp = "𡨸喃 🏛️ quy trình";
    private static string input;

    internal static int Run(string root)
    {
      input = root + "/tests/conformance/inputs/xa.xml";
      TypedClassesGiveValuesOfTheirKind();
      TypedSettersWriteWhatTheyAreGiven();
      AbsentIsNullAndNullRemoves();
      TextsThatCannotBeCarriedAreRefused();
      ListsAreViews();
      ListsOfNodesAreSortedAndReversedInPlace();
      AnUnknownScenarioOrPhaseIsAnError();
      ARefusedWordIsNamed();
      NegativeLimitsAreRefused();
      ObjectsTellWhatTheyAre();
      DisposingEndsADocumentAndItsNodes();
      TheLibrarysOwnCannotBeChanged();
      ThreadsTakeTurnsInOneDocument();
      Console.WriteLine("13 tests passed");
      return 0;
    }

    private static void Equal(object expected, object found)
    {
      if (!Equals(expected, found))
        throw new Exception("expected " + expected + ", found " + found);
    }

    private static T Fails<T>(Action work) where T : Exception
    {
      try
      {
        work();
      }
      catch (T e)
      {
        return e;
      }
      throw new Exception("expected " + typeof(T).Name);
    }

    private static void TypedClassesGiveValuesOfTheirKind()
    {
      QualitySystem system = Document.Load(input).RootAs<QualitySystem>();
      Procedure procedure = system.Procedures[0];
      AdministrativeProcedure tthc = system.AdministrativeProcedures[0];
      Equal("Đăng ký khai sinh", procedure.Title);
      Equal(2L, procedure.Edition);
      Equal(new DateTime(2026, 1, 5), procedure.IssueDate);
      Equal(ProcedureKind.Administrative, procedure.Kind);
      Equal(98.5m, system.Objectives[0].Target);
      Equal(true, system.Agency.Positions[0].Head);
      Equal(procedure, tthc.ProcedureNode);
      Equal(new Duration(5, DurationUnit.WorkingDay), tthc.Channels[0].Times[0].Value);
    }

    private static void TypedSettersWriteWhatTheyAreGiven()
    {
      CaseFile dossier = Document.Create("case_file").RootAs<CaseFile>();
      var received = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));
      dossier.Received = received;
      dossier.Limit = Duration.Parse("0,5 ngày làm việc");
      Equal(received, dossier.Received);
      Equal("0.5 ngayLamViec", dossier.Limit.ToString());
      QualitySystem system = Document.Create("system").RootAs<QualitySystem>();
      Position chair = system.AddAgency().Positions.Append();
      chair.Head = true;
      Equal(true, chair.Head);
      Procedure procedure = system.Procedures.Append();
      procedure.Kind = ProcedureKind.InternalAudit;
      procedure.IssueDate = new DateTime(2024, 2, 29);
      procedure.Title = AboveBmp;
      Procedure again = Document.Parse(system.NodeDocument.Write(Format.Json)).RootAs<QualitySystem>().Procedures[0];
      Equal(AboveBmp, again.Title);
      Equal(ProcedureKind.InternalAudit, again.Kind);
      Equal(new DateTime(2024, 2, 29), again.IssueDate);
    }

    private static void AbsentIsNullAndNullRemoves()
    {
      Procedure procedure = Document.Load(input).Find<Procedure>("QT-2");
      Equal(null, procedure.Purpose);
      Equal(null, procedure.Edition);
      Equal(null, procedure.IssueDate);
      Equal(null, procedure.Medium);
      Equal(null, procedure.Drafted);
      procedure.Edition = 0;
      Equal(0L, procedure.Edition);
      procedure.Edition = null;
      Equal(null, procedure.Edition);
    }

    private static void TextsThatCannotBeCarriedAreRefused()
    {
      Procedure procedure = Document.Load(input).Find<Procedure>("QT-2");
      foreach (string text in new[] { "a\0b", "a\ud842", "\udfb7b" })
        Equal(Status.Value, Fails<QmsException>(() => procedure.Title = text).Status);
      QmsException e = Fails<QmsException>(() => Document.Parse("<heThong xmlns='urn:libqms:1'>\n <a/><b/></heThong>"));
      Equal(2, e.Problems.Count);
      Equal(2, e.Line);
    }

    private static void ListsAreViews()
    {
      Document document = Document.Load(input);
      NodeList<Step> steps = document.Find<Procedure>("QT-1").Steps;
      Step added = steps.InsertNew(1);
      Equal(1, steps.IndexOf(added));
      steps.Move(1, 3);
      Equal(added, steps[3]);
      Equal(true, steps.Remove(added));
      Equal(null, added.NodeParent);
      steps[1] = added;
      Equal("B1,,B3", string.Join(",", steps.Select(step => step.Id)));
      Fails<ArgumentOutOfRangeException>(() => Equal(null, steps[3]));
      Fails<ArgumentException>(() => steps.Add(Document.Load(input).Find<Step>("B1")));
      IList<string> aliases = document.Find<Role>("VT-TN").Aliases;
      aliases.Insert(1, "Quầy số 1");
      Equal("Bộ phận Một cửa|Quầy số 1|Công chức Một cửa", string.Join("|", aliases));
    }

    private static void ListsOfNodesAreSortedAndReversedInPlace()
    {
      NodeList<Step> steps = Document.Load(input).Find<Procedure>("QT-1").Steps;
      steps[0] = steps[0];
      Equal("B1,B2,B3", string.Join(",", steps.Select(step => step.Id)));
      Step first = steps[0];
      steps[0] = steps[2];
      steps[2] = first;
      Equal("B3,B2,B1", string.Join(",", steps.Select(step => step.Id)));
      List<Step> sorted = steps.OrderBy(step => step.Id == "B2" ? "" : step.Id).ToList();
      for (int i = 0; i < sorted.Count; i++)
        steps[i] = sorted[i];
      Equal("B2,B1,B3", string.Join(",", steps.Select(step => step.Id)));
    }

    private static void AnUnknownScenarioOrPhaseIsAnError()
    {
      Workflow workflow = Workflow.Of(Document.Load(input).Find<Procedure>("QT-1"));
      Fails<ArgumentException>(() => workflow.LongestWay("KHONG-CO"));
      Fails<ArgumentException>(() => workflow.ShortestWay(null, "KHONG-CO"));
      Fails<ArgumentException>(() => workflow.Duration(workflow.Steps[0], "KHONG-CO"));
      Fails<ArgumentException>(() => workflow.Paths("KHONG-CO"));
    }

    private static void ARefusedWordIsNamed()
    {
      Procedure procedure = Document.Load(input).Find<Procedure>("QT-2");
      QmsException e = Fails<QmsException>(() => procedure["kind"] = "khongCo");
      Equal(Status.Value, e.Status);
      Equal(true, e.Message.Contains("khongCo"));
      procedure["kind"] = "internal_audit";
      Equal(ProcedureKind.InternalAudit, procedure.Kind);
    }

    private static void NegativeLimitsAreRefused()
    {
      var options = new ReadOptions();
      options.Limits[Limit.Bytes] = -1;
      Fails<ArgumentOutOfRangeException>(() => Document.Load(input, options));
      Document document = Document.Load(input);
      Fails<ArgumentOutOfRangeException>(() => document.Validate(new ValidateOptions { MaxFindings = -1 }));
      Fails<ArgumentOutOfRangeException>(() => Workflow.Of(document.Find<Procedure>("QT-1")).Paths(null, -1));
      Fails<ArgumentOutOfRangeException>(() => Workflow.Write(document.Find<Procedure>("QT-1"), paths: -1));
    }

    private static void ObjectsTellWhatTheyAre()
    {
      Document document = Document.Load(input);
      Report report = document.Validate();
      Equal("system " + input, document.ToString());
      Equal("system", Document.Create("system").ToString());
      Equal(input + ": " + report.Count + " findings", report.ToString());
      Equal("B1 → B2 → B3: 1440 min", Workflow.Of(document.Find<Procedure>("QT-1")).LongestWay().ToString());
    }

    private static void DisposingEndsADocumentAndItsNodes()
    {
      Document document = Document.Load(input);
      Node kept = document.Root;
      Report report = document.Validate();
      document.Dispose();
      document.Dispose();
      Fails<ObjectDisposedException>(() => Equal(null, document.Root));
      Fails<ObjectDisposedException>(() => Equal(null, kept.NodePath));
      Equal(true, report.Count > 0 && report[0].Message.Length > 0);
    }

    private static void TheLibrarysOwnCannotBeChanged()
    {
      LegalAct act = Qms.LegalAct("61/2018/NĐ-CP");
      Fails<NotSupportedException>(() => act.Title = "x");
      Equal(act.Title, ((LegalAct)act.NodeCopy(Document.Create("legal_acts"))).Title);
    }

    private static void ThreadsTakeTurnsInOneDocument()
    {
      Procedure procedure = Document.Load(input).Find<Procedure>("QT-1");
      Parallel.For(0, 8, thread =>
      {
        for (int i = 0; i < 200; i++)
          procedure.Steps.Append().Name = AboveBmp;
      });
      Equal(1603, procedure.Steps.Count);
    }
  }
}
