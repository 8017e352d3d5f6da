// SPDX-License-Identifier: Apache-2.0
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Libqms.Model;

namespace Libqms.Tests
{
  /// <summary>What an operation is called on, and with.</summary>
  internal sealed class Call
  {
    private readonly object self;
    private readonly IList<object> args;

    internal Call(object self, IList<object> args)
    {
      this.self = self;
      this.args = args;
    }

    internal T On<T>()
    {
      return (T)self;
    }

    internal T Arg<T>(int index)
    {
      return index < args.Count ? (T)args[index] : default(T);
    }

    internal Document Document => (Document)self;

    internal Node Node => (Node)self;

    internal Case Case => (Case)self;

    internal string Text(int index)
    {
      return Arg<string>(index);
    }

    internal int Number(int index, int missing)
    {
      return Arg<object>(index) is long value ? (int)value : missing;
    }

    internal DateTimeOffset Time(int index)
    {
      return DateTimeOffset.Parse(Text(index), CultureInfo.InvariantCulture);
    }

    internal DateTime Day(int index)
    {
      return DateTime.Parse(Text(index), CultureInfo.InvariantCulture);
    }
  }

  /// <summary>The operations of the conformance suite in the idiom of .NET. Results are plain data or handles.</summary>
  internal sealed class Operations
  {
    private readonly string root;

    internal Operations(string root)
    {
      this.root = root;
      AddDocuments();
      AddPlaces();
      AddValues();
      AddLists();
      AddModel();
      AddReports();
      AddLibrary();
      AddInspections();
      AddOffice();
      AddDocx();
      AddWork();
      AddTimes();
      AddCases();
      AddStress();
    }

    internal IDictionary<string, Func<Call, object>> Table { get; } = new Dictionary<string, Func<Call, object>>();

    private void Add(string name, Func<Call, object> operation)
    {
      Table[name] = operation;
    }

    private void Do(string name, Action<Call> operation)
    {
      Table[name] = call =>
      {
        operation(call);
        return null;
      };
    }

    private string File(string name)
    {
      return Path.Combine(root, name);
    }

    // ---- values

    /// <summary>A value as the suite writes it.</summary>
    private static object Plain(object value)
    {
      if (value == null || value is Node || value is bool || value is long || value is string)
        return value;
      return value is IEnumerable<object> items ? items.Select(Plain).ToList() : (object)Text.Of(value);
    }

    private static List<object> Row(params object[] values)
    {
      return values.ToList();
    }

    private static List<object> Rows<T>(IEnumerable<T> items, Func<T, object> row)
    {
      return items.Select(row).ToList();
    }

    /// <summary>The word of an enum: NotYet is not_yet.</summary>
    private static string Word(Enum value)
    {
      return value == null ? null : Regex.Replace(value.ToString(), "(?<=[a-z])(?=[A-Z])", "_").ToLowerInvariant();
    }

    private static T Named<T>(string word)
    {
      return (T)Enum.Parse(typeof(T), word.Replace("_", ""), true);
    }

    private static object Member(IDictionary<string, object> members, string name)
    {
      return members != null && members.TryGetValue(name, out object value) ? value : null;
    }

    // ---- documents

    private static ReadOptions Options(IDictionary<string, object> given)
    {
      var options = new ReadOptions { Lenient = true.Equals(Member(given, "lenient")), Name = (string)Member(given, "name") };
      if (Member(given, "format") is string format)
        options.Format = Named<Format>(format);
      if (Member(given, "limits") is IDictionary<string, object> limits)
        foreach (var limit in limits)
          options.Limits[Named<Limit>(limit.Key)] = (long)limit.Value;
      return options;
    }

    private static Document Reload(Document document, string format)
    {
      string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + "." + format);
      document.Save(path);
      try
      {
        return Document.Load(path);
      }
      finally
      {
        System.IO.File.Delete(path);
      }
    }

