// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One difference of two documents. */
public final class Difference {
  /** What became of a value or node. The order is that of the ABI. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    MOVED;

    /** The word that all bindings share. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final String path;
  private final String before;
  private final String after;

  private Difference(long diff, long index) {
    kind = Kind.values()[Lib.qms_diff_kind(diff, index) - 1];
    path = Text.at(Lib.qms_diff_path(diff, index));
    before = Text.at(Lib.qms_diff_before(diff, index));
    after = Text.at(Lib.qms_diff_after(diff, index));
  }

  /** The differences that C found, which are freed. */
  static List<Difference> take(long diff) {
    List<Difference> differences = new ArrayList<>();
    for (long i = 0; i < Lib.qms_diff_count(diff); i++) {
      differences.add(new Difference(diff, i));
    }
    Lib.qms_diff_free(diff);
    return differences;
  }

  public Kind kind() {
    return kind;
  }

  /** Model path. */
  public String path() {
    return path;
  }

  /** Value before, as text; null if absent or a node. */
  public String before() {
    return before;
  }

  /** Value after, as text; null if absent or a node. */
  public String after() {
    return after;
  }
}
