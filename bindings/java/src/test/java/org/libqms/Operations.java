// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libqms.model.AgencyType;
import org.libqms.model.Verdict;

/** The operations of the conformance suite in the idiom of Java. Results are plain data or handles. */
final class Operations {
  /** One operation. */
  interface Operation {
    Object run(Call call);
  }

  /** What an operation is called on, and with. */
  static final class Call {
    private final Object self;
    private final List<Object> args;

    Call(Object self, List<Object> args) {
      this.self = self;
      this.args = args;
    }

    @SuppressWarnings("unchecked")
    <T> T arg(int index) {
      return index < args.size() ? (T) args.get(index) : null;
    }

    String text(int index) {
      return arg(index);
    }

    int number(int index, long missing) {
      Long value = arg(index);
      return (int) (value == null ? missing : value);
    }

    OffsetDateTime time(int index) {
      return OffsetDateTime.parse(text(index));
    }

    LocalDate day(int index) {
      return LocalDate.parse(text(index));
    }

    Document document() {
      return (Document) self;
    }

    Node node() {
      return (Node) self;
    }

    Report report() {
      return (Report) self;
    }

    Workflow workflow() {
      return (Workflow) self;
    }

    Calendar calendar() {
      return (Calendar) self;
    }

    DocxImport docx() {
      return (DocxImport) self;
    }

    Case dossier() {
      return (Case) self;
    }
  }

  private final Path root;
  private final Map<String, Operation> table = new HashMap<>();

  private Operations(Path root) {
    this.root = root;
  }

  static Map<String, Operation> all(Path root) {
    Operations operations = new Operations(root);
    operations.addReading();
    operations.addDocuments();
    operations.addPlaces();
    operations.addValues();
    operations.addLists();
    operations.addModel();
    operations.addReports();
    operations.addLibrary();
    operations.addInspections();
    operations.addExchange();
    operations.addOffice();
    operations.addDocx();
    operations.addCalendars();
    operations.addWorkflows();
    operations.addTimes();
    operations.addCases();
    operations.addStress();
    return operations.table;
  }

  private void add(String name, Operation operation) {
    table.put(name, operation);
  }

  private String file(String name) {
    return root.resolve(name).toString();
  }

  // ---- values

  /** A value as the suite writes it. */
  private static Object plain(Object value) {
    if (value == null || value instanceof Node || value instanceof Boolean || value instanceof Long) {
      return value;
    }
    if (value instanceof List) {
      return ((List<?>) value).stream().map(Operations::plain).collect(Collectors.toList());
    }
    return Text.of(value);
  }

  private static Map<String, Object> members(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return members;
  }

  private static Object done(Runnable work) {
    work.run();
    return null;
  }

  private static String word(Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }

  // ---- documents

  private static ReadOptions options(Map<String, Object> given) {
    ReadOptions options = new ReadOptions();
    options.lenient(Boolean.TRUE.equals(given.get("lenient"))).name((String) given.get("name"));
    if (given.containsKey("format")) {
      options.format(Format.valueOf(((String) given.get("format")).toUpperCase(Locale.ROOT)));
    }
    @SuppressWarnings("unchecked")
    Map<String, Long> limits = (Map<String, Long>) given.getOrDefault("limits", new HashMap<>());
    limits.forEach((name, value) -> options.limit(ReadOptions.Limit.valueOf(name.toUpperCase(Locale.ROOT)), value));
    return options;
  }