    private void AddDocuments()
    {
      Add("parse", c => Document.Parse(c.Text(0)));
      Add("parse_base64", c => Document.Parse(Convert.FromBase64String(c.Text(0))));
      Add("load", c => Document.Load(File(c.Text(0)), Options(c.Arg<IDictionary<string, object>>(1))));
      Add("read", c => Document.Parse(c.Text(0), Options(c.Arg<IDictionary<string, object>>(1))));
      Add("new", c => Document.Create(c.Text(0)));
      Add("from_data", c => Document.FromData(c.Arg<IDictionary<string, object>>(0)));
      Add("reload", c => Reload(c.Document, c.Text(0)));
      Add("root", c => c.Document.Root);
      Add("find", c => c.Document.Find(c.Text(0)));
      Add("format", c => Word(c.Document.Format));
      Add("file", c => c.Document.File?.Replace(root + "/", ""));
      Add("diagnostics", c => Rows(c.Document.Diagnostics, problem => problem.Id));
      Add("write", c => c.Document.Write(Named<Format>(c.Text(0))));
      Do("save", c => c.Document.Save(c.Text(0)));
      Add("data", c => c.Document.ToData());
      Add("diff", c => Rows(c.Document.Diff(c.Arg<Document>(0)), d => Row(Word(d.Kind), d.Path, d.Before, d.After)));
    }

    // ---- nodes

    private void AddPlaces()
    {
      Add("type", c => c.Node.NodeType.Name);
      Add("id", c => c.Node.NodeId);
      Add("path", c => c.Node.NodePath);
      Add("line", c => (long)c.Node.NodeLine);
      Add("column", c => (long)c.Node.NodeColumn);
      Add("index", c => (long)c.Node.NodeIndex);
      Add("parent", c => c.Node.NodeParent);
      Add("parent_field", c => c.Node.NodeParentField?.Name);
      Add("document", c => c.Node.NodeDocument);
      Add("at", c => c.Node.NodeAt(c.Text(0)));
      Add("resolve", c => c.Node.NodeResolve(c.Text(0)));
      Add("extension", c => c.Node.NodeExtension(c.Text(0), c.Text(1)));
      Do("set_extension", c => c.Node.NodeSetExtension(c.Text(0), c.Text(1), c.Text(2)));
      Add("equal", c => c.Node.NodeSame(c.Arg<Node>(0)));
      Add("copy", c => c.Node.NodeCopy(c.Arg<Document>(0)));
      Add("node_data", c => c.Node.NodeToData());
    }

    private void AddValues()
    {
      Add("get", c => Plain(c.Node[c.Text(0)]));
      Add("text", c => c.Node.NodeText(c.Text(0), c.Number(1, 0)));
      Add("has", c => c.Node.NodeHas(c.Text(0)));
      Add("count", c => (long)c.Node.NodeCount(c.Text(0)));
      Add("present", c => Rows(c.Node.NodeFields, name => name));
      Do("set", c => c.Node[c.Text(0)] = c.Arg<object>(1));
      Do("set_text", c => c.Node.NodeSetText(c.Text(0), c.Text(1)));
      Do("unset", c => c.Node.NodeUnset(c.Text(0)));
    }

    private static NodeList<Node> Nodes(Call c)
    {
      return c.Node[c.Text(0)] as NodeList<Node>;
    }

    private static FieldList<object> Values(Call c)
    {
      return (FieldList<object>)c.Node[c.Text(0)];
    }

    private static object Item(Call c)
    {
      int index = c.Number(1, 0), count = c.Node.NodeCount(c.Text(0));
      return index >= count ? null : Plain(Nodes(c) == null ? Values(c)[index] : Nodes(c)[index]);
    }

    private static Node NewChild(Call c)
    {
      NodeList<Node> nodes = c.Node.NodeType.FindField(c.Text(0))?.IsList == true ? Nodes(c) : null;
      return nodes == null ? c.Node.NodeAdd(c.Text(0)) : nodes.InsertNew(c.Number(1, nodes.Count));
    }

    private static void Remove(Call c)
    {
      if (Nodes(c) == null)
        Values(c).RemoveAt(c.Number(1, 0));
      else
        Nodes(c).RemoveAt(c.Number(1, 0));
    }

    private static void Move(Call c)
    {
      if (Nodes(c) == null)
        Values(c).Move(c.Number(1, 0), c.Number(2, 0));
      else
        Nodes(c).Move(c.Number(1, 0), c.Number(2, 0));
    }

