// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What became of a Word document: a procedure, and what was read from where. */
public final class DocxImport extends Resource {
  private static final int KEEP_NAMES = 1;

  private final Node procedure;
  private final String path;
  private final long doubtful;
  private final List<DocxField> fields;
  private final List<DocxNote> notes;

  /** Takes a report that C handed over; `procedure` is null if the document was refused. */
  private DocxImport(long report, Node procedure) {
    super(report, Lib::qms_docx_report_free);
    this.procedure = procedure;
    path = Text.at(Lib.qms_docx_report_procedure(report));
    doubtful = Lib.qms_docx_report_doubtful(report);
    fields = list(Lib.qms_docx_report_count(report), index -> new DocxField(report, index));
    notes = list(Lib.qms_docx_report_note_count(report), index -> new DocxNote(report, index));
  }

  private static <T> List<T> list(long count, LongFunction<T> item) {
    return LongStream.range(0, count).mapToObj(item).collect(Collectors.toList());
  }

  /** Reads a document; one that is refused raises, or gives an import of why. */
  static DocxImport read(Document system, byte[] docx, String name, boolean keepNames, boolean raise) {
    byte[] file = Text.bytes(name);
    synchronized (system) {
      system.checkChangeable();
      Call call = new Call();
      long[] report = new long[1];
      int status = Lib.qms_docx_import(system.pointer(), docx, docx.length, file, keepNames ? KEEP_NAMES : 0, call.result, report,
          call.error);
      if (status != 0 && !raise) {
        return refused(call.error[0], file);
      }
      call.check(status);
      return new DocxImport(report[0], system.node(call.result[0]));
    }
  }

  private static DocxImport refused(long error, byte[] file) {
    long report = Lib.qms_docx_report_from_error(error, file);
    Lib.qms_error_free(error);
    return new DocxImport(report, null);
  }

  /** The procedure; null if the document was refused. */
  public Node procedure() {
    return procedure;
  }

  /** Path of the procedure; null if the document was refused. */
  public String path() {
    return path;
  }

  /** Number of fields that a person should look at, because they are not sure. */
  public long doubtful() {
    return doubtful;
  }

  /** The fields that were filled. */
  public List<DocxField> fields() {
    return fields;
  }

  /** What was not understood or is not as it should be. */
  public List<DocxNote> notes() {
    return notes;
  }

  /** The report as "text" (notes and what is not sure), "json" (everything) or "html" (source beside result). */
  public synchronized String write(String format, Language language) {
    Call call = new Call();
    return call.text(Lib.qms_docx_report_write(new long[] {pointer()}, 1, Text.bytes(format), language.ordinal(), call.result, null,
        call.error));
  }
}
