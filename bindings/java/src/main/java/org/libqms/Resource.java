// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.function.LongConsumer;

/**
 * An object that owns memory in C. {@link #close} frees it at once, else the garbage collector does. Each call locks {@link #lock}:
 * so threads do not meet in one document, and nothing is freed while C works on it.
 */
abstract class Resource implements AutoCloseable {
  private final Handle handle;

  Resource(long pointer, LongConsumer free) {
    handle = new Handle(this, pointer, free);
  }

  /** What a call on the object locks. */
  Object lock() {
    return this;
  }

  /** The address in C. Only used under the lock. */
  final long pointer() {
    long pointer = handle.pointer();
    if (pointer == 0) {
      throw new IllegalStateException(getClass().getSimpleName() + " is closed");
    }
    return pointer;
  }

  /** Frees the memory; whatever is called on the object afterwards raises IllegalStateException. May be called twice. */
  @Override
  public void close() {
    synchronized (lock()) {
      handle.release();
    }
  }
}