    private void AddLists()
    {
      Add("item", Item);
      Add("items", c => Plain(Values(c)));
      Add("add", NewChild);
      Do("insert", c => Values(c).Insert(c.Number(1, Values(c).Count), c.Text(2)));
      Do("remove", Remove);
      Do("move", Move);
      Do("attach", c => Nodes(c).Insert(c.Number(1, Nodes(c).Count), c.Arg<Node>(2)));
      Do("detach", c => c.Node.NodeDetach());
    }

    // ---- the model

    private static object FieldInfo(Field field)
    {
      return field == null ? null : new Dictionary<string, object>
      {
        ["name"] = field.Name, ["xml"] = field.XmlName, ["form"] = Word(field.Form), ["list"] = field.IsList,
        ["kind"] = field.Kind == Kind.DateTime ? "dateTime" : Word(field.Kind), ["required"] = field.IsRequired,
        ["target"] = field.Target?.Name, ["enum"] = field.Enumeration?.Name
      };
    }

    private static object TypeInfo(ModelType type)
    {
      return type == null ? null : new Dictionary<string, object>
      {
        ["name"] = type.Name, ["xml"] = type.XmlName, ["root"] = type.IsRoot, ["doc"] = type.DocEn
      };
    }

    private static object RuleInfo(Rule rule)
    {
      return rule == null ? null : new Dictionary<string, object>
      {
        ["id"] = rule.Id, ["slug"] = rule.Slug, ["severity"] = Word(rule.Severity), ["category"] = rule.Category,
        ["cite"] = rule.Cites.FirstOrDefault()
      };
    }

    private static object FieldTexts(Field field)
    {
      return new Dictionary<string, object> { ["pattern"] = field.Pattern, ["doc"] = field.Doc, ["doc_en"] = field.DocEn };
    }

    private static object RuleTexts(Rule rule)
    {
      return new Dictionary<string, object>
      {
        ["title"] = rule.Title(Language.Vi), ["title_en"] = rule.Title(Language.En), ["why"] = rule.Why(Language.Vi),
        ["why_en"] = rule.Why(Language.En), ["remedy"] = rule.Remedy(Language.Vi), ["remedy_en"] = rule.Remedy(Language.En),
        ["since"] = rule.Since, ["cites"] = Rows(rule.Cites, cite => cite), ["items"] = Rows(rule.Items, item => item)
      };
    }

    private void AddModel()
    {
      Add("type_info", c => TypeInfo(ModelType.Find(c.Text(0))));
      Add("type_fields", c => Rows(ModelType.Find(c.Text(0)).Fields, field => field.Name));
      Add("field_info", c => FieldInfo(ModelType.Find(c.Text(0))?.FindField(c.Text(1))));
      Add("enum_values", c => Rows(Enumeration.Find(c.Text(0))?.Values ?? new List<EnumValue>(),
        value => Row(value.Name, value.Xml, value.Label, value.LabelEn)));
      Add("root_types", c => Rows(ModelType.All.Where(type => type.IsRoot), type => type.Name));
      Add("field_texts", c => FieldTexts(ModelType.Find(c.Text(0)).FindField(c.Text(1))));
      Add("enumerations", c => Rows(Enumeration.All.Where(e => e.Name.StartsWith(c.Text(0), StringComparison.Ordinal)), e => e.Name));
      Add("rules", c => Rows(Rule.All.Where(rule => rule.Id.StartsWith(c.Text(0), StringComparison.Ordinal)), rule => rule.Id));
      Add("rule_texts", c => RuleTexts(Rule.Find(c.Text(0))));
      Add("schema", c => Qms.Schema(c.Text(0))?.Substring(0, c.Number(1, 0)));
      Add("rule_info", c => RuleInfo(Rule.Find(c.Text(0))));
    }

    // ---- validation

    private ValidateOptions ValidateOptions(IDictionary<string, object> given, Document suppressions)
    {
      return new ValidateOptions
      {
        Framework = (string)Member(given, "framework"),
        Legal = Member(given, "legal") is string legal ? File(legal) : null,
        AsOf = Member(given, "as_of") is string day ? DateTime.Parse(day, CultureInfo.InvariantCulture) : (DateTime?)null,
        MaxFindings = (long?)Member(given, "max_findings"),
        Suppressions = suppressions
      };
    }

    private Report Validate(Call c)
    {
      return c.Document.Validate(ValidateOptions(c.Arg<IDictionary<string, object>>(0), c.Arg<Document>(1)));
    }

