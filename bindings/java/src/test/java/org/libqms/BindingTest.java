// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.libqms.model.AdministrativeProcedure;
import org.libqms.model.CaseFile;
import org.libqms.model.ChannelTime;
import org.libqms.model.DurationUnit;
import org.libqms.model.LegalAct;
import org.libqms.model.Objective;
import org.libqms.model.Procedure;
import org.libqms.model.ProcedureKind;
import org.libqms.model.QualitySystem;
import org.libqms.model.Role;
import org.libqms.model.Step;

/** What is Java's own in the binding: typed classes, views of lists, closing, exceptions. Runs each method "test…" below. */
final class BindingTest {
  private static final String ABOVE_BMP = "𡨸喃 🏛️ quy trình";
  private static String inputs;

  private BindingTest() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    inputs = args[0] + "/tests/conformance/inputs/xa.xml";
    int count = 0;
    for (Method method : BindingTest.class.getDeclaredMethods()) {
      if (method.getName().startsWith("test")) {
        method.invoke(null);
        count++;
      }
    }
    System.out.println(count + " tests passed");
  }

  private static Document open() {
    return Document.load(inputs);
  }

  static void testTypedClassesGiveValuesOfTheirKind() {
    QualitySystem system = open().root(QualitySystem.class);
    Procedure procedure = system.getProcedures().get(0);
    Objective objective = system.getObjectives().get(0);
    Check.equal("Đăng ký khai sinh", procedure.getTitle());
    Check.equal(2L, procedure.getEdition());
    Check.equal(LocalDate.of(2026, 1, 5), procedure.getIssueDate());
    Check.equal(ProcedureKind.ADMINISTRATIVE, procedure.getKind());
    Check.equal(new BigDecimal("98.5"), objective.getTarget());
    AdministrativeProcedure tthc = system.getAdministrativeProcedures().get(0);
    Check.equal(procedure, tthc.getProcedureNode());
    ChannelTime time = tthc.getChannels().get(0).getTimes().get(0);
    Check.equal(Duration.of(5, DurationUnit.WORKING_DAY), time.getValue());
    Check.equal(8000L, time.getFees().get(0).getAmount());
  }

  static void testAbsentIsNullAndNullRemoves() {
    Procedure procedure = open().find("QT-2", Procedure.class);
    Check.equal(null, procedure.getPurpose());
    Check.equal(null, procedure.getEdition());
    Check.equal(null, procedure.getIssueDate());
    Check.equal(null, procedure.getDrafted());
    procedure.setEdition(0L);
    Check.equal(0L, procedure.getEdition());
    procedure.setEdition(null);
    Check.equal(null, procedure.getEdition());
    procedure.setPurpose("");
    Check.equal("", procedure.getPurpose());
    procedure.setKind(null);
    Check.equal(null, procedure.getKind());
  }

  static void testTypedSettersWriteWhatTheyAreGiven() {
    CaseFile dossier = Document.create("case_file").root(CaseFile.class);
    OffsetDateTime received = OffsetDateTime.parse("2026-03-02T09:00:00+07:00");
    dossier.setReceived(received);
    dossier.setLimit(Duration.parse("0,5 ngày làm việc"));
    Check.equal(received, dossier.getReceived());
    Check.equal("0.5 ngayLamViec", dossier.getLimit().toString());
    Check.equal("2026-03-02T09:00:00+07:00", dossier.nodeGetText("received", 0));
    Objective objective = Document.create("system").root(QualitySystem.class).getObjectives().append();
    objective.setTarget(new BigDecimal("1E+2"));
    Check.equal("100", objective.nodeGetText("target", 0));
  }

  static void testTextAboveTheBasicPlaneIsRight() {
    Document document = open();
    document.find("QT-2", Procedure.class).setTitle(ABOVE_BMP);
    Document again = Document.parse(document.write(Format.JSON));
    Check.equal(ABOVE_BMP, again.find("QT-2", Procedure.class).getTitle());
  }

  static void testTextsThatCannotBeCarriedAreRefused() {
    Procedure procedure = open().find("QT-2", Procedure.class);
    String before = procedure.getTitle();
    for (String text : Arrays.asList("a\0b", "a\ud842", "\udfb7b")) {
      QmsException e = Check.fails(QmsException.class, () -> procedure.setTitle(text));
      Check.equal(Status.VALUE, e.status());
    }
    Check.equal(before, procedure.getTitle());
  }

  static void testListsAreViews() {
    Procedure procedure = open().find("QT-1", Procedure.class);
    NodeList<Step> steps = procedure.getSteps();
    List<String> names = steps.stream().map(Step::getName).collect(Collectors.toList());
    Check.equal(Arrays.asList("Tiếp nhận hồ sơ", "Ký", "Trả kết quả"), names);
    Step added = steps.insert(1);
    Check.equal(4, steps.size());
    Check.equal(1, steps.indexOf(added));
    steps.move(1, 3);
    Check.equal(added, steps.get(3));
    Check.equal(added, steps.remove(3));
    Check.equal(null, added.nodeParent());
    Check.equal(3, procedure.nodeCount("steps"));
    Check.equal("B2", steps.set(1, added).getId());
    Check.equal(added, procedure.getSteps().get(1));
    Check.fails(IndexOutOfBoundsException.class, () -> steps.get(3));
    Check.fails(IndexOutOfBoundsException.class, () -> steps.insert(-1));
    steps.clear();
    Check.equal(false, procedure.nodeHas("steps"));
  }

  private static String ids(List<Step> steps) {
    return steps.stream().map(Step::getId).collect(Collectors.joining(","));
  }

  static void testListsOfNodesAreSortedAndReversedInPlace() {
    Procedure procedure = open().find("QT-1", Procedure.class);
    NodeList<Step> steps = procedure.getSteps();
    Check.equal("B1", steps.set(0, steps.get(0)).getId());
    Check.equal("B1,B2,B3", ids(steps));
    Collections.reverse(steps);
    Check.equal("B3,B2,B1", ids(steps));
    steps.sort(Comparator.comparing(step -> step.getId().equals("B2") ? "" : step.getId()));
    Check.equal("B2,B1,B3", ids(steps));
    for (int i = 4; i <= 30; i++) {
      steps.append().setId("B" + i);
    }
    List<Step> shuffled = steps.stream().collect(Collectors.toList());
    Collections.reverse(steps);
    Collections.reverse(shuffled);
    Check.equal(shuffled, steps);
    Collections.sort(steps, Comparator.comparing(Step::getId));
    shuffled.sort(Comparator.comparing(Step::getId));
    Check.equal(shuffled, steps);
    Check.fails(QmsException.class, () -> steps.set(0, (Step) procedure.getSteps().get(1).nodeCopy(procedure.nodeDocument())));
  }

  static void testAnUnknownScenarioOrPhaseIsAnError() {
    Workflow workflow = Workflow.of(open().find("QT-1"));
    Check.fails(IllegalArgumentException.class, () -> workflow.longestWay("KHONG-CO", null));
    Check.fails(IllegalArgumentException.class, () -> workflow.shortestWay(null, "KHONG-CO"));
    Check.fails(IllegalArgumentException.class, () -> workflow.duration(workflow.step("B1"), "KHONG-CO"));
    Check.fails(IllegalArgumentException.class, () -> workflow.paths("KHONG-CO", 1));
  }

  static void testARefusedWordIsNamed() {
    Procedure procedure = open().find("QT-2", Procedure.class);
    QmsException e = Check.fails(QmsException.class, () -> procedure.nodeSet("kind", "khongCo"));
    Check.equal(Status.VALUE, e.status());
    Check.equal(true, e.getMessage().contains("khongCo"));
    procedure.nodeSet("kind", "internal_audit");
    Check.equal(ProcedureKind.INTERNAL_AUDIT, procedure.getKind());
  }

  static void testNegativeLimitsAreRefused() {
    Node procedure = open().find("QT-1");
    Check.fails(IllegalArgumentException.class, () -> new ReadOptions().limit(ReadOptions.Limit.BYTES, -1));
    Check.fails(IllegalArgumentException.class, () -> new ValidateOptions().maxFindings(-1));
    Check.fails(IllegalArgumentException.class, () -> Workflow.of(procedure).paths(null, -1));
    Check.fails(IllegalArgumentException.class, () -> Workflow.write(procedure, "text", Language.VI, -1));
  }

  static void testObjectsTellWhatTheyAre() {
    Document document = open();
    Report report = document.validate();
    Check.equal("system " + inputs, document.toString());
    Check.equal("system", Document.create("system").toString());
    Check.equal(inputs + ": " + report.size() + " findings", report.toString());
    Check.equal("B1 → B2 → B3: 1440 min", Workflow.of(document.find("QT-1")).longestWay().toString());
  }

  static void testListsOfValuesAreViews() {
    List<String> aliases = open().find("VT-TN", Role.class).getAliases();
    aliases.add(1, "Quầy số 1");
    Check.equal("Bộ phận Một cửa", aliases.set(0, "Một cửa"));
    Check.equal(Arrays.asList("Một cửa", "Quầy số 1", "Công chức Một cửa"), aliases);
    Check.equal("Quầy số 1", aliases.remove(1));
    Check.fails(IndexOutOfBoundsException.class, () -> aliases.get(2));
    Check.fails(QmsException.class, () -> aliases.set(0, "a\u0001"));
    Check.equal(2, aliases.size());
  }

  static void testClosingEndsADocumentAndItsNodes() {
    Node kept;
    Document document = open();
    try (Document closing = document) {
      kept = closing.root();
    }
    document.close();
    Check.fails(IllegalStateException.class, document::root);
    Check.fails(IllegalStateException.class, kept::nodePath);
    Check.fails(IllegalStateException.class, () -> kept.nodeSet("standard", null));
  }

  static void testAReportOutlivesItsDocument() {
    Document document = open();
    Report report = document.validate(new ValidateOptions().asOf(LocalDate.of(2026, 6, 1)));
    List<String> before = report.stream().map(Finding::toString).collect(Collectors.toList());
    document.close();
    Check.equal(before, report.stream().map(Finding::toString).collect(Collectors.toList()));
    Check.fails(IllegalStateException.class, () -> report.findings().get(0).node().nodePath());
  }

  static void testTheLibrarysOwnCannotBeChanged() {
    LegalAct act = Qms.legalAct("61/2018/NĐ-CP");
    Check.fails(UnsupportedOperationException.class, () -> act.setTitle("x"));
    Check.fails(UnsupportedOperationException.class, () -> act.nodeUnset("title"));
    Check.equal(act.getTitle(), ((LegalAct) act.nodeCopy(Document.create("legal_acts"))).getTitle());
  }

  static void testAnExceptionTellsEveryProblem() {
    QmsException e = Check.fails(QmsException.class, () -> Document.parse("<heThong xmlns='urn:libqms:1'>\n <a/><b/></heThong>",
        new ReadOptions().name("tay.xml")));
    Check.equal(Status.STRUCTURE, e.status());
    Check.equal(2, e.problems().size());
    Check.equal("tay.xml", e.file());
    Check.equal(2, e.line());
    Check.equal(true, e.getMessage().startsWith("tay.xml:2:2: "));
    Check.equal(false, e.problems().get(0).messageEn().equals(e.problems().get(0).message()));
  }

  static void testNodesOfOtherDocumentsAreCopiedNotMoved() {
    Document other = open();
    Procedure procedure = open().find("QT-1", Procedure.class);
    NodeList<Procedure> procedures = other.root(QualitySystem.class).getProcedures();
    Check.fails(IllegalArgumentException.class, () -> procedures.add(procedure));
    Procedure copy = (Procedure) procedure.nodeCopy(other);
    Check.equal(true, copy.nodeSame(procedure));
    Check.equal(false, copy.equals(procedure));
  }

  static void testThreadsTakeTurnsInOneDocument() {
    Document document = open();
    Procedure procedure = document.find("QT-1", Procedure.class);
    long failures = IntStream.range(0, 8).parallel().filter(thread -> {
      for (int i = 0; i < 500; i++) {
        procedure.setTitle("Tên " + thread);
        procedure.getSteps().append().setName(ABOVE_BMP);
      }
      return !procedure.getTitle().startsWith("Tên ");
    }).count();
    Check.equal(0L, failures);
    Check.equal(4003, procedure.getSteps().size());
  }

  static void testClosingWhileOthersReadIsSafe() {
    for (int round = 0; round < 50; round++) {
      Document document = open();
      Procedure procedure = document.find("QT-1", Procedure.class);
      IntStream.range(0, 4).parallel().forEach(thread -> readUntilClosed(document, procedure, thread));
    }
  }

  private static void readUntilClosed(Document document, Procedure procedure, int thread) {
    try {
      for (int i = 0; i < 100; i++) {
        Check.equal("Đăng ký khai sinh", procedure.getTitle());
        if (thread == 0 && i == 50) {
          document.close();
        }
      }
    } catch (IllegalStateException e) {
      Check.equal("Document is closed", e.getMessage());
    }
  }
}
