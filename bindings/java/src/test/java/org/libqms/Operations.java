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
    operations.addExchange();
    operations.addCalendars();
    operations.addWorkflows();
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
    add("load", c -> Document.load(file(c.text(0))));
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
    add("enum_values", c -> enumValues(Enumeration.of(c.text(0))));
    add("rule_info", c -> ruleInfo(Rule.find(c.text(0))));
  }

  // ---- validation

  private static Report validate(Call c) {
    Map<String, Object> given = c.arg(0) == null ? new HashMap<>() : c.arg(0);
    ValidateOptions options = new ValidateOptions().framework((String) given.get("framework")).suppressions(c.arg(1));
    if (given.containsKey("as_of")) {
      options.asOf(LocalDate.parse((String) given.get("as_of")));
    }
    if (given.containsKey("max_findings")) {
      options.maxFindings((Long) given.get("max_findings"));
    }
    return c.document().validate(options);
  }

  private static Map<String, Object> describe(Finding f) {
    return members("rule", f.rule().id(), "slug", f.rule().slug(), "severity", f.severity().word(), "message", f.message(),
        "message_en", f.message(Language.EN), "cite", f.cite(), "requirement", f.requirement(), "line", (long) f.line(), "column",
        (long) f.column(), "path", f.path(), "node", f.node() == null ? null : f.node().nodePath(), "suppressed",
        f.isSuppressed(), "suppressed_by", f.suppressedBy(), "fingerprint", f.fingerprint());
  }

  private static Object findings(Call c) {
    List<String> names = c.arg(0);
    return c.report().stream().filter(f -> c.text(1) == null || c.text(1).equals(f.rule().id()))
        .map(f -> names.stream().map(describe(f)::get).collect(Collectors.toList())).collect(Collectors.toList());
  }

  private static Object counts(Report report) {
    return members("findings", (long) report.size(), "error", report.count(Severity.ERROR), "warning",
        report.count(Severity.WARNING), "info", report.count(Severity.INFO), "suppressed", report.suppressed());
  }

  private void addReports() {
    add("validate", Operations::validate);
    add("findings", Operations::findings);
    add("counts", c -> counts(c.report()));
    add("report", c -> c.report().write(c.text(0), "en".equals(c.text(1)) ? Language.EN : Language.VI));
    add("inspect", c -> c.report().inspect(Severity.ERROR, Language.VI));
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

  private void addLibrary() {
    add("frameworks", c -> Qms.frameworks());
    add("framework", c -> Qms.framework(c.text(0)));
    add("check_framework", c -> Qms.checkFramework(file(c.text(0))));
    add("new_system", c -> Qms.newSystem(c.text(0), AgencyType.of(c.text(1)), c.text(2)));
    add("migrate", c -> Qms.migrate(c.document(), c.text(0)));
    add("coverage", Operations::coverage);
    add("legal_act", c -> Qms.legalAct(c.text(0)));
    add("legal_status", c -> word(Qms.legalStatus(c.text(0), c.day(1))));
  }

  private void addExchange() {
    add("portal_import", c -> Qms.importPortal(c.document(), c.text(0)));
    add("portal_export", c -> Qms.portalRecord(c.node()));
    add("bpmn", c -> Qms.bpmn(c.node(), Qms.BpmnProfile.GENERIC));
    add("import_bpmn", c -> Qms.importBpmn(c.document(), c.text(0)));
    add("svg_pages", c -> Qms.svg(c.node(), false).stream().filter(page -> page.contains("<svg")).count());
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