    private Report CheckSuppressions(Call c)
    {
      return c.Arg<Report>(0).OnSuppressions(ValidateOptions(c.Arg<IDictionary<string, object>>(1), c.Document));
    }

    private static object LeftOut(Report report)
    {
      return new Dictionary<string, object>
      {
        ["error"] = report.LeftOut(Severity.Error), ["warning"] = report.LeftOut(Severity.Warning),
        ["info"] = report.LeftOut(Severity.Info)
      };
    }

    private static IDictionary<string, object> Describe(Finding f)
    {
      return new Dictionary<string, object>
      {
        ["rule"] = f.Rule.Id, ["slug"] = f.Rule.Slug, ["severity"] = Word(f.Severity), ["message"] = f.Message,
        ["message_en"] = f.MessageIn(Language.En), ["cite"] = f.Cite, ["requirement"] = f.Requirement, ["line"] = (long)f.Line,
        ["column"] = (long)f.Column, ["path"] = f.Path, ["node"] = f.Node?.NodePath, ["suppressed"] = f.IsSuppressed,
        ["suppressed_by"] = f.SuppressedBy, ["suppressed_until"] = f.SuppressedUntil,
        ["suppressed_reason"] = f.SuppressionReason, ["suppressed_in_file"] = f.IsSuppressedInFile, ["fingerprint"] = f.Fingerprint
      };
    }

    private static object Findings(Call c)
    {
      var names = c.Arg<IList<object>>(0);
      var chosen = c.On<Report>().Where(finding => c.Text(1) == null || finding.Rule.Id == c.Text(1)).Select(Describe);
      return Rows(chosen, finding => names.Select(name => finding[(string)name]).ToList());
    }

    private static object Counts(Report report)
    {
      return new Dictionary<string, object>
      {
        ["findings"] = (long)report.Count, ["error"] = report.CountOf(Severity.Error), ["warning"] = report.CountOf(Severity.Warning),
        ["info"] = report.CountOf(Severity.Info), ["suppressed"] = report.Suppressed
      };
    }

    private void AddReports()
    {
      Add("validate", Validate);
      Add("findings", Findings);
      Add("counts", c => Counts(c.On<Report>()));
      Add("report", c => c.On<Report>().Write(c.Text(0), Named<Language>(c.Text(1))));
      Add("check_suppressions", CheckSuppressions);
      Add("left_out", c => LeftOut(c.On<Report>()));
      Add("report_file", c => c.On<Report>().File);
      Add("refused", c => Report.OfText(c.Text(0), c.Text(1)));
    }

    // ---- the library's own

    private static object Coverage(Call c)
    {
      var rows = Qms.Coverage(c.Document, null, c.Day(0));
      return Enum.GetValues(typeof(CoverageState)).Cast<CoverageState>()
        .ToDictionary(state => Word(state), state => (object)(long)rows.Count(row => row.State == state));
    }

    private static object CoverageRows(Call c)
    {
      return Rows(Qms.Coverage(c.Document, null, c.Day(0)).Where(row => row.Id == c.Text(1)), row => new Dictionary<string, object>
      {
        ["kind"] = row.IsClause ? "clause" : "requirement", ["id"] = row.Id, ["state"] = Word(row.State), ["title"] = row.Title,
        ["title_en"] = row.TitleEn, ["note"] = row.Note, ["lack"] = row.Lack, ["lack_en"] = row.LackEn, ["warning"] = row.Warning,
        ["warning_en"] = row.WarningEn,
        ["evidence"] = row.Evidence.Zip(row.EvidenceTitles, (node, title) => (object)Row(node.NodePath, title)).ToList()
      });
    }

    private static object InspectionCounts(Document inspection)
    {
      return Enum.GetValues(typeof(Verdict)).Cast<Verdict>()
        .ToDictionary(verdict => Word(verdict), verdict => (object)Qms.InspectionCount(inspection, verdict));
    }

    private void AddInspections()
    {
      Add("coverage", Coverage);
      Add("coverage_rows", CoverageRows);
      Add("coverage_table", c => Qms.CoverageTable(c.Document, c.Text(1), Named<Language>(c.Text(2)), null, c.Day(0)));
      Add("inspect", c => c.On<Report>().Inspect(c.Text(0) == "warning" ? Severity.Warning : Severity.Error));
      Add("inspection_counts", c => InspectionCounts(c.Document));
      Add("inspection_table", c => Qms.InspectionTable(c.Document, c.Text(0), Named<Language>(c.Text(1))));
    }