  private static Document reload(Document document, String format) {
    try {
      Path folder = Files.createTempDirectory("qms-");
      Path path = folder.resolve("file." + format);
      document.save(path.toString());
      Document again = Document.load(path);
      Files.delete(path);
      Files.delete(folder);
      return again;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addReading() {
    add("parse", c -> Document.parse(c.text(0)));
    add("parse_base64", c -> Document.parse(Base64.getDecoder().decode(c.text(0))));
    add("load", c -> Document.load(file(c.text(0)), options(c.arg(1) == null ? new HashMap<>() : c.arg(1))));
    add("read", c -> Document.parse(c.text(0), options(c.arg(1))));
    add("new", c -> Document.create(c.text(0)));
    add("from_data", c -> Document.fromMap(c.arg(0)));
    add("reload", c -> reload(c.document(), c.text(0)));
  }

  private void addDocuments() {
    add("root", c -> c.document().root());
    add("find", c -> c.document().find(c.text(0)));
    add("format", c -> word(c.document().format()));
    add("file", c -> c.document().file() == null ? null : c.document().file().replace(root + "/", ""));
    add("diagnostics", c -> c.document().diagnostics().stream().map(Problem::id).collect(Collectors.toList()));
    add("write", c -> c.document().write(Format.valueOf(c.text(0).toUpperCase(Locale.ROOT))));
    add("save", c -> done(() -> c.document().save(c.text(0))));
    add("data", c -> c.document().toMap());
    add("diff", c -> c.document().diff(c.arg(0)).stream()
        .map(d -> Arrays.asList(d.kind().word(), d.path(), d.before(), d.after())).collect(Collectors.toList()));
  }

  // ---- nodes

  private void addPlaces() {
    add("type", c -> c.node().nodeType().name());
    add("id", c -> c.node().nodeId());
    add("path", c -> c.node().nodePath());
    add("line", c -> (long) c.node().nodeLine());
    add("column", c -> (long) c.node().nodeColumn());
    add("index", c -> (long) c.node().nodeIndex());
    add("parent", c -> c.node().nodeParent());
    add("parent_field", c -> c.node().nodeParentField() == null ? null : c.node().nodeParentField().name());
    add("document", c -> c.node().nodeDocument());
    add("at", c -> c.node().nodeAt(c.text(0)));
    add("resolve", c -> c.node().nodeResolve(c.text(0)));
    add("extension", c -> c.node().nodeExtension(c.text(0), c.text(1)));
    add("set_extension", c -> done(() -> c.node().nodeSetExtension(c.text(0), c.text(1), c.text(2))));
    add("equal", c -> c.node().nodeSame(c.arg(0)));
    add("copy", c -> c.node().nodeCopy(c.arg(0) == null ? c.node().nodeDocument() : c.<Document>arg(0)));
    add("node_data", c -> c.node().nodeToMap());
  }

  private void addValues() {
    add("get", c -> plain(c.node().nodeGet(c.text(0))));
    add("text", c -> c.node().nodeGetText(c.text(0), c.number(1, 0)));
    add("has", c -> c.node().nodeHas(c.text(0)));
    add("count", c -> (long) c.node().nodeCount(c.text(0)));
    add("present", c -> c.node().nodeFields());
    add("set", c -> done(() -> c.node().nodeSet(c.text(0), c.arg(1))));
    add("set_text", c -> done(() -> c.node().nodeSetText(c.text(0), c.text(1))));
    add("unset", c -> done(() -> c.node().nodeUnset(c.text(0))));
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Call c) {
    return (List<Object>) c.node().nodeGet(c.text(0));
  }

  private static Object item(Call c) {
    List<Object> items = list(c);
    return c.number(1, 0) < items.size() ? plain(items.get(c.number(1, 0))) : null;
  }

  private static Node newChild(Call c) {
    if (!c.node().nodeType().field(c.text(0)).isList()) {
      return c.node().nodeAdd(c.text(0));
    }
    NodeList<?> nodes = (NodeList<?>) c.node().nodeGet(c.text(0));
    return nodes.insert(c.number(1, nodes.size()));
  }

  private static void move(Call c) {
    List<Object> items = list(c);
    if (c.node().nodeType().field(c.text(0)).kind() == Kind.NODE) {
      ((NodeList<?>) c.node().nodeGet(c.text(0))).move(c.number(1, 0), c.number(2, 0));
    } else {
      ValueList.checked(c.number(2, 0), items.size());
      items.add(c.number(2, 0), items.remove(c.number(1, 0)));
    }
  }

  private void addLists() {
    add("item", Operations::item);
    add("items", c -> plain(list(c)));
    add("add", Operations::newChild);
    add("insert", c -> done(() -> list(c).add(c.number(1, list(c).size()), c.text(2))));
    add("remove", c -> done(() -> list(c).remove(c.number(1, 0))));
    add("move", c -> done(() -> move(c)));
    add("attach", c -> done(() -> list(c).add(c.number(1, list(c).size()), c.arg(2))));
    add("detach", c -> done(() -> c.node().nodeDetach()));
  }

  // ---- the model

  private static Object fieldInfo(Call c) {
    Type type = Type.of(c.text(0));
    if (type == null || !type.hasField(c.text(1))) {
      return null;
    }
    Field field = type.field(c.text(1));
    return members("name", field.name(), "xml", field.xmlName(), "kind", field.kind().word(), "form", field.form(), "list",
        field.isList(), "required", field.isRequired(), "target", field.target() == null ? null : field.target().name(), "enum",
        field.enumeration() == null ? null : field.enumeration().name());
  }

  private static Object typeInfo(Type type) {
    return type == null
        ? null
        : members("name", type.name(), "xml", type.xmlName(), "root", type.isRoot(), "doc", type.docEn());
  }

  private static Object ruleInfo(Rule rule) {
    return rule == null
        ? null
        : members("id", rule.id(), "slug", rule.slug(), "severity", rule.severity().word(), "category", rule.category(), "cite",
            rule.cites().isEmpty() ? null : rule.cites().get(0));
  }

  private static Object fieldTexts(Call c) {
    Field field = Type.of(c.text(0)).field(c.text(1));
    return members("pattern", field.pattern(), "doc", field.doc(), "doc_en", field.docEn());
  }

  private static Object ruleTexts(Rule rule) {
    return members("title", rule.title(Language.VI), "title_en", rule.title(Language.EN), "why", rule.why(Language.VI), "why_en",
        rule.why(Language.EN), "remedy", rule.remedy(Language.VI), "remedy_en", rule.remedy(Language.EN), "since", rule.since(),
        "cites", rule.cites(), "items", rule.items());
  }

  private static Object enumValues(Enumeration enumeration) {
    return enumeration == null
        ? new ArrayList<>()
        : enumeration.values().stream().map(v -> Arrays.asList(v.name(), v.xml(), v.label(), v.labelEn()))
            .collect(Collectors.toList());
  }

  private void addModel() {
    add("type_info", c -> typeInfo(Type.of(c.text(0))));
    add("type_fields", c -> Type.of(c.text(0)).fields().stream().map(Field::name).collect(Collectors.toList()));
    add("field_info", Operations::fieldInfo);
    add("root_types", c -> Type.all().stream().filter(Type::isRoot).map(Type::name).collect(Collectors.toList()));
    add("field_texts", Operations::fieldTexts);
    add("enumerations", c -> Enumeration.all().stream().map(Enumeration::name).filter(name -> name.startsWith(c.text(0)))
        .collect(Collectors.toList()));
    add("rules", c -> Rule.all().stream().map(Rule::id).filter(id -> id.startsWith(c.text(0))).collect(Collectors.toList()));
    add("rule_texts", c -> ruleTexts(Rule.find(c.text(0))));
    add("schema", c -> Qms.schema(c.text(0)) == null ? null : Qms.schema(c.text(0)).substring(0, c.number(1, 0)));
    add("enum_values", c -> enumValues(Enumeration.of(c.text(0))));
    add("rule_info", c -> ruleInfo(Rule.find(c.text(0))));
  }

  // ---- validation

  private ValidateOptions validateOptions(Map<String, Object> given, Document suppressions) {
    ValidateOptions options = new ValidateOptions().framework((String) given.get("framework")).suppressions(suppressions);
    if (given.containsKey("legal")) {
      options.legal(file((String) given.get("legal")));
    }
    if (given.containsKey("as_of")) {
      options.asOf(LocalDate.parse((String) given.get("as_of")));
    }
    if (given.containsKey("max_findings")) {
      options.maxFindings((Long) given.get("max_findings"));
    }
    return options;
  }

  private ValidateOptions validateOptions(Call c, int index, Document suppressions) {
    return validateOptions(c.arg(index) == null ? new HashMap<>() : c.arg(index), suppressions);
  }

  private static Map<String, Object> describe(Finding f) {
    return members("rule", f.rule().id(), "slug", f.rule().slug(), "severity", f.severity().word(), "message", f.message(),
        "message_en", f.message(Language.EN), "cite", f.cite(), "requirement", f.requirement(), "line", (long) f.line(), "column",
        (long) f.column(), "path", f.path(), "node", f.node() == null ? null : f.node().nodePath(), "suppressed",
        f.isSuppressed(), "suppressed_by", f.suppressedBy(), "suppressed_until", f.suppressedUntil(), "suppressed_reason",
        f.suppressionReason(), "suppressed_in_file", f.isSuppressedInFile(), "fingerprint", f.fingerprint());
  }

  private static Object findings(Call c) {
    List<String> names = c.arg(0);
    return c.report().stream().filter(f -> c.text(1) == null || c.text(1).equals(f.rule().id()))
        .map(f -> names.stream().map(describe(f)::get).collect(Collectors.toList())).collect(Collectors.toList());
  }

  private static Language language(Call c, int index) {
    return "en".equals(c.text(index)) ? Language.EN : Language.VI;
  }

  private static Object counts(Report report) {
    return members("findings", (long) report.size(), "error", report.count(Severity.ERROR), "warning",
        report.count(Severity.WARNING), "info", report.count(Severity.INFO), "suppressed", report.suppressed());
  }

  private void addReports() {
    add("validate", c -> c.document().validate(validateOptions(c, 0, c.arg(1))));
    add("check_suppressions", c -> c.<Report>arg(0).onSuppressions(validateOptions(c, 1, c.document())));
    add("left_out", c -> members("error", c.report().leftOut(Severity.ERROR), "warning", c.report().leftOut(Severity.WARNING),
        "info", c.report().leftOut(Severity.INFO)));
    add("report_file", c -> c.report().file());
    add("refused", c -> Report.ofText(c.text(0), c.text(1), new ValidateOptions()));
    add("findings", Operations::findings);
    add("counts", c -> counts(c.report()));
    add("report", c -> c.report().write(c.text(0), language(c, 1)));
  }

  // ---- the library's own

  private static Object coverage(Call c) {
    Coverage coverage = Coverage.of(c.document(), null, c.day(0));
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Coverage.State state : Coverage.State.values()) {
      counts.put(word(state), coverage.count(state));
    }
    return counts;
  }

  private static Object coverageRows(Call c) {
    return Coverage.of(c.document(), null, c.day(0)).rows().stream().filter(row -> row.id().equals(c.text(1)))
        .map(Operations::describe).collect(Collectors.toList());
  }

  private static Map<String, Object> describe(Coverage.Row row) {
    List<Object> evidence = new ArrayList<>();
    for (int i = 0; i < row.evidence().size(); i++) {
      evidence.add(Arrays.asList(row.evidence().get(i).nodePath(), row.evidenceTitles().get(i)));
    }
    return members("kind", word(row.kind()), "id", row.id(), "state", word(row.state()), "title", row.title(), "title_en",
        row.titleEn(), "note", row.note(), "lack", row.lack(), "lack_en", row.lackEn(), "warning", row.warning(), "warning_en",
        row.warningEn(), "evidence", evidence);
  }

  private static Object inspectionCounts(Document inspection) {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict.apiName(), Qms.inspectionCount(inspection, verdict));
    }
    return counts;
  }

  private void addInspections() {
    add("coverage", Operations::coverage);
    add("coverage_rows", Operations::coverageRows);
    add("coverage_table", c -> Coverage.of(c.document(), null, c.day(0)).write(c.text(1), language(c, 2)));
    add("inspect", c -> c.report().inspect("warning".equals(c.text(0)) ? Severity.WARNING : Severity.ERROR, Language.VI));
    add("inspection_counts", c -> inspectionCounts(c.document()));
    add("inspection_table", c -> Qms.inspectionTable(c.document(), c.text(0), language(c, 1)));
  }

  private static Migration migration(Call c) {
    return Qms.migrate(c.document(), c.text(0), c.text(1) == null ? null : c.day(1));
  }

  private void addLibrary() {
    add("frameworks", c -> Qms.frameworks());
    add("framework", c -> Qms.framework(c.text(0)));
    add("check_framework", c -> Qms.checkFramework(file(c.text(0))));
    add("new_system", c -> Qms.newSystem(c.text(0), AgencyType.of(c.text(1)), c.text(2)));
    add("migrate", c -> migration(c).document());
    add("migration_work", c -> migration(c).work().stream().map(p -> Arrays.asList(p.id(), p.path()))
        .collect(Collectors.toList()));
    add("legal_act", c -> Qms.legalAct(c.text(0)));
    add("legal_status", c -> word(Qms.legalStatus(c.text(0), c.day(1))));
  }

  private void addExchange() {
    add("portal_import", c -> Qms.importPortal(c.document(), c.text(0)));
    add("portal_export", c -> Qms.portalRecord(c.node()));
    add("portal_notes", c -> Qms.portalNotes(c.document()).stream().map(Problem::id).collect(Collectors.toList()));
    add("bpmn", c -> Qms.bpmn(c.node(),
        c.text(0) == null ? Qms.BpmnProfile.GENERIC : Qms.BpmnProfile.valueOf(c.text(0).toUpperCase(Locale.ROOT))));
    add("import_bpmn", c -> Qms.importBpmn(c.document(), c.text(0)).procedure());
    add("bpmn_report", c -> Qms.importBpmn(c.document(), c.text(0)).report());
    add("svg_pages", c -> Qms.svg(c.node(), Boolean.TRUE.equals(c.arg(0))).stream().filter(page -> page.contains("<svg")).count());
  }

  private static Object site(Call c) {
    Map<String, String> files = Office.site(c.document(), "internal".equals(c.text(0)), c.arg(2));
    Map<String, Object> starts = new LinkedHashMap<>();
    for (Object name : c.<List<Object>>arg(1)) {
      String file = files.get(name);
      starts.put((String) name, file == null ? null : file.substring(0, 15));
    }
    return starts;
  }

  private static Object fill(Call c) {
    byte[] docx = Office.fill(c.node(), Office.template(c.text(0)), c.text(1) == null ? null : c.day(1));
    return Base64.getEncoder().encodeToString(docx);
  }

  private static byte[] decoded(Call c) {
    return Base64.getDecoder().decode(c.text(0));
  }

  private static DocxImport importDocx(Call c) {
    return Office.importDocx(c.document(), decoded(c), c.text(1), Boolean.TRUE.equals(c.arg(2)));
  }

  private static DocxImport refusedDocx(Call c) {
    return Office.tryImportDocx(Document.create("system"), decoded(c), c.text(1), false);
  }

  private static Object docxCounts(DocxImport read) {
    return members("procedure", read.path(), "fields", (long) read.fields().size(), "doubtful", read.doubtful(), "notes",
        (long) read.notes().size());
  }

  private static Map<String, Object> describe(DocxField f) {
    return members("path", f.path(), "value", f.value(), "source", f.source(), "place", f.place(Language.VI), "place_en",
        f.place(Language.EN), "confidence", (long) f.confidence(), "reason", f.reason(Language.VI), "reason_en",
        f.reason(Language.EN));
  }

  private static Map<String, Object> describe(DocxNote n) {
    return members("id", n.id(), "severity", n.severity().word(), "message", n.message(Language.VI), "message_en",
        n.message(Language.EN), "source", n.source(), "place", n.place(Language.VI), "place_en", n.place(Language.EN));
  }

  private static List<Object> named(Call c, Map<String, Object> members) {
    return c.<List<String>>arg(0).stream().map(members::get).collect(Collectors.toList());
  }

  private void addDocx() {
    add("import_docx", c -> importDocx(c).procedure());
    add("docx_report", Operations::importDocx);
    add("refused_docx", Operations::refusedDocx);
    add("docx_counts", c -> docxCounts(c.docx()));
    add("docx_fields", c -> c.docx().fields().stream().filter(field -> field.path().endsWith(c.text(1)))
        .map(field -> named(c, describe(field))).collect(Collectors.toList()));
    add("docx_notes", c -> c.docx().notes().stream().map(note -> named(c, describe(note))).collect(Collectors.toList()));
    add("docx_text", c -> c.docx().write(c.text(0), language(c, 1)));
  }

  private static Object importCsv(Office.CsvImport found) {
    return Arrays.asList(found.added(), found.changed());
  }

  private void addOffice() {
    add("csv", c -> Office.csv(c.document(), c.text(0)));
    add("import_csv", c -> importCsv(Office.importCsv(c.document(), c.text(0), c.text(1))));
    add("site", Operations::site);
    add("templates", c -> Office.templates().stream().filter(name -> name.startsWith(c.text(0))).collect(Collectors.toList()));
    add("fill", Operations::fill);
  }

  // ---- calendars, workflows, cases

  private static Object due(Due due) {
    return Arrays.asList(Text.of(due.time()), word(due.certainty()));
  }

  private void addCalendars() {
    add("calendar", c -> Calendar.load(c.text(0)));
    add("calendar_from", c -> Calendar.of(c.document()));
    add("due", c -> due(c.calendar().due(c.time(0), Duration.parse(c.text(1)))));
    add("same_day_due", c -> due(c.calendar().sameDayDue(c.time(0))));
    add("add_minutes", c -> due(c.calendar().add(c.time(0), c.number(1, 0))));
    add("working_minutes", c -> c.calendar().workingMinutes(c.time(0), c.time(1)));
    add("day_off", c -> Arrays.asList(word(c.calendar().dayKind(c.day(0))), word(c.calendar().dayCertainty(c.day(0)))));
    add("calendar_info", c -> Arrays.asList(c.calendar().id(), (long) c.calendar().dayMinutes(),
        c.calendar().offset().getTotalSeconds() / 60L));
    add("parse_limit", c -> Duration.parse(c.text(0)).toString());
    add("day", c -> Arrays.asList(c.calendar().isWorkingDay(c.day(0)), c.calendar().dayName(c.day(0))));
  }

  private static List<String> ids(List<Workflow.Step> steps) {
    return steps.stream().map(Workflow.Step::id).collect(Collectors.toList());
  }

  private static Object outcomes(Call c) {
    Workflow.Step step = c.workflow().step(c.text(0));
    List<Object> rows = new ArrayList<>();
    for (Workflow.Outcome o : step == null ? new ArrayList<Workflow.Outcome>() : c.workflow().outcomes(step)) {
      rows.add(Arrays.asList(o.code(), o.kind().apiName(), o.target() == null ? null : o.target().id(), ids(o.branches())));
    }
    return rows;
  }

  private static Object way(Call c) {
    Workflow.Way way = "shortest".equals(c.text(0)) ? c.workflow().shortestWay() : c.workflow().longestWay();
    return Arrays.asList(ids(way.steps()), way.workingMinutes());
  }

  private static Object forms(List<Workflow.StepForm> forms) {
    return forms.stream().map(form -> Arrays.asList(form.name(), word(form.kind()))).collect(Collectors.toList());
  }

  private static Object step(Call c) {
    Workflow.Step step = c.workflow().step(c.text(0));
    return step == null
        ? null
        : members("number", step.number(), "kind", word(step.kind()), "role", step.role(), "unit", step.unit(), "unit_name",
            step.unitName(), "phase", step.phase(), "agency", step.agency(), "forms_in", forms(step.formsIn()), "forms_out",
            forms(step.formsOut()));
  }

  private static Object duration(Call c) {
    Duration duration = c.workflow().duration(c.workflow().step(c.text(0)), c.text(1));
    return duration == null ? null : duration.toString();
  }

  private static Object outcome(Call c) {
    return c.workflow().outcomes(c.workflow().step(c.text(0))).stream().filter(o -> o.code().equals(c.text(1)))
        .map(o -> members("name", o.name(), "scenario", o.scenario(), "lost", o.lost(), "back", o.isBack())).findFirst()
        .orElse(null);
  }

  private static List<Object> whole(Times times) {
    return Arrays.asList((long) times.working(), (long) times.calendar(), (long) times.months());
  }

  private static Object wayDetails(Call c) {
    Workflow workflow = c.workflow();
    Workflow.Way way = "shortest".equals(c.text(0)) ? workflow.shortestWay(c.text(1), c.text(2))
        : workflow.longestWay(c.text(1), c.text(2));
    List<Object> places = new ArrayList<>();
    for (int i = 0; i < way.steps().size(); i++) {
      places.add(Arrays.asList(way.steps().get(i).id(), way.outcomes().get(i), way.handOvers().get(i)));
    }
    List<Object> roles = new ArrayList<>();
    way.roles().forEach((role, times) -> roles.add(Arrays.asList(role, (long) times.working())));
    return members("places", places, "hand_overs", way.handOverCount(), "roles", roles, "times", whole(way.times()));
  }

  private static Object paths(Call c) {
    WorkflowPaths found = c.workflow().paths(c.text(0), c.number(1, 100));
    List<Object> paths = new ArrayList<>();
    for (WorkflowPaths.Path path : found.paths()) {
      Object places = path.places().stream().map(p -> Arrays.asList(p.step().id(), p.outcome(), p.branch()))
          .collect(Collectors.toList());
      paths.add(Arrays.asList(places, (long) path.times().working()));
    }
    return members("complete", found.isComplete(), "paths", paths);
  }

  private static Object describe(Timing.Row row) {
    return members("scenario", row.scenario(), "phase", row.phase(), "channel", word(row.channel()), "verdict",
        word(row.verdict()), "shortest", whole(row.shortest()), "longest", whole(row.longest()), "missing", row.missing(),
        "limit", row.limit() == null ? null : row.limit().toString(), "statutory",
        row.statutory() == null ? null : row.statutory().toString(), "slack",
        row.slack() == null ? null : Arrays.asList(row.slack().longValue(), word(row.slackUnit())), "reduction",
        row.reduction() == null ? null : Math.round(row.reduction() * 100));
  }

  private static Object timing(Call c) {
    Timing timing = c.workflow().timing();
    return members("complete", timing.isComplete(), "rows",
        timing.rows().stream().map(row -> describe(row)).collect(Collectors.toList()));
  }

  private void addTimes() {
    add("step", Operations::step);
    add("duration", Operations::duration);
    add("scenarios", c -> c.workflow().scenarios().entrySet().stream().map(s -> Arrays.asList(s.getKey(), s.getValue()))
        .collect(Collectors.toList()));
    add("phases", c -> c.workflow().phases().stream().map(p -> Arrays.asList(p.id(), p.name(), p.agency(), p.counts()))
        .collect(Collectors.toList()));
    add("outcome", Operations::outcome);
    add("way_details", Operations::wayDetails);
    add("paths", Operations::paths);
    add("timing", Operations::timing);
    add("workflow_text", c -> Workflow.write(c.node(), c.text(0), language(c, 1), c.number(2, 0)));
  }

  private void addWorkflows() {
    add("workflow", c -> Workflow.of(c.node()));
    add("steps", c -> c.workflow().steps().stream().map(s -> Arrays.asList(s.id(), s.name(), s.roleName(), s.counts()))
        .collect(Collectors.toList()));
    add("outcomes", Operations::outcomes);
    add("way", Operations::way);
    add("verdicts", c -> c.workflow().verdicts().stream().map(Operations::word).collect(Collectors.toList()));
  }

  private static String text(OffsetDateTime time) {
    return time == null ? null : Text.of(time);
  }

  private static Object state(Call c) {
    Case dossier = c.dossier();
    List<Object> open = dossier.openSteps().stream().map(step -> Arrays.asList(step.id(), text(dossier.due(step))))
        .collect(Collectors.toList());
    return members("status", word(dossier.status()), "ended", dossier.isEnded(), "running", dossier.isRunning(), "due",
        text(dossier.due()), "timeliness", word(dossier.timeliness(c.time(0))), "open", open);
  }

  private static Object openStep(Call c) {
    Workflow.Step step = c.dossier().workflow().step(c.text(0));
    if (c.dossier().entered(step) == null) {
      return null;
    }
    return members("entered", text(c.dossier().entered(step)), "due", text(c.dossier().due(step)), "running",
        c.dossier().isRunning(step), "timeliness", word(c.dossier().timeliness(step, c.time(1), c.number(2, 0))), "remaining",
        c.dossier().remaining(step, c.time(1)), "used", c.dossier().used(step, c.time(1)));
  }

  private static Object next(Call c) {
    Case.Next next = c.dossier().next(c.dossier().workflow().step(c.text(0)), c.text(1));
    return members("possible", next.isPossible(), "steps", ids(next.steps()), "ends", next.ends());
  }

  private static Object caseCode(CaseCode code) {
    return Arrays.asList(code.agency(), code.day().toString(), code.serial());
  }

  private void addCases() {
    add("start_case", c -> Case.start(c.document(), c.arg(0), c.arg(1)));
    add("open_case", c -> Case.open(c.document(), c.arg(0)));
    add("complete", c -> done(() -> c.dossier().complete(c.text(0), c.text(1), c.time(2), c.text(3), c.text(4))));
    add("happen", c -> done(() -> c.dossier().happen(Case.Event.valueOf(c.text(0).toUpperCase(Locale.ROOT)), c.time(1), c.text(2),
        c.text(3))));
    add("extend", c -> done(() -> c.dossier().extend(c.time(0), c.time(1), c.text(2), c.text(3))));
    add("hand_over", c -> done(() -> c.dossier().handOver(c.text(0), c.text(1), c.time(2), c.text(3), c.text(4))));
    add("state", Operations::state);
    add("remaining", c -> c.dossier().remaining(c.time(0)));
    add("used", c -> c.dossier().used(c.time(0)));
    add("open_step", Operations::openStep);
    add("next", Operations::next);
    add("parse_case_code", c -> caseCode(CaseCode.parse(c.text(0))));
    add("form", c -> c.dossier().form(org.libqms.model.FormKind.of(c.text(0))));
    add("case_document", c -> c.dossier().document());
    add("case_code", c -> Qms.caseCode(c.text(0), c.day(1), c.number(2, 0)));
  }

  // ---- lifetime and threads

  /** Keeps the first unit of each of many documents, which nothing else reaches; how many of them still have their name. */
  static long keepChildren(String text, int count, String name) {
    List<Node> kept = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      kept.add(Document.parse(text).root().nodeAt("agency/units[1]"));
      if (i % 10_000 == 0) {
        System.gc();
      }
    }
    System.gc();
    return kept.stream().filter(unit -> name.equals(unit.nodeGet("name"))).count();
  }

  private Object parallel(Call c) {
    ValidateOptions options = new ValidateOptions().asOf(LocalDate.of(2026, 6, 1));
    String path = file(c.text(0));
    String expected = Report.ofFile(path, options).write("json", Language.VI);
    List<String> found = new ArrayList<>();
    List<Thread> threads = Stream.generate(() -> new Thread(() -> {
      String report = Report.ofFile(path, options).write("json", Language.VI);
      synchronized (found) {
        found.add(report);
      }
    })).limit(c.number(1, 1)).collect(Collectors.toList());
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return found.stream().filter(expected::equals).count();
  }

  private void addStress() {
    add("keep_children", c -> keepChildren(c.text(0), c.number(1, 1), c.text(2)));
    add("parallel", this::parallel);
  }
}
