// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.libqms.model.AgencyType;
import org.libqms.model.LegalAct;
import org.libqms.model.Verdict;

/** What the library knows and can do apart from single documents: frameworks, law, the national portal, BPMN, pictures. */
public final class Qms {
  /** Where a legal act stands on a day. The order is that of the ABI. */
  public enum ActStatus {
    UNKNOWN,
    NOT_YET,
    IN_FORCE,
    EXPIRED
  }

  /** For whom BPMN is written. The order is that of the ABI. */
  public enum BpmnProfile {
    GENERIC,
    CAMUNDA7,
    FLOWABLE
  }

  private Qms() {}

  /** Version of the library. */
  public static String version() {
    return Text.at(Lib.qms_version());
  }

  // ---- frameworks

  /** Identifiers of the framework models that ship with the library. */
  public static List<String> frameworks() {
    List<String> ids = new ArrayList<>();
    for (long i = 0; i < Lib.qms_framework_count(); i++) {
      ids.add(Text.at(Lib.qms_framework_id(i)));
    }
    return ids;
  }

  /** A framework model with everything that it is based on. */
  public static Document framework(String id) {
    Call call = new Call();
    return Document.take(call.value(Lib.qms_framework_load(Text.bytes(id), call.result, call.error)));
  }

  /** Checks a framework file that someone writes. */
  public static Report checkFramework(String path) {
    Call call = new Call();
    return new Report(call.value(Lib.qms_framework_check_file(Text.bytes(path), call.result, call.error)), null);
  }

  /** A new system for an agency; what the agency has to decide is marked [[…]]. */
  public static Document newSystem(String framework, AgencyType agency, String name) {
    Call call = new Call();
    return Document.take(call.value(Lib.qms_framework_instantiate(Text.bytes(framework), agency.number(), Text.bytes(name),
        call.result, call.error)));
  }

  /** A copy of a system moved to another framework. */
  public static Migration migrate(Document system, String to) {
    return migrate(system, to, null);
  }

  /** A copy of a system moved to another framework (null: none), with a day to the forms in force then. */
  public static Migration migrate(Document system, String to, LocalDate day) {
    synchronized (system) {
      Call call = new Call();
      long[] work = new long[1];
      call.check(Lib.qms_framework_migrate(system.pointer(), Text.bytes(to), day == null ? 0 : day.getYear(),
          day == null ? 0 : day.getMonthValue(), day == null ? 0 : day.getDayOfMonth(), call.result, work, call.error));
      return new Migration(Document.take(call.result[0]), takeProblems(work[0]));
    }
  }

  private static List<Problem> takeProblems(long chain) {
    List<Problem> problems = Problem.chain(chain);
    Lib.qms_error_free(chain);
    return problems;
  }

  /** Number of agencies of an inspection with a verdict as a whole. */
  public static long inspectionCount(Document inspection, Verdict verdict) {
    synchronized (inspection) {
      return Lib.qms_inspection_count(inspection.pointer(), verdict.number());
    }
  }

  /** The verdicts of an inspection as "text", "html" or "csv". */
  public static String inspectionTable(Document inspection, String format, Language language) {
    synchronized (inspection) {
      Call call = new Call();
      return call.text(Lib.qms_inspection_write(inspection.pointer(), Text.bytes(format), language.ordinal(), call.result, null,
          call.error));
    }
  }

  /** The XML Schema ("xsd") or JSON Schema ("json") of the model; null for another name. */
  public static String schema(String format) {
    return Text.at(Lib.qms_schema_text(Text.bytes(format)));
  }

  // ---- law

  /** What the library knows of a legal act, as a node that cannot be changed; null if it knows nothing. */
  public static LegalAct legalAct(String number) {
    long act = Lib.qms_legal_find(Text.bytes(number));
    return act == 0 ? null : (LegalAct) Document.constant(Lib.qms_node_document(act)).node(act);
  }

  /** Where an act stands on a day. */
  public static ActStatus legalStatus(String number, LocalDate day) {
    long act = Lib.qms_legal_find(Text.bytes(number));
    return ActStatus.values()[Lib.qms_legal_status(act, day.getYear(), day.getMonthValue(), day.getDayOfMonth())];
  }

  // ---- exchange

  /** Takes records of the national portal into a system; their number. */
  public static long importPortal(Document system, String json) {
    byte[] bytes = Text.encode(json);
    synchronized (system) {
      system.checkChangeable();
      Call call = new Call();
      return call.value(Lib.qms_portal_import(system.pointer(), bytes, bytes.length, null, call.result, call.error));
    }
  }

  /** What records say in another way than the model can: a note for each key. */
  public static List<Problem> portalNotes(Document system) {
    synchronized (system) {
      Call call = new Call();
      return takeProblems(call.value(Lib.qms_portal_notes(system.pointer(), call.result)));
    }
  }

  /** The record of an administrative procedure for the national portal. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> portalRecord(Node procedure) {
    synchronized (procedure.document) {
      Call call = new Call();
      String json = call.text(Lib.qms_portal_export(procedure.pointer(), call.result, null, call.error));
      return (Map<String, Object>) Json.parse(json);
    }
  }

  /** A procedure as BPMN 2.0. */
  public static String bpmn(Node procedure, BpmnProfile profile) {
    synchronized (procedure.document) {
      Call call = new Call();
      return call.text(Lib.qms_bpmn_export(procedure.pointer(), profile.ordinal(), call.result, null, call.error));
    }
  }

  /** Reads BPMN into a system: the procedure that it became, and what was lost or guessed. */
  public static BpmnImport importBpmn(Document system, String xml) {
    byte[] bytes = Text.encode(xml);
    synchronized (system) {
      system.checkChangeable();
      Call call = new Call();
      long[] report = new long[1];
      call.check(Lib.qms_bpmn_import(system.pointer(), bytes, bytes.length, null, call.result, report, call.error));
      return new BpmnImport(system.node(call.result[0]), new Report(report[0], system));
    }
  }

  /** Flow chart of a procedure: an SVG document for each page of A4, or one that is as large as it needs. */
  public static List<String> svg(Node procedure, boolean whole) {
    synchronized (procedure.document) {
      Call call = new Call();
      long svg = call.value(Lib.qms_svg_new(procedure.pointer(), whole ? 1 : 0, call.result, call.error));
      String[] pages = new String[(int) Lib.qms_svg_pages(svg)];
      Arrays.setAll(pages, page -> Text.at(Lib.qms_svg_page(svg, page, null)));
      Lib.qms_svg_free(svg);
      return Arrays.asList(pages);
    }
  }

  /** Code of a case: agency, day of receipt, number of the day. */
  public static String caseCode(String agency, LocalDate day, long serial) {
    Call call = new Call();
    return call.text(Lib.qms_case_code_build(Text.bytes(agency), day.getYear(), day.getMonthValue(), day.getDayOfMonth(), serial,
        call.result, call.error));
  }
}
