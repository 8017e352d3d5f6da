// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Linq;

namespace Libqms
{
  /// <summary>A field that was filled from a Word document.</summary>
  public sealed class DocxField
  {
    private readonly IReadOnlyList<string?> places, reasons;

    internal DocxField(IntPtr report, UIntPtr index)
    {
      Path = Text.Sure(Lib.qms_docx_report_path(report, index));
      Value = Text.Sure(Lib.qms_docx_report_value(report, index));
      Source = Text.At(Lib.qms_docx_report_source(report, index));
      Confidence = Lib.qms_docx_report_confidence(report, index);
      places = DocxImport.InEach(language => Lib.qms_docx_report_place(report, index, language));
      reasons = DocxImport.InEach(language => Lib.qms_docx_report_reason(report, index, language));
    }

    /// <summary>Path in the system.</summary>
    public string Path { get; }

    /// <summary>The value as files have it.</summary>
    public string Value { get; }

    /// <summary>The text that it was read from; null if it follows from the whole.</summary>
    public string? Source { get; }

    /// <summary>Where that stands; null: nowhere in particular.</summary>
    public string? Place(Language language = Language.Vi)
    {
      return places[(int)language];
    }

    /// <summary>How sure it is, from 0 to 100.</summary>
    public int Confidence { get; }

    /// <summary>Why it is so sure.</summary>
    public string? Reason(Language language = Language.Vi)
    {
      return reasons[(int)language];
    }
  }

  /// <summary>What was not understood in a Word document or is not as it should be.</summary>
  public sealed class DocxNote
  {
    private readonly IReadOnlyList<string?> messages, places;

    internal DocxNote(IntPtr report, UIntPtr index)
    {
      Id = Text.Sure(Lib.qms_docx_report_note_id(report, index));
      Severity = (Severity)Lib.qms_docx_report_note_severity(report, index);
      Source = Text.At(Lib.qms_docx_report_note_source(report, index));
      messages = DocxImport.InEach(language => Lib.qms_docx_report_note(report, index, language));
      places = DocxImport.InEach(language => Lib.qms_docx_report_note_place(report, index, language));
    }

    /// <summary>Identifier of the message, such as "QMS-DX-001".</summary>
    public string Id { get; }

    public Severity Severity { get; }

    public string Message(Language language = Language.Vi)
    {
      return messages[(int)language]!;
    }

    /// <summary>The text that it is about; null if it is about none.</summary>
    public string? Source { get; }

    /// <summary>Where that stands; null: nowhere in particular.</summary>
    public string? Place(Language language = Language.Vi)
    {
      return places[(int)language];
    }
  }

  /// <summary>What became of a Word document: a procedure, and what was read from where.</summary>
  public sealed class DocxImport : Resource
  {
    private const int KeepNames = 1;

    /// <summary>Takes a report that C handed over; no procedure if the document was refused.</summary>
    private DocxImport(IntPtr report, Node? procedure) : base(report, Lib.qms_docx_report_free)
    {
      Procedure = procedure;
      Path = Text.At(Lib.qms_docx_report_procedure(report));
      Doubtful = (long)Lib.qms_docx_report_doubtful(report);
      Fields = Enumerable.Range(0, (int)Lib.qms_docx_report_count(report)).Select(i => new DocxField(report, (UIntPtr)i)).ToList();
      Notes = Enumerable.Range(0, (int)Lib.qms_docx_report_note_count(report)).Select(i => new DocxNote(report, (UIntPtr)i)).ToList();
    }

    /// <summary>A text of C in Vietnamese and English.</summary>
    internal static IReadOnlyList<string?> InEach(Func<int, IntPtr> text)
    {
      return new[] { Text.At(text((int)Language.Vi)), Text.At(text((int)Language.En)) };
    }

    /// <summary>Reads a document; one that is refused raises, or gives an import of why.</summary>
    internal static DocxImport Read(Document system, byte[] docx, string? name, bool keepNames, bool raise)
    {
      byte[]? file = Text.Bytes(name);
      lock (system)
      {
        IntPtr error = IntPtr.Zero;
        system.CheckChangeable();
        int status = Lib.qms_docx_import(system.Pointer, docx, (UIntPtr)docx.Length, file, keepNames ? KeepNames : 0,
          out IntPtr procedure, out IntPtr report, ref error);
        if (status != 0 && !raise)
          return Refused(error, file);
        QmsException.Check(status, error);
        return new DocxImport(report, system.NodeAt(procedure));
      }
    }

    private static DocxImport Refused(IntPtr error, byte[]? file)
    {
      var read = new DocxImport(Lib.qms_docx_report_from_error(error, file), null);
      Lib.qms_error_free(error);
      return read;
    }

    /// <summary>The procedure; null if the document was refused.</summary>
    public Node? Procedure { get; }

    /// <summary>Path of the procedure; null if the document was refused.</summary>
    public string? Path { get; }

    /// <summary>Number of fields that a person should look at, because they are not sure.</summary>
    public long Doubtful { get; }

    /// <summary>The fields that were filled.</summary>
    public IReadOnlyList<DocxField> Fields { get; }

    /// <summary>What was not understood or is not as it should be.</summary>
    public IReadOnlyList<DocxNote> Notes { get; }

    /// <summary>The report as "text" (notes and what is not sure), "json" (everything) or "html" (source beside result).</summary>
    public string Write(string format, Language language = Language.Vi)
    {
      lock (Lock)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_docx_report_write(new[] { Pointer }, (UIntPtr)1, Text.Bytes(format), (int)language,
          out IntPtr text, out _, ref error), error);
        return Text.Take(text)!;
      }
    }
  }
}
