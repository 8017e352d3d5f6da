// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Linq;
using Libqms.Model;

namespace Libqms
{
  /// <summary>Where a legal act stands on a day. The numbers are those of the ABI.</summary>
  public enum ActStatus
  {
    Unknown,
    NotYet,
    InForce,
    Expired
  }

  /// <summary>For whom BPMN is written. The numbers are those of the ABI.</summary>
  public enum BpmnProfile
  {
    Generic,
    Camunda7,
    Flowable
  }

  /// <summary>How things stand with a clause or requirement. The numbers are those of the ABI.</summary>
  public enum CoverageState
  {
    Met = 1,
    Partial,
    Missing,
    Excluded
  }

  /// <summary>A clause of the standard or a requirement of the framework, and what in a system answers to it.</summary>
  public sealed class CoverageRow
  {
    internal CoverageRow(Document system, IntPtr coverage, UIntPtr index)
    {
      IsClause = Lib.qms_coverage_kind(coverage, index) == 1;
      State = (CoverageState)Lib.qms_coverage_state(coverage, index);
      Id = Text.Sure(Lib.qms_coverage_id(coverage, index));
      Title = Text.Sure(Lib.qms_coverage_title(coverage, index, (int)Language.Vi));
      TitleEn = Text.Sure(Lib.qms_coverage_title(coverage, index, (int)Language.En));
      Note = Text.At(Lib.qms_coverage_note(coverage, index));
      Lack = Text.At(Lib.qms_coverage_lack(coverage, index, (int)Language.Vi));
      LackEn = Text.At(Lib.qms_coverage_lack(coverage, index, (int)Language.En));
      Warning = Text.At(Lib.qms_coverage_warning(coverage, index, (int)Language.Vi));
      WarningEn = Text.At(Lib.qms_coverage_warning(coverage, index, (int)Language.En));
      EvidenceTitles = Enumerable.Range(0, (int)Lib.qms_coverage_evidence_count(coverage, index))
        .Select(i => Text.Take(Lib.qms_coverage_evidence_title(coverage, index, (UIntPtr)i, (int)Language.Vi))!).ToList();
      Evidence = Enumerable.Range(0, (int)Lib.qms_coverage_evidence_count(coverage, index))
        .Select(i => system.NodeAt(Lib.qms_coverage_evidence(coverage, index, (UIntPtr)i))!).ToList();
    }

    public bool IsClause { get; }

    public CoverageState State { get; }

    /// <summary>Number of the clause, or identifier of the requirement.</summary>
    public string Id { get; }

    /// <summary>Title in Vietnamese.</summary>
    public string Title { get; }

    /// <summary>Title in English.</summary>
    public string TitleEn { get; }

    /// <summary>Why it is excluded, or where something that answers is looked for.</summary>
    public string? Note { get; }

    /// <summary>What a partial row lacks, in Vietnamese; null if it is not partial.</summary>
    public string? Lack { get; }

    /// <summary>What a partial row lacks, in English.</summary>
    public string? LackEn { get; }

    /// <summary>What is wrong with the way the system treats the row, in Vietnamese; null if nothing is.</summary>
    public string? Warning { get; }

    /// <summary>What is wrong with the way the system treats the row, in English.</summary>
    public string? WarningEn { get; }

    /// <summary>Elements that answer to it.</summary>
    public IReadOnlyList<Node> Evidence { get; }

    /// <summary>Code and title of each of these elements, in Vietnamese.</summary>
    public IReadOnlyList<string> EvidenceTitles { get; }
  }

  /// <summary>What the library knows and can do apart from single documents: frameworks, law, the national portal, BPMN, pictures.</summary>
  public static class Qms
  {
    /// <summary>Version of the library.</summary>
    public static string Version => Text.Sure(Lib.qms_version());

    // ---- frameworks

    /// <summary>Identifiers of the framework models that ship with the library.</summary>
    public static IReadOnlyList<string> Frameworks =>
      Enumerable.Range(0, (int)Lib.qms_framework_count()).Select(i => Text.Sure(Lib.qms_framework_id((UIntPtr)i))).ToList();

    /// <summary>A framework model with everything that it is based on.</summary>
    public static Document Framework(string id)
    {
      IntPtr error = IntPtr.Zero;
      QmsException.Check(Lib.qms_framework_load(Text.Bytes(id), out IntPtr framework, ref error), error);
      return new Document(framework);
    }

