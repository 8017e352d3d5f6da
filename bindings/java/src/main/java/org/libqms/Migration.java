// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.Collections;
import java.util.List;

/** A system moved to another framework. */
public final class Migration {
  private final Document document;
  private final List<Problem> work;

  Migration(Document document, List<Problem> work) {
    this.document = document;
    this.work = Collections.unmodifiableList(work);
  }

  /** The copy that was moved. */
  public Document document() {
    return document;
  }

  /** What people have to do or look at. */
  public List<Problem> work() {
    return work;
  }
}
