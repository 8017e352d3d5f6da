// SPDX-License-Identifier: Apache-2.0
package org.libqms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A type of the model: what a node may hold. Constant. */
public final class Type {
  private final int id;
  private final String name;
  private final String xmlName;
  private final boolean root;
  private final String doc;
  private final String docEn;
  private final List<Field> fields = new ArrayList<>();
  private final Map<String, Field> byName = new HashMap<>();

  Type(long pointer) {
    id = Lib.qms_type_id(pointer);
    name = Text.at(Lib.qms_type_name(pointer));
    xmlName = Text.at(Lib.qms_type_xml_name(pointer));
    root = Lib.qms_type_is_root(pointer) != 0;
    doc = Text.at(Lib.qms_type_doc(pointer, Lib.VI));
    docEn = Text.at(Lib.qms_type_doc(pointer, Lib.EN));
    for (long i = 0; i < Lib.qms_type_field_count(pointer); i++) {
      Field field = new Field(Lib.qms_type_field_at(pointer, i));
      fields.add(field);
      byName.put(field.name(), field);
    }
    fields.forEach(field -> byName.putIfAbsent(field.xmlName(), field));
  }

  /** Type of an API name such as "procedure", or for a root of its name in XML; null if there is none. */
  public static Type of(String name) {
    return Model.typesByName.get(name);
  }

  /** All types. */
  public static List<Type> all() {
    return Collections.unmodifiableList(Model.types);
  }

  /** Number of the ABI. */
  public int id() {
    return id;
  }

  /** API name. */
  public String name() {
    return name;
  }

  /** Usual name in XML. */
  public String xmlName() {
    return xmlName;
  }

  /** Whether a document may have this type as its root. */
  public boolean isRoot() {
    return root;
  }

  /** What the type is, in Vietnamese. */
  public String doc() {
    return doc;
  }

  /** What the type is, in English. */
  public String docEn() {
    return docEn;
  }

  /** Its fields in canonical order. */
  public List<Field> fields() {
    return Collections.unmodifiableList(fields);
  }

  /** Field of an API name or name in XML; IllegalArgumentException if the type has none. */
  public Field field(String name) {
    Field field = byName.get(name);
    if (field == null) {
      throw new IllegalArgumentException(this.name + " has no field " + name);
    }
    return field;
  }

  /** Whether the type has a field of an API name or name in XML. */
  public boolean hasField(String name) {
    return byName.containsKey(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