    /// <summary>Checks a framework file that someone writes.</summary>
    public static Report CheckFramework(string path)
    {
      IntPtr error = IntPtr.Zero;
      QmsException.Check(Lib.qms_framework_check_file(Text.Bytes(path), out IntPtr report, ref error), error);
      return new Report(report, null);
    }

    /// <summary>A new system for an agency; what the agency has to decide is marked [[…]].</summary>
    public static Document NewSystem(string framework, AgencyType agency, string name)
    {
      IntPtr error = IntPtr.Zero;
      QmsException.Check(Lib.qms_framework_instantiate(Text.Bytes(framework), (int)agency, Text.Bytes(name), out IntPtr system,
        ref error), error);
      return new Document(system);
    }

    /// <summary>A copy of a system moved to another framework.</summary>
    public static Document Migrate(Document system, string to)
    {
      return Migrate(system, to, null, out _);
    }

    /// <summary>A copy of a system moved to another framework (null: none), with a day to the forms in force then, and what people have to
    /// do.</summary>
    public static Document Migrate(Document system, string? to, DateTime? day, out IReadOnlyList<Problem> work)
    {
      lock (system)
      {
        IntPtr error = IntPtr.Zero, notes = IntPtr.Zero;
        QmsException.Check(Lib.qms_framework_migrate(system.Pointer, Text.Bytes(to), day?.Year ?? 0, day?.Month ?? 0, day?.Day ?? 0,
          out IntPtr migrated, ref notes, ref error), error);
        work = TakeProblems(notes);
        return new Document(migrated);
      }
    }

    private static IReadOnlyList<Problem> TakeProblems(IntPtr chain)
    {
      var problems = Problem.Chain(chain);
      Lib.qms_error_free(chain);
      return problems;
    }

    /// <summary>Number of agencies of an inspection with a verdict as a whole.</summary>
    public static long InspectionCount(Document inspection, Verdict verdict)
    {
      lock (inspection)
        return (long)Lib.qms_inspection_count(inspection.Pointer, (int)verdict);
    }

