// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Libqms
{
  /// <summary>How grave a finding is. The numbers are those of the ABI.</summary>
  public enum Severity
  {
    Info = 1,
    Warning,
    Error
  }

  /// <summary>A rule of the catalogue. Constant.</summary>
  public sealed class Rule
  {
    private readonly IntPtr pointer;

    internal Rule(IntPtr pointer)
    {
      this.pointer = pointer;
    }

    /// <summary>Rule of an identifier ("QMS-QT-012") or slug; null if there is none.</summary>
    public static Rule? Find(string id)
    {
      IntPtr rule = Lib.qms_rule_find(Text.Bytes(id));
      return rule == IntPtr.Zero ? null : new Rule(rule);
    }

    /// <summary>All rules, sorted by identifier.</summary>
    public static IEnumerable<Rule> All =>
      Enumerable.Range(0, (int)Lib.qms_rule_count()).Select(i => new Rule(Lib.qms_rule_at((UIntPtr)i)));

    /// <summary>Identifier, such as "QMS-QT-012"; never reused.</summary>
    public string Id => Text.Sure(Lib.qms_rule_id(pointer));

    /// <summary>Short name, such as "step-sum-over-limit".</summary>
    public string Slug => Text.Sure(Lib.qms_rule_slug(pointer));

    public Severity Severity => (Severity)Lib.qms_rule_severity(pointer);

    /// <summary>Family of the rule, such as "procedure".</summary>
    public string Category => Text.Sure(Lib.qms_rule_category(pointer));

    /// <summary>What it looks for, in a few words.</summary>
    public string Title(Language language)
    {
      return Text.Sure(Lib.qms_rule_title(pointer, (int)language));
    }

    /// <summary>Why the rule exists.</summary>
    public string Why(Language language)
    {
      return Text.Sure(Lib.qms_rule_why(pointer, (int)language));
    }

    /// <summary>How to mend what it finds.</summary>
    public string Remedy(Language language)
    {
      return Text.Sure(Lib.qms_rule_remedy(pointer, (int)language));
    }

    /// <summary>Version of libqms that brought it.</summary>
    public string Since => Text.Sure(Lib.qms_rule_since(pointer));

    /// <summary>Items of the inspection checklist that it decides, such as "A5".</summary>
    public IReadOnlyList<string> Items =>
      Enumerable.Range(0, (int)Lib.qms_rule_item_count(pointer)).Select(i => Text.Sure(Lib.qms_rule_item(pointer, (UIntPtr)i))).ToList();

    /// <summary>Sources that the rule rests on.</summary>
    public IReadOnlyList<string> Cites =>
      Enumerable.Range(0, (int)Lib.qms_rule_cite_count(pointer)).Select(i => Text.Sure(Lib.qms_rule_cite(pointer, (UIntPtr)i))).ToList();
  }

  /// <summary>How a document is validated.</summary>
  public sealed class ValidateOptions
  {
    /// <summary>Framework to validate against, by identifier; null: the one that the document names.</summary>
    public string? Framework { get; set; }

    /// <summary>File of further legal acts.</summary>
    public string? Legal { get; set; }

    /// <summary>Day that rules are asked for; null: today.</summary>
    public DateTime? AsOf { get; set; }

    /// <summary>Greatest number of findings kept, severe ones before mild ones; further ones are counted only.</summary>
    public long? MaxFindings { get; set; }

    /// <summary>Suppressions that stand beside the document.</summary>
    public Document? Suppressions { get; set; }

    private delegate int Work(IntPtr validator, out IntPtr report, ref IntPtr error);

    /// <summary>A report of C on a document; both documents are locked by the caller.</summary>
    internal IntPtr Run(Document document)
    {
      return WithValidator((IntPtr validator, out IntPtr report, ref IntPtr error) =>
        Lib.qms_validator_run(validator, document.Pointer, out report, ref error));
    }

    /// <summary>The report of C on the suppressions, after a run whose report is given.</summary>
    internal IntPtr RunSuppressions(IntPtr run)
    {
      return WithValidator((IntPtr validator, out IntPtr report, ref IntPtr error) =>
        Lib.qms_validator_run_suppressions(validator, new[] { run }, (UIntPtr)1, out report, ref error));
    }

    private IntPtr WithValidator(Work work)
    {
      IntPtr validator = Lib.qms_validator_new(), error = IntPtr.Zero;
      try
      {
        Configure(validator);
        QmsException.Check(work(validator, out IntPtr report, ref error), error);
        return report;
      }
      finally
      {
        Lib.qms_validator_free(validator);
      }
    }

    private void Configure(IntPtr validator)
    {
      IntPtr error = IntPtr.Zero;
      if (AsOf is DateTime day)
        QmsException.Check(Lib.qms_validator_set_as_of(validator, day.Year, day.Month, day.Day, ref error), error);
      if (MaxFindings is long max)
        Lib.qms_validator_set_max_findings(validator, Lib.Size(max));
      if (Suppressions != null)
        QmsException.Check(Lib.qms_validator_set_suppressions(validator, Suppressions.Pointer, ref error), error);
      if (Legal != null)
        QmsException.Check(Lib.qms_validator_set_legal(validator, Text.Bytes(Legal), ref error), error);
      QmsException.Check(Lib.qms_validator_set_framework(validator, Text.Bytes(Framework), ref error), error);
    }
  }

  /// <summary>One thing that a rule found. It reads from its report, which it keeps.</summary>
  public sealed class Finding
  {
    private readonly Report report;
    private readonly UIntPtr index;

    internal Finding(Report report, int index)
    {
      this.report = report;
      this.index = (UIntPtr)index;
    }

    private T Ask<T>(Func<IntPtr, UIntPtr, T> call)
    {
      lock (report.Lock)
        return call(report.Pointer, index);
    }

    public Rule Rule => new Rule(Ask(Lib.qms_report_rule));

    public Severity Severity => (Severity)Ask(Lib.qms_report_severity);

    /// <summary>The message in Vietnamese.</summary>
    public string Message => MessageIn(Language.Vi);

    public string MessageIn(Language language)
    {
      return Ask((pointer, i) => Text.Sure(Lib.qms_report_message(pointer, i, (int)language)));
    }

    /// <summary>Source that the finding rests on; null if none.</summary>
    public string? Cite => Ask((pointer, i) => Text.At(Lib.qms_report_cite(pointer, i)));

    /// <summary>Identifier of the framework's requirement that the finding is about; null if it is about none.</summary>
    public string? Requirement => Ask((pointer, i) => Text.At(Lib.qms_report_requirement(pointer, i)));

    /// <summary>Line, counted from 1; 0 if unknown.</summary>
    public int Line => Ask(Lib.qms_report_line);

    /// <summary>Column, counted from 1; 0 if unknown.</summary>
    public int Column => Ask(Lib.qms_report_column);

    /// <summary>Model path, with the field if it is about one.</summary>
    public string? Path => Ask((pointer, i) => Text.At(Lib.qms_report_path(pointer, i)));

    /// <summary>Node that the finding is about; null if there is none.</summary>
    public Node? Node => Ask((pointer, i) => report.NodeAt(Lib.qms_report_node(pointer, i)));

    /// <summary>Whether somebody accepts the finding for a time.</summary>
    public bool IsSuppressed => Ask(Lib.qms_report_is_suppressed) != 0;

    /// <summary>Who accepts it; null if the finding is not suppressed.</summary>
    public string? SuppressedBy => Ask((pointer, i) => Text.At(Lib.qms_report_suppression_who(pointer, i)));

    /// <summary>Until which day (YYYY-MM-DD) it is accepted; null if the finding is not suppressed.</summary>
    public string? SuppressedUntil => Ask((pointer, i) => Text.At(Lib.qms_report_suppression_until(pointer, i)));

    /// <summary>Why it is accepted; null if the finding is not suppressed.</summary>
    public string? SuppressionReason => Ask((pointer, i) => Text.At(Lib.qms_report_suppression_reason(pointer, i)));

    /// <summary>Whether the suppression stands in the document itself and not beside it.</summary>
    public bool IsSuppressedInFile => Ask(Lib.qms_report_suppression_is_in_file) != 0;

    /// <summary>16 hexadecimal digits that stay the same when lines move.</summary>
    public string Fingerprint => Ask((pointer, i) => Text.Sure(Lib.qms_report_fingerprint(pointer, i)));

    /// <summary>One line for people, in Vietnamese.</summary>
    public override string ToString()
    {
      return Line + ":" + Column + ": " + Severity.ToString().ToLowerInvariant() + ": " + Message + " [" + Rule.Id + "]";
    }
  }

  /// <summary>The findings of one validation, sorted by place. A report keeps its document.</summary>
  public sealed class Report : Resource, IReadOnlyList<Finding>
  {
    private readonly Document? document;

    /// <summary>Takes a report that C handed over; no document if it is about a file that was not read.</summary>
    internal Report(IntPtr pointer, Document? document) : base(pointer, Lib.qms_report_free)
    {
      this.document = document;
    }

    /// <summary>Reads a file and validates it. A file that is refused gives a report too: of why.</summary>
    public static Report OfFile(string path, ValidateOptions? options = null)
    {
      byte[]? file = Text.Bytes(path);
      IntPtr reader = Lib.qms_reader_new(), error = IntPtr.Zero;
      int status = Lib.qms_reader_load(reader, file, out IntPtr document, ref error);
      Lib.qms_reader_free(reader);
      return status == 0 ? new Document(document).Validate(options) : Refused(error, file);
    }

    /// <summary>The same of a text; the name stands for the file.</summary>
    public static Report OfText(string text, string? name = null, ValidateOptions? options = null)
    {
      byte[] bytes = Text.Encode(text);
      byte[]? file = Text.Bytes(name);
      IntPtr reader = Lib.qms_reader_new(), error = IntPtr.Zero;
      int status = Lib.qms_reader_parse(reader, bytes, (UIntPtr)bytes.Length, file, out IntPtr document, ref error);
      Lib.qms_reader_free(reader);
      return status == 0 ? new Document(document).Validate(options) : Refused(error, file);
    }

    private static Report Refused(IntPtr error, byte[]? file)
    {
      var report = new Report(Lib.qms_report_from_error(error, file), null);
      Lib.qms_error_free(error);
      return report;
    }

    /// <summary>The report on the suppressions of the options, after the run with them that this is the report of.</summary>
    public Report OnSuppressions(ValidateOptions options)
    {
      Document beside = options.Suppressions ?? throw new ArgumentException("the options have no suppressions");
      return Document.Locked(document ?? beside, beside, () => new Report(options.RunSuppressions(Pointer), null));
    }

    internal override object Lock => document ?? (object)this;

    internal Node? NodeAt(IntPtr pointer)
    {
      return document?.NodeAt(pointer);
    }

    /// <summary>Number of findings kept.</summary>
    public int Count
    {
      get
      {
        lock (Lock)
          return (int)Lib.qms_report_count(Pointer);
      }
    }

    public Finding this[int index] => new Finding(this, FieldList<Finding>.Checked(index, Count));

    public IEnumerator<Finding> GetEnumerator()
    {
      for (int i = 0; i < Count; i++)
        yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator()
    {
      return GetEnumerator();
    }

    /// <summary>Number of findings of a severity that are not suppressed, those that were not kept included.</summary>
    public long CountOf(Severity severity)
    {
      lock (Lock)
        return (long)Lib.qms_report_severity_count(Pointer, (int)severity);
    }

    /// <summary>Number of findings of a severity that were left out because there were more than the greatest number.</summary>
    public long LeftOut(Severity severity)
    {
      lock (Lock)
        return (long)Lib.qms_report_left_out_count(Pointer, (int)severity);
    }

    /// <summary>Number of suppressed findings.</summary>
    public long Suppressed
    {
      get
      {
        lock (Lock)
          return (long)Lib.qms_report_suppressed_count(Pointer);
      }
    }

    /// <summary>File that was validated; null if none.</summary>
    public string? File
    {
      get
      {
        lock (Lock)
          return Text.At(Lib.qms_report_file(Pointer));
      }
    }

    /// <summary>The file and how much was found, such as "xa.xml: 2 findings".</summary>
    public override string ToString()
    {
      return (File is string file ? file + ": " : "") + Count + " findings";
    }

    /// <summary>The report as "text", "json", "ndjson", "sarif" or "junit".</summary>
    public string Write(string format, Language language = Language.Vi)
    {
      lock (Lock)
      {
        IntPtr error = IntPtr.Zero;
        QmsException.Check(Lib.qms_report_write(new[] { Pointer }, (UIntPtr)1, Text.Bytes(format), (int)language, 0, out IntPtr text,
          out _, ref error), error);
        return Text.Take(text)!;
      }
    }

    /// <summary>The inspection document that follows from the report, from findings that are at least so grave.</summary>
    public Document Inspect(Severity least = Severity.Error, Language language = Language.Vi)
    {
      lock (Lock)
      {
        IntPtr error = IntPtr.Zero, skipped = IntPtr.Zero;
        int status = Lib.qms_inspection_draw(new[] { Pointer }, (UIntPtr)1, null, (int)least, (int)language, out IntPtr inspection,
          ref skipped, ref error);
        Lib.qms_error_free(skipped);
        QmsException.Check(status, error);
        return new Document(inspection);
      }
    }
  }
}
