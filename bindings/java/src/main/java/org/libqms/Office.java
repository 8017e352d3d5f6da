// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import com.sun.jna.Pointer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files for offices: tables as CSV, web sites, Word documents in and out. */
public final class Office {
  private Office() {}

  /** A table of a system as CSV: "tthc", "risks" or "records" (docs/csv.md). */
  public static String csv(Document system, String table) {
    synchronized (system) {
      Call call = new Call();
      return call.text(Lib.qms_csv_export(Lib.qms_document_root(system.pointer()), Text.bytes(table), call.result, null, call.error));
    }
  }

  /** Reads CSV into a table. */
  public static CsvImport importCsv(Document system, String table, String csv) {
    byte[] bytes = Text.encode(csv);
    synchronized (system) {
      system.checkChangeable();
      Call call = new Call();
      long[] changed = new long[1];
      call.check(Lib.qms_csv_import(system.pointer(), Text.bytes(table), bytes, bytes.length, null, call.result, changed,
          call.error));
      return new CsvImport(call.result[0], changed[0]);
    }
  }

  /** What CSV changed. */
  public static final class CsvImport {
    private final long added;
    private final long changed;

    private CsvImport(long added, long changed) {
      this.added = added;
      this.changed = changed;
    }

    /** Number of rows that were new. */
    public long added() {
      return added;
    }

    /** Number of rows that changed something. */
    public long changed() {
      return changed;
    }
  }

  /** A web site for posting, or with what is for the agency alone: contents by names of files. */
  public static Map<String, String> site(Document system, boolean internal) {
    return site(system, internal, null);
  }

  /** The same, with the findings of a report on the system in the edition for the agency; null: none. */
  public static Map<String, String> site(Document system, boolean internal, Report findings) {
    synchronized (system) {
      Call call = new Call();
      long site = call.value(Lib.qms_site_new(Lib.qms_document_root(system.pointer()), internal ? 1 : 0,
          findings == null ? 0 : findings.pointer(), call.result, call.error));
      Map<String, String> files = new LinkedHashMap<>();
      for (long i = 0; i < Lib.qms_site_count(site); i++) {
        files.put(Text.at(Lib.qms_site_name(site, i)), Text.at(Lib.qms_site_file(site, i, null)));
      }
      Lib.qms_site_free(site);
      return files;
    }
  }

  /** Names of the Word templates that ship with the library. */
  public static List<String> templates() {
    List<String> names = new ArrayList<>();
    for (long i = 0; i < Lib.qms_template_count(); i++) {
      names.add(Text.at(Lib.qms_template_name(i)));
    }
    return names;
  }

  /** The .docx of a shipped template, to edit it in Word. */
  public static byte[] template(String name) {
    long[] size = new long[1];
    long data = Lib.qms_template_data(Text.bytes(name), size);
    if (data == 0) {
      throw new QmsException(Status.NOT_FOUND,
          Collections.singletonList(new Problem(Status.NOT_FOUND, "there is no template " + name)));
    }
    return new Pointer(data).getByteArray(0, (int) size[0]);
  }

  /** A .docx (docs/templates.md): a template, filled with a node; the day is shown as today's, null: none. */
  public static byte[] fill(Node node, byte[] docx, LocalDate day) {
    Call call = new Call();
    long template = call.value(Lib.qms_template_read(docx, docx.length, null, call.result, call.error));
    try {
      synchronized (node.document) {
        long[] size = new long[1];
        byte[] asOf = Text.bytes(day == null ? null : day.toString());
        long filled = call.value(Lib.qms_template_fill(template, node.pointer(), asOf, call.result, size, call.error));
        byte[] bytes = new Pointer(filled).getByteArray(0, (int) size[0]);
        Lib.qms_free(filled);
        return bytes;
      }
    } finally {
      Lib.qms_template_free(template);
    }
  }

  /**
   * Reads a procedure from a .docx into a system (docs/docx.md). The name stands for the file, and may be null; without `keepNames`
   * names of persons that sign are left out.
   */
  public static DocxImport importDocx(Document system, byte[] docx, String name, boolean keepNames) {
    return DocxImport.read(system, docx, name, keepNames, true);
  }

  /** The same, but what is refused gives an import without a procedure, whose notes say why. */
  public static DocxImport tryImportDocx(Document system, byte[] docx, String name, boolean keepNames) {
    return DocxImport.read(system, docx, name, keepNames, false);
  }
}