    private static Document Migrate(Call c, out IReadOnlyList<Problem> work)
    {
      return Qms.Migrate(c.Document, c.Text(0), c.Text(1) == null ? (DateTime?)null : c.Day(1), out work);
    }

    private static object MigrationWork(Call c)
    {
      Migrate(c, out var work);
      return Rows(work, problem => Row(problem.Id, problem.Path));
    }

    private static Report BpmnReport(Call c)
    {
      Qms.ImportBpmn(c.Document, c.Text(0), out Report report);
      return report;
    }

    private static AgencyType Agency(string name)
    {
      return (AgencyType)(Enumeration.Find("agency_type").Value(name)?.Number ?? 0);
    }

    private void AddLibrary()
    {
      Add("frameworks", c => Rows(Qms.Frameworks, id => id));
      Add("framework", c => Qms.Framework(c.Text(0)));
      Add("check_framework", c => Qms.CheckFramework(File(c.Text(0))));
      Add("new_system", c => Qms.NewSystem(c.Text(0), Agency(c.Text(1)), c.Text(2)));
      Add("migrate", c => Migrate(c, out _));
      Add("migration_work", MigrationWork);
      Add("legal_act", c => Qms.LegalAct(c.Text(0)));
      Add("legal_status", c => Word(Qms.LegalStatus(c.Text(0), c.Day(1))));
      Add("portal_import", c => (long)Qms.ImportPortal(c.Document, c.Text(0)));
      Add("portal_export", c => Qms.PortalRecord(c.Node));
      Add("portal_notes", c => Rows(Qms.PortalNotes(c.Document), note => note.Id));
      Add("bpmn", c => Qms.Bpmn(c.Node, c.Text(0) == null ? BpmnProfile.Generic : Named<BpmnProfile>(c.Text(0))));
      Add("bpmn_report", BpmnReport);
      Add("import_bpmn", c => Qms.ImportBpmn(c.Document, c.Text(0), out _));
      Add("svg_pages", c => (long)Qms.Svg(c.Node, true.Equals(c.Arg<object>(0))).Count(page => page.Contains("<svg")));
    }

    private static object ImportCsv(Call c)
    {
      Office.ImportCsv(c.Document, c.Text(0), c.Text(1), out long added, out long changed);
      return Row(added, changed);
    }

    private static object Site(Call c)
    {
      var files = Office.Site(c.Document, c.Text(0) == "internal", c.Arg<Report>(2));
      return c.Arg<IList<object>>(1).ToDictionary(name => (string)name,
        name => files.TryGetValue((string)name, out string file) ? (object)file.Substring(0, 15) : null);
    }

    private static object Fill(Call c)
    {
      byte[] docx = Office.Fill(c.Node, Office.Template(c.Text(0)), c.Text(1) == null ? (DateTime?)null : c.Day(1));
      return Convert.ToBase64String(docx);
    }

    private static DocxImport ImportDocx(Call c)
    {
      return Office.ImportDocx(c.Document, Convert.FromBase64String(c.Text(0)), c.Text(1), true.Equals(c.Arg<object>(2)));
    }

    private static DocxImport RefusedDocx(Call c)
    {
      return Office.TryImportDocx(Document.Create("system"), Convert.FromBase64String(c.Text(0)), c.Text(1));
    }

    private static object DocxCounts(DocxImport read)
    {
      return new Dictionary<string, object>
      {
        ["procedure"] = read.Path, ["fields"] = (long)read.Fields.Count, ["doubtful"] = read.Doubtful,
        ["notes"] = (long)read.Notes.Count
      };
    }

    private static IDictionary<string, object> Describe(DocxField f)
    {
      return new Dictionary<string, object>
      {
        ["path"] = f.Path, ["value"] = f.Value, ["source"] = f.Source, ["place"] = f.Place(), ["place_en"] = f.Place(Language.En),
        ["confidence"] = (long)f.Confidence, ["reason"] = f.Reason(), ["reason_en"] = f.Reason(Language.En)
      };
    }

