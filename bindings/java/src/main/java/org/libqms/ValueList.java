// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.AbstractList;
import java.util.function.Function;

/** The values of a list field: shows what is there now, and changes it. */
final class ValueList<T> extends AbstractList<T> {
  private final Node owner;
  private final Field field;
  private final Function<String, T> parser;
  private final Function<T, String> writer;

  ValueList(Node owner, Field field, Function<String, T> parser, Function<T, String> writer) {
    this.owner = owner;
    this.field = field;
    this.parser = parser;
    this.writer = writer;
  }

  static int checked(int index, int size) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException("index " + index + " of " + size);
    }
    return index;
  }

  /** A number that C takes without a sign, where a negative one would be a very great one. */
  static long notNegative(long number) {
    if (number < 0) {
      throw new IllegalArgumentException(number + " is negative");
    }
    return number;
  }

  @Override
  public int size() {
    return owner.count(field.id);
  }

  @Override
  public T get(int index) {
    String text = owner.itemText(field, checked(index, size()));
    return text == null ? null : parser.apply(text);
  }

  @Override
  public void add(int index, T value) {
    owner.insertText(field.id, checked(index, size() + 1), writer.apply(value));
    modCount++;
  }

  @Override
  public T set(int index, T value) {
    T old = get(index);
    owner.insertText(field.id, index, writer.apply(value));
    owner.remove(field.id, index + 1);
    return old;
  }

  @Override
  public T remove(int index) {
    T old = get(index);
    owner.remove(field.id, index);
    modCount++;
    return old;
  }
}
