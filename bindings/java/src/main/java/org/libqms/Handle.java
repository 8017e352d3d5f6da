// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;

/** What an object of Java owns in C: freed when it is closed, or when nothing reaches the object any more. */
final class Handle extends PhantomReference<Object> {
  private static final ReferenceQueue<Object> UNREACHABLE = new ReferenceQueue<>();
  private static final Set<Handle> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Thread releaser = new Thread(Handle::releaseUnreachable, "libqms-release");
    releaser.setDaemon(true);
    releaser.start();
  }

  private final LongConsumer free;
  private volatile long pointer;

  Handle(Object owner, long pointer, LongConsumer free) {
    super(owner, UNREACHABLE);
    this.pointer = pointer;
    this.free = free;
    OPEN.add(this);
  }

  /** The address in C; 0 once it is released. */
  long pointer() {
    return pointer;
  }

  synchronized void release() {
    OPEN.remove(this);
    if (pointer != 0) {
      free.accept(pointer);
    }
    pointer = 0;
  }

  /** Number of objects that are not released yet. */
  static int count() {
    return OPEN.size();
  }

  private static void releaseUnreachable() {
    while (true) {
      try {
        ((Handle) UNREACHABLE.remove()).release();
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
