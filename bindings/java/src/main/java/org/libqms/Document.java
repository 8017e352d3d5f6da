// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A system, a framework, a calendar, a case: one file. It lives as long as the document or a node of it is reachable, or until it
 * is closed. Calls on a document and its nodes lock the document, so threads take turns.
 */
public final class Document extends Resource {
  private static final AtomicLong COUNT = new AtomicLong();

  private final long number = COUNT.incrementAndGet();
  private final boolean constant;

  private Document(long pointer, boolean constant) {
    super(pointer, Lib::qms_document_unref);
    this.constant = constant;
  }

  /** Takes a reference that C handed over. */
  static Document take(long pointer) {
    return new Document(pointer, false);
  }

  /** A document of the library's own, which nobody may change. */
  static Document constant(long pointer) {
    return new Document(Lib.qms_document_ref(pointer), true);
  }

  // ---- reading and writing

  /** Reads a file. */
  public static Document load(String path) {
    return load(path, new ReadOptions());
  }

  /** Reads a file. */
  public static Document load(Path path) {
    return load(path.toString());
  }

  /** Reads a file with limits and options of its own. */
  public static Document load(String path, ReadOptions options) {
    byte[] file = Text.bytes(path);
    long reader = options.newReader();
    try {
      Call call = new Call();
      return take(call.value(Lib.qms_reader_load(reader, file, call.result, call.error)));
    } finally {
      Lib.qms_reader_free(reader);
    }
  }

  /** Reads XML or JSON. */
  public static Document parse(String text) {
    return parse(text, new ReadOptions());
  }

  /** Reads XML or JSON with limits and options of its own. */
  public static Document parse(String text, ReadOptions options) {
    return parse(Text.encode(text), options);
  }

  /** Reads XML or JSON in UTF-8. */
  public static Document parse(byte[] data) {
    return parse(data, new ReadOptions());
  }

  /** Reads XML or JSON in UTF-8 with limits and options of its own. */
  public static Document parse(byte[] data, ReadOptions options) {
    byte[] name = Text.bytes(options.name());
    byte[] bytes = data.length == 0 ? new byte[1] : data;
    long reader = options.newReader();
    try {
      Call call = new Call();
      return take(call.value(Lib.qms_reader_parse(reader, bytes, data.length, name, call.result, call.error)));
    } finally {
      Lib.qms_reader_free(reader);
    }
  }

  /** New empty document whose root is of a type, such as "system". */
  public static Document create(String rootType) {
    Type type = Type.of(rootType);
    long pointer = type == null ? 0 : Lib.qms_document_new(type.id());
    if (pointer == 0) {
      throw new IllegalArgumentException(rootType + " is no root type");
    }
    return take(pointer);
  }

  /** Document of data as {@link #toMap} gives it. */
  public static Document fromMap(Map<String, ?> data) {
    return parse(Json.write(data), new ReadOptions().format(Format.JSON));
  }

  /** Canonical text: one document gives one sequence of bytes. */
  public synchronized String write(Format format) {
    Call call = new Call();
    return call.text(Lib.qms_document_write(pointer(), format.ordinal(), call.result, null, call.error));
  }

  /** Saves at once or not at all; the ending of the name tells the format. */
  public void save(String path) {
    save(path, Format.AUTO);
  }

  /** Saves at once or not at all: a failure leaves the old file as it was. */
  public synchronized void save(String path, Format format) {
    Call call = new Call();
    call.check(Lib.qms_document_save(pointer(), Text.bytes(path), format.ordinal(), call.error));
  }

  /** Its JSON (docs/json.md) as maps, lists, texts, numbers (Long, BigDecimal) and truth values. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> toMap() {
    return (Map<String, Object>) Json.parse(write(Format.JSON));
  }

  // ---- what is in it

  /** Root node. */
  public synchronized Node root() {
    return node(Lib.qms_document_root(pointer()));
  }

  /** Root node as a class of org.libqms.model; ClassCastException if it is of another type. */
  public <T extends Node> T root(Class<T> type) {
    return type.cast(root());
  }

  /** Node with an identifier in the root's system; null if there is none. */
  public synchronized Node find(String id) {
    return node(Lib.qms_document_find(pointer(), Text.bytes(id)));
  }

  /** Node with an identifier as a class of org.libqms.model; null if there is none. */
  public <T extends Node> T find(String id, Class<T> type) {
    return type.cast(find(id));
  }

  /** Name of the file that it was read from; null if none. */
  public synchronized String file() {
    return Text.at(Lib.qms_document_file(pointer()));
  }

  /** Format that it was read from; AUTO if it was not read. */
  public synchronized Format format() {
    return Format.values()[Lib.qms_document_format(pointer())];
  }

  /** What a lenient reader let pass. */
  public synchronized List<Problem> diagnostics() {
    return Collections.unmodifiableList(Problem.chain(Lib.qms_document_diagnostics(pointer())));
  }

  /** Differences from this document to another one of the same root type. */
  public List<Difference> diff(Document after) {
    return locked(this, after, () -> {
      Call call = new Call();
      return Difference.take(call.value(Lib.qms_document_diff(pointer(), after.pointer(), call.result, call.error)));
    });
  }

  /** Runs all rules as of today. */
  public Report validate() {
    return validate(new ValidateOptions());
  }

  /** Runs all rules. */
  public Report validate(ValidateOptions options) {
    Document beside = options.suppressions() == null ? this : options.suppressions();
    return locked(this, beside, () -> new Report(options.run(this), this));
  }

  /** Type of its root and the file that it was read from, such as "system xa.xml". */
  @Override
  public synchronized String toString() {
    String file = file();
    return root().nodeType().name() + (file == null ? "" : " " + file);
  }

  // ---- for the binding itself

  /** The node at an address; null for NULL. */
  Node node(long pointer) {
    return pointer == 0 ? null : node(pointer, Model.byPointer.get(Lib.qms_node_type(pointer)));
  }

  Node node(long pointer, Type type) {
    return pointer == 0 ? null : Node.wrap(this, pointer, type);
  }

  /** Refuses to change a document that is closed, or the library's own. */
  void checkChangeable() {
    pointer();
    if (constant) {
      throw new UnsupportedOperationException("the document is the library's own");
    }
  }

  /** Runs something that touches two documents, always locked in the same order. */
  static <T> T locked(Document a, Document b, Supplier<T> work) {
    Document first = a.number <= b.number ? a : b;
    Document second = first == a ? b : a;
    synchronized (first) {
      synchronized (second) {
        return work.get();
      }
    }
  }
}
