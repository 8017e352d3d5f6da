// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.libqms.model.Classes;

/**
 * One element of the model. Classes of org.libqms.model have getters and setters of its fields; the methods here, whose names begin
 * with "node", work on any node by the API names of its fields. A node keeps its document; equal means the same element.
 */
public class Node {
  /** What a node is made from; only the library makes such. */
  public static final class Origin {
    private final Document document;
    private final long pointer;
    private final Type type;

    private Origin(Document document, long pointer, Type type) {
      this.document = document;
      this.pointer = pointer;
      this.type = type;
    }

    /** Number of the type. */
    public int typeId() {
      return type.id();
    }
  }

  final Document document;
  private final long pointer;
  private final Type type;

  /** For the generated classes. */
  protected Node(Origin origin) {
    document = origin.document;
    pointer = origin.pointer;
    type = origin.type;
  }

  static Node wrap(Document document, long pointer, Type type) {
    Origin origin = new Origin(document, pointer, type);
    Node node = Classes.wrap(origin);
    return node == null ? new Node(origin) : node;
  }

  /** The address in C, while the document is locked and open. */
  final long pointer() {
    document.pointer();
    return pointer;
  }

  private long changeable() {
    document.checkChangeable();
    return pointer;
  }

  // ---- where it is

  public final Type nodeType() {
    return type;
  }

  public final Document nodeDocument() {
    return document;
  }

  /** Parent; null for a root or a detached node. */
  public final Node nodeParent() {
    synchronized (document) {
      return document.node(Lib.qms_node_parent(pointer()));
    }
  }

  /** Field of the parent that holds the node; null for a root or a detached node. */
  public final Field nodeParentField() {
    synchronized (document) {
      return Model.fields.get(Lib.qms_field_id(Lib.qms_node_parent_field(pointer())));
    }
  }

  /** Position in the parent's list; 0 otherwise. */
  public final int nodeIndex() {
    synchronized (document) {
      return (int) Lib.qms_node_index(pointer());
    }
  }

  /** Line of the start tag, counted from 1; 0 if the node was not read from a file. */
  public final int nodeLine() {
    synchronized (document) {
      return Lib.qms_node_line(pointer());
    }
  }

  /** Column of the start tag, counted from 1; 0 if the node was not read from a file. */
  public final int nodeColumn() {
    synchronized (document) {
      return Lib.qms_node_column(pointer());
    }
  }

  /** Identifier; null if it has none. */
  public final String nodeId() {
    synchronized (document) {
      return Text.at(Lib.qms_node_id(pointer()));
    }
  }

  /** Model path from the root, such as "/heThong/quyTrinh[QT-1]/buoc[2]". */
  public final String nodePath() {
    synchronized (document) {
      return Text.take(Lib.qms_node_path(pointer()));
    }
  }

  /** Node at a path, from the root ("/heThong/quyTrinh[QT-1]") or from here ("buoc[2]"); null if there is none. */
  public final Node nodeAt(String path) {
    byte[] bytes = Text.bytes(path);
    synchronized (document) {
      return document.node(Lib.qms_node_at(pointer(), bytes, null));
    }
  }

  // ---- what it holds, by name

  /**
   * Value of a field: null if absent; String, Boolean, Long, BigDecimal, LocalDate, OffsetDateTime, {@link Duration}, a Node, or a
   * list that shows and changes the field. An enumeration is given by the API name of its value.
   */
  public final Object nodeGet(String name) {
    Field field = type.field(name);
    if (field.list) {
      return field.kind == Kind.NODE ? new NodeList<>(this, field) : new ValueList<>(this, field, parser(field), Text::of);
    }
    return field.kind == Kind.NODE ? child(field.id) : value(field);
  }

  private Object value(Field field) {
    switch (field.kind) {
      case BOOL:
        return bool(field.id);
      case INT:
      case MONEY:
        return integer(field.id);
      case ENUM:
        return field.enumeration().nameOf(number(field.id));
      default:
        return field.kind.isText() ? string(field.id) : parsed(field.id, parser(field));
    }
  }

  /** What makes a value of the text that files have. */
  private static Function<String, Object> parser(Field field) {
    switch (field.kind) {
      case BOOL:
        return Boolean::valueOf;
      case INT:
      case MONEY:
        return Long::valueOf;
      case DECIMAL:
        return BigDecimal::new;
      case DATE:
        return LocalDate::parse;
      case DATE_TIME:
        return OffsetDateTime::parse;
      case DURATION:
        return Duration::parse;
      case ENUM:
        return text -> field.enumeration().value(text).name();
      default:
        return text -> text;
    }
  }

