// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.EnumMap;
import java.util.Map;

/** How a document is read. Each method changes the options and returns them. */
public final class ReadOptions {
  /** Limits of a reader; docs/limits.md lists the defaults. The order is that of the ABI. */
  public enum Limit {
    BYTES,
    DEPTH,
    ATTRIBUTES,
    NAMESPACES,
    TAG,
    TEXT,
    NODES,
    ERRORS
  }

  private final Map<Limit, Long> limits = new EnumMap<>(Limit.class);
  private boolean lenient;
  private Format format = Format.AUTO;
  private String name;

  /** Keep what the model does not know, and tell it ({@link Document#diagnostics}), instead of failing. */
  public ReadOptions lenient(boolean lenient) {
    this.lenient = lenient;
    return this;
  }

  /** Accept only this format. */
  public ReadOptions format(Format format) {
    this.format = format;
    return this;
  }

  /** What stands for the file in messages, when text is read. */
  public ReadOptions name(String name) {
    this.name = name;
    return this;
  }

  /** Sets a limit; 0 restores the default, a negative one is refused. */
  public ReadOptions limit(Limit limit, long value) {
    limits.put(limit, ValueList.notNegative(value));
    return this;
  }

  String name() {
    return name;
  }

  /** A reader of C with these options. */
  long newReader() {
    long reader = Lib.qms_reader_new();
    Lib.qms_reader_set_lenient(reader, lenient ? 1 : 0);
    Lib.qms_reader_set_format(reader, format.ordinal());
    limits.forEach((limit, value) -> Lib.qms_reader_set_limit(reader, limit.ordinal() + 1, value));
    return reader;
  }
}