    private static IDictionary<string, object> Describe(DocxNote n)
    {
      return new Dictionary<string, object>
      {
        ["id"] = n.Id, ["severity"] = Word(n.Severity), ["message"] = n.Message(), ["message_en"] = n.Message(Language.En),
        ["source"] = n.Source, ["place"] = n.Place(), ["place_en"] = n.Place(Language.En)
      };
    }

    private static object Named(Call c, IEnumerable<IDictionary<string, object>> items)
    {
      return Rows(items, item => Rows(c.Arg<IList<object>>(0), name => item[(string)name]));
    }

    private void AddDocx()
    {
      Add("import_docx", c => ImportDocx(c).Procedure);
      Add("docx_report", ImportDocx);
      Add("refused_docx", RefusedDocx);
      Add("docx_counts", c => DocxCounts(c.On<DocxImport>()));
      Add("docx_fields", c => Named(c, c.On<DocxImport>().Fields.Where(field => field.Path.EndsWith(c.Text(1), StringComparison.Ordinal))
        .Select(Describe)));
      Add("docx_notes", c => Named(c, c.On<DocxImport>().Notes.Select(Describe)));
      Add("docx_text", c => c.On<DocxImport>().Write(c.Text(0), Named<Language>(c.Text(1))));
    }

    private void AddOffice()
    {
      Add("csv", c => Office.Csv(c.Document, c.Text(0)));
      Add("import_csv", ImportCsv);
      Add("site", Site);
      Add("templates", c => Rows(Office.Templates.Where(name => name.StartsWith(c.Text(0), StringComparison.Ordinal)), name => name));
      Add("fill", Fill);
    }

    // ---- calendars, workflows, cases

    private static object Answer(Due due)
    {
      return Row(Text.Of(due.Time), Word(due.Certainty));
    }

    private static object Outcomes(Call c)
    {
      WorkflowStep step = c.On<Workflow>().Step(c.Text(0));
      return step == null ? new List<object>() : Rows(c.On<Workflow>().Outcomes(step),
        o => Row(o.Code, Word(o.Kind), o.Target?.Id, Rows(o.Branches, branch => branch.Id)));
    }

    private static object Way(Call c)
    {
      Way way = c.Text(0) == "shortest" ? c.On<Workflow>().ShortestWay() : c.On<Workflow>().LongestWay();
      return Row(Rows(way.Steps, step => step.Id), way.WorkingMinutes);
    }

    private void AddWork()
    {
      Add("calendar", c => Calendar.Load(c.Text(0)));
      Add("calendar_from", c => Calendar.Of(c.Document));
      Add("due", c => Answer(c.On<Calendar>().Due(c.Time(0), Duration.Parse(c.Text(1)))));
      Add("same_day_due", c => Answer(c.On<Calendar>().SameDayDue(c.Time(0))));
      Add("add_minutes", c => Answer(c.On<Calendar>().Add(c.Time(0), c.Number(1, 0))));
      Add("working_minutes", c => c.On<Calendar>().WorkingMinutes(c.Time(0), c.Time(1)));
      Add("day", c => Row(c.On<Calendar>().IsWorkingDay(c.Day(0)), c.On<Calendar>().DayName(c.Day(0))));
      Add("day_off", c => Row(Word(c.On<Calendar>().DayKind(c.Day(0))), Word(c.On<Calendar>().DayCertainty(c.Day(0)))));
      Add("calendar_info", c => Row(c.On<Calendar>().Id, (long)c.On<Calendar>().DayMinutes,
        (long)c.On<Calendar>().Offset.TotalMinutes));
      Add("parse_limit", c => Duration.Parse(c.Text(0)).ToString());
      Add("workflow", c => Workflow.Of(c.Node));
      Add("steps", c => Rows(c.On<Workflow>().Steps, step => Row(step.Id, step.Name, step.RoleName, step.Counts)));
      Add("outcomes", Outcomes);
      Add("way", Way);
      Add("verdicts", c => Rows(c.On<Workflow>().Verdicts(), verdict => Word(verdict)));
    }

    private static object Forms(IEnumerable<StepForm> forms)
    {
      return Rows(forms, form => Row(form.Name, Word(form.Kind)));
    }