  /** Sets a field; null removes the value. Enumerations take an API name or the text of files; a detached node is put in. */
  public final void nodeSet(String name, Object value) {
    Field field = type.field(name);
    if (value == null) {
      unset(field.id);
    } else if (value instanceof Node) {
      attach(field.id, 0, (Node) value);
    } else if (value instanceof Boolean) {
      setInteger(field.id, (Boolean) value ? 1L : 0L);
    } else if (field.kind == Kind.ENUM) {
      Enumeration.Value known = field.enumeration().value(value.toString());
      setText(field.id, known == null ? value.toString() : known.xml());
    } else if (field.kind.isText()) {
      setString(field.id, (String) value);
    } else {
      setText(field.id, Text.of(value));
    }
  }

  /** A scalar as the text that files have; null if absent. */
  public final String nodeGetText(String name, int index) {
    Field field = type.field(name);
    synchronized (document) {
      return Text.take(Lib.qms_node_get_text(pointer(), field.id, index));
    }
  }

  /** Sets a scalar from the text that files have. */
  public final void nodeSetText(String name, String text) {
    setText(type.field(name).id, text);
  }

  /** Whether a field has a value (a list: an item). */
  public final boolean nodeHas(String name) {
    Field field = type.field(name);
    synchronized (document) {
      return has(field.id);
    }
  }

  /** Number of items of a list; of another field 1 if present, else 0. */
  public final int nodeCount(String name) {
    return count(type.field(name).id);
  }

  /** Names of the fields that have a value, in canonical order. */
  public final List<String> nodeFields() {
    List<String> names = new ArrayList<>();
    for (Field field : type.fields()) {
      if (nodeHas(field.name())) {
        names.add(field.name());
      }
    }
    return names;
  }

  /** Removes the value of a field; nodes that it held are detached. */
  public final void nodeUnset(String name) {
    unset(type.field(name).id);
  }

  /** New empty child: the value of a node field, or a new last item of a list. */
  public final Node nodeAdd(String name) {
    Field field = type.field(name);
    return add(field.id, field.list ? Lib.NONE : 0);
  }

  /** Node that a reference points to; null if there is none. */
  public final Node nodeResolve(String name) {
    return resolve(type.field(name).id);
  }

  /** Takes the node out of its parent; it may be put back elsewhere in its document. */
  public final void nodeDetach() {
    synchronized (document) {
      Call call = new Call();
      call.check(Lib.qms_node_detach(changeable(), call.error));
    }
  }

  /** Deep copy as a detached node of a document. */
  public final Node nodeCopy(Document into) {
    return Document.locked(document, into, () -> {
      into.checkChangeable();
      return into.node(Lib.qms_node_copy(pointer(), into.pointer()), type);
    });
  }

  /** Whether both hold the same values in the same order, foreign content and comments included. */
  public final boolean nodeSame(Node other) {
    return Document.locked(document, other.document, () -> Lib.qms_node_equal(pointer(), other.pointer()) != 0);
  }

  /** Foreign content: text of a child element in a namespace that is not libqms' own; null if absent. */
  public final String nodeExtension(String namespace, String name) {
    synchronized (document) {
      return Text.at(Lib.qms_node_extension(pointer(), Text.bytes(namespace), Text.bytes(name)));
    }
  }

  /** Sets that text; null removes the element. */
  public final void nodeSetExtension(String namespace, String name, String text) {
    synchronized (document) {
      Call call = new Call();
      call.check(Lib.qms_node_set_extension(changeable(), Text.bytes(namespace), Text.bytes(name), Text.bytes(text), call.error));
    }
  }

  /** The node and all below it as JSON. */
  public final String nodeJson() {
    synchronized (document) {
      Call call = new Call();
      return call.text(Lib.qms_node_write_json(pointer(), call.result, null, call.error));
    }
  }

  /** The node and all below it as data, like {@link Document#toMap}. */
  @SuppressWarnings("unchecked")
  public final Map<String, Object> nodeToMap() {
    return (Map<String, Object>) Json.parse(nodeJson());
  }

  // ---- by number, for the generated classes and lists

  protected final boolean has(int field) {
    return Lib.qms_node_has(pointer(), field) != 0;
  }

  protected final String string(int field) {
    synchronized (document) {
      return Text.at(Lib.qms_node_get_string(pointer(), field));
    }
  }

  protected final Long integer(int field) {
    synchronized (document) {
      long value = Lib.qms_node_get_int(pointer(), field);
      return value != 0 || has(field) ? (Long) value : null;
    }
  }

  protected final Boolean bool(int field) {
    Long value = integer(field);
    return value == null ? null : (Boolean) (value != 0);
  }

  /** Number of an enumeration's value; 0 if absent. */
  protected final int number(int field) {
    synchronized (document) {
      return (int) Lib.qms_node_get_int(pointer(), field);
    }
  }

