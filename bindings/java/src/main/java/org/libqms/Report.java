// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** The findings of one validation, sorted by place. A report keeps its document. */
public final class Report extends Resource implements Iterable<Finding> {
  private final Document document;

  /** Takes a report that C handed over; `document` is null if it is about a file that was not read. */
  Report(long pointer, Document document) {
    super(pointer, Lib::qms_report_free);
    this.document = document;
  }

  /** Reads a file and validates it. A file that is refused gives a report too: of why. */
  public static Report ofFile(String path, ValidateOptions options) {
    byte[] file = Text.bytes(path);
    long reader = Lib.qms_reader_new();
    Call call = new Call();
    int status = Lib.qms_reader_load(reader, file, call.result, call.error);
    Lib.qms_reader_free(reader);
    return status == 0 ? Document.take(call.result[0]).validate(options) : refused(call.error[0], file);
  }

  /** The same of a text; `name` stands for the file. */
  public static Report ofText(String text, String name, ValidateOptions options) {
    byte[] bytes = Text.encode(text);
    byte[] file = Text.bytes(name);
    long reader = Lib.qms_reader_new();
    Call call = new Call();
    int status = Lib.qms_reader_parse(reader, bytes, bytes.length, file, call.result, call.error);
    Lib.qms_reader_free(reader);
    return status == 0 ? Document.take(call.result[0]).validate(options) : refused(call.error[0], file);
  }

  private static Report refused(long error, byte[] file) {
    long report = Lib.qms_report_from_error(error, file);
    Lib.qms_error_free(error);
    return new Report(report, null);
  }

  /** The report on the suppressions of the options, after the run with them that this is the report of. */
  public Report onSuppressions(ValidateOptions options) {
    Document beside = options.suppressions();
    Document own = document == null ? beside : document;
    return Document.locked(own, beside, () -> new Report(options.runSuppressions(pointer()), null));
  }

  @Override
  Object lock() {
    return document == null ? this : document;
  }

  Node node(long pointer) {
    return document == null ? null : document.node(pointer);
  }

  /** The findings as a list, read when they are asked for. */
  public List<Finding> findings() {
    return new AbstractList<Finding>() {
      @Override
      public int size() {
        return Report.this.size();
      }

      @Override
      public Finding get(int index) {
        return new Finding(Report.this, ValueList.checked(index, size()));
      }
    };
  }

  @Override
  public Iterator<Finding> iterator() {
    return findings().iterator();
  }

  public Stream<Finding> stream() {
    return findings().stream();
  }

  /** Number of findings kept. */
  public int size() {
    synchronized (lock()) {
      return (int) Lib.qms_report_count(pointer());
    }
  }

  /** Number of findings of a severity that are not suppressed, those that were not kept included. */
  public long count(Severity severity) {
    synchronized (lock()) {
      return Lib.qms_report_severity_count(pointer(), severity.number());
    }
  }

  /** Number of findings of a severity that were left out because there were more than the greatest number. */
  public long leftOut(Severity severity) {
    synchronized (lock()) {
      return Lib.qms_report_left_out_count(pointer(), severity.number());
    }
  }

  /** Number of suppressed findings. */
  public long suppressed() {
    synchronized (lock()) {
      return Lib.qms_report_suppressed_count(pointer());
    }
  }

  /** File that was validated; null if none. */
  public String file() {
    synchronized (lock()) {
      return Text.at(Lib.qms_report_file(pointer()));
    }
  }

  /** The file and how much was found, such as "xa.xml: 2 findings". */
  @Override
  public String toString() {
    String file = file();
    return (file == null ? "" : file + ": ") + size() + " findings";
  }

  /** The report as "text", "json", "ndjson", "sarif" or "junit". */
  public String write(String format, Language language) {
    synchronized (lock()) {
      Call call = new Call();
      return call.text(Lib.qms_report_write(new long[] {pointer()}, 1, Text.bytes(format), language.ordinal(), 0, call.result, null,
          call.error));
    }
  }

  /** The inspection document that follows from the report, from findings that are at least so grave. */
  public Document inspect(Severity least, Language language) {
    synchronized (lock()) {
      Call call = new Call();
      return Document.take(call.value(Lib.qms_inspection_draw(new long[] {pointer()}, 1, null, least.number(), language.ordinal(),
          call.result, null, call.error)));
    }
  }
}
