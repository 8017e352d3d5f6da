// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.AbstractList;

/** The nodes of a list field: shows what is there now, and changes it. */
public final class NodeList<T extends Node> extends AbstractList<T> {
  private final Node owner;
  private final Field field;

  NodeList(Node owner, Field field) {
    this.owner = owner;
    this.field = field;
  }

  @Override
  public int size() {
    return owner.count(field.id);
  }

  @Override
  @SuppressWarnings("unchecked")
  public T get(int index) {
    Node node = index < 0 ? null : owner.item(field.id, index);
    if (node == null) {
      throw new IndexOutOfBoundsException("index " + index);
    }
    return (T) node;
  }

  /** New empty node at the end. */
  @SuppressWarnings("unchecked")
  public T append() {
    modCount++;
    return (T) owner.add(field.id, Lib.NONE);
  }

  /** New empty node before an index. */
  @SuppressWarnings("unchecked")
  public T insert(int index) {
    modCount++;
    return (T) owner.add(field.id, ValueList.checked(index, size() + 1));
  }

  /** Puts a detached node of the same document before an index. */
  @Override
  public void add(int index, T node) {
    modCount++;
    owner.attach(field.id, ValueList.checked(index, size() + 1), node);
  }

  /**
   * Puts a detached node of the same document in the place of another, which is detached. A node that the list already holds
   * exchanges places with the other one: so List.sort, Collections.reverse and the like work, which never take out first.
   */
  @Override
  public T set(int index, T node) {
    T old = get(index);
    if (owner.equals(node.nodeParent()) && field.equals(node.nodeParentField())) {
      exchange(index, node.nodeIndex());
      return old;
    }
    owner.attach(field.id, index, node);
    owner.remove(field.id, index + 1);
    return old;
  }

  private void exchange(int a, int b) {
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    if (low < high) {
      owner.move(field.id, low, high);
      owner.move(field.id, high - 1, low);
    }
  }

  /** Takes a node out; it stays valid and may be put back. */
  @Override
  public T remove(int index) {
    T old = get(index);
    modCount++;
    owner.remove(field.id, index);
    return old;
  }

  /** Moves a node within the list. */
  public void move(int from, int to) {
    modCount++;
    owner.move(field.id, from, to);
  }
}