    private static object Step(WorkflowStep step)
    {
      return step == null ? null : new Dictionary<string, object>
      {
        ["number"] = step.Number, ["kind"] = Word(step.Kind), ["role"] = step.Role, ["unit"] = step.Unit,
        ["unit_name"] = step.UnitName, ["phase"] = step.Phase, ["agency"] = step.Agency, ["forms_in"] = Forms(step.FormsIn),
        ["forms_out"] = Forms(step.FormsOut)
      };
    }

    private static object Outcome(Call c)
    {
      var workflow = c.On<Workflow>();
      var found = workflow.Outcomes(workflow.Step(c.Text(0))).FirstOrDefault(outcome => outcome.Code == c.Text(1));
      return found == null ? null : new Dictionary<string, object>
      {
        ["name"] = found.Name, ["scenario"] = found.Scenario, ["lost"] = found.Lost, ["back"] = found.IsBack
      };
    }

    private static List<object> Whole(Times times)
    {
      return Row((long)times.Working, (long)times.Calendar, (long)times.Months);
    }

    private static object WayDetails(Call c)
    {
      var workflow = c.On<Workflow>();
      Way way = c.Text(0) == "shortest" ? workflow.ShortestWay(c.Text(1), c.Text(2)) : workflow.LongestWay(c.Text(1), c.Text(2));
      return new Dictionary<string, object>
      {
        ["places"] = way.Steps.Select((step, i) => (object)Row(step.Id, way.Outcomes[i], way.HandOvers[i])).ToList(),
        ["hand_overs"] = way.HandOverCount, ["times"] = Whole(way.Times),
        ["roles"] = Rows(way.Roles, role => Row(role.Role, (long)role.Times.Working))
      };
    }

    private static object Paths(Call c)
    {
      WorkflowPaths found = c.On<Workflow>().Paths(c.Text(0), c.Number(1, 100));
      return new Dictionary<string, object>
      {
        ["complete"] = found.IsComplete,
        ["paths"] = Rows(found.Paths, path => Row(Rows(path.Places, place => Row(place.Step.Id, place.Outcome, place.Branch)),
          (long)path.Times.Working))
      };
    }

    private static object Describe(TimingRow row)
    {
      return new Dictionary<string, object>
      {
        ["scenario"] = row.Scenario, ["phase"] = row.Phase, ["channel"] = Word(row.Channel), ["verdict"] = Word(row.Verdict),
        ["shortest"] = Whole(row.Shortest), ["longest"] = Whole(row.Longest), ["missing"] = row.Missing,
        ["limit"] = row.Limit?.ToString(), ["statutory"] = row.Statutory?.ToString(),
        ["slack"] = row.Slack == null ? null : Row((long)row.Slack.Value, Word(row.SlackUnit)),
        ["reduction"] = row.Reduction == null ? null : (object)(long)(row.Reduction.Value * 100)
      };
    }

    private static object Timing(Call c)
    {
      Timing timing = c.On<Workflow>().Timing();
      return new Dictionary<string, object> { ["complete"] = timing.IsComplete, ["rows"] = Rows(timing.Rows, Describe) };
    }

    private void AddTimes()
    {
      Add("step", c => Step(c.On<Workflow>().Step(c.Text(0))));
      Add("duration", c => c.On<Workflow>().Duration(c.On<Workflow>().Step(c.Text(0)), c.Text(1))?.ToString());
      Add("scenarios", c => Rows(c.On<Workflow>().Scenarios, scenario => Row(scenario.Key, scenario.Value)));
      Add("phases", c => Rows(c.On<Workflow>().Phases, phase => Row(phase.Id, phase.Name, phase.Agency, phase.Counts)));
      Add("outcome", Outcome);
      Add("way_details", WayDetails);
      Add("paths", Paths);
      Add("timing", Timing);
      Add("workflow_text", c => Workflow.Write(c.Node, c.Text(0), Named<Language>(c.Text(1)), c.Number(2, 0)));
    }

    private static object Moment(DateTimeOffset? time)
    {
      return time is DateTimeOffset known ? Text.Of(known) : null;
    }

    private static object State(Call c)
    {
      return new Dictionary<string, object>
      {
        ["status"] = Word(c.Case.Status), ["ended"] = c.Case.IsEnded, ["running"] = c.Case.IsRunning, ["due"] = Moment(c.Case.Due),
        ["timeliness"] = Word(c.Case.Timeliness(c.Time(0))),
        ["open"] = Rows(c.Case.OpenSteps, step => Row(step.Id, Moment(c.Case.StepDue(step))))
      };
    }

