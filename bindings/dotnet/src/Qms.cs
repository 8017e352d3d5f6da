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

    /// <summary>Elements that answer to it.</summary>
    public IReadOnlyList<Node> Evidence { get; }
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
      lock (system)
      {
        IntPtr error = IntPtr.Zero, work = IntPtr.Zero;
        int status = Lib.qms_framework_migrate(system.Pointer, Text.Bytes(to), 0, 0, 0, out IntPtr migrated, ref work, ref error);
        Lib.qms_error_free(work);
        QmsException.Check(status, error);
        return new Document(migrated);
      }
    }

    /// <summary>For each clause of the standard and each requirement of the framework (null: the system's own), what answers to it on a day
    /// (null: today).</summary>
    public static IReadOnlyList<CoverageRow> Coverage(Document system, string? framework = null, DateTime? day = null)
    {
      lock (system)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_coverage_run(system.Pointer, Text.Bytes(framework), day?.Year ?? 0, day?.Month ?? 0, day?.Day ?? 0,
          out IntPtr coverage, ref error), error);
        var rows = Enumerable.Range(0, (int)Lib.qms_coverage_count(coverage))
          .Select(i => new CoverageRow(system, coverage, (UIntPtr)i)).ToList();
        Lib.qms_coverage_free(coverage);
        return rows;
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
  }
}