  /** Value made of the text that files have; null if absent. */
  protected final <T> T parsed(int field, Function<String, T> parser) {
    String text;
    synchronized (document) {
      text = Text.take(Lib.qms_node_get_text(pointer(), field, 0));
    }
    return text == null ? null : parser.apply(text);
  }

  protected final Node child(int field) {
    synchronized (document) {
      return document.node(Lib.qms_node_get_node(pointer(), field), target(field));
    }
  }

  protected final Node resolve(int field) {
    synchronized (document) {
      return document.node(Lib.qms_node_resolve(pointer(), field), target(field));
    }
  }

  private static Type target(int field) {
    return Model.fields.get(field).target();
  }

  protected final <T extends Node> NodeList<T> nodes(int field) {
    return new NodeList<>(this, Model.fields.get(field));
  }

  protected final List<String> strings(int field) {
    return values(field, text -> text);
  }

  protected final <T> List<T> values(int field, Function<String, T> parser) {
    return values(field, parser, Text::of);
  }

  protected final <T> List<T> values(int field, Function<String, T> parser, Function<T, String> writer) {
    return new ValueList<>(this, Model.fields.get(field), parser, writer);
  }

  protected final void setString(int field, String value) {
    byte[] bytes = Text.bytes(value);
    if (bytes == null) {
      unset(field);
      return;
    }
    synchronized (document) {
      Call call = new Call();
      call.check(Lib.qms_node_set_string(changeable(), field, bytes, call.error));
    }
  }

  protected final void setInteger(int field, Long value) {
    if (value == null) {
      unset(field);
      return;
    }
    synchronized (document) {
      Call call = new Call();
      call.check(Lib.qms_node_set_int(changeable(), field, value, call.error));
    }
  }

  protected final void setBool(int field, Boolean value) {
    setInteger(field, value == null ? null : (Long) (value ? 1L : 0L));
  }

  /** Sets a scalar from the text that files have; null removes it. */
  protected final void setText(int field, String text) {
    byte[] bytes = Text.bytes(text);
    if (bytes == null) {
      unset(field);
      return;
    }
    synchronized (document) {
      Call call = new Call();
      call.check(Lib.qms_node_set_text(changeable(), field, bytes, call.error));
    }
  }

  /** Sets a scalar from a value's text in files; null removes it. */
  protected final void setValue(int field, Object value) {
    setText(field, value == null ? null : Text.of(value));
  }

  protected final void setNode(int field, Node value) {
    if (value == null) {
      unset(field);
    } else {
      attach(field, 0, value);
    }
  }

  protected final void unset(int field) {
    synchronized (document) {
      new Call().check(Lib.qms_node_unset(changeable(), field));
    }
  }

  protected final Node add(int field, long index) {
    synchronized (document) {
      Call call = new Call();
      long child = Lib.qms_node_add(changeable(), field, index, call.error);
      call.check(child == 0 ? Lib.qms_error_status(call.error[0]) : 0);
      return document.node(child, target(field));
    }
  }

  final int count(int field) {
    synchronized (document) {
      return (int) Lib.qms_node_count(pointer(), field);
    }
  }

  final Node item(int field, int index) {
    synchronized (document) {
      return document.node(Lib.qms_node_get_node_at(pointer(), field, index), target(field));
    }
  }

  final String itemText(Field field, int index) {
    synchronized (document) {
      return field.kind.isText()
          ? Text.at(Lib.qms_node_get_string_at(pointer(), field.id, index))
          : Text.take(Lib.qms_node_get_text(pointer(), field.id, index));
    }
  }

  final void insertText(int field, long index, String text) {
    byte[] bytes = Text.bytes(text);
    synchronized (document) {
      Call call = new Call();
      call.check(Lib.qms_node_insert_text(changeable(), field, index, bytes, call.error));
    }
  }

  final void attach(int field, long index, Node child) {
    if (child.document != document) {
      throw new IllegalArgumentException("the node is of another document; copy it");
    }
    synchronized (document) {
      Call call = new Call();
      call.check(Lib.qms_node_attach(changeable(), field, index, child.pointer, call.error));
    }
  }

  final void remove(int field, int index) {
    synchronized (document) {
      Call call = new Call();
      call.check(Lib.qms_node_remove(changeable(), field, index, call.error));
    }
  }

  final void move(int field, int from, int to) {
    synchronized (document) {
      Call call = new Call();
      call.check(Lib.qms_node_move(changeable(), field, from, to, call.error));
    }
  }

  // ---- as an object of Java

  /** Whether both are the same element of the same document; {@link #nodeSame} compares what they hold. */
  @Override
  public final boolean equals(Object other) {
    return other instanceof Node && ((Node) other).pointer == pointer && ((Node) other).document == document;
  }

  @Override
  public final int hashCode() {
    return Long.hashCode(pointer);
  }

  @Override
  public final String toString() {
    return type.name() + " " + nodePath();
  }
}