    private static object OpenStep(Call c)
    {
      WorkflowStep step = c.Case.Workflow.Step(c.Text(0));
      return c.Case.StepEntered(step) == null ? null : new Dictionary<string, object>
      {
        ["entered"] = Moment(c.Case.StepEntered(step)), ["due"] = Moment(c.Case.StepDue(step)),
        ["running"] = c.Case.IsStepRunning(step), ["timeliness"] = Word(c.Case.Timeliness(step, c.Time(1), c.Number(2, 0))),
        ["remaining"] = c.Case.StepRemaining(step, c.Time(1)), ["used"] = c.Case.StepUsed(step, c.Time(1))
      };
    }

    private static object Next(Call c)
    {
      CaseNext next = c.Case.Next(c.Case.Workflow.Step(c.Text(0)), c.Text(1));
      return new Dictionary<string, object>
      {
        ["possible"] = next.IsPossible, ["steps"] = Rows(next.Steps, step => step.Id), ["ends"] = next.Ends
      };
    }

    private static object CaseCode(Call c)
    {
      Qms.ParseCaseCode(c.Text(0), out string agency, out DateTime day, out long serial);
      return Row(agency, Text.Of(day), serial);
    }

    private static FormKind FormOf(string name)
    {
      return (FormKind)Enumeration.Find("form_kind").Value(name).Number;
    }

    private void AddCases()
    {
      Add("start_case", c => Case.Start(c.Document, c.Arg<Node>(0), c.Arg<Calendar>(1)));
      Add("open_case", c => Case.Open(c.Document, c.Arg<Calendar>(0)));
      Do("complete", c => c.Case.Complete(c.Text(0), c.Text(1), c.Time(2), c.Text(3), c.Text(4)));
      Do("happen", c => c.Case.Happen(Named<CaseHappening>(c.Text(0)), c.Time(1), c.Text(2), c.Text(3)));
      Do("extend", c => c.Case.Extend(c.Time(0), c.Time(1), c.Text(2), c.Text(3)));
      Do("hand_over", c => c.Case.HandOver(c.Text(0), c.Text(1), c.Time(2), c.Text(3), c.Text(4)));
      Add("state", State);
      Add("remaining", c => c.Case.Remaining(c.Time(0)));
      Add("used", c => c.Case.Used(c.Time(0)));
      Add("open_step", OpenStep);
      Add("next", Next);
      Add("parse_case_code", CaseCode);
      Add("form", c => c.Case.Form(FormOf(c.Text(0))));
      Add("case_document", c => c.Case.Document);
      Add("case_code", c => Qms.CaseCode(c.Text(0), c.Day(1), c.Number(2, 0)));
    }

    // ---- lifetime and threads

    /// <summary>Keeps the first unit of each of many documents, which nothing else reaches; how many of them still have their name.</summary>
    internal static long KeepChildren(string text, int count, string name)
    {
      var kept = new List<Node>();
      for (int i = 0; i < count; i++)
      {
        kept.Add(Document.Parse(text).Root.NodeAt("agency/units[1]"));
        if (i % 10000 == 0)
          GC.Collect();
      }
      GC.Collect();
      GC.WaitForPendingFinalizers();
      return kept.Count(unit => name.Equals(unit["name"]));
    }

    private object Parallel(Call c)
    {
      var options = new ValidateOptions { AsOf = new DateTime(2026, 6, 1) };
      string path = File(c.Text(0)), expected = Report.OfFile(path, options).Write("json");
      long good = 0;
      var threads = Enumerable.Range(0, c.Number(1, 1)).Select(i => new Thread(() =>
      {
        if (Report.OfFile(path, options).Write("json") == expected)
          Interlocked.Increment(ref good);
      })).ToList();
      threads.ForEach(thread => thread.Start());
      threads.ForEach(thread => thread.Join());
      return good;
    }

    private void AddStress()
    {
      Add("keep_children", c => KeepChildren(c.Text(0), c.Number(1, 1), c.Text(2)));
      Add("parallel", Parallel);
    }
  }
}