    /// <summary>The verdicts of an inspection as "text", "html" or "csv".</summary>
    public static string InspectionTable(Document inspection, string format, Language language = Language.Vi)
    {
      lock (inspection)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_inspection_write(inspection.Pointer, Text.Bytes(format), (int)language, out IntPtr text, out _,
          ref error), error);
        return Text.Take(text)!;
      }
    }

    /// <summary>The XML Schema ("xsd") or JSON Schema ("json") of the model; null for another name.</summary>
    public static string? Schema(string format)
    {
      return Text.At(Lib.qms_schema_text(Text.Bytes(format)));
    }

    /// <summary>For each clause of the standard and each requirement of the framework (null: the system's own), what answers to it on a day
    /// (null: today).</summary>
    public static IReadOnlyList<CoverageRow> Coverage(Document system, string? framework = null, DateTime? day = null)
    {
      return WithCoverage(system, framework, day, coverage => Enumerable.Range(0, (int)Lib.qms_coverage_count(coverage))
        .Select(i => new CoverageRow(system, coverage, (UIntPtr)i)).ToList());
    }

    /// <summary>The same as "text", "json", "html" or "csv".</summary>
    public static string CoverageTable(Document system, string format, Language language = Language.Vi, string? framework = null,
      DateTime? day = null)
    {
      return WithCoverage(system, framework, day, coverage =>
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_coverage_write(coverage, Text.Bytes(format), (int)language, out IntPtr text, out _, ref error), error);
        return Text.Take(text)!;
      });
    }

    private static T WithCoverage<T>(Document system, string? framework, DateTime? day, Func<IntPtr, T> work)
    {
      lock (system)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_coverage_run(system.Pointer, Text.Bytes(framework), day?.Year ?? 0, day?.Month ?? 0, day?.Day ?? 0,
          out IntPtr coverage, ref error), error);
        try
        {
          return work(coverage);
        }
        finally
        {
          Lib.qms_coverage_free(coverage);
        }
      }
    }

    // ---- law

    /// <summary>What the library knows of a legal act, as a node that cannot be changed; null if it knows nothing.</summary>
    public static LegalAct? LegalAct(string number)
    {
      IntPtr act = Lib.qms_legal_find(Text.Bytes(number));
      if (act == IntPtr.Zero)
        return null;
      return (LegalAct?)new Document(Lib.qms_document_ref(Lib.qms_node_document(act)), true).NodeAt(act);
    }

    /// <summary>Where an act stands on a day.</summary>
    public static ActStatus LegalStatus(string number, DateTime day)
    {
      return (ActStatus)Lib.qms_legal_status(Lib.qms_legal_find(Text.Bytes(number)), day.Year, day.Month, day.Day);
    }

    // ---- exchange

    /// <summary>Takes records of the national portal into a system; their number.</summary>
    public static int ImportPortal(Document system, string json)
    {
      byte[] bytes = Text.Encode(json);
      lock (system)
      {
        IntPtr error = IntPtr.Zero;
        system.CheckChangeable();
        QmsException.Check(Lib.qms_portal_import(system.Pointer, bytes, (UIntPtr)bytes.Length, null, out UIntPtr count, ref error),
          error);
        return (int)count;
      }
    }

    /// <summary>What records say in another way than the model can: a note for each key.</summary>
    public static IReadOnlyList<Problem> PortalNotes(Document system)
    {
      lock (system)
      {
        IntPtr notes = IntPtr.Zero;
        QmsException.Check(Lib.qms_portal_notes(system.Pointer, ref notes), IntPtr.Zero);
        return TakeProblems(notes);
      }
    }

    /// <summary>The record of an administrative procedure for the national portal.</summary>
    public static IDictionary<string, object?> PortalRecord(Node procedure)
    {
      lock (procedure.NodeDocument)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_portal_export(procedure.Pointer, out IntPtr json, out _, ref error), error);
        return (IDictionary<string, object?>)Json.Parse(Text.Take(json)!)!;
      }
    }

    /// <summary>A procedure as BPMN 2.0.</summary>
    public static string Bpmn(Node procedure, BpmnProfile profile = BpmnProfile.Generic)
    {
      lock (procedure.NodeDocument)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_bpmn_export(procedure.Pointer, (int)profile, out IntPtr xml, out _, ref error), error);
        return Text.Take(xml)!;
      }
    }

    /// <summary>Reads BPMN into a system: the procedure that it became, and what was lost, guessed or changed.</summary>
    public static Node ImportBpmn(Document system, string xml, out Report report)
    {
      byte[] bytes = Text.Encode(xml);
      lock (system)
      {
        IntPtr error = IntPtr.Zero;
        system.CheckChangeable();
        QmsException.Check(Lib.qms_bpmn_import(system.Pointer, bytes, (UIntPtr)bytes.Length, null, out IntPtr procedure,
          out IntPtr notes, ref error), error);
        report = new Report(notes, null);
        return system.NodeAt(procedure)!;
      }
    }

    /// <summary>Flow chart of a procedure: an SVG document for each page of A4, or one that is as large as it needs.</summary>
    public static IReadOnlyList<string> Svg(Node procedure, bool whole = false)
    {
      lock (procedure.NodeDocument)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_svg_new(procedure.Pointer, whole ? 1 : 0, out IntPtr svg, ref error), error);
        var pages = Enumerable.Range(0, (int)Lib.qms_svg_pages(svg))
          .Select(page => Text.Sure(Lib.qms_svg_page(svg, (UIntPtr)page, out _))).ToList();
        Lib.qms_svg_free(svg);
        return pages;
      }
    }

    /// <summary>Code of a case: agency, day of receipt, number of the day.</summary>
    public static string CaseCode(string agency, DateTime day, long serial)
    {
      IntPtr error = IntPtr.Zero;
      QmsException.Check(Lib.qms_case_code_build(Text.Bytes(agency), day.Year, day.Month, day.Day, serial, out IntPtr code, ref error),
        error);
      return Text.Take(code)!;
    }

    /// <summary>Takes a code of a case apart.</summary>
    public static void ParseCaseCode(string code, out string agency, out DateTime day, out long serial)
    {
      IntPtr error = IntPtr.Zero;
      QmsException.Check(Lib.qms_case_code_parse(Text.Bytes(code), out IntPtr owner, out int year, out int month, out int dayOfMonth,
        out serial, ref error), error);
      agency = Text.Take(owner)!;
      day = new DateTime(year, month, dayOfMonth);
    }
  }
}
